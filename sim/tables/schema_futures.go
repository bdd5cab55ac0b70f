package tables

// SpreadColumns say how the values of many futures lie.
type SpreadColumns struct {
	Min, P05, P10, P25, P50, P75, P90, P95, Max NumberColumn
}

func spreadColumns(values string) SpreadColumns {
	return SpreadColumns{
		Min: number("min", "as the metric", "least of the "+values),
		P05: number("p05", "as the metric", "value that 5 % of the "+values+" stay below; this and the other quantiles to 0.1 % or better, and by interpolation where they fall between two"),
		P10: number("p10", "as the metric", "value that 10 % stay below"),
		P25: number("p25", "as the metric", "value that 25 % stay below"),
		P50: number("p50", "as the metric", "median"),
		P75: number("p75", "as the metric", "value that 75 % stay below"),
		P90: number("p90", "as the metric", "value that 90 % stay below"),
		P95: number("p95", "as the metric", "value that 95 % stay below"),
		Max: number("max", "as the metric", "greatest of the "+values),
	}
}

// ShareColumns are a share of the futures, with the ends of its interval.
type ShareColumns struct {
	Share, Low, High NumberColumn
}

func shareColumns(name, description string) ShareColumns {
	return ShareColumns{
		Share: number(name, "", description),
		Low:   number(name+"_low", "", "lower end of its interval"),
		High:  number(name+"_high", "", "upper end of its interval"),
	}
}

// effective says how intervals of shares know a design that is not of independent
// draws.
const effective = "; with a design other than monte-carlo, of as many draws as would be as sure as its replicates are by their spread"

// futuresColumn counts the futures that a figure of many futures is of.
var futuresColumn = integer("futures", "futures in which the metric has a value: where nothing is carried there is no time and no cost, and no utilisation without capacity")

// QuantilesColumns are the columns of quantiles.csv.
type QuantilesColumns struct {
	*Schema
	Scenario, Metric, Period TextColumn
	Mean, SD                 NumberColumn
	SpreadColumns
	Futures NumberColumn
}

// Quantiles is quantiles.csv: what the draws of an ensemble make of every metric.
var Quantiles = define(QuantilesColumns{
	Schema: &Schema{
		Name:        "quantiles",
		Title:       "Metrics over all draws",
		Description: "Means and quantiles are over the futures in which the metric has a value; futures says how many they are.",
	},
	Scenario:      scenarioColumn,
	Metric:        text("metric", "expression on result columns"),
	Period:        text("period", "year, or month such as 2030-06"),
	Mean:          number("mean", "as the metric", "mean of the draws"),
	SD:            number("sd", "as the metric", "standard deviation of the draws"),
	SpreadColumns: spreadColumns("draws"),
	Futures:       futuresColumn,
})

// ProbabilitiesColumns are the columns of probabilities.csv.
type ProbabilitiesColumns struct {
	*Schema
	Scenario, Metric, Period TextColumn
	Threshold, Draws         NumberColumn
	Reached, Exceeded        ShareColumns
	Futures                  NumberColumn
}

// Probabilities is probabilities.csv: how many draws of an ensemble reach a
// threshold, and how many exceed it.
var Probabilities = define(ProbabilitiesColumns{
	Schema: &Schema{
		Name:        "probabilities",
		Title:       "Chances of reaching thresholds",
		Description: "Intervals are Wilson's score intervals for the probability of which the draws are a sample" + effective + ".",
	},
	Scenario:  scenarioColumn,
	Metric:    text("metric", "expression on result columns"),
	Period:    text("period", "year, or month such as 2030-06"),
	Threshold: number("threshold", "as the metric", "value to reach or exceed"),
	Draws:     integer("draws", "futures simulated"),
	Reached:   shareColumns("reached", "share of them at or above the threshold; a future without a value is not"),
	Exceeded:  shareColumns("exceeded", "share of them above the threshold"),
	Futures:   futuresColumn,
})

// ChancesColumns are the columns of chances.csv.
type ChancesColumns struct {
	*Schema
	Scenario, Target, Title, Metric, At TextColumn
	AtMost                              BooleanColumn
	Threshold, Draws                    NumberColumn
	Met, InReach                        ShareColumns
}

// Chances is chances.csv: how likely each target is met at its date.
var Chances = define(ChancesColumns{
	Schema: &Schema{
		Name:        "chances",
		Title:       "Chances of the targets",
		Description: "Intervals are Wilson's score intervals for the probability of which the draws are a sample" + effective + ".",
	},
	Scenario:  scenarioColumn,
	Target:    text("target", "name of the target"),
	Title:     text("title", "name for readers"),
	Metric:    text("metric", "expression on result columns"),
	At:        text("at", "year or month the target is set for"),
	AtMost:    boolean("at_most", "whether it is a value to stay under, and not one to reach"),
	Threshold: number("threshold", "as the metric", "value to reach"),
	Draws:     integer("draws", "futures simulated"),
	Met:       shareColumns("met", "share of them in which it is met"),
	InReach:   shareColumns("in_reach", "of a value to reach in what is carried: share of them in which it would be met if no segment ever limited; empty of other targets"),
})

// AttainmentColumns are the columns of attainment.csv.
type AttainmentColumns struct {
	*Schema
	Scenario, Event, Title TextColumn
	Year, Draws            NumberColumn
	Reached                ShareColumns
}

// Attainment is attainment.csv: by when the futures of an ensemble have reached
// what is aimed at, or feared.
var Attainment = define(AttainmentColumns{
	Schema: &Schema{
		Name:        "attainment",
		Title:       "By when it is reached",
		Description: "Intervals are Wilson's score intervals for the probability of which the draws are a sample" + effective + ".",
	},
	Scenario: scenarioColumn,
	Event:    text("event", "a target of the scenario, or held-back-all-year: some segment holds cargo back in every month of a year"),
	Title:    text("title", "name for readers"),
	Year:     integer("year", "calendar year"),
	Draws:    integer("draws", "futures simulated"),
	Reached:  shareColumns("reached", "share of them in which it has happened in or before the year"),
})

// BottlenecksColumns are the columns of bottlenecks.csv.
type BottlenecksColumns struct {
	*Schema
	Scenario TextColumn
	Month    MonthColumn
	Segment  TextColumn
	Draws    NumberColumn
	Limiting ShareColumns
	Holding  NumberColumn
}

// Bottlenecks is bottlenecks.csv: how often each segment limits the capacity, and how
// often it holds cargo back.
var Bottlenecks = define(BottlenecksColumns{
	Schema: &Schema{
		Name:        "bottlenecks",
		Title:       "Which segment limits the capacity, and which hold cargo back, by month",
		Description: "The shares limiting of a month add to the share of the draws in which some segment limits the capacity. Intervals are Wilson's score intervals" + effective + ".",
	},
	Scenario: scenarioColumn,
	Month:    monthColumn,
	Segment:  text("segment", "name of the segment"),
	Draws:    integer("draws", "futures simulated"),
	Limiting: shareColumns("limiting", "share of them in which it limits the capacity: it would stop most if all cargo grew in the proportions of the time until nothing more could pass"),
	Holding:  number("holding", "", "share of them in which it holds back a tonne or more of the cargo that came"),
})
