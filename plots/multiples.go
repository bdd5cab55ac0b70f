package plots

import (
	"corridor/plots/ink"
	"corridor/plots/page"
	"corridor/plots/series"
	"corridor/sim/tables"
	"gonum.org/v1/plot/vg"
)

const (
	mostMultiples            = 12
	multipleHeight vg.Length = 118 // of one small chart
	multipleHead   vg.Length = 38  // of its name
	multipleGap    vg.Length = 26
	multipleGives  vg.Length = 80 // of its height where room is short
)

// drawMultiples draws a metric of several runs as small charts on common axes,
// each with the others in grey behind it.
func drawMultiples(on *page.Page, runs []*tables.Package, m metric, all []runYears) (*page.Figure, error) {
	s := newComparisonSheet(on, runs, on.Say("%s by scenario", on.Say(m.Label)), on.Say(m.axis)+".")
	s.Find(compareFinding(on, all, func(v float64) string { return m.in(on, on.Amount(v, axisOf(on, all, 4).Decimals)) }))
	columns := 2
	if len(all) > 4 || len(all) == 3 {
		columns = 3
	}
	if on.Low() {
		columns = max(columns, (len(all)+1)/2)
	}
	rows := (len(all) + columns - 1) / columns
	first, last := spanOf(all)
	width := (on.Inner() - vg.Length(multipleGap*vg.Length(columns-1))) / vg.Length(columns)
	y := axisOf(on, all, 4)
	l := page.BoldText
	tail := vg.Length(18)
	for _, r := range all {
		if _, v := r.last(); v >= 0 {
			tail = max(tail, l.Width(on.Amount(v, y.Decimals)))
		}
	}
	pitch := multipleHead + multipleHeight + page.AxisHeight + page.PanelGap
	grid := page.Panel{Bare: true, Height: vg.Length(pitch * vg.Length(rows)), Least: vg.Length((pitch - multipleGives) * vg.Length(rows))}
	grid.Over = func(a page.Plane) {
		pitch := (a.Max.Y - a.Min.Y) / vg.Length(rows)
		for i, r := range all {
			left := a.Min.X + vg.Length((width+multipleGap)*vg.Length(i%columns))
			top := a.Max.Y - vg.Length(pitch*vg.Length(i/columns))
			small := page.Panel{
				Head: multipleHead, Height: pitch - multipleHead - page.AxisHeight - page.PanelGap,
				X: page.YearAxis(first, last, width-30), Y: y, Named: true, Tail: tail,
			}
			small.Over = func(p page.Plane) {
				for _, other := range all {
					p.Curve(ink.Line(page.LightGrey, 1.2), series.Positions(other.list), other.values)
				}
				p.Curve(ink.Line(r.colour, 2), series.Positions(r.list), r.values)
				name := page.BoldText
				base := p.Max.Y + 24
				for _, text := range name.Wrap(r.name, width, 2) {
					name.Write(p, left, base, ink.FromLeft, text)
					base -= name.Pitch()
				}
				if year, v := r.last(); v >= 0 {
					ink.Dot(p.Canvas, r.colour, p.Point(float64(year), v), page.MarkerRadius)
					l.In(page.Legible(r.colour)).Write(p, p.AtX(float64(year))+4, p.AtY(v)-ink.Half(l.Height()), ink.FromLeft, on.Amount(v, y.Decimals))
				}
			}
			small.Paint(on, a.Canvas, left+small.LabelWidth(), left+width, top)
		}
	}
	s.Panels = []page.Panel{grid}
	describeRuns(&s, all, func(v float64) string { return on.Amount(v, y.Decimals) })
	return s.Figure(), nil
}
