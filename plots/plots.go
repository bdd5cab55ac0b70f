package plots

import (
	"slices"

	"corridor/plots/page"
	"corridor/sim/tables"
)

// Chart is one kind of picture of a run.
type Chart struct {
	Name  string // of its file, without extension
	Title string
	Needs []*tables.Schema

	// ByMetric says that the result column to show can be chosen.
	ByMetric bool

	// ByPart says that the parts to show can be chosen: segments, markets and the like.
	ByPart bool

	// Observes says that what happened can be drawn over it.
	Observes bool

	// draw returns the picture, or an error that names the table, row and column
	// that cannot be drawn.
	draw func(*page.Page, *tables.Package) (*Figure, error)

	// Fits reports whether tables that are there hold what the chart is about: a
	// network without places gives no map, and one segment no comparison of
	// segments. Without it they always do. Tables that cannot be read fit, so that
	// Draw can say what is wrong.
	Fits func(*tables.Package) bool

	// Unless names a chart that says better what this one is about: where both are possible,
	// this one is drawn when it is asked for alone.
	Unless string
}

// Charts are all kinds of picture, in the order they are listed and written.
var Charts = []Chart{
	{Name: "throughput", Title: throughputTitle, Needs: schemas(tables.Annual), draw: drawThroughput, Observes: true},
	{Name: "utilisation", Title: utilisationTitle, Needs: schemas(tables.Monthly, tables.Segments), draw: drawUtilisation},
	{Name: "additions", Title: additionsTitle, Needs: schemas(tables.Annual, tables.Projects), draw: drawAdditions, Fits: additionsFit},
	{Name: "map", Title: mapTitle, Needs: schemas(tables.Network, tables.Segments), draw: drawMap, Fits: mapFits},
	{Name: "map-years", Title: mapYearsTitle, Needs: schemas(tables.Network, tables.Segments), draw: drawMapYears, Fits: mapYearsFit, Unless: "map"},
	{Name: "binding", Title: bindingTitle, Needs: schemas(tables.Segments), draw: drawBinding, Fits: bindingFits},
	{Name: "cargo", Title: cargoTitle, Needs: schemas(tables.Flows, tables.Routes), draw: drawCargo, Fits: cargoFits},
	{Name: "flows", Title: flowsTitle, Needs: schemas(tables.Flows, tables.Routes, tables.Network), draw: drawFlows, Fits: flowsFit},
	{Name: "legs", Title: legsTitle, Needs: schemas(tables.Routes, tables.Network, tables.Segments), draw: drawLegs, Fits: legsFit},
	{Name: "timeline", Title: timelineTitle, Needs: schemas(tables.Projects, tables.Annual), draw: drawTimeline, Fits: timelineFits},
	{Name: "hindcast", Title: hindcastTitle, Needs: schemas(tables.Hindcast), draw: drawHindcast, Fits: hindcastFits},
	{Name: "errors", Title: errorsTitle, Needs: schemas(tables.Hindcast), draw: drawErrors, Fits: errorsFit},
	{Name: "misses", Title: missesTitle, Needs: schemas(tables.Hindcast), draw: drawMisses, Fits: missesFit},
	{Name: "predictive", Title: predictiveTitle, Needs: schemas(tables.Predictive), draw: drawPredictive, Fits: predictiveFits},
	{Name: "posterior", Title: posteriorTitle, Needs: schemas(tables.Parameters), draw: drawPosterior, Fits: posteriorFits},
	{Name: "pit", Title: pitTitle, Needs: schemas(tables.Predictive), draw: drawPIT, Fits: pitFits},
	{Name: "fan", Title: fanTitle, Needs: schemas(tables.Quantiles), draw: drawFan, Fits: fanFits, ByMetric: true, Observes: true},
	{Name: "chance", Title: chanceTitle, Needs: schemas(tables.Probabilities), draw: drawChance, Fits: chanceFits, ByMetric: true, Unless: "attainment"},
	{Name: "attainment", Title: attainmentTitle, Needs: schemas(tables.Attainment), draw: drawAttainment, Fits: attainmentFits},
	{Name: "bottlenecks", Title: bottlenecksTitle, Needs: schemas(tables.Bottlenecks), draw: drawBottlenecks, Fits: bottlenecksFit, Unless: "holding"},
	{Name: "holding", Title: holdingTitle, Needs: schemas(tables.Bottlenecks), draw: drawHolding, Fits: holdingFits},
	{Name: "map-futures", Title: mapFuturesTitle, Needs: schemas(tables.Network, tables.Bottlenecks), draw: drawMapFutures, Fits: mapFuturesFit, Unless: "holding"},
	{Name: "ranking", Title: rankingTitle, Needs: schemas(tables.Ranking), draw: drawRanking, Fits: rankingFits},
	{Name: "worth", Title: worthTitle, Needs: schemas(tables.Ranking), draw: drawWorth, Fits: worthFits},
	{Name: "costs", Title: costsTitle, Needs: schemas(tables.Ranking), draw: drawCosts, Fits: costsFit},
	{Name: "plans", Title: plansTitle, Needs: schemas(tables.Plans, tables.Robustness), draw: drawPlans, Fits: plansFit},
	{Name: "regret", Title: regretTitle, Needs: schemas(tables.Regret), draw: drawRegret, Fits: regretFits},
	{Name: "tradeoff", Title: tradeoffTitle, Needs: schemas(tables.Trajectory), draw: drawTradeoff, Fits: tradeoffFits},
	{Name: "box", Title: boxTitle, Needs: schemas(tables.Limits), draw: drawBox, Fits: boxFits},
	{Name: "difference", Title: differenceTitle, Needs: schemas(tables.Differences), draw: drawDifference, Fits: differenceFits, ByMetric: true},
	{Name: "breakdown", Title: breakdownTitle, Needs: schemas(tables.Breakdown), draw: takenDrawn.draw, Fits: takenDrawn.fits, ByPart: true},
	{Name: "contributions", Title: contributionsTitle, Needs: schemas(tables.Contributions), draw: takenExpected.draw, Fits: takenExpected.fits, ByPart: true, Unless: "breakdown"},
	{Name: "shares", Title: sharesTitle, Needs: schemas(tables.Sensitivity), draw: drawShares, Fits: sharesFit, ByMetric: true},
	{Name: "tornado", Title: tornadoTitle, Needs: schemas(tables.Swings), draw: drawTornado, Fits: tornadoFits, ByMetric: true},
	{Name: "matrix", Title: matrixTitle, Needs: schemas(tables.Matrix), draw: drawMatrix},
}

