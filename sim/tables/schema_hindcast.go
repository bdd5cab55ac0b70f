package tables

// The kinds of hindcast, by what a run is told of the years after its origin.
const (
	Forecast    = "forecast"    // nothing that was published after it
	Conditional = "conditional" // rates, water, closures and dated shocks
	Informed    = "informed"    // these, and the agreements of later years: for calibration alone
)

// AllYears is what a score is over that counts all rows of hindcast.csv by rolling origin.
const AllYears = "years"

var kindColumn = text("kind", "forecast: nothing known that was published after the origin; or conditional: rates, water, closures and dated shocks of the year given")

// HindcastColumns are the columns of hindcast.csv.
type HindcastColumns struct {
	*Schema
	Scenario, Kind, Case, Metric, Scope                                 TextColumn
	Year, Actual, Model, LastValue, Drift, DiscountedPlan, OfficialPlan NumberColumn
	PlanKnown                                                           TextColumn
}

// Hindcast is hindcast.csv: what the model and, beside its forecasts, plain rules would have
// said, beside what happened.
var Hindcast = define(HindcastColumns{
	Schema:         &Schema{Name: "hindcast", Title: "Hindcast against actual"},
	Scenario:       scenarioColumn,
	Kind:           kindColumn,
	Case:           text("case", "fit, hold-out, or rolling origin such as 2023→2024"),
	Metric:         text("metric", "throughput_mt, containers_kteu or oil_mt"),
	Scope:          text("scope", "series compared with: headline or like-for-like"),
	Year:           integer("year", "year compared"),
	Actual:         number("actual", "as the metric", "what happened"),
	Model:          number("model", "as the metric", "what the model says"),
	LastValue:      number("last_value", "as the metric", "naive forecast: the year before; empty where it is not known, or the row is conditional"),
	Drift:          number("drift", "as the metric", "naive forecast: the year before and the mean change over all years known then"),
	DiscountedPlan: number("discounted_plan", "as the metric", "naive forecast: 0.8 of the official plan, where one was published by the end of the origin year"),
	OfficialPlan:   number("official_plan", "as the metric", "official plan made before or in the year; empty when none was found"),
	PlanKnown:      text("plan_known", "month in which the plan was published"),
})

// The columns of what was observed.
var (
	seriesColumn      = text("series", "name of the series")
	seriesTitleColumn = text("title", "name of the series for readers")
	countedColumn     = text("scope", "what the source counts")
	spanColumn        = text("period", "year, quarter, month or span of months")
	fromColumn        = month("from", "first month of the period")
	toColumn          = month("to", "last month of the period")
	unitColumn        = text("unit", "unit of the series")
	observedColumn    = number("observed", "see unit", "what was observed in the period")
)

// SeriesColumns are the columns of series.csv.
type SeriesColumns struct {
	*Schema
	Scenario, Kind, Case, Series, Title, Scope, Period TextColumn
	From, To                                           MonthColumn
	Unit, Known                                        TextColumn
	Observed, Model                                    NumberColumn
}

// Series is series.csv: what was observed of a year and its parts, each in the scope of its
// series, beside the model from the end of the year before.
var Series = define(SeriesColumns{
	Schema:   &Schema{Name: "series", Title: "Observed series and the model"},
	Scenario: scenarioColumn,
	Kind:     kindColumn,
	Case:     text("case", "rolling origin such as 2023→2024"),
	Series:   seriesColumn,
	Title:    seriesTitleColumn,
	Scope:    countedColumn,
	Period:   spanColumn,
	From:     fromColumn,
	To:       toColumn,
	Unit:     unitColumn,
	Known:    text("known", "month in which the observation was published"),
	Observed: observedColumn,
	Model:    number("model", "see unit", "what the model says of the period, in the scope of the series"),
})

// ScoresColumns are the columns of scores.csv.
type ScoresColumns struct {
	*Schema
	Scenario, Kind, Over, Forecaster  TextColumn
	Comparisons, MeanAbsolute, RMSLog NumberColumn
}

// Scores is scores.csv: how far forecasters were off, from rolling origins.
var Scores = define(ScoresColumns{
	Schema:       &Schema{Name: "scores", Title: "Errors of forecasters"},
	Scenario:     scenarioColumn,
	Kind:         kindColumn,
	Over:         text("over", "years: all rows of hindcast.csv by rolling origin; otherwise a series of series.csv"),
	Forecaster:   text("forecaster", "column of hindcast.csv: model, last_value, drift, discounted_plan"),
	Comparisons:  integer("comparisons", "rows compared"),
	MeanAbsolute: number("mean_absolute", "ratio", "mean absolute error over what happened"),
	RMSLog:       number("rms_log", "", "root mean square of ln(said/happened); empty where nothing was said to come"),
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
