package plots

import (
	"cmp"

	"corridor/sim/tables"
)

const compareTitle = "By scenario"

// drawCompare draws a metric of several runs by year as lines, each named at its end.
func drawCompare(on *page, runs []*tables.Package, m metric, all []runYears) (*Figure, error) {
	s := newComparisonSheet(on, runs, on.say("%s by scenario", on.say(m.name)), on.say(m.axis)+".")
	first, last := spanOf(all)
	main := panel{height: 290, named: true, y: on.valueAxis(highestOf(all), 7)}
	write := func(v float64) string { return on.amount(v, main.y.decimals) }
	names := runEndings(all, write)
	main.tail = endingWidth(names)
	main.x = yearAxis(first, last, on.inner()-30-main.tail)
	main.over = func(a plane) {
		for _, r := range all {
			a.curve(r.style(), positions(r.list), r.values)
			a.dots(r.colour, positions(r.list), r.values)
		}
		a.endings(names)
	}
	s.panels = []panel{main}
	s.note = cmp.Or(s.note, on.withoutValue(all))
	s.describeRuns(all, write)
	return s.figure(), nil
}

func highestOf(all []runYears) float64 {
	top := 0.0
	for _, r := range all {
		top = max(top, highest(r.values))
	}
	return top
}
