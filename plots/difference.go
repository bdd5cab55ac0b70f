package plots

import (
	"cmp"
	"image/color"
	"math"
	"slices"
	"strings"

	"corridor/plots/ink"
	"corridor/plots/page"
	"corridor/plots/series"
	"corridor/sim/tables"
	"gonum.org/v1/plot/vg"
)

const (
	differenceTitle = "What changes against the baseline"
	mostDifferences = 3 // scenarios, a panel each
)

// changeHeights are those of the panels, by how many there are.
var changeHeights = [mostDifferences]vg.Length{210, 140, 105}

// change is what a scenario makes of a metric against the baseline, by year.
type change struct {
	scenario string
	spread
	higher chanceCurve // how many pairs have the higher value
	pairs  float64
}

// drawDifference shows the difference of scenarios from a baseline, future by
// future, and in how many of the pairs the scenario has the higher value.
func drawDifference(on *page.Page, p *tables.Package) (*page.Figure, error) {
	t, err := series.Differences(p)
	if err != nil {
		return nil, err
	}
	m, err := chosenMetric(on, tables.Annual.ThroughputMt.Name, t.Schema.File(), tables.Differences.Metric.Of(t))
	if err != nil {
		return nil, err
	}
	changes, all, err := readChanges(t, m, on.Most(mostDifferences))
	if err != nil {
		return nil, err
	}
	low, high, sampled := 0.0, 0.0, false
	for _, c := range changes {
		for _, values := range [][]float64{c.p05, c.p50, c.p95} {
			for _, v := range values {
				if !math.IsNaN(v) {
					low, high = min(low, v), max(high, v)
				}
			}
		}
		sampled = sampled || c.pairs > 1
	}
	s := newDifferenceSheet(on, p, t, changes, sampled)
	if sampled {
		of := color.Color(page.DarkGrey) // the panels have each their own
		if len(changes) == 1 {
			of = changes[0].higher.colour
		}
		s.Legend = page.Legend{page.LineKey(on.Say("Median difference"), ink.Line(of, 2))}
		for _, b := range slices.Backward(bands) {
			s.Legend = append(s.Legend, page.AreaKey(on.Say("%d %% of futures", b.percent), b.shade(of)))
		}
	}
	x := page.YearAxis(changes[0].list[0], changes[0].list[len(changes[0].list)-1], on.Inner()-30)
	var curves []chanceCurve
	for i, c := range changes {
		unit := " · " + on.Say(m.axis)
		head := page.UnitText.Fit(c.scenario, on.Inner()-page.UnitText.Width(unit)) + unit
		drawn := page.Panel{Unit: head, Height: changeHeights[len(changes)-1], X: x, Least: 62, Y: on.SignedAxis(low, high, 5)}
		drawn.Y.Lines = true
		drawn.Named = i == len(changes)-1 && !sampled
		drawn.Under = func(a page.Plane) {
			for _, b := range bands {
				a.Between(b.shade(c.higher.colour), series.Positions(c.list), b.low(c.spread), b.high(c.spread))
			}
		}
		drawn.Over = func(a page.Plane) {
			a.StrokeLine2(page.AxisLine, a.Min.X, a.AtY(0), a.Max.X, a.AtY(0))
			a.Curve(ink.Line(c.higher.colour, 2), series.Positions(c.list), c.p50)
			writeLastChange(a, c)
		}
		drawn.Bare = !drawn.Named
		drawn.Tail = changeTail(on, c, drawn.Y.Decimals)
		s.Panels = append(s.Panels, drawn)
		c.higher.label = c.scenario
		curves = append(curves, c.higher)
		s.Describe("%[1]s, %[2]d: %[3]s.", c.scenario, c.list[len(c.list)-1], on.Signed(c.p50[len(c.list)-1], drawn.Y.Decimals))
	}
	if sampled {
		below := curvesPanel(on, on.Say("Futures in which the scenario is above the baseline, %"), 84, curves)
		below.Least, below.Y = 44, on.ValueAxis(100, 2)
		s.Panels = append(s.Panels, below)
		if len(curves) > 1 {
			s.Legend = append(s.Legend, curveLegend(curves)...)
		}
	}
	s.Find(changeFinding(on, changes[0], s.Panels[0].Y.Decimals))
	tail := vg.Length(0)
	for _, p := range s.Panels {
		tail = max(tail, p.Tail)
	}
	for i := range s.Panels {
		s.Panels[i].Tail = tail
	}
	if s.Note == "" {
		s.Note = shownOf(on, len(changes), all)
	}
	return s.Figure(), nil
}

