package tables

// DifferencesColumns are the columns of differences.csv.
type DifferencesColumns struct {
	*Schema
	Baseline, Scenario, Metric, Period                     TextColumn
	Draws, BaselineMean, ScenarioMean, Mean, MeanError, SD NumberColumn
	SpreadColumns
	Higher                                  ShareColumns
	Lower, BaselineFutures, ScenarioFutures NumberColumn
	MateriallyHigher                        ShareColumns
	MateriallyLower                         NumberColumn
	BaselineTitle, ScenarioTitle            TextColumn
	MateriallyLowerLow, MateriallyLowerHigh NumberColumn
}

// Differences is differences.csv: what other scenarios make of every metric,
// against a baseline, draw by draw on the same random numbers.
var Differences = define(DifferencesColumns{
	Schema: &Schema{
		Name:        "differences",
		Title:       "Differences from the baseline",
		Description: "Each future of a scenario is compared with the future of the baseline that has the same random numbers. One draw is a comparison of expected values. Intervals are Wilson's score intervals" + effective + ".",
	},
	Baseline:        text("baseline", "name of the scenario compared with"),
	Scenario:        text("scenario", "name of the scenario compared"),
	Metric:          text("metric", "result column"),
	Period:          text("period", "year"),
	Draws:           integer("draws", "pairs of futures compared: those in which the metric has a value on both sides"),
	BaselineMean:    number("baseline_mean", "as the metric", "mean of the baseline, over its baseline_futures"),
	ScenarioMean:    number("scenario_mean", "as the metric", "mean of the scenario, over its scenario_futures"),
	Mean:            number("mean", "as the metric", "mean of scenario minus baseline; this and all that follows is of the pairs"),
	MeanError:       number("mean_error", "as the metric", "standard error of that mean, of a design with replicates by their spread; empty for one draw, and for draws of fewer than four replicates"),
	SD:              number("sd", "as the metric", "standard deviation of the difference; empty for one draw"),
	SpreadColumns:   spreadColumns("differences"),
	Higher:          shareColumns("higher", "share of the pairs in which the scenario has the higher value"),
	Lower:           number("lower", "", "share in which it has the lower value"),
	BaselineFutures: integer("baseline_futures", "futures of the baseline in which the metric has a value"),
	ScenarioFutures: integer("scenario_futures", "futures of the scenario in which it has one"),

	MateriallyHigher: shareColumns("materially_higher", "share of the pairs in which the scenario is higher by 1 % of the baseline or more, and by more than rounding to the figures of annual tables hides"),
	MateriallyLower:  number("materially_lower", "", "share in which it is lower by as much"),
	BaselineTitle:    text("baseline_title", "the scenario compared with, for readers"),
	ScenarioTitle:    text("scenario_title", "the scenario compared, for readers"),

	MateriallyLowerLow:  number("materially_lower_low", "", "lower end of the interval of materially_lower"),
	MateriallyLowerHigh: number("materially_lower_high", "", "upper end of its interval"),
})

// MateriallyLowerShare is the share of the pairs in which the scenario is materially lower, with its interval.
func (c *DifferencesColumns) MateriallyLowerShare() ShareColumns {
	return ShareColumns{Share: c.MateriallyLower, Low: c.MateriallyLowerLow, High: c.MateriallyLowerHigh}
}

// PresentValue is the period of a present value, in the place of a year.
const PresentValue = "present-value"

// EconomicsColumns are the columns of economics.csv.
type EconomicsColumns struct {
	*Schema
	Baseline, Scenario, Gain, GainTitle, Period TextColumn
	Draws, Mean, MeanError, SD                  NumberColumn
	SpreadColumns
	Gains ShareColumns
}

// Economics is economics.csv: what other scenarios gain against a baseline, in money, draw by
// draw on the same random numbers.
var Economics = define(EconomicsColumns{
	Schema: &Schema{
		Name:        "economics",
		Title:       "Gains and costs against the baseline, in money",
		Description: "What is gained is above nothing, what is lost or spent below. Present values are by the economics of the baseline: of all years appraised, in the prices of one year and discounted to it. Each future of a scenario is compared with the future of the baseline that has the same random numbers. Intervals are Wilson's score intervals" + effective + ".",
	},
	Baseline:      text("baseline", "name of the scenario compared with"),
	Scenario:      text("scenario", "name of the scenario compared"),
	Gain:          text("gain", "what is gained: surplus of shippers, of which waiting and turned-away are parts, operators, co2e, upkeep, building, residual, and net for all together"),
	GainTitle:     text("gain_title", "the same for readers"),
	Period:        text("period", "year, or "+PresentValue),
	Draws:         integer("draws", "pairs of futures compared"),
	Mean:          number("mean", "USD million", "mean of scenario minus baseline"),
	MeanError:     number("mean_error", "USD million", "standard error of that mean; empty for one draw, and for draws of fewer than four replicates of a design"),
	SD:            number("sd", "USD million", "standard deviation; empty for one draw"),
	SpreadColumns: spreadColumns("gains"),
	Gains:         shareColumns("gains", "share of the pairs in which something is gained, a USD or more"),
})

