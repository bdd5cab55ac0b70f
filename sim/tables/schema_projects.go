package tables

// TargetsColumns are the columns of targets.csv.
type TargetsColumns struct {
	*Schema
	Scenario, Target, Metric, At TextColumn
	Threshold, Value             NumberColumn
	Met                          BooleanColumn
	FirstMet                     TextColumn
	UnlimitedValue               NumberColumn
	UnlimitedFirstMet            TextColumn
}

// Targets is targets.csv: every target of the scenario and whether it was met.
var Targets = define(TargetsColumns{
	Schema:            &Schema{Name: "targets", Title: "Targets"},
	Scenario:          scenarioColumn,
	Target:            text("target", "name of the target"),
	Metric:            text("metric", "expression on result columns"),
	At:                text("at", "year or month the target is set for"),
	Threshold:         number("threshold", "as the metric", "value to reach"),
	Value:             number("value", "as the metric", "value reached; empty where there is none, which meets no target"),
	Met:               boolean("met", "whether it was reached in time"),
	FirstMet:          text("first_met", "first year or month that meets it, of a value to stay under not before the date; empty when none of those simulated does"),
	UnlimitedValue:    number("unlimited_value", "as the metric", "of a value to reach in what is carried: what it would be if no segment ever limited, by demand_mt and its like; empty of other targets"),
	UnlimitedFirstMet: text("unlimited_first_met", "first year or month that would meet it then"),
})

// The columns of what an end of a range stands for.
var (
	lowLabelColumn  = text("low_label", "what the low end stands for; empty where the number says it")
	highLabelColumn = text("high_label", "what the high end stands for, likewise")
)

// SwingsColumns are the columns of swings.csv.
type SwingsColumns struct {
	*Schema
	Scenario, Target, Metric, At TextColumn
	Value                        NumberColumn
	Met                          BooleanColumn
	Uncertainty, Title, Path     TextColumn
	Low, ValueAtLow              NumberColumn
	MetAtLow                     BooleanColumn
	High, ValueAtHigh            NumberColumn
	MetAtHigh                    BooleanColumn
	LowLabel, HighLabel          TextColumn
}

// Swings is swings.csv: what each uncertain figure by itself does to each target.
var Swings = define(SwingsColumns{
	Schema: &Schema{
		Name:        "swings",
		Title:       "Targets and metrics with one figure at either end of its range",
		Description: "Each figure that the scenario calls uncertain is put to the low and to the high end of its range, alone, and everything else is as in the run. How projects turn out and hazards are not among them.",
	},
	Scenario:    scenarioColumn,
	Target:      text("target", "name of the target, or of the metric that is asked for"),
	Metric:      text("metric", "expression on result columns"),
	At:          text("at", "year or month it is set for"),
	Value:       number("value", "as the metric", "value in the run; empty where there is none"),
	Met:         boolean("met", "whether it meets the target; empty, here and below, of what is none"),
	Uncertainty: text("uncertainty", "name of the figure among the uncertainties"),
	Title:       text("title", "what the figure is, for readers"),
	Path:        text("path", "where the scenario file says the figure"),
	Low:         number("low", "see the path", "low end of the figure; the 5 % quantile where there is no end"),
	ValueAtLow:  number("value_at_low", "as the metric", "value with the figure there"),
	MetAtLow:    boolean("met_at_low", "whether that meets the target"),
	High:        number("high", "see the path", "high end of the figure; the 95 % quantile where there is no end"),
	ValueAtHigh: number("value_at_high", "as the metric", "value with the figure there"),
	MetAtHigh:   boolean("met_at_high", "whether that meets the target"),
	LowLabel:    lowLabelColumn,
	HighLabel:   highLabelColumn,
})

// ProjectsColumns are the columns of projects.csv.
type ProjectsColumns struct {
	*Schema
	Scenario, Project, Title                                                           TextColumn
	Start, InService, FullEffect                                                       MonthColumn
	CostMUSD, AddedCapacityMt, SpentBeforeMUSD, SpentMUSD, SpentAfterMUSD, RunningMUSD NumberColumn
}

