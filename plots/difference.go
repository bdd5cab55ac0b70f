package plots

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

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
	fanData
	higher chanceCurve // how many pairs have the higher value
	pairs  float64
}

// drawDifference shows the difference of scenarios from a baseline, future by
// future, and in how many of the pairs the scenario has the higher value.
func drawDifference(on *page, p *tables.Package) (*Figure, error) {
	t, err := rowsOfSeveral(p, tables.Differences.Schema)
	if err != nil {
		return nil, err
	}
	m, err := on.chosen("throughput_mt", t.Schema.File(), t.Text("metric"))
	if err != nil {
		return nil, err
	}
	changes, all, err := readChanges(t, m)
	if err != nil {
		return nil, err
	}
	low, high, sampled := 0.0, 0.0, false
	for _, c := range changes {
		for _, name := range []string{"p05", "p50", "p95"} {
			for _, v := range c.quantiles[name] {
				if !math.IsNaN(v) {
					low, high = min(low, v), max(high, v)
				}
			}
		}
		sampled = sampled || c.pairs > 1
	}
	s := newDifferenceSheet(on, p, t, changes, sampled)
	if sampled {
		s.legend = legend{lineKey(on.say("Median difference"), throughputLine)}
		for _, b := range slices.Backward(bands) {
			s.legend = append(s.legend, areaKey(on.say("%d %% of futures", b.percent), b.colour))
		}
	}
	x := yearAxis(changes[0].list[0], changes[0].list[len(changes[0].list)-1], on.inner()-30)
	var curves []chanceCurve
	for i, c := range changes {
		unit := " · " + on.say(m.axis)
		head := unitText.fit(c.scenario, on.inner()-unitText.width(unit)) + unit
		drawn := panel{unit: head, height: changeHeights[len(changes)-1], x: x, y: on.signedAxis(low, high, 6)}
		drawn.y.lines = true
		drawn.named = i == len(changes)-1 && !sampled
		drawn.under = func(a plane) {
			for _, b := range bands {
				a.between(b.colour, positions(c.list), c.quantiles[b.low], c.quantiles[b.high])
			}
		}
		drawn.over = func(a plane) {
			a.StrokeLine2(axisLine, a.Min.X, a.atY(0), a.Max.X, a.atY(0))
			a.curve(throughputLine, positions(c.list), c.quantiles["p50"])
			a.lastChange(c)
		}
		drawn.bare = !drawn.named
		drawn.tail = changeTail(on, c, drawn.y.decimals)
		s.panels = append(s.panels, drawn)
		c.higher.colour, c.higher.dashes, c.higher.label = curveColours[i], curveDashes[i], c.scenario
		curves = append(curves, c.higher)
		s.describe("%[1]s, %[2]d: %[3]s.", c.scenario, c.list[len(c.list)-1], on.change(c.quantiles["p50"][len(c.list)-1], drawn.y.decimals))
	}
	if sampled {
		below := curvesPanel(on, on.say("Futures in which the scenario is above the baseline, %"), 84, curves)
		s.panels = append(s.panels, below)
		if len(curves) > 1 {
			s.legend = append(s.legend, curveLegend(curves)...)
		}
	}
	tail := vg.Length(0)
	for _, p := range s.panels {
		tail = max(tail, p.tail)
	}
	for i := range s.panels {
		s.panels[i].tail = tail
	}
	if s.note == "" {
		s.note = on.shownOf(len(changes), all)
	}
	return s.figure(), nil
}

// newDifferenceSheet starts a sheet that names the scenarios compared and their
// baseline. Without draws there is no seed to name.
func newDifferenceSheet(on *page, p *tables.Package, t *tables.Table, changes []change, sampled bool) sheet {
	var names []string
	for _, c := range changes {
		names = append(names, c.scenario)
	}
	parts := []string{on.say("Scenario: %s.", names[0])}
	if len(names) > 1 {
		parts[0] = on.say("Scenarios: %s.", strings.Join(names, ", "))
	}
	parts = append(parts, on.say("Baseline: %s.", t.Text("baseline")[0]))
	if sampled {
		if p.Seed != nil {
			parts = append(parts, on.say("Seed %d.", *p.Seed))
		}
		parts = append(parts, on.say("Scenario minus baseline, future by future: %s pairs.", on.drawsOf(t)))
	} else {
		parts = append(parts, on.say("Scenario minus baseline."), on.say("Expected values."))
	}
	s := newSheet(on, p, differenceTitle, "")
	s.subtitle = cmp.Or(on.Subtitle, strings.Join(parts, " ")) // the title of the package is the baseline's
	return s
}

