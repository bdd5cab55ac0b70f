package plots

import (
	"cmp"
	"math"
	"slices"
	"strings"

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
	scenario string // for readers
	spread
	higher, lower chanceCurve // how many pairs have a materially higher value, and a lower one
	pairs         float64
}

// drawDifference shows the difference of scenarios from a baseline, future by
// future, and in how many of the pairs the scenario has the higher value; the lower one, where that
// is more often so.
func drawDifference(on *page.Page, p *tables.Package) (*page.Figure, error) {
	t, err := series.OfBaseline(p, tables.Differences)
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
		of := look{colour: page.DarkGrey} // the panels have each their own
		if len(changes) == 1 {
			of = changes[0].higher.look
		}
		s.Legend = page.Legend{page.LineKey(on.Say("Median difference"), of.line(2))}
		for _, b := range slices.Backward(bands) {
			s.Legend = append(s.Legend, page.AreaKey(on.Say("%d %% of futures", b.percent), b.shade(of.colour)))
		}
	}
	apart := apartPanel(on, changes)
	tail := apart.Tail
	decimals := on.SignedAxis(low, high, 5).Decimals
	for _, c := range changes {
		tail = max(tail, page.EndingWidth(c.ending(on, decimals)))
	}
	x := page.YearAxis(changes[0].list[0], changes[0].list[len(changes[0].list)-1], on.Inner()-30-tail)
	for i, c := range changes {
		drawn := page.Panel{Unit: on.Say(m.difference().axis), Height: changeHeights[len(changes)-1], X: x, Least: 62, Tail: tail, Y: on.SignedAxis(low, high, 5)}
		drawn.Y.Lines = true
		drawn.Named = i == len(changes)-1 && !sampled
		drawn.Under = func(a page.Plane) {
			for _, b := range bands {
				a.Between(b.shade(c.higher.colour), series.Positions(c.list), b.low(c.spread), b.high(c.spread))
			}
		}
		drawn.Over = func(a page.Plane) {
			a.StrokeLine2(page.AxisLine, a.Min.X, a.AtY(0), a.Max.X, a.AtY(0))
			a.Curve(c.higher.line(2), series.Positions(c.list), c.p50)
			a.Endings(c.ending(on, decimals))
		}
		drawn.Bare = !drawn.Named
		s.Panels = append(s.Panels, drawn)
		s.Describe("%[1]s, %[2]d: %[3]s.", c.scenario, c.list[len(c.list)-1], on.Signed(c.p50[len(c.list)-1], decimals))
	}
	notes := []string{shownOf(on, len(changes), all)}
	if sampled {
		apart.Least, apart.Tail, apart.X, apart.Y = 44, tail, x, on.ValueAxis(100, 2)
		s.Panels = append(s.Panels, apart)
		notes = append(notes, on.Say("Differences of less than 1 % of the baseline, or lost in rounding, count as none."))
	}
	s.Find(changeFinding(on, m.difference(), mostChanged(changes), decimals))
	s.Note = cmp.Or(s.Note, strings.TrimSpace(strings.Join(notes, " ")))
	return s.Figure(), nil
}

// apartPanel shows in how many futures the scenarios lie above the baseline, or below it where that
// is more often so in the last year.
func apartPanel(on *page.Page, changes []change) page.Panel {
	var above, below []chanceCurve
	more := 0.0
	for _, c := range changes {
		above, below = append(above, c.higher), append(below, c.lower)
		if last := len(c.list) - 1; !math.IsNaN(c.higher.value[last] + c.lower.value[last]) {
			more += c.higher.value[last] - c.lower.value[last]
		}
	}
	if more < 0 {
		return curvesPanel(on, on.Say("Futures in which the scenario is 1 % or more below the baseline, %"), 84, below)
	}
	return curvesPanel(on, on.Say("Futures in which the scenario is 1 % or more above the baseline, %"), 84, above)
}