// newDifferenceSheet starts a sheet that names the scenarios compared and their
// baseline. Without draws there is no seed to name.
func newDifferenceSheet(on *page.Page, p *tables.Package, t *tables.Table, changes []change, sampled bool) page.Sheet {
	var names []string
	for _, c := range changes {
		names = append(names, c.scenario)
	}
	parts := []string{on.Say("Scenario: %s.", names[0])}
	if len(names) > 1 {
		parts[0] = on.Say("Scenarios: %s.", strings.Join(names, ", "))
	}
	parts = append(parts, on.Say("Baseline: %s.", tables.Differences.Baseline.Of(t)[0]))
	if sampled {
		if p.Seed != nil {
			parts = append(parts, on.Say("Seed %d.", *p.Seed))
		}
		parts = append(parts, on.Say("Scenario minus baseline, future by future: %s pairs.", drawsOf(on, t, tables.Differences.Draws)))
	} else {
		parts = append(parts, on.Say("Scenario minus baseline."), on.Say("Expected values."))
	}
	s := page.NewSheet(on, p, differenceTitle, "")
	s.Subtitle = cmp.Or(on.Subtitle, strings.Join(parts, " ")) // the title of the package is the baseline's
	return s
}

// readChanges returns the differences of a metric, at most so many of
// them, and how many scenarios there are.
func readChanges(t *tables.Table, m metric, most int) ([]change, int, error) {
	all, err := readSpread(t, tables.Differences.SpreadColumns, series.Signed, m.Scale)
	if err != nil {
		return nil, 0, err
	}
	higher, err := readShares(t, tables.Differences.Higher)
	if err != nil {
		return nil, 0, err
	}
	metrics, scenarios := tables.Differences.Metric.Of(t), tables.Differences.Scenario.Of(t)
	var order []string
	for row, name := range scenarios {
		if metrics[row] == m.Name && !slices.Contains(order, name) {
			order = append(order, name)
		}
	}
	styles := looksOf(append([]string{tables.Differences.Baseline.Of(t)[0]}, order...))[1:]
	var out []change
	for i, name := range order[:min(most, len(order))] {
		rows := series.RowsWhere(t, func(row int) bool { return metrics[row] == m.Name && scenarios[row] == name })
		list, kept, err := series.WholeYears(t, tables.Differences.Period, rows)
		if err != nil {
			return nil, 0, err
		}
		c := change{
			scenario: name, spread: all.at(list, kept), higher: higher.at(kept),
			pairs: series.Highest(series.Pick(tables.Differences.Draws.Of(t), kept)),
		}
		c.higher.list, c.higher.look = list, styles[i]
		if !series.AnyNumber(c.p50) {
			return nil, 0, series.AllEmpty(t, m.NumberColumn)
		}
		out = append(out, c)
	}
	return out, len(order), nil
}

var lastChangeText = page.BoldText

// changeTail is the room that the last median needs beyond the slot of its year and the
// margin.
func changeTail(on *page.Page, c change, decimals int) vg.Length {
	last := len(c.list) - 1
	slot := (on.Inner() - 80) / vg.Length(last+1)
	return max(0, page.LabelGap+lastChangeText.Width(on.Signed(c.p50[last], decimals))-ink.Half(slot)-page.Margin)
}

// writeLastChange writes the last median at its end.
func writeLastChange(p page.Plane, c change) {
	last := len(c.list) - 1
	v := c.p50[last]
	if math.IsNaN(v) {
		return
	}
	l := lastChangeText.In(page.Legible(c.higher.colour))
	l.Write(p, p.AtX(float64(c.list[last]))+page.LabelGap, p.AtY(v)-ink.Half(l.Height()), ink.FromLeft, p.On.Signed(v, p.Y.Decimals))
}

// differenceFits reports whether any difference is known.
func differenceFits(p *tables.Package) bool {
	return series.AnyNumber(tables.Differences.P50.Of(p.Table(tables.Differences)))
}
