package plots

import (
	"math"
	"slices"

	"corridor/plots/page"
	"corridor/plots/series"
	"corridor/plots/words"
	"corridor/sim/tables"
)

const runDifferenceTitle = "Difference from the first scenario"

// drawRunDifference draws by year what a metric of each run differs from that of the first.
func drawRunDifference(on *page.Page, runs []*tables.Package, m metric, all []runYears) (*page.Figure, error) {
	baseline := all[0]
	others := make([]runYears, 0, len(all)-1)
	low, high, common := 0.0, 0.0, false
	for _, r := range all[1:] {
		d := differenceOf(r, baseline)
		common = common || series.AnyNumber(d.values)
		for _, v := range d.values {
			if !math.IsNaN(v) {
				low, high = min(low, v), max(high, v)
			}
		}
		others = append(others, d)
	}
	if !common {
		return nil, series.Nothing{Text: words.Text("The runs have no value of the same year.")}
	}
	s := newComparisonSheet(on, runs, on.Say("%[1]s: difference from %[2]s", on.Say(m.Label), baseline.name), on.Say(m.difference().axis)+". "+on.Say("Scenario minus baseline."))
	main := page.Panel{Height: on.Squeezed(270), Named: true, Y: on.SignedAxis(low, high, 7)}
	main.Y.Lines = true
	write := func(v float64) string { return on.Signed(v, main.Y.Decimals) }
	s.Find(runDifferenceFinding(on, baseline.name, others, func(v float64) string { return m.difference().in(on, write(v)) }))
	return runLines(on, s, main, others, write, func(a page.Plane) {
		a.StrokeLine2(page.AxisLine, a.Min.X, a.AtY(0), a.Max.X, a.AtY(0))
	}), nil
}

// differenceOf returns r less the baseline, NaN in years that the baseline lacks.
func differenceOf(r, baseline runYears) runYears {
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