// rowsOfSeveral returns the table of a schema that compares scenarios, which all
// have the same baseline.
func rowsOfSeveral(p *tables.Package, s *tables.Schema) (*tables.Table, error) {
	t := p.Table(s)
	if t == nil {
		return nil, fmt.Errorf("there is no %s", s.File())
	}
	if t.Len() == 0 {
		return nil, fmt.Errorf("%s has no rows", s.File())
	}
	names := t.Text("baseline")
	for row, name := range names {
		if name != names[0] {
			return nil, fmt.Errorf("%s row %d: a chart has one baseline, found %q after %q", s.File(), row+1, name, names[0])
		}
	}
	return t, nil
}

// readChanges returns the differences of a metric, at most mostDifferences of
// them, and how many scenarios there are.
func readChanges(t *tables.Table, m metric) ([]change, int, error) {
	columns := map[string][]float64{}
	for _, name := range []string{"p05", "p10", "p25", "p50", "p75", "p90", "p95"} {
		values, err := signed(t, name)
		if err != nil {
			return nil, 0, err
		}
		columns[name] = times(values, m.factor)
	}
	var higher [3][]float64
	for i, name := range []string{"higher", "higher_low", "higher_high"} {
		values, err := shares(t, name)
		if err != nil {
			return nil, 0, err
		}
		higher[i] = values
	}
	metrics, scenarios := t.Text("metric"), t.Text("scenario")
	var order []string
	for row, name := range scenarios {
		if metrics[row] == m.column && !slices.Contains(order, name) {
			order = append(order, name)
		}
	}
	var out []change
	for _, name := range order[:min(mostDifferences, len(order))] {
		rows := rowsWhere(t, func(row int) bool { return metrics[row] == m.column && scenarios[row] == name })
		list, kept, err := byYear(t, rows, "period")
		if err != nil {
			return nil, 0, err
		}
		c := change{scenario: name, pairs: highest(pick(t.Numbers("draws"), kept))}
		c.fanData = fanData{list, map[string][]float64{}}
		for quantile, values := range columns {
			c.quantiles[quantile] = pick(values, kept)
		}
		if !anyNumber(c.quantiles["p50"]) {
			return nil, 0, allEmpty(t, m.column)
		}
		c.higher = chanceCurve{list: list, value: pick(higher[0], kept), low: pick(higher[1], kept), high: pick(higher[2], kept)}
		out = append(out, c)
	}
	return out, len(order), nil
}

// change writes a difference with its sign.
func (w *words) change(v float64, decimals int) string {
	if math.IsNaN(v) {
		return "–"
	}
	text := w.amount(v, decimals)
	if v > 0 {
		return "+" + text
	}
	return text
}

var lastChangeText = boldText.in(blue)

// changeTail is the room that the last median needs beyond the slot of its year and the
// margin.
func changeTail(on *page, c change, decimals int) vg.Length {
	last := len(c.list) - 1
	slot := (on.inner() - 80) / vg.Length(last+1)
	return max(0, labelGap+lastChangeText.width(on.change(c.quantiles["p50"][last], decimals))-half(slot)-margin)
}

// lastChange writes the last median at its end.
func (p plane) lastChange(c change) {
	last := len(c.list) - 1
	v := c.quantiles["p50"][last]
	if math.IsNaN(v) {
		return
	}
	l := lastChangeText
	l.write(p, p.atX(float64(c.list[last]))+labelGap, p.atY(v)-half(l.height()), fromLeft, p.on.change(v, p.y.decimals))
}

// differenceFits reports whether any difference is known.
func differenceFits(p *tables.Package) bool {
	return anyNumber(p.Table(tables.Differences).Numbers("p50"))
}
