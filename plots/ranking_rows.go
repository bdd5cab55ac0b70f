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
	rankedNames   vg.Length = 190
	rankedLeast   vg.Length = 21 // height of a row of one line or two
	rankedSpace   vg.Length = 5  // of it above and below the name
	rankedLines             = 6  // of a name at most
	rankedBar     vg.Length = 8
	rankedAside   vg.Length = 7 // from the middle of the bar down to the marks
	rankedColumns vg.Length = 44
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

// rankedRow is a row with the lines of its name; tops are counted from the lowest row up.
type rankedRow struct {
	*findings.Appraised
	lines       []string
	top, height float64
}

// rankedRows sets the rows one below the other, each as high as its name.
func rankedRows(shown []findings.Appraised) (rows []rankedRow, height float64) {
	for i := range shown {
		r := rankedRow{Appraised: &shown[i], lines: page.LabelText.Wrap(shown[i].Title, rankedNames-10, rankedLines)}
		r.height = float64(max(rankedLeast, 2*rankedSpace+vg.Length(page.LabelText.Pitch()*vg.Length(len(r.lines)-1))+page.LabelText.Height()))
		height += r.height
		rows = append(rows, r)
	}
	top := height
	for i := range rows {
		rows[i].top = top
		top -= rows[i].height
	}
	return rows, height
}

// rankingPanel has a row for each project or measure: its name, what it adds, and at the right
// that in figures and what is spent.
func rankingPanel(on *page.Page, shown []findings.Appraised) page.Panel {
	rows, height := rankedRows(shown)
	low, high := 0.0, 0.0
	for i := range shown {
		q := &shown[i]
		for _, v := range []float64{q.CarriedMt - reach(q), q.CarriedMt + reach(q), q.FirstMt, q.LastMt} {
			if !math.IsNaN(v) {
				low, high = min(low, v), max(high, v)
			}
		}
	}
	x := closeTo(on.SignedAxis(low, high, 5), low, high)
	adds, spent := page.Column{Heading: on.Say("Adds, Mt")}, page.Column{Heading: on.Say("Spent, USD m")}
	for i := range shown {
		adds.Cells = append(adds.Cells, addedText(on, shown[i].CarriedMt, max(x.Decimals, 2)))
		spent.Cells = append(spent.Cells, spentText(on, shown[i].CapexMUSD))
	}
	columns := page.NewColumns(rankedColumns, adds, spent)
	p := page.Panel{
		Head: 26, Height: vg.Length(height), Least: vg.Length(height),
		Labels: rankedNames, Tail: columns[len(columns)-1].Right, Named: true, X: x, Y: page.Axis{Max: height},
	}
	p.Under = page.Plane.Uprights
	p.Over = func(a page.Plane) {
		a.Heads(columns)
		page.UnitText.Write(a, a.Min.X, a.Max.Y+5, ink.FromLeft, page.UnitText.Fit(on.Say("Mt more or less carried"), a.Max.X-a.Min.X))
		for i, r := range rows {
			r.paint(a)
			middle := r.middle(a)
			a.RowName(page.LabelText, r.lines, middle)
			a.Cells(page.BoldText, columns[:1], i, middle-ink.Half(page.BoldText.Height()))
			page.LabelText.Write(a, a.Max.X+columns[1].Right, middle-ink.Half(page.LabelText.Height()), ink.FromRight, columns[1].Cells[i])
			if i > 0 {
				y := a.AtY(r.top)
				a.StrokeLine2(page.GridLine, page.Margin, y, a.Max.X+p.Tail, y)
			}
		}
	}
	return p
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

// middle is the height of the middle of the row on the page.
func (r rankedRow) middle(p page.Plane) vg.Length { return p.AtY(r.top - r.height/2) }

// paint draws the bar of a row with its interval, and under it what the project adds alone and
// to all the others.
func (r rankedRow) paint(p page.Plane) {
	middle := r.middle(p) + 2.5
	from, to := min(0, r.CarriedMt), max(0, r.CarriedMt)
	half := ink.Half(rankedBar)
	p.FillPolygon(appraisedColour(r.Soft), ink.Corners(vg.Rectangle{
		Min: vg.Point{X: p.AtX(from), Y: middle - half}, Max: vg.Point{X: max(p.AtX(to), p.AtX(from)+0.6), Y: middle + half},
	}))
	if error := reach(r.Appraised); error > 0 {
		whisker(p.Canvas, p.AtX(r.CarriedMt-error), p.AtX(r.CarriedMt+error), middle)
	}
	beside := middle - rankedAside
	if !math.IsNaN(r.FirstMt + r.LastMt) {
		p.StrokeLine2(betweenLine, p.AtX(r.FirstMt), beside, p.AtX(r.LastMt), beside)
	}
	if !math.IsNaN(r.LastMt) {
		othersMark(p.Canvas, vg.Point{X: p.AtX(r.LastMt), Y: beside})
	}
	if !math.IsNaN(r.FirstMt) {
		aloneMark(p.Canvas, vg.Point{X: p.AtX(r.FirstMt), Y: beside})
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
