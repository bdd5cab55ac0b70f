package ink

import (
	"image/color"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

const hatchPitch vg.Length = 4

// HatchWidth is the width of the stripes of hatched areas, which no other line has.
const HatchWidth vg.Length = 0.9

// Hatch fills a rectangle with a tint and lines at 45 degrees. The lines of
// neighbouring rectangles meet.
func Hatch(c draw.Canvas, tint, stripes color.Color, r vg.Rectangle) {
	if !(r.Max.X > r.Min.X && r.Max.Y > r.Min.Y) {
		return
	}
	c.FillPolygon(tint, Corners(r))
	// A line is where y - x has one value; it runs from the left or lower side to
	// the right or upper one.
	first := wholePitches(r.Min.Y - r.Max.X)
	var path vg.Path
	for d := first; d < r.Max.Y-r.Min.X; d += hatchPitch {
		from := vg.Point{X: max(r.Min.X, r.Min.Y-d)}
		to := vg.Point{X: min(r.Max.X, r.Max.Y-d)}
		from.Y, to.Y = from.X+d, to.X+d
		if to.X > from.X {
			path.Move(from)
			path.Line(to)
		}
	}
	if len(path) > 0 {
		c.SetLineStyle(Line(stripes, HatchWidth))
		c.Stroke(path)
	}
}

// wholePitches returns the first multiple of the pitch above v.
func wholePitches(v vg.Length) vg.Length {
	n := int(v / hatchPitch)
	if v > 0 {
		n++
	}
	return vg.Length(hatchPitch * vg.Length(n))
}

// Tint returns a colour mixed with white: the share of the colour is in percent.
func Tint(c color.Color, percent uint32) color.Color {
	r, g, b, _ := c.RGBA()
	mix := func(v uint32) uint8 { return uint8((v>>8*percent + 255*(100-percent)) / 100) }
	return color.NRGBA{R: mix(r), G: mix(g), B: mix(b), A: 255}
}
