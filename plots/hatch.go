package plots

import (
	"image/color"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

const (
	hatchPitch vg.Length = 4
	hatchWidth vg.Length = 0.9
)

// hatch fills a rectangle with a tint and lines at 45 degrees. The lines of
// neighbouring rectangles meet.
func hatch(c draw.Canvas, tint, stripes color.Color, r vg.Rectangle) {
	if !(r.Max.X > r.Min.X && r.Max.Y > r.Min.Y) {
		return
	}
	c.FillPolygon(tint, corners(r))
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
		c.SetLineStyle(line(stripes, hatchWidth))
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

// hatchKey explains a hatched area.
func hatchKey(label string, tint, stripes color.Color) key {
	return key{label, 14, func(c draw.Canvas, at vg.Rectangle) { hatch(c, tint, stripes, at) }}
}

// tint returns a colour mixed with white: the share of the colour is in percent.
func tint(c color.Color, percent uint32) color.Color {
	r, g, b, _ := c.RGBA()
	mix := func(v uint32) uint8 { return uint8((v>>8*percent + 255*(100-percent)) / 100) }
	return color.NRGBA{R: mix(r), G: mix(g), B: mix(b), A: 255}
}

// hatched fills a hatched bar given in the values of the axes.
func (p plane) hatched(tint, stripes color.Color, x0, x1, y0, y1 float64) {
	if y1 > y0 && x1 > x0 {
		hatch(p.Canvas, tint, stripes, vg.Rectangle{Min: p.point(x0, y0), Max: p.point(x1, y1)})
	}
}