// Projects is projects.csv: what each project and measure costs and when it serves.
var Projects = define(ProjectsColumns{
	Schema:          &Schema{Name: "projects", Title: "Projects"},
	Scenario:        scenarioColumn,
	Project:         text("project", "name of the project"),
	Title:           text("title", "what it is"),
	Start:           month("start", "first month of spending"),
	InService:       month("in_service", "first month with effect, after delay and prerequisites; empty when not before the horizon"),
	FullEffect:      month("full_effect", "month the ramp-up ends; empty when not before the horizon"),
	CostMUSD:        number("cost_musd", "USD million (2025 prices)", "cost of the whole project"),
	AddedCapacityMt: number("added_capacity_mt", "Mt/yr", "what the capacity of its segment rises by at its full effect and the mean availability of the year, in the month its ramp-up ends and with the other projects as they stand then; of several segments the most; empty where it adds none"),
	SpentBeforeMUSD: number("spent_before_musd", "USD million (2025 prices)", "of its cost: spent before the first month simulated"),
	SpentMUSD:       number("spent_musd", "USD million (2025 prices)", "of its cost: spent in the months simulated; with running_musd, of all projects, the capital spent of annual.csv"),
	SpentAfterMUSD:  number("spent_after_musd", "USD million (2025 prices)", "of its cost: left for after the last month simulated"),
	RunningMUSD:     number("running_musd", "USD million (2025 prices)", "spent on keeping it going in the months simulated"),
})

// SpendingColumns are the columns of spending.csv.
type SpendingColumns struct {
	*Schema
	Scenario, Project, Title        TextColumn
	Year, BuildingMUSD, RunningMUSD NumberColumn
	Serves                          BooleanColumn
	OwnTrafficMt, OtherTrafficMt    NumberColumn
}

// Spending is spending.csv: what is spent on each project and measure by year, and for
// whom.
var Spending = define(SpendingColumns{
	Schema: &Schema{
		Name:        "spending",
		Title:       "Spending by project and year, and for whom",
		Description: "What is spent is not for the corridor's cargo of the year alone: works come into use later, and other traffic uses them too. Traffic belongs in no sum over projects, as several change the same segments.",
	},
	Scenario:       scenarioColumn,
	Project:        text("project", "name of the project"),
	Title:          text("title", "what it is"),
	Year:           integer("year", "calendar year"),
	BuildingMUSD:   number("building_musd", "USD million (2025 prices)", "spent on building it in the year"),
	RunningMUSD:    number("running_musd", "USD million (2025 prices)", "spent on keeping it going in the year"),
	Serves:         boolean("serves", "whether it has an effect in the last month of the year"),
	OwnTrafficMt:   number("own_traffic_mt", "Mt", "what the corridor takes in the year of the capacity of the segments that it changes; empty where it changes none"),
	OtherTrafficMt: number("other_traffic_mt", "Mt", "what trade outside the corridor takes of it, other_traffic_mt_per_year of the scenario: 0 also where that is not known"),
})

// FinancingColumns are the columns of financing.csv.
type FinancingColumns struct {
	*Schema
	Scenario, Project, Title, Financier, FinancierTitle, Form TextColumn
	Year, MUSD                                                NumberColumn
}

// NoFinancier stands in the place of the financier where none is named.
const NoFinancier = "none-named"

// Financing is financing.csv: who pays what of each project and measure, by year. The rows
// of a project and a year add to what is spent on it.
var Financing = define(FinancingColumns{
	Schema:         &Schema{Name: "financing", Title: "Financing"},
	Scenario:       scenarioColumn,
	Project:        text("project", "name of the project"),
	Title:          text("title", "what it is"),
	Financier:      text("financier", "who pays; "+NoFinancier+" for what no financier is named for"),
	FinancierTitle: text("financier_title", "name for readers"),
	Form:           text("form", "budget, equity, grant, loan or guaranteed loan; empty when not given"),
	Year:           integer("year", "calendar year"),
	MUSD:           number("musd", "USD million (2025 prices)", "paid in the year"),
})

