package tables

import "slices"

// spreadColumns describe how the values of many futures lie.
func spreadColumns(values string) []Column {
	return []Column{
		{"min", Number, "as the metric", "least of the " + values},
		{"p05", Number, "as the metric", "value that 5 % of the " + values + " stay below; this and the other quantiles to 0.1 % or better, and by interpolation where they fall between two"},
		{"p10", Number, "as the metric", "value that 10 % stay below"},
		{"p25", Number, "as the metric", "value that 25 % stay below"},
		{"p50", Number, "as the metric", "median"},
		{"p75", Number, "as the metric", "value that 75 % stay below"},
		{"p90", Number, "as the metric", "value that 90 % stay below"},
		{"p95", Number, "as the metric", "value that 95 % stay below"},
		{"max", Number, "as the metric", "greatest of the " + values},
	}
}

// shareColumns describe a share of the futures, with its interval.
func shareColumns(name, description string) []Column {
	return []Column{
		{name, Number, "", description},
		{name + "_low", Number, "", "lower end of its interval"},
		{name + "_high", Number, "", "upper end of its interval"},
	}
}

// futuresColumn counts the futures that a figure of many futures is of.
var futuresColumn = Column{"futures", Integer, "", "futures in which the metric has a value: where nothing is carried there is no time and no cost, and no utilisation without capacity"}

// Quantiles is quantiles.csv: what the draws of an ensemble make of every metric.
var Quantiles = &Schema{
	Name:        "quantiles",
	Title:       "Metrics over all draws",
	Description: "Means and quantiles are over the futures in which the metric has a value; futures says how many they are.",
	Columns: slices.Concat([]Column{
		scenarioColumn,
		{"metric", String, "", "expression on result columns"},
		{"period", String, "", "year, or month such as 2030-06"},
		{"mean", Number, "as the metric", "mean of the draws"},
		{"sd", Number, "as the metric", "standard deviation of the draws"},
	}, spreadColumns("draws"), []Column{futuresColumn}),
}

// effective says how intervals of shares know a design that is not of independent
// draws.
const effective = "; with a design other than monte-carlo, of as many draws as would be as sure as its replicates are by their spread"

// Probabilities is probabilities.csv: how many draws of an ensemble reach a
// threshold, and how many exceed it.
var Probabilities = &Schema{
	Name:        "probabilities",
	Title:       "Chances of reaching thresholds",
	Description: "Intervals are Wilson's score intervals for the probability of which the draws are a sample" + effective + ".",
	Columns: slices.Concat([]Column{
		scenarioColumn,
		{"metric", String, "", "expression on result columns"},
		{"period", String, "", "year, or month such as 2030-06"},
		{"threshold", Number, "as the metric", "value to reach or exceed"},
		{"draws", Integer, "", "futures simulated"},
	}, shareColumns("reached", "share of them at or above the threshold; a future without a value is not"), shareColumns("exceeded", "share of them above the threshold"),
		[]Column{futuresColumn}),
}

// Attainment is attainment.csv: by when the futures of an ensemble have reached
// what is aimed at, or feared.
var Attainment = &Schema{
	Name:        "attainment",
	Title:       "By when it is reached",
	Description: "Intervals are Wilson's score intervals for the probability of which the draws are a sample" + effective + ".",
	Columns: append([]Column{
		scenarioColumn,
		{"event", String, "", "a target of the scenario, or held-back-all-year: some segment holds cargo back in every month of a year"},
		{"title", String, "", "name for readers"},
		{"year", Integer, "", "calendar year"},
		{"draws", Integer, "", "futures simulated"},
	}, shareColumns("reached", "share of them in which it has happened in or before the year")...),
}

// Chances is chances.csv: how likely each target is met at its date.
var Chances = &Schema{
	Name:        "chances",
	Title:       "Chances of the targets",
	Description: "Intervals are Wilson's score intervals for the probability of which the draws are a sample" + effective + ".",
	Columns: append([]Column{
		scenarioColumn,
		{"target", String, "", "name of the target"},
		{"title", String, "", "name for readers"},
		{"metric", String, "", "expression on result columns"},
		{"at", String, "", "year or month the target is set for"},
		{"at_most", Boolean, "", "whether it is a value to stay under, and not one to reach"},
		{"threshold", Number, "as the metric", "value to reach"},
		{"draws", Integer, "", "futures simulated"},
	}, shareColumns("met", "share of them in which it is met")...),
}

