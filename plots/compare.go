package plots

import (
	"corridor/plots/page"
	"corridor/plots/series"
	"corridor/sim/tables"
)

const compareTitle = "By scenario"

// drawCompare draws a metric of several runs by year as lines, each named at its end.
func drawCompare(on *page.Page, runs []*tables.Package, m metric, all []runYears) (*page.Figure, error) {
	s := newComparisonSheet(on, runs, on.Say("%s by scenario", on.Say(m.Label)), on.Say(m.axis)+".")
	main := page.Panel{Height: on.Squeezed(290), Named: true, Y: axisOf(on, all, 7)}
	write := func(v float64) string { return on.Amount(v, main.Y.Decimals) }
	s.Find(compareFinding(on, all, func(v float64) string { return m.in(on, write(v)) }))
	return runLines(on, s, main, all, write, func(page.Plane) {}), nil
}

// axisOf has room for all values, below nothing too where there are any.
func axisOf(on *page.Page, all []runYears, n int) page.Axis {
	low, top := 0.0, 0.0
	for _, r := range all {
		top = max(top, series.Highest(r.values))
		low = min(low, -series.Highest(series.Times(r.values, -1)))
	}
	if low < 0 {
		return on.SignedAxis(low, top, n)
	}
	return on.ValueAxis(top, n)
}
