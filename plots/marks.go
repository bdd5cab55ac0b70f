package plots

import (
	"image/color"
	"math"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

const markerRadius vg.Length = 2.4

// corners returns a rectangle as a polygon.
func corners(r vg.Rectangle) []vg.Point {
	return []vg.Point{r.Min, {X: r.Max.X, Y: r.Min.Y}, r.Max, {X: r.Min.X, Y: r.Max.Y}}
}

// dot fills a circle. It is made of eight quadratic curves, which the canvases,
// unlike arcs and cubic curves, draw alike on every processor.
func dot(c draw.Canvas, colour color.Color, at vg.Point, radius vg.Length) {
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

// curve joins the points of a series. It breaks where a value is missing; a
// value with no neighbour is drawn as a short stroke.
func (p plane) curve(style draw.LineStyle, xs, ys []float64) {
	for _, run := range runs(ys) {
		var pts []vg.Point
		for i := run.from; i < run.to; i++ {
			pts = append(pts, p.point(xs[i], ys[i]))
		}
		if len(pts) == 1 {
			pts = []vg.Point{p.point(xs[run.from]-p.half(), ys[run.from]), p.point(xs[run.from]+p.half(), ys[run.from])}
		}
		p.StrokeLines(style, pts)
	}
}

// dots marks the points of a series.
func (p plane) dots(colour color.Color, xs, ys []float64) {
	for i, y := range ys {
		if !math.IsNaN(y) {
			dot(p.Canvas, colour, p.point(xs[i], y), markerRadius)
		}
	}
}

// steps draws a series that holds its value through a slot of width one around
// each x.
func (p plane) steps(style draw.LineStyle, xs, ys []float64) {
	for _, run := range runs(ys) {
		var pts []vg.Point
		for i := run.from; i < run.to; i++ {
			pts = append(pts, p.point(xs[i]-0.5, ys[i]), p.point(xs[i]+0.5, ys[i]))
		}
		p.StrokeLines(style, pts)
	}
}

// between fills the area between two series where both are known.
func (p plane) between(colour color.Color, xs, low, high []float64) {
	both := make([]float64, len(xs))
	for i := range xs {
		both[i] = low[i] + high[i]
	}
	for _, run := range runs(both) {
		var pts []vg.Point
		for i := run.from; i < run.to; i++ {
			pts = append(pts, p.point(xs[i], high[i]))
		}
		for i := run.to - 1; i >= run.from; i-- {
			pts = append(pts, p.point(xs[i], low[i]))
		}
		if i := run.from; run.to == i+1 {
			p.bar(colour, xs[i]-p.half(), xs[i]+p.half(), low[i], high[i])
			continue
		}
		p.FillPolygon(colour, pts)
	}
}

// half is half the width of what stands in a slot of width one: most of it, and
// on an axis of few slots no more than looks like a bar.
func (p plane) half() float64 {
	const widest = 30
	return min(0.36, widest*(p.x.max-p.x.min)/float64(p.Max.X-p.Min.X))
}

// bar fills a rectangle given in the values of the axes.
func (p plane) bar(colour color.Color, x0, x1, y0, y1 float64) {
	if y1 > y0 && x1 > x0 {
		p.FillPolygon(colour, corners(vg.Rectangle{Min: p.point(x0, y0), Max: p.point(x1, y1)}))
	}
}

type span struct{ from, to int }

// runs returns the stretches of a series that have no missing value.
func runs(values []float64) []span {
	var out []span
	for i, v := range values {
		switch {
		case math.IsNaN(v):
		case i > 0 && !math.IsNaN(values[i-1]):
			out[len(out)-1].to = i + 1
		default:
			out = append(out, span{i, i + 1})
		}
	}
	return out
}
