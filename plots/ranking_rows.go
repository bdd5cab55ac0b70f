package plots

import (
	"image/color"
	"math"
	"slices"

	"corridor/plots/ink"
	"corridor/plots/page"
	"corridor/sim/findings"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

const (
	rankedLeast vg.Length = 21 // height of a row of one line or two
	rankedSpace vg.Length = 5  // of it above and below the name
	rankedBar   vg.Length = 8
	rankedAside vg.Length = 7 // from the middle of the bar down to the marks
)

var (
	whiskerLine = ink.Line(page.Ink, 0.9)
	betweenLine = ink.Line(page.MidGrey, 0.5)
)

func appraisedColour(soft bool) color.Color {
	if soft {
		return page.Orange
	}
	return page.Blue
}

// estimate is what a project brings in one measure: the mean over the orders with an interval,
// alone, and to all the others.
type estimate struct{ mean, low, high, first, last float64 }

// inTonnes is what it adds to what is carried, with the interval of the mean.
func inTonnes(q *findings.Appraised) estimate {
	return estimate{q.CarriedMt, q.CarriedMt - reach(q), q.CarriedMt + reach(q), q.FirstMt, q.LastMt}
}

// rankedRow is what a project or measure brings.
type rankedRow struct {
	namedRow
	estimate
	soft bool
}

// rankedRows are each as high as its name.
func rankedRows(shown []findings.Appraised, of func(*findings.Appraised) estimate) (rows []*rankedRow) {
	for i := range shown {
		r := &rankedRow{newNamedRow(shown[i].Title), of(&shown[i]), shown[i].Soft}
		r.height = float64(max(rankedLeast, 2*rankedSpace+r.nameHeight()))
		rows = append(rows, r)
	}
	return rows
}

// rankedAxis holds all that is drawn of the rows.
func rankedAxis(on *page.Page, shown []findings.Appraised, of func(*findings.Appraised) estimate) page.Axis {
	var values []float64
	for i := range shown {
		e := of(&shown[i])
		values = append(values, e.low, e.high, e.first, e.last)
	}
	return axisOfRows(on, values)
}

// rankedPanel has a row for each project or measure: its name, what it brings on the axis, and at
// the right columns of figures, the first of them in bold.
func rankedPanel(shown []findings.Appraised, of func(*findings.Appraised) estimate, x page.Axis, unit string, columns ...page.Column) page.Panel {
	columns = page.NewColumns(rankedColumns, columns...)
	return rowsPanel(rankedRows(shown, of), x, unit, columns, func(a page.Plane, r *rankedRow, i int) {
		r.paint(a)
		a.RowName(page.LabelText, r.lines, r.middle(a))
		paintFigures(a, columns, i, r.middle(a))
	})
}

// closeTo ends an axis a little beyond the least and the greatest value, and not at the next tick:
// what is just below zero takes no room from the rest.
func closeTo(a page.Axis, low, high float64) page.Axis {
	beyond := float64(0.02 * (high - low))
	if low < 0 {
		a.Min = max(a.Min, low-beyond)
	}
	if high > 0 {
		a.Max = min(a.Max, high+beyond)
	}
	a.Ticks = slices.DeleteFunc(a.Ticks, func(t page.Tick) bool { return t.At < a.Min || t.At > a.Max })
	return a
}

// paint draws the bar of a row with its interval, and under it what the project brings alone and
// to all the others.
func (r *rankedRow) paint(p page.Plane) {
	middle := r.middle(p) + 2.5
	paintBar(p, appraisedColour(r.soft), r.mean, middle, rankedBar)
	if r.low < r.high {
		whisker(p.Canvas, p.AtX(r.low), p.AtX(r.high), middle)
	}
	beside := middle - rankedAside
	if !math.IsNaN(r.first + r.last) {
		p.StrokeLine2(betweenLine, p.AtX(r.first), beside, p.AtX(r.last), beside)
	}
	if !math.IsNaN(r.last) {
		othersMark(p.Canvas, vg.Point{X: p.AtX(r.last), Y: beside})
	}
	if !math.IsNaN(r.first) {
		aloneMark(p.Canvas, vg.Point{X: p.AtX(r.first), Y: beside})
	}
}

// reach is how far the interval of the mean reaches to either side; 0 where it is not known.
func reach(q *findings.Appraised) float64 {
	if math.IsNaN(q.Error) {
		return 0
	}
	return float64(surely * q.Error)
}

const whiskerEnd vg.Length = 2.2

// whisker draws a level line with ends.
func whisker(c draw.Canvas, from, to, y vg.Length) {
	c.StrokeLine2(whiskerLine, from, y, to, y)
	for _, x := range []vg.Length{from, to} {
		c.StrokeLine2(whiskerLine, x, y-whiskerEnd, x, y+whiskerEnd)
	}
}

// uprightWhisker draws an upright line with ends.
func uprightWhisker(c draw.Canvas, x, from, to vg.Length) {
	c.StrokeLine2(whiskerLine, x, from, x, to)
	for _, y := range []vg.Length{from, to} {
		c.StrokeLine2(whiskerLine, x-whiskerEnd, y, x+whiskerEnd, y)
	}
}

// aloneMark is a hollow dot, othersMark a full one.
func aloneMark(c draw.Canvas, at vg.Point) {
	ink.Dot(c, page.Ink, at, 2.9)
	ink.Dot(c, page.White, at, 1.9)
}

func othersMark(c draw.Canvas, at vg.Point) { ink.Dot(c, page.Ink, at, 2.4) }

// addedText writes what is added, without a sign where nothing is left of it.
func addedText(on *page.Page, v float64, decimals int) string {
	if on.Amount(math.Abs(v), decimals) == on.Amount(0, decimals) {
		return on.Amount(0, decimals)
	}
	return on.Signed(v, decimals)
}

// spentText writes USD million: little with a decimal, nothing as a dash.
func spentText(on *page.Page, v float64) string {
	switch {
	case math.IsNaN(v) || v < 0.005:
		return "–"
	case v < 9.95:
		return on.Amount(v, 1)
	}
	return on.Amount(v, 0)
}
