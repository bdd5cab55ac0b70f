package language

// deliverySpec says how projects and measures turn out against plan, so that none needs
// distributions of its own.
var deliverySpec = object("How projects and measures turn out against plan",
	may("as_of", plain(formMonth, "Month to whose beginning things are known: what was to serve by then does, what was to be paid has been, delays stretch only what lies ahead, and what stalls stops then. Without it a delay stretches all of the planned time and its spending, and for what stalls nothing is spent")),
	must("dates", words("What the dates of projects are: outside-view, the median of what is expected, so that delays spread about them, each class's over its own median; official, as announced, so that a class's delays lengthen them as they are", "outside-view", "official")),
	may("cost_uplift", words("How much of the cost above or below the estimate is drawn", "none", "half", "full").or("full")),
	may("same_country", number("Rank correlation of delays and costs of projects in one country, by one factor they have in common", "", 0, 0.99).or("0")),
	may("time_and_cost", number("Rank correlation of a project's delay with its cost", "", -0.99, 0.99).or("0")),
	may("classes", object("By class of project; its cost stands before that of the kind", alike(projectClasses, classSpec)...)),
	may("kinds", object("By kind of project", alike(projectKinds, kindSpec)...)),
)

var distributionSpec = object("A distribution: of actual over planned time (delay), of actual cost over the estimate (cost), of the share of the claimed effect that comes (effect)", distributionFields...)

// projectClasses are the kinds of builders, which differ in how late they are.
var projectClasses = []string{"A", "B", "C", "D", "CN", "S"}

// projectKinds are the kinds of works, which differ in what they cost and bring.
var projectKinds = []string{"line", "track", "signals", "port", "dredging", "ships", "road", "fixed-link"}

var classSpec = object("A class of project",
	may("title", titled("Name for readers")),
	may("delay", distributionSpec),
	may("cost", distributionSpec),
)

var kindSpec = object("A kind of project",
	may("title", titled("Name for readers")),
	may("cost", distributionSpec),
	may("effect", distributionSpec),
)

// alike gives every one of some names the same form.
func alike(names []string, s *spec) []field {
	fields := make([]field, len(names))
	for i, name := range names {
		fields[i] = may(name, s)
	}
	return fields
}

// deliveryFields are what projects and measures say about how they may turn out.
var deliveryFields = []field{
	may("class", words("Who builds, for delays: A national rail of Kazakhstan, B other rail, C ports and dredging, D ships, CN China-led, S procedures; built has none", append(projectClasses, "built")...)),
	may("kind", words("What is built, for cost and effect: a new line, track and stations, signals and power, a port, dredging, ships, a road, a bridge or tunnel", projectKinds...)),
	may("country", plain(formCountry, "Country whose projects are late and dear together, as a two-letter code")),
	may("stall_chance", share("Chance that it never serves").or("0")),
	may("certain", list("What is not drawn but as the scenario says", words("Delay, cost, effect or stall", outcomes...))),
}

// outcomes are what is drawn about a project, and how its uncertainties begin.
var outcomes = []string{"delay", "cost", "effect", "stall"}
