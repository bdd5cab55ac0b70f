package plots

import (
	"cmp"

	"corridor/plots/page"
	"corridor/plots/series"
	"corridor/sim/tables"
)

const compareTitle = "By scenario"

// drawCompare draws a metric of several runs by year as lines, each named at its end.
func drawCompare(on *page.Page, runs []*tables.Package, m metric, all []runYears) (*page.Figure, error) {
	s := newComparisonSheet(on, runs, on.Say("%s by scenario", on.Say(m.Label)), on.Say(m.axis)+".")
	first, last := spanOf(all)
	main := page.Panel{Height: 290, Named: true, Y: on.ValueAxis(highestOf(all), 7)}
	write := func(v float64) string { return on.Amount(v, main.Y.Decimals) }
	names := runEndings(all, write)
	main.Tail = page.EndingWidth(names)
	main.X = page.YearAxis(first, last, on.Inner()-30-main.Tail)
	main.Over = func(a page.Plane) {
		for _, r := range all {
			a.Curve(r.style(), series.Positions(r.list), r.values)
			a.Dots(r.colour, series.Positions(r.list), r.values)
		}
		a.Endings(names)
	}
	s.Panels = []page.Panel{main}
	s.Note = cmp.Or(s.Note, withoutValue(on, all))
	describeRuns(&s, all, write)
	return s.Figure(), nil
}

func highestOf(all []runYears) float64 {
	top := 0.0
	for _, r := range all {
		top = max(top, series.Highest(r.values))
	}
	return top
}
