package plots

import (
	"image/color"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// key explains one thing drawn, by a sample of it and a label.
type key struct {
	label  string
	width  vg.Length // of the sample
	sample func(c draw.Canvas, at vg.Rectangle)
}

const (
	keyWidth  vg.Length = 24
	keyHeight vg.Length = 9
	keyGap    vg.Length = 6  // from sample to label
	keySpace  vg.Length = 20 // from one key to the next
)

func lineKey(label string, style draw.LineStyle) key {
	return key{label, keyWidth, func(c draw.Canvas, at vg.Rectangle) {
		y := (at.Min.Y + at.Max.Y) / 2
		c.StrokeLine2(style, at.Min.X, y, at.Max.X, y)
	}}
}

func markedKey(label string, style draw.LineStyle) key {
	k := lineKey(label, style)
	stroke := k.sample
	k.sample = func(c draw.Canvas, at vg.Rectangle) {
		stroke(c, at)
		dot(c, style.Color, at.Min.Add(at.Max).Scale(0.5), markerRadius)
	}
	return k
}

func areaKey(label string, colour color.Color) key {
	return key{label, 14, func(c draw.Canvas, at vg.Rectangle) {
		c.FillPolygon(colour, corners(at))
	}}
}

// legend is a row of keys that wraps to the width of the page. It has a strip
// of its own and never lies on the data.
type legend []key

// legendRow is a row of keys with their labels, a longer one in several lines.
type legendRow struct {
	keys   []key
	labels [][]string
}

// mostLabelLines is how many lines a label may take that is wider than the page.
const mostLabelLines = 3

// rows distributes the keys over rows of the width given.
func (l legend) rows(width vg.Length) []legendRow {
	var rows []legendRow
	used := vg.Length(0)
	for _, k := range l {
		label := legendText.wrap(k.label, width-k.width-keyGap, mostLabelLines)
		w := k.width + keyGap + widestOf(legendText, label) + keySpace
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

const legendPitch vg.Length = 16

// height is that of the row: of its longest label.
func (r legendRow) height() vg.Length {
	most := 1
	for _, label := range r.labels {
		most = max(most, len(label))
	}
	return legendPitch + vg.Length(legendText.pitch()*vg.Length(most-1))
}

func (l legend) height(width vg.Length) vg.Length {
	height := vg.Length(0)
	for _, row := range l.rows(width) {
		height += row.height()
	}
	return height
}

// paint draws the legend with its upper left corner at the point given.
func (l legend) paint(c draw.Canvas, left, top, width vg.Length) {
	for _, row := range l.rows(width) {
		x, base := left, top-keyHeight-1
		for i, k := range row.keys {
			k.sample(c, vg.Rectangle{
				Min: vg.Point{X: x, Y: base - 1},
				Max: vg.Point{X: x + k.width, Y: base - 1 + keyHeight},
			})
			x += k.width + keyGap
			for j, s := range row.labels[i] {
				legendText.write(c, x, base-vg.Length(legendText.pitch()*vg.Length(j)), fromLeft, s)
			}
			x += widestOf(legendText, row.labels[i]) + keySpace
		}
		top -= row.height()
	}
}
