package page

import (
	"image/color"
	"slices"

	"corridor/plots/ink"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// Key explains one thing drawn, by a sample of it and a label.
type Key struct {
	Label  string
	Width  vg.Length // of the sample
	Sample func(c draw.Canvas, at vg.Rectangle)
}

const (
	KeyWidth  vg.Length = 24
	keyHeight vg.Length = 9
	keyGap    vg.Length = 6  // from sample to label
	keySpace  vg.Length = 20 // from one key to the next
)

// LineKey explains a line.
func LineKey(label string, style draw.LineStyle) Key {
	return Key{label, KeyWidth, func(c draw.Canvas, at vg.Rectangle) {
		y := (at.Min.Y + at.Max.Y) / 2
		c.StrokeLine2(style, at.Min.X, y, at.Max.X, y)
	}}
}

// MarkedKey explains a line with dots on it.
func MarkedKey(label string, style draw.LineStyle) Key {
	k := LineKey(label, style)
	stroke := k.Sample
	k.Sample = func(c draw.Canvas, at vg.Rectangle) {
		stroke(c, at)
		ink.Dot(c, style.Color, at.Min.Add(at.Max).Scale(0.5), MarkerRadius)
	}
	return k
}

// AreaKey explains a filled area.
func AreaKey(label string, colour color.Color) Key {
	return Key{label, 14, func(c draw.Canvas, at vg.Rectangle) {
		c.FillPolygon(colour, ink.Corners(at))
	}}
}

// HatchKey explains a hatched area.
func HatchKey(label string, tint, stripes color.Color) Key {
	return Key{label, 14, func(c draw.Canvas, at vg.Rectangle) { ink.Hatch(c, tint, stripes, at) }}
}

// Legend is a row of keys that wraps to the width of the page. It has a strip
// of its own and never lies on the data.
type Legend []Key

// legendRow is a row of keys with their labels, a longer one in several lines.
type legendRow struct {
	keys   []Key
	labels [][]string
}

// mostLabelLines is how many lines a label may take that is wider than the page.
const mostLabelLines = 3

// rows distributes the keys over rows of the width given.
func (l Legend) rows(width vg.Length) []legendRow {
	var rows []legendRow
	used := vg.Length(0)
	for _, k := range l {
		label := LegendText.Wrap(k.Label, width-k.Width-keyGap, mostLabelLines)
		w := k.Width + keyGap + LegendText.Widest(label) + keySpace
		if len(rows) == 0 || used+w-keySpace > width {
			rows = append(rows, legendRow{})
			used = 0
		}
		row := &rows[len(rows)-1]
		row.keys, row.labels = append(row.keys, k), append(row.labels, label)
		used += w
	}
	return rows
}

// brief cuts labels to one line of half the width, where a page has no room for long ones.
func (l Legend) brief(width vg.Length) Legend {
	out := slices.Clone(l)
	for i, k := range out {
		out[i].Label = LegendText.Fit(k.Label, ink.Half(width-keySpace)-k.Width-keyGap)
	}
	return out
}

const legendPitch vg.Length = 16

// height is that of the row: of its longest label.
func (r legendRow) height() vg.Length {
	most := 1
	for _, label := range r.labels {
		most = max(most, len(label))
	}
	return legendPitch + vg.Length(LegendText.Pitch()*vg.Length(most-1))
}

func (l Legend) height(width vg.Length) vg.Length {
	height := vg.Length(0)
	for _, row := range l.rows(width) {
		height += row.height()
	}
	return height
}

// paint draws the legend with its upper left corner at the point given.
func (l Legend) paint(c draw.Canvas, left, top, width vg.Length) {
	for _, row := range l.rows(width) {
		x, base := left, top-keyHeight-1
		for i, k := range row.keys {
			k.Sample(c, vg.Rectangle{
				Min: vg.Point{X: x, Y: base - 1},
				Max: vg.Point{X: x + k.Width, Y: base - 1 + keyHeight},
			})
			x += k.Width + keyGap
			for j, s := range row.labels[i] {
				LegendText.Write(c, x, base-vg.Length(LegendText.Pitch()*vg.Length(j)), ink.FromLeft, s)
			}
			x += LegendText.Widest(row.labels[i]) + keySpace
		}
		top -= row.height()
	}
}