// Inputs is inputs.csv: what was drawn for one future.
var Inputs = &Schema{
	Name:  "inputs",
	Title: "What was drawn",
	Columns: []Column{
		scenarioColumn,
		{"draw", Integer, "", "number of the future"},
		{"input", String, "", "uncertainty"},
		{"value", Number, "as the number it replaces", "what was drawn for it"},
	},
}

// Bottlenecks is bottlenecks.csv: how often each segment limits the capacity, and how
// often it holds cargo back.
var Bottlenecks = &Schema{
	Name:        "bottlenecks",
	Title:       "Which segment limits the capacity, and which hold cargo back, by month",
	Description: "The shares limiting of a month add to the share of the draws in which some segment limits the capacity. Intervals are Wilson's score intervals" + effective + ".",
	Columns: slices.Concat([]Column{
		scenarioColumn, monthColumn,
		{"segment", String, "", "name of the segment"},
		{"draws", Integer, "", "futures simulated"},
	}, shareColumns("limiting", "share of them in which it limits the capacity: it would stop most if all cargo grew in the proportions of the time until nothing more could pass"), []Column{
		{"holding", Number, "", "share of them in which it holds back a tonne or more of the cargo that came"},
	}),
}

// Differences is differences.csv: what other scenarios make of every metric,
// against a baseline, draw by draw on the same random numbers.
var Differences = &Schema{
	Name:        "differences",
	Title:       "Differences from the baseline",
	Description: "Each future of a scenario is compared with the future of the baseline that has the same random numbers. One draw is a comparison of expected values. Intervals are Wilson's score intervals" + effective + ".",
	Columns: slices.Concat([]Column{
		{"baseline", String, "", "name of the scenario compared with"},
		{"scenario", String, "", "name of the scenario compared"},
		{"metric", String, "", "result column"},
		{"period", String, "", "year"},
		{"draws", Integer, "", "pairs of futures compared: those in which the metric has a value on both sides"},
		{"baseline_mean", Number, "as the metric", "mean of the baseline, over its baseline_futures"},
		{"scenario_mean", Number, "as the metric", "mean of the scenario, over its scenario_futures"},
		{"mean", Number, "as the metric", "mean of scenario minus baseline; this and all that follows is of the pairs"},
		{"mean_error", Number, "as the metric", "standard error of that mean, of a design with replicates by their spread; empty for one draw, and for draws of fewer than four replicates"},
		{"sd", Number, "as the metric", "standard deviation of the difference; empty for one draw"},
	}, spreadColumns("differences"), shareColumns("higher", "share of the pairs in which the scenario has the higher value"), []Column{
		{"lower", Number, "", "share in which it has the lower value"},
		{"baseline_futures", Integer, "", "futures of the baseline in which the metric has a value"},
		{"scenario_futures", Integer, "", "futures of the scenario in which it has one"},
	}),
}

// Precision is precision.csv: how far chance alone may have moved the headline
// figures of an ensemble, and how many draws would settle them.
var Precision = &Schema{
	Name:        "precision",
	Title:       "How many draws are enough",
	Description: "Intervals of independent draws (monte-carlo) are the normal one of a mean, exact ones of quantiles and Wilson's of chances. The draws of another design belong in turn to replicates that are independent of each other, and the interval follows from their spread, by Student's distribution.",
	Columns: []Column{
		scenarioColumn,
		{"metric", String, "", "result column, or target"},
		{"period", String, "", "year"},
		{"statistic", String, "", "mean, p05, p50, p95, or chance of a target"},
		{"value", Number, "as the metric", "the figure"},
		{"half_width", Number, "as the metric", "half of its 95 % interval; empty where the draws are too few to tell"},
		{"relative", Number, "", "half width over the figure; for a chance the half width itself"},
		{"draws", Integer, "", "draws made"},
		{"draws_wanted", Integer, "", "draws that would bring the relative half width to the precision wanted, if it falls with the root of their number; empty where that cannot be told"},
	},
}

// Failures is failures.csv: the futures that came to no finite number, with what
// was drawn for them.
var Failures = &Schema{
	Name:  "failures",
	Title: "Futures that failed",
	Columns: []Column{
		scenarioColumn,
		{"draw", Integer, "", "number of the future; corridor run --draw runs it alone"},
		{"metric", String, "", "first result column that is no finite number"},
		{"period", String, "", "year"},
		{"input", String, "", "uncertainty"},
		{"value", Number, "as the number it replaces", "what was drawn for it"},
	},
}