// PrecisionColumns are the columns of precision.csv.
type PrecisionColumns struct {
	*Schema
	Scenario, Metric, Period, Statistic            TextColumn
	Value, HalfWidth, Relative, Draws, DrawsWanted NumberColumn
}

// Precision is precision.csv: how far chance alone may have moved the headline
// figures of an ensemble, and how many draws would settle them.
var Precision = define(PrecisionColumns{
	Schema: &Schema{
		Name:        "precision",
		Title:       "How many draws are enough",
		Description: "Intervals of independent draws (monte-carlo) are the normal one of a mean, exact ones of quantiles and Wilson's of chances. The draws of another design belong in turn to replicates that are independent of each other, and the interval follows from their spread, by Student's distribution.",
	},
	Scenario:    scenarioColumn,
	Metric:      text("metric", "result column, or target"),
	Period:      text("period", "year"),
	Statistic:   text("statistic", "mean, p05, p50, p95, or chance of a target"),
	Value:       number("value", "as the metric", "the figure"),
	HalfWidth:   number("half_width", "as the metric", "half of its 95 % interval; empty where the draws are too few to tell"),
	Relative:    number("relative", "", "half width over the figure; for a chance the half width itself"),
	Draws:       integer("draws", "draws made"),
	DrawsWanted: integer("draws_wanted", "draws that would bring the relative half width to the precision wanted, if it falls with the root of their number; empty where that cannot be told"),
})

// ContributionsColumns are the columns of contributions.csv.
type ContributionsColumns struct {
	*Schema
	Baseline, Scenario, Dimension, Part, PartTitle, Metric TextColumn
	Year, BaselineValue, ScenarioValue, Difference         NumberColumn
}

// Contributions is contributions.csv: where the differences of other scenarios from a baseline
// come from.
var Contributions = define(ContributionsColumns{
	Schema: &Schema{
		Name:  "contributions",
		Title: "Where the difference from the baseline comes from",
		Description: "Of the expected future of each scenario, whether futures are drawn or not. Market by market, and class by class, what is carried and turned away adds up to throughput_mt and diverted_mt of differences.csv, and project by project what is spent to capex_musd. " +
			"A tonne counts in each segment, country and place that it passes. A part with nothing in a year, neither in the baseline nor in the scenario, has no row in it.",
	},
	Baseline:      text("baseline", "name of the scenario compared with"),
	Scenario:      text("scenario", "name of the scenario compared"),
	Dimension:     text("dimension", "what it is taken apart by: segment, market, class, country, place or project"),
	Part:          text("part", "name of the segment, market, cargo class, place or project, code of the country; empty for what belongs to none: what waits where no place is said, and is spent where no country is"),
	PartTitle:     text("part_title", "the same for readers"),
	Metric:        text("metric", "carried_mt; utilisation of segments, load over capacity of the year; held_back_mt, of each month what was offered and not carried, by the segment that held it back and where it waits; turned_away_mt, of that what gave up or was refused; spent_musd on projects, to build them and keep them going"),
	Year:          integer("year", "calendar year"),
	BaselineValue: number("baseline_value", "as the metric", "of the baseline; empty where it has none"),
	ScenarioValue: number("scenario_value", "as the metric", "of the scenario; likewise"),
	Difference:    number("difference", "as the metric", "scenario minus baseline; empty where either is"),
})

// BreakdownColumns are the columns of breakdown.csv.
type BreakdownColumns struct {
	*Schema
	Baseline, Scenario, Dimension, Part, PartTitle, Metric                                  TextColumn
	Year, Futures, BaselineMean, ScenarioMean, Mean, P10, P50, P90, HigherShare, LowerShare NumberColumn
}

// Breakdown is breakdown.csv: where the differences come from, over futures that were drawn.
var Breakdown = define(BreakdownColumns{
	Schema: &Schema{
		Name:  "breakdown",
		Title: "Where the difference comes from, over futures",
		Description: "As contributions.csv, of pairs of futures with the same random numbers: of all that were drawn, or of the first of them where there are more than 1000. " +
			"Means add up as the figures of one future do, quantiles do not. A part with nothing in a year in any of the futures has no row in it.",
	},
	Baseline:     Contributions.Baseline,
	Scenario:     Contributions.Scenario,
	Dimension:    Contributions.Dimension,
	Part:         Contributions.Part,
	PartTitle:    Contributions.PartTitle,
	Metric:       Contributions.Metric,
	Year:         Contributions.Year,
	Futures:      integer("futures", "pairs of futures in which both have a value"),
	BaselineMean: number("baseline_mean", "as the metric", "mean of the baseline in these"),
	ScenarioMean: number("scenario_mean", "as the metric", "mean of the scenario in these"),
	Mean:         number("mean", "as the metric", "mean of scenario minus baseline"),
	P10:          number("p10", "as the metric", "10 % quantile of the differences"),
	P50:          number("p50", "as the metric", "median of the differences"),
	P90:          number("p90", "as the metric", "90 % quantile of the differences"),
	HigherShare:  number("higher_share", "", "share of these in which the scenario has the higher value, by more than 1e-9"),
	LowerShare:   number("lower_share", "", "share in which it has the lower value"),
})
