package tables

// Names of plans that plans.csv has beside those of the front.
const (
	PlanNothing    = "nothing"
	PlanEverything = "everything"
	PlanBest       = "best"
	PlanCheapest   = "cheapest"
	PlanKnee       = "knee"
)

// PlanNames lists them, those first by which a plan that has earned several is called.
var PlanNames = []string{PlanNothing, PlanBest, PlanCheapest, PlanKnee, PlanEverything}

var planColumn = text("plan", "name of the plan: best (in the first objective), knee, cheapest, nothing, everything, or a number in the order of their cost")

// PlansColumns are the columns of plans.csv.
type PlansColumns struct {
	*Schema
	Scenario, Plan, Also               TextColumn
	Front                              BooleanColumn
	Projects                           NumberColumn
	CostMUSD, CostP05MUSD, CostP95MUSD NumberColumn
	WithinShare, AfterMUSD             NumberColumn
}

// Plans is plans.csv: the plans of which none is better in every objective, and what they cost.
var Plans = define(PlansColumns{
	Schema: &Schema{
		Name:        "plans",
		Title:       "Plans of which none is better in every objective",
		Description: "Costs are what is paid for what is decided, building and upkeep, from the month of the decision to the horizon, over the draws of which figures are given. What was paid before is the same in all plans, and left out.",
	},
	Scenario:    scenarioColumn,
	Plan:        planColumn,
	Also:        text("also", "other names that the plan has earned, joined by ;"),
	Front:       boolean("front", "whether no plan that was tried is better in every objective and keeps the budgets"),
	Projects:    integer("projects", "projects and measures that go ahead of those to decide on"),
	CostMUSD:    number("cost_musd", "USD million (2025 prices)", "mean cost to the horizon"),
	CostP05MUSD: number("cost_p05_musd", "USD million (2025 prices)", "cost that 5 % of the draws stay below"),
	CostP95MUSD: number("cost_p95_musd", "USD million (2025 prices)", "cost that 95 % of the draws stay below"),
	WithinShare: number("within_share", "", "share of the draws in which the budgets are kept; empty without a budget"),
	AfterMUSD:   number("after_musd", "USD million (2025 prices)", "what is left to pay for building after the horizon, as planned"),
})

// MembersColumns are the columns of members.csv.
type MembersColumns struct {
	*Schema
	Scenario, Plan, Project, Title TextColumn
	Taken                          BooleanColumn
	Start                          MonthColumn
	LaterMonths, CostMUSD          NumberColumn
	FrontShare                     NumberColumn
}

// Members is members.csv: which projects and measures each plan has, and when they begin.
var Members = define(MembersColumns{
	Schema:      &Schema{Name: "members", Title: "Projects and measures of each plan"},
	Scenario:    scenarioColumn,
	Plan:        planColumn,
	Project:     text("project", "name of the project or measure"),
	Title:       text("title", "its name for readers"),
	Taken:       boolean("taken", "whether the plan has it"),
	Start:       month("start", "month in which it begins; empty where the plan does not have it"),
	LaterMonths: integer("later_months", "how much later that is than in the scenario; empty likewise"),
	CostMUSD:    number("cost_musd", "USD million (2025 prices)", "its mean cost in this plan to the horizon; empty likewise"),
	FrontShare:  number("front_share", "", "share of all plans of the front that have it"),
})

// PlanYearsColumns are the columns of planyears.csv.
type PlanYearsColumns struct {
	*Schema
	Scenario, Plan                     TextColumn
	Year                               NumberColumn
	CostMUSD, CostP05MUSD, CostP95MUSD NumberColumn
}

// PlanYears is planyears.csv: what each plan costs by year.
var PlanYears = define(PlanYearsColumns{
	Schema:      &Schema{Name: "planyears", Title: "What plans cost by year"},
	Scenario:    scenarioColumn,
	Plan:        planColumn,
	Year:        integer("year", "calendar year"),
	CostMUSD:    number("cost_musd", "USD million (2025 prices)", "mean cost in the year"),
	CostP05MUSD: number("cost_p05_musd", "USD million (2025 prices)", "cost that 5 % of the draws stay below"),
	CostP95MUSD: number("cost_p95_musd", "USD million (2025 prices)", "cost that 95 % of the draws stay below"),
})

// RobustnessColumns are the columns of robustness.csv.
type RobustnessColumns struct {
	*Schema
	Scenario, Plan, Objective, Metric, Title, Unit TextColumn
	Least                                          BooleanColumn
	Value, Low, High, Tried                        NumberColumn
	Mean, P05, P10, P50, P90, P95                  NumberColumn
	Gain, GainLow, GainHigh, BetterShare, Regret   NumberColumn
}

