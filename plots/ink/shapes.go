package ink

import (
	"image/color"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// Triangle is a triangle that points up.
func Triangle(at vg.Point, r vg.Length) []vg.Point {
	foot := at.Y - vg.Length(0.75*r)
	return []vg.Point{{X: at.X - r, Y: foot}, {X: at.X + r, Y: foot}, {X: at.X, Y: at.Y + r}}
}

// Corners returns a rectangle as a polygon.
func Corners(r vg.Rectangle) []vg.Point {
	return []vg.Point{r.Min, {X: r.Max.X, Y: r.Min.Y}, r.Max, {X: r.Min.X, Y: r.Max.Y}}
}

// Dot fills a circle. It is made of eight quadratic curves, which the canvases,
// unlike arcs and cubic curves, draw alike on every processor.
func Dot(c draw.Canvas, colour color.Color, at vg.Point, radius vg.Length) {
	// The corners of the square and octagon around the circle, tan π/8 and √½.
	const handle, diagonal = 0.41421356237, 0.70710678119
	h, d := vg.Length(handle*radius), vg.Length(diagonal*radius)
	point := func(x, y vg.Length) vg.Point { return vg.Point{X: at.X + x, Y: at.Y + y} }
	var path vg.Path
	path.Move(point(radius, 0))
	path.QuadTo(point(radius, h), point(d, d))
	path.QuadTo(point(h, radius), point(0, radius))
	path.QuadTo(point(-h, radius), point(-d, d))
	path.QuadTo(point(-radius, h), point(-radius, 0))
	path.QuadTo(point(-radius, -h), point(-d, -d))
	path.QuadTo(point(-h, -radius), point(0, -radius))
	path.QuadTo(point(h, -radius), point(d, -d))
	path.QuadTo(point(radius, -h), point(radius, 0))
	path.Close()
	c.SetColor(colour)
	c.Fill(path)
}

// RGB returns the opaque colour of a hexadecimal number such as 0x0072b2.
func RGB(hex uint32) color.Color {
	return color.NRGBA{R: uint8(hex >> 16), G: uint8(hex >> 8), B: uint8(hex), A: 255}
}

// Line returns how a line looks.
func Line(c color.Color, width vg.Length, dashes ...vg.Length) draw.LineStyle {
	return draw.LineStyle{Color: c, Width: width, Dashes: dashes}
}

// Diamond is a square that stands on a corner.
func Diamond(at vg.Point, r vg.Length) []vg.Point {
	return []vg.Point{{X: at.X + r, Y: at.Y}, {X: at.X, Y: at.Y + r}, {X: at.X - r, Y: at.Y}, {X: at.X, Y: at.Y - r}}
}