func schemas(of ...tables.Described) []*tables.Schema {
	var out []*tables.Schema
	for _, d := range of {
		out = append(out, d.Describe())
	}
	return out
}

// Draw draws the chart in English on screen. An error names the table, row and
// column that cannot be drawn.
func (c Chart) Draw(p *tables.Package) (*Figure, error) { return c.DrawAs(p, Options{}) }

// DrawAs draws the chart in the language, size and style asked for. Tables that hold
// nothing to show give a figure that says so.
func (c Chart) DrawAs(p *tables.Package, o Options) (f *Figure, err error) {
	defer page.Guard(&err)
	on, err := page.New(o)
	if err != nil {
		return nil, err
	}
	p = In(p, on.Language)
	return on.Fitted(func(on *page.Page) (*Figure, error) {
		f, err := c.draw(on, p)
		return orBlank(f, err, func() page.Sheet { return page.NewSheet(on, p, c.Title, "") })
	})
}

// Names returns the names of all charts in order.
func Names() []string {
	names := make([]string, len(Charts))
	for i, c := range Charts {
		names[i] = c.Name
	}
	return names
}

// Lookup returns the chart of that name.
func Lookup(name string) (Chart, bool) {
	for _, c := range Charts {
		if c.Name == name {
			return c, true
		}
	}
	return Chart{}, false
}

// Possible reports whether the chart can show something: whether the package
// holds the tables it needs, and in them something that it shows.
func (c Chart) Possible(p *tables.Package) bool {
	return c.HasTables(p) && (c.Fits == nil || c.Fits(p))
}

// Usual reports whether the chart is drawn where none is named: whether it is possible, and no
// chart in its place.
func (c Chart) Usual(p *tables.Package) bool {
	instead, found := Lookup(c.Unless)
	return c.Possible(p) && !(found && instead.Possible(p))
}

// Metrics lists the metrics that the chart can show of the package, none where it has
// no choice.
func (c Chart) Metrics(p *tables.Package) []string {
	if !c.ByMetric || !c.HasTables(p) {
		return nil
	}
	names := slices.Clone(tables.Quantiles.Metric.Of(p.Table(c.Needs[0])))
	slices.Sort(names)
	return slices.Compact(names)
}

// HasTables reports whether the package holds the tables the chart needs. A
// table without rows is as good as none, except that of projects: a scenario
// may have none.
func (c Chart) HasTables(p *tables.Package) bool {
	for _, s := range c.Needs {
		t := p.Table(s)
		if t == nil || t.Len() == 0 && s != tables.Projects.Schema {
			return false
		}
	}
	return true
}
