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
}

// Charts are all kinds of picture, in the order they are listed and written.
var Charts = []Chart{
	{"throughput", throughputTitle, []*tables.Schema{tables.Annual.Schema}, false, false, drawThroughput, nil},
	{"utilisation", utilisationTitle, []*tables.Schema{tables.Monthly.Schema, tables.Segments.Schema}, false, false, drawUtilisation, nil},
	{"additions", additionsTitle, []*tables.Schema{tables.Annual.Schema, tables.Projects.Schema}, false, false, drawAdditions, nil},
	{"map", mapTitle, []*tables.Schema{tables.Network.Schema, tables.Segments.Schema}, false, false, drawMap, mapFits},
	{"binding", bindingTitle, []*tables.Schema{tables.Segments.Schema}, false, false, drawBinding, bindingFits},
	{"cargo", cargoTitle, []*tables.Schema{tables.Flows.Schema, tables.Routes.Schema}, false, false, drawCargo, cargoFits},
	{"legs", legsTitle, []*tables.Schema{tables.Routes.Schema, tables.Network.Schema, tables.Segments.Schema}, false, false, drawLegs, legsFit},
	{"timeline", timelineTitle, []*tables.Schema{tables.Projects.Schema, tables.Annual.Schema}, false, false, drawTimeline, timelineFits},
	{"hindcast", hindcastTitle, []*tables.Schema{tables.Hindcast.Schema}, false, false, drawHindcast, hindcastFits},
	{"fan", fanTitle, []*tables.Schema{tables.Quantiles.Schema}, true, true, drawFan, fanFits},
	{"chance", chanceTitle, []*tables.Schema{tables.Probabilities.Schema}, true, false, drawChance, chanceFits},
	{"attainment", attainmentTitle, []*tables.Schema{tables.Attainment.Schema}, false, false, drawAttainment, attainmentFits},
	{"bottlenecks", bottlenecksTitle, []*tables.Schema{tables.Bottlenecks.Schema}, false, false, drawBottlenecks, bottlenecksFit},
	{"holding", holdingTitle, []*tables.Schema{tables.Bottlenecks.Schema}, false, false, drawHolding, holdingFits},
	{"difference", differenceTitle, []*tables.Schema{tables.Differences.Schema}, true, false, drawDifference, differenceFits},
	{"matrix", matrixTitle, []*tables.Schema{tables.Matrix.Schema}, false, false, drawMatrix, nil},
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

// Possible reports whether the chart is drawn by default: whether the package
// holds the tables it needs, and in them something that it shows.
func (c Chart) Possible(p *tables.Package) bool {
	return c.HasTables(p) && (c.Fits == nil || c.Fits(p))
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
