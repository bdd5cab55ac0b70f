package tables

// NoYears is the fit that knows no year: the prior.
const NoYears = "prior"

var (
	fitColumn       = text("fit", "years whose observations the parameters were calibrated on, such as 2023–2024; prior for none")
	parameterColumn = text("parameter", "name of the uncertainty of the scenario that is calibrated")
)

// ParametersColumns are the columns of parameters.csv.
type ParametersColumns struct {
	*Schema
	Scenario, Fit, Parameter, Title, Path    TextColumn
	PriorP05, PriorP50, PriorP95             NumberColumn
	PosteriorP05, PosteriorP50, PosteriorP95 NumberColumn
	Narrower, Moved                          NumberColumn
	Identified, AtBound                      BooleanColumn
}

// Parameters is parameters.csv: what the observations tell about each parameter.
var Parameters = define(ParametersColumns{
	Schema:       &Schema{Name: "parameters", Title: "Parameters before and after calibration"},
	Scenario:     scenarioColumn,
	Fit:          fitColumn,
	Parameter:    parameterColumn,
	Title:        text("title", "name of the uncertainty for readers; empty where it has none"),
	Path:         text("path", "number of the scenario that it is"),
	PriorP05:     number("prior_p05", "as the number", "5 % of the prior"),
	PriorP50:     number("prior_p50", "as the number", "median of the prior"),
	PriorP95:     number("prior_p95", "as the number", "95 % of the prior"),
	PosteriorP05: number("posterior_p05", "as the number", "5 % of the posterior"),
	PosteriorP50: number("posterior_p50", "as the number", "median of the posterior"),
	PosteriorP95: number("posterior_p95", "as the number", "95 % of the posterior"),
	Narrower:     number("narrower", "ratio", "how much narrower the central 90 % of the posterior are than those of the prior, in ranks of the prior; below 0 where they are wider"),
	Moved:        number("moved", "ratio", "median of the posterior less that of the prior, in ranks of the prior: from -0.5 to 0.5"),
	Identified:   boolean("identified", "whether the observations tell something about it; otherwise the prior stands"),
	AtBound:      boolean("at_bound", "whether a tenth of the posterior or more lies in the last hundredth of the prior on one side"),
})

// SampleColumns are the columns of sample.csv.
type SampleColumns struct {
	*Schema
	Scenario, Fit TextColumn
	Row           NumberColumn
	Parameter     TextColumn
	Value         NumberColumn
}

// Sample is sample.csv: joint draws of the parameters, all equally likely.
var Sample = define(SampleColumns{
	Schema:    &Schema{Name: "sample", Title: "Sample of the parameters before and after calibration"},
	Scenario:  scenarioColumn,
	Fit:       fitColumn,
	Row:       integer("row", "joint draw, counted from 1"),
	Parameter: parameterColumn,
	Value:     number("value", "as the number", "its value in this draw"),
})

// PredictiveColumns are the columns of predictive.csv.
type PredictiveColumns struct {
	*Schema
	Scenario, Fit, Kind, Series, Title, Scope, Period TextColumn
	From, To                                          MonthColumn
	Unit                                              TextColumn
	Origin, Horizon                                   NumberColumn
	Fitted, Judged                                    BooleanColumn
	Observed, Error, Discrepancy                      NumberColumn
	P05, P25, P50, P75, P95, PIT                      NumberColumn
}

