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

// partRow is what a part carries more or less, by scenario.
type partRow struct {
	namedRow
	changes []partChange
}

// rows are the parts, and the corridor below them, each as high as its name and its bars.
func (b *breakdown) rows(on *page.Page, shown []changedPart) (rows []*partRow) {
	if b.whole != nil {
		shown = append(shown[:len(shown):len(shown)], changedPart{on.Say("The corridor as a whole"), b.whole})
	}
	space := rankedSpace
	if on.Low() {
		space = partSpace
	}
	for _, part := range shown {
		r := &partRow{newNamedRow(part.title), part.changes}
		bars := vg.Length(partStep*vg.Length(len(r.changes)-1)) + partBar
		r.height = float64(2*space + max(r.nameHeight(), bars))
		rows = append(rows, r)
	}
	if b.whole != nil {
		rows[len(rows)-1].above = page.AxisLine
	}
	return rows
}

// panel has a row for each part: its name, a bar for each scenario, and the figures at the right.
func (b *breakdown) panel(on *page.Page, shown []changedPart) page.Panel {
	rows := b.rows(on, shown)
	columns := b.columns(on, rows)
	return rowsPanel(rows, b.axis(on, rows), on.Say("Mt more or less carried"), columns, func(a page.Plane, r *partRow, i int) {
		b.paint(a, r, columns, i*len(b.names))
	})
}

// columns are the means and, of futures that were drawn, in how many of them more is carried.
func (b *breakdown) columns(on *page.Page, rows []*partRow) []page.Column {
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
func (b *breakdown) axis(on *page.Page, rows []*partRow) page.Axis {
	var values []float64
	for _, r := range rows {
		for _, c := range r.changes {
			values = append(values, c.mean, c.low, c.high)
		}
	}
	return axisOfRows(on, values)
}

// paint draws a row, whose first figures stand in the columns at the place given.
func (b *breakdown) paint(a page.Plane, r *partRow, columns []page.Column, first int) {
	middle := r.middle(a)
	a.RowName(page.LabelText, r.lines, middle)
	y := middle + ink.Half(partStep*vg.Length(len(r.changes)-1))
	for i, c := range r.changes {
		colour := b.looks[i].colour
		if c.undecided() {
			colour = undecidedShade(colour)
		}
		paintBar(a, colour, c.mean, y, partBar)
		if c.low < c.high {
			a.StrokeLine2(whiskerGround, a.AtX(c.low), y, a.AtX(c.high), y)
			whisker(a.Canvas, a.AtX(c.low), a.AtX(c.high), y)
		}
		paintFigures(a, columns, first+i, y)
		y -= partStep
	}
}