// PoolsColumns are the columns of pools.csv.
type PoolsColumns struct {
	*Schema
	Scenario                             TextColumn
	Month                                MonthColumn
	Pool, Service                        TextColumn
	Trade                                BooleanColumn
	Ships, OwnShips, Earnings, CarriedMt NumberColumn
}

// Pools is pools.csv: where the ships of pools are, by month. The ships of a pool add to its
// own ships in every month.
var Pools = define(PoolsColumns{
	Schema:    &Schema{Name: "pools", Title: "Ships of pools"},
	Scenario:  scenarioColumn,
	Month:     monthColumn,
	Pool:      text("pool", "name of the pool"),
	Service:   text("service", "segment its ships serve, or trade outside the corridor"),
	Trade:     boolean("trade", "true for a trade outside the corridor"),
	Ships:     number("ships", "1", "ships there, as a part of all that the pool has in the base year"),
	OwnShips:  number("own_ships", "1", "those the service is stated with, counted likewise: at so many a segment has its stated capacity"),
	Earnings:  number("earnings", "1", "of a ship-day, 1 being those of the base year"),
	CarriedMt: number("carried_mt", "Mt", "carried in the month, of a segment with the traffic of others"),
})

// MatrixColumns are the columns of matrix.csv.
type MatrixColumns struct {
	*Schema
	Scenario, Growth, Investment                                                                                                                                                                         TextColumn
	FirstHeldBackMonth, TargetMonth                                                                                                                                                                      MonthColumn
	TargetCapacityMt, DivertedBeforeTargetMt, DivertedMt, ThroughputEndMt, PotentialEndMt, CapacityEndMt, CapexMUSD, OfferedBeforeTargetMt, SpentBeforeMUSD, SpentAfterMUSD, ForLaterMUSD, ForOthersMUSD NumberColumn
	GrowthTitle, InvestmentTitle                                                                                                                                                                         TextColumn
}

// Matrix is matrix.csv: one row per pair of growth and investment overlay.
var Matrix = define(MatrixColumns{
	Schema:                 &Schema{Name: "matrix", Title: "Growth against investment"},
	Scenario:               scenarioColumn,
	Growth:                 text("growth", "growth overlay"),
	Investment:             text("investment", "investment overlay"),
	FirstHeldBackMonth:     month("first_held_back_month", "first month in which a segment holds back cargo, a tonne or more; empty when never"),
	TargetMonth:            month("target_month", "first month with the target capacity; empty when never"),
	TargetCapacityMt:       number("target_capacity_mt", "Mt/yr", "the target capacity"),
	DivertedBeforeTargetMt: number("diverted_before_target_mt", "Mt", "cargo turned away before the target capacity is reached (over the whole horizon when it never is)"),
	DivertedMt:             number("diverted_mt", "Mt", "cargo turned away over the whole horizon"),
	ThroughputEndMt:        number("throughput_end_mt", "Mt", "carried in the last full year"),
	PotentialEndMt:         number("potential_end_mt", "Mt", "potential of the last full year"),
	CapacityEndMt:          number("capacity_end_mt", "Mt/yr", "capacity at the end of the last full year, of the kind that the target asks for"),
	CapexMUSD:              number("capex_musd", "USD million (2025 prices)", "capital spent over the whole horizon"),
	OfferedBeforeTargetMt:  number("offered_before_target_mt", "Mt", "cargo that came to the corridor in the time of diverted_before_target_mt: what is faster or cheaper draws more, and can turn away more of it"),
	SpentBeforeMUSD:        number("spent_before_musd", "USD million (2025 prices)", "cost of the projects spent before the horizon"),
	SpentAfterMUSD:         number("spent_after_musd", "USD million (2025 prices)", "cost of the projects left for after it"),
	ForLaterMUSD:           number("for_later_musd", "USD million (2025 prices)", "of what is spent by the end of the last full year, before the horizon included: for works that do not serve by then"),
	ForOthersMUSD:          number("for_others_musd", "USD million (2025 prices)", "of the rest of it: for traffic outside the corridor, in proportion to what passes the segments that the works change"),
	GrowthTitle:            text("growth_title", "the growth overlay, for readers"),
	InvestmentTitle:        text("investment_title", "the investment overlay, for readers"),
})
