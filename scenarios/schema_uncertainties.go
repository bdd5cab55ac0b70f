package scenarios

import "math"

var infinity, minusInfinity = math.Inf(1), math.Inf(-1)

// distributions lists the distributions an uncertainty may have, each with the
// parameters it needs.
var distributions = []struct {
	name       string
	parameters []string
}{
	{"uniform", []string{"low", "high"}},
	{"triangular", []string{"low", "mode", "high"}},
	{"pert", []string{"low", "mode", "high"}},
	{"normal", []string{"mean", "sd"}},
	{"lognormal", []string{"median", "sigma"}},
	{"discrete", []string{"values", "weights"}},
	{"empirical", []string{"values"}},
}

var uncertaintySpec = object("A number that is not known",
	may("title", plain(formText, "Name for readers")),
	must("path", plain(formPath, "Number it replaces, such as segments.corridor.effectiveness")),
	must("distribution", words("Its distribution", distributionNames()...)),
	may("low", signed("Least value", "as the number")),
	may("mode", signed("Most likely value", "as the number")),
	may("high", signed("Greatest value", "as the number")),
	may("mean", signed("Mean", "as the number")),
	may("sd", positive("Standard deviation", "as the number")),
	may("median", positive("Median", "as the number")),
	may("sigma", positive("Standard deviation of the logarithm", "")),
	may("values", list("Values it may take", signed("Value", "as the number"))),
	may("weights", list("Weight of each value", amount("Weight", ""))),
)

func distributionNames() []string {
	names := make([]string, len(distributions))
	for i := range distributions {
		names[i] = distributions[i].name
	}
	return names
}
