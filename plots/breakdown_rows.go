package plots

import (
	"image/color"
	"math"

	"corridor/plots/ink"
	"corridor/plots/page"
	"gonum.org/v1/plot/vg"
)

const (
	partBar   vg.Length = 8
	partStep  vg.Length = 11  // from a bar of a row to the next
	partSpace vg.Length = 2.5 // above and below the bars where the page is low
)

// whiskerGround keeps an interval apart from the bar that it lies on.
var whiskerGround = ink.Line(page.White, 1.7)

// undecidedShade is the colour of what is undecided.
func undecidedShade(c color.Color) color.Color { return ink.Tint(c, 40) }

// partRow is a row with the lines of its name; tops are counted from the lowest row up.
type partRow struct {
	changes     []partChange
	lines       []string
	top, height float64
}

// rows sets the parts one below the other, and the corridor below them.
func (b *breakdown) rows(on *page.Page, shown []changedPart) (rows []partRow, height float64) {
	if b.whole != nil {
		shown = append(shown[:len(shown):len(shown)], changedPart{on.Say("The corridor as a whole"), b.whole})
	}
	space := rankedSpace
	if on.Low() {
		space = partSpace
	}
	for _, part := range shown {
		r := partRow{changes: part.changes, lines: page.LabelText.Wrap(part.title, rankedNames-10, rankedLines)}
		name := vg.Length(page.LabelText.Pitch()*vg.Length(len(r.lines)-1)) + page.LabelText.Height()
		bars := vg.Length(partStep*vg.Length(len(r.changes)-1)) + partBar
		r.height = float64(2*space + max(name, bars))
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

// panel has a row for each part: its name, a bar for each scenario, and the figures at the right.
func (b *breakdown) panel(on *page.Page, shown []changedPart) page.Panel {
	rows, height := b.rows(on, shown)
	columns := b.columns(on, rows)
	x := b.axis(on, rows)
	p := page.Panel{
		Head: 26, Height: vg.Length(height), Least: vg.Length(height),
		Labels: rankedNames, Tail: columns[len(columns)-1].Right, Named: true, X: x, Y: page.Axis{Max: height},
	}
	unit := on.Say("Mt more or less carried")
	p.Under = page.Plane.Uprights
	p.Over = func(a page.Plane) {
		a.Heads(columns)
		page.UnitText.Write(a, a.Min.X, a.Max.Y+5, ink.FromLeft, page.UnitText.Fit(unit, a.Max.X-a.Min.X))
		for i, r := range rows {
			b.paint(a, r, columns, i*len(b.names))
			if i > 0 {
				y, line := a.AtY(r.top), page.GridLine
				if b.whole != nil && i == len(rows)-1 {
					line = page.AxisLine
				}
				a.StrokeLine2(line, page.Margin, y, a.Max.X+p.Tail, y)
			}
		}
	}
	return p
}

// columns are the means and, of futures that were drawn, in how many of them more is carried.
func (b *breakdown) columns(on *page.Page, rows []partRow) []page.Column {
	mean, higher := page.Column{Heading: on.Say("Mean, Mt")}, page.Column{Heading: on.Say("More in, % of futures")}
	if !b.drawn {
		mean.Heading = on.Say("Difference, Mt")
	}
	for _, r := range rows {
		for _, c := range r.changes {
			mean.Cells = append(mean.Cells, addedText(on, c.mean, 2))
			text := "–"
			if !math.IsNaN(c.higher) {
				text = on.Amount(c.higher, 0)
			}
			higher.Cells = append(higher.Cells, text)
		}
	}
	if !b.drawn {
		return page.NewColumns(rankedColumns, mean)
	}
	return page.NewColumns(rankedColumns, mean, higher)
}

// axis holds all bars and intervals.
func (b *breakdown) axis(on *page.Page, rows []partRow) page.Axis {
	low, high := 0.0, 0.0
	for _, r := range rows {
		for _, c := range r.changes {
			for _, v := range []float64{c.mean, c.low, c.high} {
				if !math.IsNaN(v) {
					low, high = min(low, v), max(high, v)
				}
			}
		}
	}
	return closeTo(on.SignedAxis(low, high, 5), low, high)
}

// paint draws a row, whose first figures stand in the columns at the place given.
func (b *breakdown) paint(a page.Plane, r partRow, columns []page.Column, first int) {
	middle := a.AtY(r.top - float64(r.height/2))
	a.RowName(page.LabelText, r.lines, middle)
	y := middle + ink.Half(partStep*vg.Length(len(r.changes)-1))
	for i, c := range r.changes {
		colour := b.looks[i].colour
		if c.undecided() {
			colour = undecidedShade(colour)
		}
		from, to, half := min(0, c.mean), max(0, c.mean), ink.Half(partBar)
		a.FillPolygon(colour, ink.Corners(vg.Rectangle{
			Min: vg.Point{X: a.AtX(from), Y: y - half}, Max: vg.Point{X: max(a.AtX(to), a.AtX(from)+0.6), Y: y + half},
		}))
		if c.low < c.high {
			a.StrokeLine2(whiskerGround, a.AtX(c.low), y, a.AtX(c.high), y)
			whisker(a.Canvas, a.AtX(c.low), a.AtX(c.high), y)
		}
		a.Cells(page.BoldText, columns[:1], first+i, y-ink.Half(page.BoldText.Height()))
		a.Cells(page.LabelText, columns[1:], first+i, y-ink.Half(page.LabelText.Height()))
		y -= partStep
	}
}
