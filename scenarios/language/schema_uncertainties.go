package language

import (
	"math"
	"slices"
)

var infinity, minusInfinity = math.Inf(1), math.Inf(-1)

// distributions lists the distributions a number may have, each with the parameters
// it needs and those it may have.
var distributions = []struct {
	name             string
	needed, optional []string
}{
	{"uniform", []string{"low", "high"}, nil},
	{"triangular", []string{"low", "mode", "high"}, nil},
	{"pert", []string{"low", "mode", "high"}, nil},
	{"beta", []string{"alpha", "beta"}, []string{"low", "high"}},
	{"normal", []string{"mean", "sd"}, nil},
	{"lognormal", []string{"median", "sigma"}, nil},
	{"exponential", []string{"mean_excess"}, []string{"low"}},
	{"discrete", []string{"values"}, []string{"weights"}},
	{"empirical", []string{"values"}, nil},
	{"mixture", []string{"parts"}, nil},
}

// distributionFields are the distribution of a number with its parameters.
var distributionFields = append(slices.Clone(partFields),
	must("distribution", words("Its distribution", distributionNames()...)),
	may("parts", named("Parts of a mixture: a value comes from one of them", partSpec)),
)

var partSpec = object("A part of a mixture", append(slices.Clone(partFields),
	must("weight", amount("Weight of the part; a part's probability is its share of all weights", "")),
	must("distribution", words("Its distribution", slices.DeleteFunc(distributionNames(), func(name string) bool { return name == "mixture" })...)),
)...)

// partFields are the parameters that a part of a mixture can have too.
var partFields = []field{
	may("low", signed("Least value; of a beta distribution 0 unless given, of an exponential one where it begins, 0 unless given", asNumber)),
	may("mode", signed("Most likely value", asNumber)),
	may("high", signed("Greatest value; of a beta distribution 1 unless given", asNumber)),
	may("alpha", number("First shape of a beta distribution: the mean is at alpha / (alpha + beta) of the way from low to high", "", 1, 1000)),
	may("beta", number("Second shape of a beta distribution", "", 1, 1000)),
	may("mean", signed("Mean", asNumber)),
	may("sd", positive("Standard deviation", asNumber)),
	may("median", positive("Median", asNumber)),
	may("sigma", positive("Standard deviation of the logarithm", "")),
	may("mean_excess", positive("Mean of an exponential distribution above its low", asNumber)),
	may("values", list("Values it may take, and no others: of an empirical distribution what was observed, each as likely as the next", signed("Value", asNumber))),
	may("weights", list("Weight of each value of a discrete distribution; without weights each is as likely", amount("Weight", ""))),
	may("at_least", signed("Values below are drawn anew. So are those that the figure cannot have: with a warning where they are more than 0.1 % of all, an error where they are more than 5 %", asNumber)),
	may("at_most", signed("Values above are drawn anew", asNumber)),
	may("floor", signed("Values below are raised to it", asNumber)),
}

var uncertaintySpec = object("A number that is not known", append([]field{
	may("title", titled("Name for readers")),
	must("path", plain(formPath, "Number it replaces, such as segments.corridor.effectiveness")),
	may("certain", plain(formBoolean, "It is not drawn, the scenario's own number holds").or("false")),
	may("calibrated", plain(formBoolean, "It is calibrated on what was observed, with the distribution as prior; the others are drawn as they are").or("false")),
	may(labelsKey, list("What each of the values of a discrete distribution stands for, for readers, who are told so in the place of the number: the title is it", titled("What a value stands for"))),
}, distributionFields...)...)

const labelsKey = "labels"

var correlationSpec = object("Uncertainties that go together, every one with every other",
	may("title", titled("What they are together, for readers")),
	must("of", list("Uncertainties, or patterns of their names such as *-growth or delay/*", plain(formPattern, "Uncertainty or pattern"))),
	must("rank", number("Rank correlation (Spearman) of every two of them; of one that takes few values, of the number behind them, by whose size one of these is taken", "", -1, 1)),
)

func distributionNames() []string {
	names := make([]string, len(distributions))
	for i := range distributions {
		names[i] = distributions[i].name
	}
	return names
}
