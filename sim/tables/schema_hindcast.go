package tables

// HindcastColumns are the columns of hindcast.csv.
type HindcastColumns struct {
	*Schema
	Scenario, Case, Metric, Scope                            TextColumn
	Year, Actual, Model, LastValue, LastGrowth, OfficialPlan NumberColumn
}

// Hindcast is hindcast.csv: what the model and plain rules would have said, beside
// what happened.
var Hindcast = define(HindcastColumns{
	Schema:       &Schema{Name: "hindcast", Title: "Hindcast against actual"},
	Scenario:     scenarioColumn,
	Case:         text("case", "fit, hold-out, or rolling origin such as 2023→2024"),
	Metric:       text("metric", "throughput_mt or containers_kteu"),
	Scope:        text("scope", "series compared with: headline or like-for-like"),
	Year:         integer("year", "year compared"),
	Actual:       number("actual", "as the metric", "what happened"),
	Model:        number("model", "as the metric", "what the model says"),
	LastValue:    number("last_value", "as the metric", "naive forecast: the year before"),
	LastGrowth:   number("last_growth", "as the metric", "naive forecast: the year before, grown as it had grown; empty where it grew from nothing"),
	OfficialPlan: number("official_plan", "as the metric", "official plan made before or early in the year; empty when none was found"),
})

// ExperimentsColumns are the columns of experiments.csv.
type ExperimentsColumns struct {
	*Schema
	Scenario, Experiment, Title, Metric TextColumn
	ObservedLow, ObservedHigh, Model    NumberColumn
	SignRight, SizeRight                BooleanColumn
}

// Experiments is experiments.csv: natural experiments as tests of sign and size.
var Experiments = define(ExperimentsColumns{
	Schema:       &Schema{Name: "experiments", Title: "Natural experiments"},
	Scenario:     scenarioColumn,
	Experiment:   text("experiment", "name of the experiment"),
	Title:        text("title", "what happened"),
	Metric:       text("metric", "what is compared"),
	ObservedLow:  number("observed_low", "ratio", "least change observed; 0.1 is 10 % more"),
	ObservedHigh: number("observed_high", "ratio", "greatest change observed"),
	Model:        number("model", "ratio", "change the model says; empty from nothing, or to no value"),
	SignRight:    boolean("sign_right", "whether the model moves the way it moved; empty where it says nothing"),
	SizeRight:    boolean("size_right", "whether it lies between the observed bounds"),
})

// StudiesColumns are the columns of studies.csv.
type StudiesColumns struct {
	*Schema
	Scenario, Study, Conditions, Quantity, Scope TextColumn
	Year                                         NumberColumn
	Unit                                         TextColumn
	StudyValue, ModelValue                       NumberColumn
	Note                                         TextColumn
}

// Studies is studies.csv: headline figures of published studies beside the model
// run under their conditions.
var Studies = define(StudiesColumns{
	Schema:     &Schema{Name: "studies", Title: "Published studies"},
	Scenario:   scenarioColumn,
	Study:      text("study", "name of the study"),
	Conditions: text("conditions", "scenario or overlays the model was run under"),
	Quantity:   text("quantity", "what is compared"),
	Scope:      text("scope", "what the study counts"),
	Year:       integer("year", "year of the figure"),
	Unit:       text("unit", "unit of the figures"),
	StudyValue: number("study_value", "see unit", "figure of the study"),
	ModelValue: number("model_value", "see unit", "figure of the model, converted to the study's scope where it can be"),
	Note:       text("note", "how the two compare"),
})
