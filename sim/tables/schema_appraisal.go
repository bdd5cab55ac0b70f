package tables

// Views on what a project brings, as appraisal.csv has them.
const (
	FirstIn = "first-in"
	LastIn  = "last-in"
	Shapley = "shapley"
	Delayed = "a-year-late"
)

// Total is the period of what is summed over the years simulated.
const Total = "all"

// AppraisalColumns are the columns of appraisal.csv.
type AppraisalColumns struct {
	*Schema
	Scenario, Project, Title, View, Metric, Period  TextColumn
	Futures, Mean, Error, P05, P50, P95, AboveShare NumberColumn
}

// Appraisal is appraisal.csv: what each project and measure brings.
var Appraisal = define(AppraisalColumns{
	Schema: &Schema{
		Name:  "appraisal",
		Title: "What each project and measure brings",
		Description: "In every future four views. First in: with the project alone, against none of those appraised. Last in: with all, against all but the project. " +
			"Shapley: the mean, over orders in which all may come, of what it adds to those before it, so that the values of all add up to what all bring; each draw takes a few orders at random. " +
			"A year late: with all and its works a year longer, against all in time.",
	},
	Scenario:   scenarioColumn,
	Project:    text("project", "name of the project, measure or package"),
	Title:      text("title", "its name for readers"),
	View:       text("view", "first-in, last-in, shapley or a-year-late"),
	Metric:     text("metric", "what is changed: a column of annual.csv"),
	Period:     text("period", "year, or all for the sum over the years simulated"),
	Futures:    integer("futures", "draws in which the difference has a value"),
	Mean:       number("mean", "as the metric", "mean difference"),
	Error:      number("error", "as the metric", "standard error of the mean, from the draws"),
	P05:        number("p05", "as the metric", "difference that 5 % of the draws stay below; of the Shapley value over futures and orders"),
	P50:        number("p50", "as the metric", "median"),
	P95:        number("p95", "as the metric", "difference that 95 % of the draws stay below"),
	AboveShare: number("above_share", "", "share of the draws in which it is above 0"),
})

// TogetherColumns are the columns of together.csv.
type TogetherColumns struct {
	*Schema
	Scenario, Metric, Period            TextColumn
	Without, With                       NumberColumn
	Futures, Mean, Error, P05, P50, P95 NumberColumn
	AboveShare                          NumberColumn
}

// Together is together.csv: what all that is appraised brings together.
var Together = define(TogetherColumns{
	Schema:     &Schema{Name: "together", Title: "What all projects and measures appraised bring together"},
	Scenario:   scenarioColumn,
	Metric:     text("metric", "what is changed: a column of annual.csv"),
	Period:     text("period", "year, or all for the sum over the years simulated"),
	Without:    number("without", "as the metric", "mean of the draws without any of them"),
	With:       number("with", "as the metric", "mean of the draws with all of them"),
	Futures:    integer("futures", "draws in which the difference has a value"),
	Mean:       number("mean", "as the metric", "mean difference"),
	Error:      number("error", "as the metric", "standard error of the mean, from the draws"),
	P05:        number("p05", "as the metric", "difference that 5 % of the draws stay below"),
	P50:        number("p50", "as the metric", "median"),
	P95:        number("p95", "as the metric", "difference that 95 % of the draws stay below"),
	AboveShare: number("above_share", "", "share of the draws in which it is above 0"),
})

// RankingColumns are the columns of ranking.csv.
type RankingColumns struct {
	*Schema
	Scenario                              TextColumn
	Rank                                  NumberColumn
	Project, Title, Kind, Class, Country  TextColumn
	Soft                                  BooleanColumn
	CapexMUSD                             NumberColumn
	CarriedMt, CarriedError               NumberColumn
	CarriedP05, CarriedP95                NumberColumn
	CarriedFirstMt, CarriedLastMt, LateMt NumberColumn
}

// Ranking is ranking.csv: the projects and measures, first what brings most.
var Ranking = define(RankingColumns{
	Schema:         &Schema{Name: "ranking", Title: "Projects and measures by what they bring", Description: "By the Shapley value of what is carried in the years simulated. Works that come into use late in these years bring more after them."},
	Scenario:       scenarioColumn,
	Rank:           integer("rank", "place, 1 for what brings most"),
	Project:        text("project", "name of the project, measure or package"),
	Title:          text("title", "its name for readers"),
	Kind:           text("kind", "what is built, as far as the scenario says"),
	Class:          text("class", "who builds, as far as the scenario says"),
	Country:        text("country", "where, as far as the scenario says"),
	Soft:           boolean("soft", "whether it is a measure, and no works"),
	CapexMUSD:      number("capex_musd", "USD million (2025 prices)", "capital spent on it in the years simulated, mean of the draws"),
	CarriedMt:      number("carried_mt", "Mt", "what it adds to all that is carried in the years simulated: Shapley value, mean of the draws"),
	CarriedError:   number("carried_error", "Mt", "standard error of that"),
	CarriedP05:     number("carried_p05", "Mt", "what 5 % of the draws stay below, over futures and orders"),
	CarriedP95:     number("carried_p95", "Mt", "what 95 % of the draws stay below"),
	CarriedFirstMt: number("carried_first_mt", "Mt", "what it adds alone"),
	CarriedLastMt:  number("carried_last_mt", "Mt", "what it adds to all the others"),
	LateMt:         number("late_mt", "Mt", "what a year's delay changes"),
})
