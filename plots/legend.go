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

// rows distributes the keys over rows of the width given.
func (l legend) rows(width vg.Length) [][]key {
	var rows [][]key
	used := vg.Length(0)
	for _, k := range l {
		w := k.width + keyGap + legendText.width(k.label) + keySpace
		if len(rows) == 0 || used+w-keySpace > width {
			rows = append(rows, nil)
			used = 0
		}
		rows[len(rows)-1] = append(rows[len(rows)-1], k)
		used += w
	}
	return rows
}

const legendPitch vg.Length = 16

func (l legend) height(width vg.Length) vg.Length {
	return vg.Length(legendPitch * vg.Length(len(l.rows(width))))
}

// paint draws the legend with its upper left corner at the point given.
func (l legend) paint(c draw.Canvas, left, top, width vg.Length) {
	for _, row := range l.rows(width) {
		x, base := left, top-keyHeight-1
		for _, k := range row {
			k.sample(c, vg.Rectangle{
				Min: vg.Point{X: x, Y: base - 1},
				Max: vg.Point{X: x + k.width, Y: base - 1 + keyHeight},
			})
			x += k.width + keyGap
			legendText.write(c, x, base, fromLeft, k.label)
			x += legendText.width(k.label) + keySpace
		}
		top -= legendPitch
	}
}
