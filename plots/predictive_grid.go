package plots

import (
	"math"
	"slices"

	"corridor/model/portable"
	"corridor/plots/ink"
	"corridor/plots/page"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

const (
	predictiveHeight  vg.Length = 17 // of a row
	predictiveHead    vg.Length = 15 // of the name of a series
	predictiveGap     vg.Length = 8  // between series
	predictiveColumns vg.Length = 22 // between columns
	predictiveBar     vg.Length = 4.6
	predictiveLabels  vg.Length = 105 // most room for periods
	predictiveLabel   vg.Length = 34  // of an observed number
)

var priorColour = page.LightGrey

// logFrom is how many times the least the greatest value of a series must be for an axis on which
// a length is a ratio.
const logFrom = 8

// predictiveGrid has a small chart for each series, set in columns as on a page of a
// newspaper: down the first, then down the next.
func predictiveGrid(on *page.Page, shown []observedSeries, most int) page.Panel {
	columns := 2
	if on.Low() { // a slide is wide and low
		columns = 3
	}
	columns = min(columns, len(shown))
	width := (on.Inner() - vg.Length(predictiveColumns*vg.Length(columns-1))) / vg.Length(columns)
	labels := vg.Length(0)
	smalls := make([]page.Panel, len(shown))
	for i, s := range shown {
		smalls[i] = s.panel(on, width, most)
		labels = max(labels, smalls[i].LabelWidth())
	}
	heights := make([]vg.Length, len(shown))
	for i := range smalls {
		smalls[i].Labels = labels
		heights[i] = smalls[i].Total() + predictiveGap
	}
	breaks, tallest := newspaper(heights, columns)
	grid := page.Panel{Bare: true, Height: tallest - predictiveGap, Least: tallest - predictiveGap}
	grid.Over = func(a page.Plane) {
		column, top := 0, a.Max.Y
		for i, small := range smalls {
			if i == breaks[column] {
				column, top = column+1, a.Max.Y
			}
			left := page.Margin + vg.Length((width+predictiveColumns)*vg.Length(column))
			small.Paint(on, a.Canvas, left+labels, left+width, top)
			top -= heights[i]
		}
	}
	return grid
}

// newspaper sets heights in columns, in their order, so that the tallest column is as low
// as can be. It returns where each column ends.
func newspaper(heights []vg.Length, columns int) (breaks []int, tallest vg.Length) {
	fill := func(most vg.Length) (breaks []int, tallest vg.Length) {
		used := vg.Length(0)
		for i, h := range heights {
			if used > 0 && used+h > most && len(breaks) < columns-1 {
				breaks, used = append(breaks, i), 0
			}
			used += h
			tallest = max(tallest, used)
		}
		for len(breaks) < columns {
			breaks = append(breaks, len(heights))
		}
		return breaks, tallest
	}
	tallest = math.MaxFloat64
	for i := range heights { // the tallest column is of some neighbours
		sum := vg.Length(0)
		for _, h := range heights[i:] {
			sum += h
			if b, found := fill(sum); found < tallest {
				breaks, tallest = b, found
			}
		}
	}
	return breaks, tallest
}

// panel is the small chart of a series: a row for each of its observations, at most so many.
func (s observedSeries) panel(on *page.Page, width vg.Length, most int) page.Panel {
	title, factor := s.unitOf(on)
	rows := s.most(most)
	names := make([]string, len(rows))
	for i, o := range rows {
		names[i] = o.title(on)
	}
	p := page.RowPanel(s.axis(on, rows, factor), names, predictiveLabels, predictiveHeight, predictiveHeight)
	p.Head, p.Named, p.Tail = predictiveHead, true, predictiveLabel
	p.Under = func(a page.Plane) {
		a.Uprights()
		for i, o := range rows {
			o.paint(a, i, factor)
		}
	}
	p.Over = func(a page.Plane) {
		right := a.Max.X + predictiveLabel
		left := right - width
		title := page.BoldText.Fit(title, width)
		page.BoldText.Write(a, left, a.Max.Y+4, ink.FromLeft, title)
		if a.X.Log {
			scale := on.Say("logarithmic scale")
			if page.BoldText.Width(title)+page.AxisText.Width(scale)+8 <= width {
				page.AxisText.In(page.MidGrey).Write(a, right, a.Max.Y+4, ink.FromRight, scale)
			}
		}
		for i, o := range rows {
			v := float64(o.observed * factor)
			y := a.AtY(a.Y.RowTop(i)-0.5) - ink.Half(page.LabelText.Height())
			page.LabelText.Write(a, right, y, ink.FromRight, on.Amount(v, decimalsFor(v, 3)))
		}
	}
	return p
}

// most returns n observations in time: whole years and those that a fit used before others, and
// the later before the earlier.
func (s observedSeries) most(n int) []observation {
	kept := make([]bool, len(s.all))
	for _, first := range []bool{true, false} {
		for i, o := range slices.Backward(s.all) {
			if !kept[i] && n > 0 && (!first || o.fitted || o.wholeYear()) {
				kept[i] = true
				n--
			}
		}
	}
	var out []observation
	for i, o := range s.all {
		if kept[i] {
			out = append(out, o)
		}
	}
	return out
}

// axis holds all that is drawn of the rows: from 0, or where that leaves the least of them no
// room, with logarithms.
func (s observedSeries) axis(on *page.Page, rows []observation, factor float64) page.Axis {
	least, low, high := math.Inf(1), math.Inf(1), 0.0
	for _, o := range rows {
		from, to := o.errorBar()
		least = min(least, o.observed)
		low, high = min(low, from), max(high, to)
		for _, q := range []prediction{o.prior, o.judged, o.forUse} {
			if q.said() {
				low, high = min(low, q.p05), max(high, q.p95)
			}
		}
	}
	if low > 0 && high > logFrom*least && high < 1e6*low {
		return on.LogAxis(float64(0.95*low*factor), float64(1.05*high*factor), 6)
	}
	return on.ValueAxis(float64(high*factor), 4)
}

// errorBar returns between what values what happened lies in 90 of 100 cases, given the
// error of the observation: errors are those of the logarithm.
func (o observation) errorBar() (low, high float64) {
	if !(o.error > 0 && o.error < 5) {
		return o.observed, o.observed
	}
	away := portable.Exp(float64(1.6448536269514722 * o.error)) // 95 % of the normal distribution
	return o.observed / away, float64(o.observed * away)
}

// paint draws the row of an observation.
func (o observation) paint(p page.Plane, row int, factor float64) {
	top := p.AtY(p.Y.RowTop(row))
	middle := top - ink.Half(predictiveHeight)
	bar := func(from, to float64, low, high vg.Length) vg.Rectangle {
		left, right := p.AtX(float64(from*factor)), p.AtX(float64(to*factor))
		if right < left+1.5 { // what is sure is seen too
			left, right = ink.Half(left+right)-0.75, ink.Half(left+right)+0.75
		}
		return vg.Rectangle{Min: vg.Point{X: left, Y: low}, Max: vg.Point{X: right, Y: high}}
	}
	const inset = 1.2
	if o.prior.said() {
		p.FillPolygon(priorColour, ink.Corners(bar(o.prior.p05, o.prior.p95, top-predictiveHeight+inset, top-inset)))
	}
	if o.judged.said() {
		low := middle + 1.6
		p.FillPolygon(judgedBar[0], ink.Corners(bar(o.judged.p05, o.judged.p95, low, low+predictiveBar)))
		p.FillPolygon(judgedBar[1], ink.Corners(bar(o.judged.p25, o.judged.p75, low, low+predictiveBar)))
	}
	if o.forUse.said() {
		high := middle - 1.6
		p.FillPolygon(forUseBar[0], ink.Corners(bar(o.forUse.p05, o.forUse.p95, high-predictiveBar, high)))
		p.FillPolygon(forUseBar[1], ink.Corners(bar(o.forUse.p25, o.forUse.p75, high-predictiveBar, high)))
	}
	low, high := o.errorBar()
	paintObserved(p.Canvas, vg.Point{X: p.AtX(float64(o.observed * factor)), Y: middle}, p.AtX(float64(low*factor)), p.AtX(float64(high*factor)), o.fitted)
}

// paintObserved marks an observation with its error: filled where a fit used it.
func paintObserved(c draw.Canvas, at vg.Point, from, to vg.Length, filled bool) {
	c.StrokeLine2(ink.Line(page.White, 2.2), from-0.5, at.Y, to+0.5, at.Y)
	c.StrokeLine2(ink.Line(page.Ink, 1), from, at.Y, to, at.Y)
	ink.Dot(c, page.White, at, 3.6)
	ink.Dot(c, page.Ink, at, 2.9)
	if !filled {
		ink.Dot(c, page.White, at, 1.7)
	}
}
