package tables

// How a figure came about, as evidence.csv says it. A figure of the scenario is of one of the
// first three, which are those of figures.csv, or calibrated.
const (
	Published  = "published"
	Derived    = "derived"
	Assumed    = "assumed"
	Calibrated = "calibrated"
	OfProjects = "project" // how a project turns out
)

// Statuses lists them in the order they are reported.
var Statuses = []string{Published, Derived, Calibrated, Assumed, OfProjects}

var headlineColumn = text("headline", "name of the headline figure")

// PartsColumns are parts of a variance by how figures came about.
type PartsColumns struct {
	Published, Derived, Calibrated, Assumed, Projects, Rest NumberColumn
}

// Of returns the part of a status.
func (c *PartsColumns) Of(status string) NumberColumn {
	switch status {
	case Published:
		return c.Published
	case Derived:
		return c.Derived
	case Calibrated:
		return c.Calibrated
	case Assumed:
		return c.Assumed
	}
	return c.Projects
}

// HeadlinesColumns are the columns of headlines.csv.
type HeadlinesColumns struct {
	*Schema
	Scenario, Headline, Title, Metric, At TextColumn
	Value, Threshold                      NumberColumn
	AtMost, Met                           BooleanColumn
	Futures, Mean, SD, P05, P50, P95      NumberColumn
	MetShare                              NumberColumn
	Part                                  PartsColumns
	Together                              NumberColumn
	TogetherOf                            TextColumn
	ValueTogether                         NumberColumn
}

// Headlines is headlines.csv: the headline figures, how sure they are, and what their variance
// comes from.
var Headlines = define(HeadlinesColumns{
	Schema: &Schema{
		Name:  "headlines",
		Title: "Headline figures and what their variance comes from",
		Description: "A part of the variance is that by which it would fall, reckoned linearly and in the mean, if all figures of that kind were known: R² of a linear regression on them over the draws, adjusted for their number, 0 where that is less. " +
			"Where figures of two kinds go together the parts overlap. The rest is hazards, what several figures do only together, and what is not linear.",
	},
	Scenario:  scenarioColumn,
	Headline:  headlineColumn,
	Title:     text("title", "the figure for readers"),
	Metric:    text("metric", "expression on result columns"),
	At:        text("at", "year or month"),
	Value:     number("value", "as the metric", "value in the expected future"),
	Threshold: number("threshold", "as the metric", "what a target asks for; empty where the figure is no target"),
	AtMost:    boolean("at_most", "whether the target is to stay under the threshold; empty where the figure is no target"),
	Met:       boolean("met", "whether the expected future meets the target; empty where the figure is no target"),
	Futures:   integer("futures", "draws in which the figure has a value"),
	Mean:      number("mean", "as the metric", "mean of the draws"),
	SD:        number("sd", "as the metric", "standard deviation of the draws"),
	P05:       number("p05", "as the metric", "value that 5 % of the draws stay below"),
	P50:       number("p50", "as the metric", "median"),
	P95:       number("p95", "as the metric", "value that 95 % of the draws stay below"),
	MetShare:  number("met_share", "", "share of the draws that meet the target; empty where the figure is no target"),
	Part: PartsColumns{
		Published:  number("part_published", "", "part of the variance from figures whose value is published"),
		Derived:    number("part_derived", "", "from figures that are arithmetic on published ones"),
		Calibrated: number("part_calibrated", "", "from figures that are calibrated"),
		Assumed:    number("part_assumed", "", "from figures that are assumed"),
		Projects:   number("part_projects", "", "from how projects turn out"),
		Rest:       number("part_rest", "", "what no linear reckoning with all of them explains"),
	},
	Together:      integer("together", "where no figure alone turns the verdict: how many do together, each at the better or worse end of its range, taken in the order of what each does alone; 0 where not even all of them do; empty otherwise"),
	TogetherOf:    text("together_of", "names of these figures, joined by ;"),
	ValueTogether: number("value_together", "as the metric", "value with these figures there; with all of them where not even they turn the verdict"),
})

