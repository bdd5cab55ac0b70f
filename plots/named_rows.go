package plots

import (
	"image/color"
	"math"

	"corridor/plots/ink"
	"corridor/plots/page"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

const (
	rankedNames   vg.Length = 190
	rankedLines             = 6 // of a name at most
	rankedColumns vg.Length = 44
)

// namedRow is where a row stands that begins with a name; tops are counted from the lowest row up.
type namedRow struct {
	lines       []string // of the name
	top, height float64
	above       draw.LineStyle // between it and the row above
}

func newNamedRow(name string) namedRow {
	return namedRow{lines: page.LabelText.Wrap(name, rankedNames-10, rankedLines), above: page.GridLine}
}

func (r *namedRow) place() *namedRow { return r }

// nameHeight is what the lines of the name take.
func (r *namedRow) nameHeight() vg.Length {
	return vg.Length(page.LabelText.Pitch()*vg.Length(len(r.lines)-1)) + page.LabelText.Height()
}

// middle is the height of the middle of the row on the page.
func (r *namedRow) middle(p page.Plane) vg.Length { return p.AtY(r.top - float64(r.height/2)) }

// rowsPanel sets rows one below the other: their names, what is painted of each over the axis, and
// at the right columns of figures.
func rowsPanel[R interface{ place() *namedRow }](rows []R, x page.Axis, unit string, columns []page.Column, paint func(a page.Plane, row R, i int)) page.Panel {
	height := 0.0
	for _, r := range rows {
		height += r.place().height
	}
	top := height
	for _, r := range rows {
		r.place().top = top
		top -= r.place().height
	}
	p := page.Panel{
		Head: 26, Height: vg.Length(height), Least: vg.Length(height),
		Labels: rankedNames, Tail: columns[len(columns)-1].Right, Named: true, X: x, Y: page.Axis{Max: height},
	}
	p.Under = page.Plane.Uprights
	p.Over = func(a page.Plane) {
		a.Heads(columns)
		page.UnitText.Write(a, a.Min.X, a.Max.Y+5, ink.FromLeft, page.UnitText.Fit(unit, a.Max.X-a.Min.X))
		for i, row := range rows {
			paint(a, row, i)
			if r := row.place(); i > 0 {
				y := a.AtY(r.top)
				a.StrokeLine2(r.above, page.Margin, y, a.Max.X+p.Tail, y)
			}
		}
	}
	return p
}

// paintFigures writes the figures of a row, the first of them in bold.
func paintFigures(a page.Plane, columns []page.Column, row int, y vg.Length) {
	a.Cells(page.BoldText, columns[:1], row, y-ink.Half(page.BoldText.Height()))
	a.Cells(page.LabelText, columns[1:], row, y-ink.Half(page.LabelText.Height()))
}

// paintBar draws a bar from nothing to a value.
func paintBar(a page.Plane, c color.Color, v float64, y, height vg.Length) {
	from, to, half := a.AtX(min(0, v)), a.AtX(max(0, v)), ink.Half(height)
	a.FillPolygon(c, ink.Corners(vg.Rectangle{Min: vg.Point{X: from, Y: y - half}, Max: vg.Point{X: max(to, from+0.6), Y: y + half}}))
}

// axisOfRows holds nothing and all values that are known.
func axisOfRows(on *page.Page, values []float64) page.Axis {
	low, high := 0.0, 0.0
	for _, v := range values {
		if !math.IsNaN(v) {
			low, high = min(low, v), max(high, v)
		}
	}
	return closeTo(on.SignedAxis(low, high, 5), low, high)
}
