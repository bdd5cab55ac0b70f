package tables

// Methods of sensitivity analysis, as sensitivity.csv has them.
const (
	SobolMethod     = "sobol"
	ScreeningMethod = "screening" // which is the same in few rows, of all inputs
	MorrisMethod    = "morris"
	GivenMethod     = "given"
)

// Indices of sensitivity.csv.
const (
	FirstIndex       = "first"
	TotalIndex       = "total"
	InteractionIndex = "interactions"
	MuStarIndex      = "mu_star"
	MuIndex          = "mu"
	SigmaIndex       = "sigma"
	PAWNIndex        = "pawn"
	DeltaIndex       = "delta"
	SpearmanIndex    = "spearman"
	RegionalIndex    = "regional"
)

// The inputs of sensitivity.csv that are no uncertainty of the scenario, nor a group of them.
const (
	WeatherInput = "weather" // all hazards
	OthersInput  = "others"  // what screening left out
)

// SensitivityColumns are the columns of sensitivity.csv.
type SensitivityColumns struct {
	*Schema
	Scenario, Metric, Title, Expression, At   TextColumn
	Method, Input, InputTitle, Members, Index TextColumn
	Value, Low, High, Chance                  NumberColumn
}

// Sensitivity is sensitivity.csv: which inputs matter for a metric, and how much.
var Sensitivity = define(SensitivityColumns{
	Schema: &Schema{
		Name:  "sensitivity",
		Title: "Which inputs matter, and how much",
		Description: "An input is an uncertainty of the scenario, a group of them that go together, the weather, or all others. " +
			"first: the share of the variance that the input makes alone (Saltelli et al. 2010); total: the share of all it does, alone and with others (Jansen 1999); interactions: what no input does alone. " +
			"mu_star, mu, sigma: mean size, mean and standard deviation of its elementary effects (Morris 1991; Campolongo et al. 2007). " +
			"Of draws that were there: pawn (Pianosi & Wagener 2018), delta (Borgonovo 2007; Plischke et al. 2013), spearman (rank correlation), and regional (distance of its distributions where a target is met and where not; Hornberger & Spear 1981).",
	},
	Scenario:   scenarioColumn,
	Metric:     text("metric", "what is asked: name of a target, or a result column and a year or month"),
	Title:      text("title", "the metric for readers"),
	Expression: text("expression", "expression on result columns"),
	At:         text("at", "year or month"),
	Method:     text("method", "sobol; screening for the same of all inputs in few rows, before; morris; given for draws that were there"),
	Input:      text("input", "name of the input; empty of what is about all of them"),
	InputTitle: text("input_title", "the input for readers"),
	Members:    text("members", "names of the uncertainties that it is, joined by ;"),
	Index:      text("index", "first, total, interactions, mu_star, mu, sigma, pawn, delta, spearman or regional"),
	Value:      number("value", "mu_star, mu and sigma: as the metric, over the range of the input; others: ratio", "the estimate"),
	Low:        number("low", "as the value", "low end of its 95 % interval; empty where none is reckoned"),
	High:       number("high", "as the value", "high end"),
	Chance:     number("chance", "as the value", "of draws that were there: what an input without any influence stays below with 95 % chance; empty of others"),
})