// mostChanged is the change with the largest median in the last year.
func mostChanged(changes []change) change {
	size := func(c change) float64 {
		v := math.Abs(c.p50[len(c.list)-1])
		if math.IsNaN(v) {
			return -1
		}
		return v
	}
	return slices.MaxFunc(changes, func(a, b change) int { return cmp.Compare(size(a), size(b)) })
}

// newDifferenceSheet starts a sheet that names the scenarios compared and their baseline.
func newDifferenceSheet(on *page.Page, p *tables.Package, t *tables.Table, changes []change, sampled bool) page.Sheet {
	var titles []string
	for _, c := range changes {
		titles = append(titles, c.scenario)
	}
	pairs := ""
	if sampled {
		pairs = drawsOf(on, t, tables.Differences.Draws)
	}
	baseline := titleOr(tables.Differences.BaselineTitle.Of(t)[0], tables.Differences.Baseline.Of(t)[0])
	return newComparedSheet(on, p, differenceTitle, titles, baseline, pairs)
}

// newComparedSheet starts a sheet about scenarios and their baseline, in so many pairs of futures.
// Without draws there is no number of them, and no seed to name.
func newComparedSheet(on *page.Page, p *tables.Package, title string, scenarios []string, baseline, pairs string) page.Sheet {
	var names []string
	for _, scenario := range scenarios {
		names = append(names, withoutStop(scenario))
	}
	parts := []string{on.Say("Scenario: %s.", names[0])}
	if len(names) > 1 {
		parts[0] = on.Say("Scenarios: %s.", strings.Join(names, "; "))
	}
	parts = append(parts, on.Say("Baseline: %s.", withoutStop(baseline)))
	if pairs != "" {
		if p.Seed != nil {
			parts = append(parts, on.Say("Seed %d.", *p.Seed))
		}
		parts = append(parts, on.Say("Scenario minus baseline, future by future: %s pairs.", pairs))
	} else {
		parts = append(parts, on.Say("Scenario minus baseline."), on.Say("Expected values."))
	}
	s := page.NewSheet(on, p, title, "")
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
	higher, err := readShares(t, tables.Differences.MateriallyHigher)
	if err != nil {
		return nil, 0, err
	}
	lower, err := readShares(t, tables.Differences.MateriallyLowerShare())
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
	titles := scenarioTitles(t, order)
	var out []change
	for i, name := range order[:min(most, len(order))] {
		rows := series.RowsWhere(t, func(row int) bool { return metrics[row] == m.Name && scenarios[row] == name })
		list, kept, err := series.WholeYears(t, tables.Differences.Period, rows)
		if err != nil {
			return nil, 0, err
		}
		c := change{
			scenario: titles[i], spread: all.at(list, kept), higher: higher.at(kept), lower: lower.at(kept),
			pairs: series.Highest(series.Pick(tables.Differences.Draws.Of(t), kept)),
		}
		for _, curve := range []*chanceCurve{&c.higher, &c.lower} {
			curve.label, curve.list, curve.look = c.scenario, list, styles[i]
		}
		if !series.AnyNumber(c.p50) {
			return nil, 0, series.AllEmpty(t, m.NumberColumn)
		}
		out = append(out, c)
	}
	return out, len(order), nil
}

// scenarioTitles names scenarios for readers, by their titles, or by their names where titles are
// missing or the same.
func scenarioTitles(t *tables.Table, names []string) []string {
	titles := make([]string, len(names))
	for i, name := range names {
		row := slices.Index(tables.Differences.Scenario.Of(t), name)
		titles[i] = tables.Differences.ScenarioTitle.Of(t)[row]
		if titles[i] == "" || slices.Index(titles, titles[i]) < i {
			return names
		}
	}
	return titles
}

// ending is the last median, with what it is of.
func (c change) ending(on *page.Page, decimals int) []page.Ending {
	v := c.p50[len(c.list)-1]
	return []page.Ending{{Value: v, Text: on.Signed(v, decimals), Name: c.scenario, Colour: c.higher.colour}}
}

// differenceFits reports whether any difference is known.
func differenceFits(p *tables.Package) bool {
	return series.AnyNumber(tables.Differences.P50.Of(p.Table(tables.Differences)))
}
