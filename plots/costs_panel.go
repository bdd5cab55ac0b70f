package plots

import (
	"strings"

	"corridor/plots/ink"
	"corridor/plots/page"
	"corridor/sim/findings"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

const (
	costsHeight     vg.Length = 300
	appraisedMarked vg.Length = 3.2 // radius of a mark
	namesInside     vg.Length = 14  // of names from where others may end at the right
	markKept        vg.Length = 2.4 // of what its name keeps off, and others too
)

var (
	frontLine = ink.Line(page.DarkGreen, 1.2)
	ratioLine = ink.Line(page.MidGrey, 0.5, 1.5, 2.5)
)

// costsPanel has a mark for each project where its cost and what it adds meet.
func costsPanel(on *page.Page, all, front []findings.Appraised) page.Panel {
	low, high := 0.0, 0.0
	for i := range all {
		q := &all[i]
		low, high = min(low, q.CarriedMt-reach(q)), max(high, q.CarriedMt+reach(q))
	}
	x := newCostAxis(on, all)
	y := closeTo(on.SignedAxis(low, high, 6), low, high)
	y.Lines = true
	p := page.Panel{Unit: on.Say("Mt more or less carried"), Head: 12, Height: costsHeight, Least: costsHeight / 4, X: x.Axis, Y: y, Named: true}
	p.Along = on.Say("Spent in the years simulated, USD million (2025 prices)")
	if x.Log {
		p.Along += ", " + on.Say("logarithmic scale")
	}
	p.Under = func(a page.Plane) {
		for _, v := range x.perTonne(y.Max) {
			ratio(a, v, x.first)
		}
	}
	p.Over = func(a page.Plane) {
		labels := page.DirectLabels{Area: a.Rectangle, Patched: true}
		labels.Area.Max.X -= namesInside
		if y.Min < 0 {
			a.StrokeLine2(page.AxisLine, a.Min.X, a.AtY(0), a.Max.X, a.AtY(0))
			labels.Avoid(vg.Point{X: a.Min.X, Y: a.AtY(0)}, vg.Point{X: a.Max.X, Y: a.AtY(0)})
		}
		if x.nothing > 0 {
			breakAxis(a, ink.Half(a.AtX(x.nothing)+a.AtX(x.first)))
		}
		steps := stairs(a, x, front)
		if len(front) > 1 {
			a.StrokeLines(frontLine, steps)
			labels.Avoid(steps...)
		}
		for i := range all {
			q := &all[i]
			at := a.Point(x.of(q), q.CarriedMt)
			if error := reach(q); error > 0 {
				from, to := a.AtY(q.CarriedMt-error), a.AtY(q.CarriedMt+error)
				uprightWhisker(a.Canvas, at.X, from, to)
				labels.Avoid(vg.Point{X: at.X, Y: from}, vg.Point{X: at.X, Y: to})
			}
			labels.Keep(ink.Grow(vg.Rectangle{Min: at, Max: at}, markKept))
		}
		for i := range all {
			appraisedMark(a.Canvas, a.Point(x.of(&all[i]), all[i].CarriedMt), all[i].Soft)
		}
		for _, q := range costsNames(all, front) {
			nameDot(a, &labels, &q, a.AtX(x.of(&q)))
		}
	}
	return p
}

// nameDot writes the name of a project beside its mark or an end of its whisker, in few lines or in
// more, where there is room.
func nameDot(p page.Plane, labels *page.DirectLabels, q *findings.Appraised, x vg.Length) {
	away := max(appraisedMarked+page.LabelGap, p.AtY(q.CarriedMt+reach(q))-p.AtY(q.CarriedMt))
	for _, from := range []struct {
		up    vg.Length
		sides []page.Side
	}{
		{0, []page.Side{page.ToRight, page.ToLeft, page.Above, page.Below}},
		{away, []page.Side{page.ToRight, page.Above, page.ToLeft}},
		{-away, []page.Side{page.ToRight, page.Below, page.ToLeft}},
	} {
		for _, width := range []vg.Length{150, 95, 70} {
			lines := page.LabelText.Wrap(q.Title, width, 5)
			if strings.Join(lines, " ") != q.Title {
				continue // which is cut
			}
			at := vg.Point{X: x, Y: p.AtY(q.CarriedMt) + from.up}
			if labels.WriteLines(p, page.LabelText, at, lines, from.sides...) {
				return
			}
		}
	}
}

// stairs is the line of those that none beats: for what is spent at most, the most that one of them
// adds.
func stairs(p page.Plane, x costAxis, front []findings.Appraised) (line []vg.Point) {
	for i := range front {
		at := p.Point(x.of(&front[i]), front[i].CarriedMt)
		if i > 0 {
			line = append(line, vg.Point{X: at.X, Y: line[len(line)-1].Y})
		}
		line = append(line, at)
	}
	if len(line) > 0 {
		line = append(line, vg.Point{X: p.Max.X, Y: line[len(line)-1].Y})
	}
	return line
}

// breakAxis marks that the horizontal axis leaves something out.
func breakAxis(p page.Plane, x vg.Length) {
	const lean, tall, gap = 2, 4, 3
	p.FillPolygon(page.White, ink.Corners(vg.Rectangle{Min: vg.Point{X: x, Y: p.Min.Y - 1}, Max: vg.Point{X: x + gap, Y: p.Min.Y + 1}}))
	for _, at := range []vg.Length{x, x + gap} {
		p.StrokeLine2(page.AxisLine, at-lean, p.Min.Y-tall, at+lean, p.Min.Y+tall)
	}
}

// ratio draws the line of equal USD per tonne, from a cost up to the top of the panel, and names it
// there.
func ratio(p page.Plane, usdPerTonne, first float64) {
	const steps = 60
	top := p.Y.Max
	var line []vg.Point
	for i := range steps + 1 {
		y := float64(top*float64(i)) / steps
		if x := float64(usdPerTonne * y); x >= first {
			line = append(line, p.Point(x, y))
		}
	}
	p.StrokeLines(ratioLine, line)
	page.AxisText.In(page.MidGrey).Write(p, p.AtX(float64(usdPerTonne*top)), p.Max.Y+3, ink.Centred, p.On.Say("USD %s/t", p.On.Amount(usdPerTonne, decimalsFor(usdPerTonne, 1))))
}

// appraisedMark is a dot for works and a diamond for measures.
func appraisedMark(c draw.Canvas, at vg.Point, soft bool) {
	if soft {
		c.FillPolygon(page.White, ink.Diamond(at, appraisedMarked+1.8))
		c.FillPolygon(appraisedColour(soft), ink.Diamond(at, appraisedMarked+1))
		return
	}
	ink.Dot(c, page.White, at, appraisedMarked+0.7)
	ink.Dot(c, appraisedColour(soft), at, appraisedMarked)
}
