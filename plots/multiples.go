package plots

import (
	"corridor/sim/tables"
	"gonum.org/v1/plot/vg"
)

const (
	mostMultiples            = 12
	multipleHeight vg.Length = 118 // of one small chart
	multipleHead   vg.Length = 38  // of its name
	multipleGap    vg.Length = 26
)

// drawMultiples draws a metric of several runs as small charts on common axes,
// each with the others in grey behind it.
func drawMultiples(on *page, runs []*tables.Package, m metric, all []runYears) (*Figure, error) {
	s := newComparisonSheet(on, runs, on.say("%s by scenario", on.say(m.name)), on.say(m.axis)+".")
	columns := 2
	if len(all) > 4 || len(all) == 3 {
		columns = 3
	}
	rows := (len(all) + columns - 1) / columns
	first, last := spanOf(all)
	width := (on.inner() - vg.Length(multipleGap*vg.Length(columns-1))) / vg.Length(columns)
	y := on.valueAxis(highestOf(all), 4)
	l := boldText.in(blue)
	tail := vg.Length(18)
	for _, r := range all {
		if _, v := r.last(); v >= 0 {
			tail = max(tail, l.width(on.amount(v, y.decimals)))
		}
	}
	pitch := multipleHead + multipleHeight + axisHeight + panelGap
	grid := panel{bare: true, height: vg.Length(pitch * vg.Length(rows))}
	grid.over = func(a plane) {
		pitch := (a.Max.Y - a.Min.Y) / vg.Length(rows)
		for i, r := range all {
			left := a.Min.X + vg.Length((width+multipleGap)*vg.Length(i%columns))
			top := a.Max.Y - vg.Length(pitch*vg.Length(i/columns))
			small := panel{
				head: multipleHead, height: pitch - multipleHead - axisHeight - panelGap,
				x: yearAxis(first, last, width-30), y: y, named: true, tail: tail,
			}
			small.over = func(p plane) {
				for _, other := range all {
					p.curve(line(lightGrey, 1.2), positions(other.list), other.values)
				}
				p.curve(line(blue, 2), positions(r.list), r.values)
				name := boldText
				base := p.Max.Y + 24
				for _, text := range name.wrap(r.name, width, 2) {
					name.write(p, left, base, fromLeft, text)
					base -= name.pitch()
				}
				if year, v := r.last(); v >= 0 {
					dot(p.Canvas, blue, p.point(float64(year), v), markerRadius)
					l.write(p, p.atX(float64(year))+4, p.atY(v)-half(l.height()), fromLeft, on.amount(v, y.decimals))
				}
			}
			small.paint(on, a.Canvas, left+small.labelWidth(), left+width, top)
		}
	}
	s.panels = []panel{grid}
	s.describeRuns(all, func(v float64) string { return on.amount(v, y.decimals) })
	return s.figure(), nil
}
