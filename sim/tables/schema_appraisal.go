package tables

// Views on what a project brings, as appraisal.csv has them.
const (
	FirstIn = "first-in"
	LastIn  = "last-in"
	Shapley = "shapley"
	Delayed = "a-year-late"
)

// Present values among the metrics of an appraisal.
const (
	NPV             = "npv_musd" // of benefits less costs
	PresentBenefits = "benefits_musd"
	PresentCosts    = "costs_musd"
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
	Metric:     text("metric", "what is changed: a column of annual.csv, or npv_musd, the net present value in USD million"),
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
	Metric:     text("metric", "what is changed: a column of annual.csv, or npv_musd, benefits_musd or costs_musd, present values in USD million"),
	Period:     text("period", "year, or all for the sum over the years simulated"),
	Without:    number("without", "as the metric", "mean of the draws without any of them; empty of a present value"),
	With:       number("with", "as the metric", "mean of the draws with all of them; likewise"),
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
	NPVMUSD, NPVError, NPVP05, NPVP95     NumberColumn
	NPVFirstMUSD, NPVLastMUSD             NumberColumn
	WorthFirstShare, WorthLastShare       NumberColumn
	BenefitsMUSD, CostsMUSD, Ratio        NumberColumn
	RatioFirst, RatioLast                 NumberColumn
	InternalRatePerYear                   NumberColumn
	USDPerT                               NumberColumn
	LateNPVMUSD                           NumberColumn
}

// Ranking is ranking.csv: the projects and measures, first what brings most.
var Ranking = define(RankingColumns{
	Schema: &Schema{
		Name: "ranking", Title: "Projects and measures by what they bring",
		Description: "By the Shapley value of the net present value, or, where the scenario does not say what things are worth, of what is carried in the years simulated.",
	},
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

	NPVMUSD:             number("npv_musd", "USD million", "net present value: Shapley value, mean of the draws; empty, as all that follows, where the scenario does not say what things are worth"),
	NPVError:            number("npv_error", "USD million", "standard error of that"),
	NPVP05:              number("npv_p05", "USD million", "what 5 % of the draws stay below, over futures and orders"),
	NPVP95:              number("npv_p95", "USD million", "what 95 % of the draws stay below"),
	NPVFirstMUSD:        number("npv_first_musd", "USD million", "net present value of the project alone"),
	NPVLastMUSD:         number("npv_last_musd", "USD million", "of the project beside all the others"),
	WorthFirstShare:     number("worth_first_share", "", "share of the draws in which the project alone is worth its cost: net present value above 0"),
	WorthLastShare:      number("worth_last_share", "", "the same beside all the others"),
	BenefitsMUSD:        number("benefits_musd", "USD million", "present value of the benefits, with what works leave at the end: Shapley value"),
	CostsMUSD:           number("costs_musd", "USD million", "present value of the corridor's part of building and keeping it going: Shapley value"),
	Ratio:               number("ratio", "", "benefits over costs; empty where nothing is spent"),
	RatioFirst:          number("ratio_first", "", "the same of the project alone"),
	RatioLast:           number("ratio_last", "", "the same of the project beside all the others"),
	InternalRatePerYear: number("internal_rate_per_year", "per year", "discount rate at which the mean of the draws is worth nothing; empty where there is none, or more than one"),
	USDPerT:             number("usd_per_t", "USD/t", "costs over what more is carried in all years appraised, both as present values; empty where no more is carried"),
	LateNPVMUSD:         number("late_npv_musd", "USD million", "what a year's delay changes in the net present value of all"),
})