// EvidenceColumns are the columns of evidence.csv.
type EvidenceColumns struct {
	*Schema
	Scenario, Headline, Uncertainty, Title, Path, Status, Source, Range TextColumn
	Value, Low, ValueAtLow, High, ValueAtHigh                           NumberColumn
	Part, Narrower                                                      NumberColumn
	TurnsAt, TurnsChance                                                NumberColumn
	LowLabel, HighLabel                                                 TextColumn
}

// Evidence is evidence.csv: what each uncertain figure does to each headline figure, and how it
// came about.
var Evidence = define(EvidenceColumns{
	Schema: &Schema{
		Name:        "evidence",
		Title:       "What headline figures rest on",
		Description: "One figure at a time goes to either end of its range, with all others as they are, and over the draws it explains a part of the variance. Of how projects turn out there are draws only.",
	},
	Scenario:    scenarioColumn,
	Headline:    headlineColumn,
	Uncertainty: text("uncertainty", "name of what is uncertain"),
	Title:       text("title", "what it is, for readers"),
	Path:        text("path", "where the scenario file says it"),
	Status:      text("status", "how its value came about: published, derived (arithmetic on published figures), calibrated (its range is a posterior), assumed; project: how one turns out"),
	Source:      text("source", "names of the works it rests on, as in datapackage.json, joined by ;"),
	Range:       text("range", "how its range came about: published, derived, assumed, or calibrated; empty of a project"),
	Value:       number("value", "see the path", "the figure in the expected future; empty where it is none"),
	Low:         number("low", "see the path", "low end of its range; the 5 % quantile where there is no end, and of a calibrated figure"),
	ValueAtLow:  number("value_at_low", "as the metric", "headline figure with it there"),
	High:        number("high", "see the path", "high end of its range; the 95 % quantile where there is no end, and of a calibrated figure"),
	ValueAtHigh: number("value_at_high", "as the metric", "headline figure with it there"),
	Part:        number("part", "", "part by which the variance of the headline figure would fall, reckoned linearly and in the mean, if it were known: its squared correlation over the draws, adjusted for their number, 0 where that is less"),
	Narrower:    number("narrower", "", "of a calibrated figure: how much narrower the central 90 % of the posterior are than those of the prior, in ranks of the prior; below 0 where they are wider"),
	TurnsAt:     number("turns_at", "see the path", "of a target: value of the figure nearest to the present one at which the verdict is the opposite, rounded away from it; empty where none in its range does"),
	TurnsChance: number("turns_chance", "", "chance of such a value or one beyond, by the figure's own distribution"),
	LowLabel:    lowLabelColumn,
	HighLabel:   highLabelColumn,
})

// ObservationsColumns are the columns of observations.csv.
type ObservationsColumns struct {
	*Schema
	Scenario, Headline, Series, Title, Unit TextColumn
	Year, Mean, SD, Error, Discrepancy      NumberColumn
	Correlation, Reduction                  NumberColumn
}

// Observations is observations.csv: how much surer each headline figure would be if a series
// were observed in a year to come.
var Observations = define(ObservationsColumns{
	Schema: &Schema{
		Name:  "observations",
		Title: "What to watch: expected reduction of the variance of headline figures",
		Description: "The part by which the variance of a headline figure falls, reckoned linearly and in the mean, once a series has been observed: the squared correlation over the draws, adjusted for their number, " +
			"times the series' own variance over that with the errors of observation and model (resolution: Goldstein & Wooff 2007, Bayes Linear Statistics).",
	},
	Scenario:    scenarioColumn,
	Headline:    headlineColumn,
	Series:      text("series", "name of the series or indicator"),
	Title:       text("title", "what is observed, for readers"),
	Unit:        text("unit", "its unit"),
	Year:        integer("year", "year observed"),
	Mean:        number("mean", "see unit", "mean of the draws"),
	SD:          number("sd", "see unit", "standard deviation of the draws"),
	Error:       number("error", "ratio", "standard deviation of the observation about what happens"),
	Discrepancy: number("discrepancy", "ratio", "standard deviation of what happens about the model at its best"),
	Correlation: number("correlation", "", "correlation with the headline figure over the draws"),
	Reduction:   number("reduction", "", "part by which the variance of the headline figure is expected to fall"),
})