// Predictive is predictive.csv: what was observed beside what the calibrated model says
// of it, with all that it may be off.
var Predictive = define(PredictiveColumns{
	Schema:      &Schema{Name: "predictive", Title: "Observations and the predictive distribution"},
	Scenario:    scenarioColumn,
	Fit:         fitColumn,
	Kind:        text("kind", "forecast: nothing known that was published after the origin; conditional: rates, water, closures and dated shocks of the years given; or informed: agreements too, as parameters are calibrated"),
	Series:      seriesColumn,
	Title:       seriesTitleColumn,
	Scope:       countedColumn,
	Period:      spanColumn,
	From:        fromColumn,
	To:          toColumn,
	Unit:        unitColumn,
	Origin:      integer("origin", "year at whose end it is said"),
	Horizon:     integer("horizon", "years from the origin to the year of the period"),
	Fitted:      boolean("fitted", "whether this observation is one the fit was calibrated on"),
	Judged:      boolean("judged", "whether it is scored: the fit knows the years up to the origin and none after"),
	Observed:    observedColumn,
	Error:       number("error", "ratio", "standard deviation of the observation about what happened"),
	Discrepancy: number("discrepancy", "ratio", "standard deviation of what happened about the model at its best"),
	P05:         number("p05", "see unit", "5 % of the predictive distribution"),
	P25:         number("p25", "see unit", "25 % of the predictive distribution"),
	P50:         number("p50", "see unit", "its median"),
	P75:         number("p75", "see unit", "75 % of the predictive distribution"),
	P95:         number("p95", "see unit", "95 % of the predictive distribution"),
	PIT:         number("pit", "ratio", "probability integral transform: the probability it gave to less than was observed"),
})

// StagesColumns are the columns of stages.csv.
type StagesColumns struct {
	*Schema
	Scenario, Fit, Stage             TextColumn
	Points, Kept                     NumberColumn
	Left, Tolerance, EffectivePoints NumberColumn
}

// Stages is stages.csv: how the calibration went.
var Stages = define(StagesColumns{
	Schema:          &Schema{Name: "stages", Title: "Waves and generations of a calibration"},
	Scenario:        scenarioColumn,
	Fit:             fitColumn,
	Stage:           text("stage", "wave of history matching or generation of the sampling, such as wave 1"),
	Points:          integer("points", "points simulated"),
	Kept:            integer("kept", "of a wave: points that are not ruled out; empty of a generation"),
	Left:            number("left", "ratio", "of a wave: part of the prior that is not ruled out; empty of a generation"),
	Tolerance:       number("tolerance", "", "of a generation: errors count as if they were this many times as large, 1 at last; empty of a wave"),
	EffectivePoints: number("effective_points", "", "of a generation: number of points that its weights are worth; empty of a wave"),
})

// SkillColumns are the columns of skill.csv.
type SkillColumns struct {
	*Schema
	Scenario, Kind, Over           TextColumn
	Horizon                        NumberColumn
	Forecaster                     TextColumn
	Comparisons, CRPS, Skill       NumberColumn
	LogScore, Covered50, Covered90 NumberColumn
}

// Skill is skill.csv: how good forecasts were as distributions, from rolling origins, of
// observations that no fit knew.
var Skill = define(SkillColumns{
	Schema:      &Schema{Name: "skill", Title: "Scores of forecasts as distributions"},
	Scenario:    scenarioColumn,
	Kind:        kindColumn,
	Over:        text("over", "years: all whole years of all series; a year such as 2025: those of it; otherwise a series, with all its periods, of which those of one year and origin share the weight of one"),
	Horizon:     integer("horizon", "years from the origin to the year forecast; empty for all"),
	Forecaster:  text("forecaster", "model: calibrated on the years up to the origin; prior: not calibrated; or a naive forecast: last_value, drift"),
	Comparisons: integer("comparisons", "observations compared, each from each origin: those that every forecaster of the kind has forecast"),
	CRPS:        number("crps", "", "mean continuous ranked probability score of ln(value): less is better; of one value it is the absolute error"),
	Skill:       number("skill", "ratio", "part of the CRPS of the best naive forecast of this row that is saved; empty for naive forecasts"),
	LogScore:    number("log_score", "", "mean of -ln of the density of ln(value) at what was observed: less is better; empty where the density was 0"),
	Covered50:   number("covered_50", "ratio", "part of the observations within the central 50 %"),
	Covered90:   number("covered_90", "ratio", "part of the observations within the central 90 %"),
})