// Robustness is robustness.csv: what plans come to under uncertainty.
var Robustness = define(RobustnessColumns{
	Schema: &Schema{
		Name:        "robustness",
		Title:       "What plans come to under uncertainty",
		Description: "Plans were chosen on other draws than those of which these figures are, for the best of many looks better than it is on the draws that chose it. All plans meet the same futures.",
	},
	Scenario:    scenarioColumn,
	Plan:        planColumn,
	Objective:   text("objective", "statistic of the metric, as it was asked for"),
	Metric:      text("metric", "column of annual.csv and year, a sum of years, or cost"),
	Title:       text("title", "the metric for readers"),
	Unit:        text("unit", "unit of the metric"),
	Least:       boolean("least", "whether less of the metric is better"),
	Value:       number("value", "as the objective", "value of the objective"),
	Low:         number("low", "as the objective", "lower end of its 95 % interval; empty for a regret"),
	High:        number("high", "as the objective", "upper end likewise"),
	Tried:       number("tried", "as the objective", "value on the draws on which plans were chosen; empty for a plan that was not tried"),
	Mean:        number("mean", "as the metric", "mean of the draws"),
	P05:         number("p05", "as the metric", "value that 5 % of the draws stay below"),
	P10:         number("p10", "as the metric", "value that 10 % of the draws stay below"),
	P50:         number("p50", "as the metric", "median"),
	P90:         number("p90", "as the metric", "value that 90 % of the draws stay below"),
	P95:         number("p95", "as the metric", "value that 95 % of the draws stay below"),
	Gain:        number("gain", "as the metric", "mean difference to doing nothing, future by future"),
	GainLow:     number("gain_low", "as the metric", "lower end of its 95 % interval"),
	GainHigh:    number("gain_high", "as the metric", "upper end likewise"),
	BetterShare: number("better_share", "", "share of the futures in which the plan is better than doing nothing"),
	Regret:      number("regret", "as the metric", "largest difference, in any future, to the best of the plans listed that keep the budgets"),
})

// RegretColumns are the columns of regret.csv.
type RegretColumns struct {
	*Schema
	Scenario, Plan, Against, AgainstTitle, Objective, Metric, Title, Unit TextColumn
	Value, Best, Regret, Worst                                            NumberColumn
}

// Regret is regret.csv: how far each plan is from the best in each of several scenarios.
var Regret = define(RegretColumns{
	Schema: &Schema{
		Name:        "regret",
		Title:       "Regret of plans in several scenarios",
		Description: "The best is that of the plans listed that keep the budgets; a plan made for the scenario alone could do better, so regrets are at least these.",
	},
	Scenario:     scenarioColumn,
	Plan:         planColumn,
	Against:      text("against", "scenario in which the plan is carried out"),
	AgainstTitle: text("against_title", "title of that scenario"),
	Objective:    text("objective", "statistic of the metric in it; the mean for a regret"),
	Metric:       text("metric", "column of annual.csv and year, a sum of years, or cost"),
	Title:        text("title", "the metric for readers"),
	Unit:         text("unit", "unit of the metric"),
	Value:        number("value", "as the objective", "what the plan comes to there"),
	Best:         number("best", "as the objective", "what the best plan comes to there"),
	Regret:       number("regret", "as the objective", "how much worse that is than the best"),
	Worst:        number("worst", "as the objective", "largest regret of the plan over the scenarios"),
})

// SignpostsColumns are the columns of signposts.csv.
type SignpostsColumns struct {
	*Schema
	Scenario                                            TextColumn
	Signpost                                            NumberColumn
	Plan, Other, Observed, Title                        TextColumn
	Low, High, AllShare, Share, Futures, Coverage, Gain NumberColumn
}

// Signposts is signposts.csv: what, once observed, would speak for another plan.
var Signposts = define(SignpostsColumns{
	Schema: &Schema{
		Name:        "signposts",
		Title:       "Observations that would change the plan",
		Description: "Each row is a limit on something that can be observed under the plan; where all limits of a signpost hold, the other plan is mostly better. Found by PRIM (Friedman & Fisher 1999) on one half of the futures, and judged on the other.",
	},
	Scenario: scenarioColumn,
	Signpost: integer("signpost", "number of the signpost, the one first that is worth most"),
	Plan:     planColumn,
	Other:    text("other", "name of the plan that is better"),
	Observed: text("observed", "what is observed: a column of annual.csv and year, or that a project serves by the end of the year"),
	Title:    text("title", "the same for readers"),
	Low:      number("low", "as the metric", "least value within the limits; empty for none; 1 of a project that serves"),
	High:     number("high", "as the metric", "largest value within them; empty for none; 0 of a project that does not serve"),
	AllShare: number("all_share", "", "share of all futures in which the other plan is better in the first objective's metric"),
	Share:    number("share", "", "share of the futures within the limits in which it is, of the half that judges"),
	Futures:  integer("futures", "futures within the limits, of that half"),
	Coverage: number("coverage", "", "share of the futures in which the other plan is better that lie within the limits"),
	Gain:     number("gain", "as the metric", "mean of what the other plan has more within the limits"),
})
