package plots

import (
	"image/color"
	"math"

	"corridor/plots/ink"
	"corridor/plots/page"
	"corridor/plots/series"
	"gonum.org/v1/plot/vg"
)

const (
	learntHeight  vg.Length = 27 // of a row of two lines
	learntNames   vg.Length = 200
	learntEnds    vg.Length = 42 // of the values at the ends of a prior
	learntPrior   vg.Length = 11 // height of its bar
	learntBar     vg.Length = 6.5
	learntColumns vg.Length = 46
)

var (
	medianLine      = ink.Line(page.White, 1.4)
	unidentifiedBar = [2]color.Color{ink.RGB(0xc4c4c4), page.MidGrey}
)

// posteriorPanel has a row for each parameter: its name, the bars between the values at
// which 5 and 95 % of its prior lie, and what was learnt in figures or words.
func posteriorPanel(on *page.Page, shown []learnt) page.Panel {
	after := page.Column{Heading: on.Say("Median after")}
	narrower := page.Column{Heading: on.Say("Narrower by")}
	moved := page.Column{Heading: on.Say("Moved by")}
	for _, l := range shown {
		after.Cells = append(after.Cells, l.value(on, l.posterior.p50))
		narrower.Cells = append(narrower.Cells, narrowerText(on, l))
		moved.Cells = append(moved.Cells, movedText(on, l))
	}
	columns := page.NewColumns(learntColumns, after, narrower, moved)
	n := vg.Length(len(shown))
	p := page.Panel{
		Height: learntHeight * n, Least: learntHeight * n, Head: 26, Labels: learntNames, Tail: columns[len(columns)-1].Right,
		X: page.Axis{Max: 1}, Y: page.Axis{Max: float64(len(shown))}, Bare: true,
	}
	p.Over = func(a page.Plane) {
		a.Heads(columns)
		one := learnt{prior: belief{p95: 1}} // the priors of all lie alike
		ends := [2]vg.Length{one.place(a, 0), one.place(a, 1)}
		room := ink.Half(ends[1]-ends[0]) - 4
		page.UnitText.Write(a, ends[0], a.Max.Y+5, ink.FromLeft, page.UnitText.Fit(on.Say("5 % before"), room))
		page.UnitText.Write(a, ends[1], a.Max.Y+5, ink.FromRight, page.UnitText.Fit(on.Say("95 %"), room))
		for i, l := range shown {
			l.paint(a, i, columns)
		}
	}
	return p
}

// value writes a value of the parameter, exactly enough to tell its prior apart in a hundred
// steps or fewer, with three figures or more.
func (l learnt) value(on *page.Page, v float64) string {
	if math.IsNaN(v) {
		return "–"
	}
	step := 1.0
	for float64(step*1000) <= math.Abs(l.prior.p95) && step < series.Largest {
		step = float64(step * 10)
	}
	if step > 1 {
		v = float64(math.Round(v/step) * step)
	}
	return on.Amount(v, decimalsFor(l.prior.p95-l.prior.p05, 2))
}

// place returns where a value of the parameter lies in the panel. The prior has eight tenths of
// the room between the values at its ends.
func (l learnt) place(p page.Plane, v float64) vg.Length {
	share := 0.5
	if span := l.prior.p95 - l.prior.p05; span > 0 {
		share = 0.1 + float64(0.8*(v-l.prior.p05))/span
	}
	left, right := p.Min.X+learntEnds, p.Max.X-learntEnds
	return left + vg.Length(min(max(share, 0), 1)*float64(right-left))
}

// paint draws the row of a parameter.
func (l learnt) paint(p page.Plane, row int, columns []page.Column) {
	top := p.AtY(p.Y.RowTop(row))
	middle := top - ink.Half(learntHeight) + 1
	if row > 0 {
		p.StrokeLine2(page.GridLine, page.Margin, top, p.Max.X+columns[len(columns)-1].Right, top)
	}
	name, bars, value := page.LabelText, judgedBar, page.BoldText
	if !l.identified {
		name, bars, value = name.In(page.MidGrey), unidentifiedBar, page.LabelText.In(page.MidGrey)
	}
	lines := name.Wrap(l.title, learntNames-10, 2)
	p.RowName(name, lines, top-ink.Half(learntHeight))
	if !math.IsNaN(l.prior.p05 + l.prior.p95) {
		p.FillPolygon(priorColour, ink.Corners(l.bar(p, l.prior.p05, l.prior.p95, middle, learntPrior)))
		end := middle - ink.Half(page.AxisText.Height())
		left, right := l.prior.p05, l.prior.p95 // or where the posterior reaches beyond
		if l.posterior.p05 < left {
			left = l.posterior.p05
		}
		if l.posterior.p95 > right {
			right = l.posterior.p95
		}
		page.AxisText.Write(p, l.place(p, left)-4, end, ink.FromRight, l.value(p.On, l.prior.p05))
		page.AxisText.Write(p, l.place(p, right)+4, end, ink.FromLeft, l.value(p.On, l.prior.p95))
	}
	if b := l.posterior; !math.IsNaN(b.p05 + b.p50 + b.p95) {
		p.FillPolygon(bars[0], ink.Corners(l.bar(p, b.p05, b.p95, middle, learntBar)))
		if !math.IsNaN(b.p25 + b.p75) {
			p.FillPolygon(bars[1], ink.Corners(l.bar(p, b.p25, b.p75, middle, learntBar)))
		}
		x := l.place(p, b.p50)
		p.StrokeLine2(medianLine, x, middle-ink.Half(learntBar), x, middle+ink.Half(learntBar))
	}
	if b := l.heldOut; !math.IsNaN(b.p05 + b.p50 + b.p95) {
		y := middle - ink.Half(learntPrior) - 2.6
		p.StrokeLine2(heldOutLine, l.place(p, b.p05), y, l.place(p, b.p95), y)
		x := l.place(p, b.p50)
		p.StrokeLine2(heldOutLine, x, y-2.2, x, y+2.2)
	}
	l.words(p, row, middle, value, columns)
}

// bar is a bar of the height given between two values, wide enough to be seen.
func (l learnt) bar(p page.Plane, from, to float64, middle, height vg.Length) vg.Rectangle {
	left, right := l.place(p, from), l.place(p, to)
	if right < left+1 {
		left, right = ink.Half(left+right)-0.5, ink.Half(left+right)+0.5
	}
	return vg.Rectangle{Min: vg.Point{X: left, Y: middle - ink.Half(height)}, Max: vg.Point{X: right, Y: middle + ink.Half(height)}}
}

// words writes what was learnt: in figures, or that nothing was, or that the bound of the prior is
// in the way.
func (l learnt) words(p page.Plane, row int, middle vg.Length, value ink.Lettering, columns []page.Column) {
	base := middle - ink.Half(value.Height())
	right := p.Max.X + columns[len(columns)-1].Right
	remark, colour := "", color.Color(page.MidGrey)
	switch {
	case l.atBound:
		remark, colour = p.On.Say("at its bound"), page.Vermillion
	case !l.identified:
		remark = p.On.Say("not identified")
	}
	if remark != "" {
		base += 5.5
	}
	p.Cells(value, columns, row, base)
	if remark != "" {
		page.AxisText.In(colour).Write(p, right, base-page.AxisText.Pitch(), ink.FromRight, remark)
	}
}
