package plots

import (
	"cmp"
	"math"
	"slices"

	"corridor/sim/tables"
)

const minusTitle = "Difference from the first scenario"

// drawMinus draws by year what a metric of each run differs from that of the first.
func drawMinus(on *page, runs []*tables.Package, m metric, all []runYears) (*Figure, error) {
	baseline := all[0]
	others := make([]runYears, 0, len(all)-1)
	low, high, common := 0.0, 0.0, false
	for i, r := range all[1:] {
		d := minus(r, baseline)
		common = common || anyNumber(d.values)
		d.colour, d.dashes = curveColours[i], curveDashes[i]
		for _, v := range d.values {
			if !math.IsNaN(v) {
				low, high = min(low, v), max(high, v)
			}
		}
		others = append(others, d)
	}
	if !common {
		return nil, blank{text: text("The runs have no value of the same year.")}
	}
	s := newComparisonSheet(on, runs, on.say("%[1]s: difference from %[2]s", on.say(m.name), baseline.name), on.say(m.axis)+". "+on.say("Scenario minus baseline."))
	first, last := spanOf(others)
	main := panel{height: 270, named: true, y: on.signedAxis(low, high, 7)}
	main.y.lines = true
	write := func(v float64) string { return on.change(v, main.y.decimals) }
	names := runEndings(others, write)
	main.tail = endingWidth(names)
	main.x = yearAxis(first, last, on.inner()-30-main.tail)
	main.over = func(a plane) {
		a.StrokeLine2(axisLine, a.Min.X, a.atY(0), a.Max.X, a.atY(0))
		for _, r := range others {
			a.curve(r.style(), positions(r.list), r.values)
			a.dots(r.colour, positions(r.list), r.values)
		}
		a.endings(names)
	}
	s.panels = []panel{main}
	s.note = cmp.Or(s.note, on.withoutValue(others))
	s.describeRuns(others, write)
	return s.figure(), nil
}

// minus returns r less the baseline, NaN in years that the baseline lacks.
func minus(r, baseline runYears) runYears {
	values := make([]float64, len(r.values))
	for i, year := range r.list {
		values[i] = math.NaN()
		if at := slices.Index(baseline.list, year); at >= 0 {
			values[i] = r.values[i] - baseline.values[at]
		}
	}
	r.values = values
	return r
}
