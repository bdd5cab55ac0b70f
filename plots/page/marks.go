package page

import (
	"image/color"
	"math"

	"corridor/plots/ink"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// Hatched fills a hatched bar given in the values of the axes.
func (p Plane) Hatched(tint, stripes color.Color, x0, x1, y0, y1 float64) {
	if y1 > y0 && x1 > x0 {
		ink.Hatch(p.Canvas, tint, stripes, vg.Rectangle{Min: p.Point(x0, y0), Max: p.Point(x1, y1)})
	}
}

// MarkerRadius is that of the dots of a series.
const MarkerRadius vg.Length = 2.4

// Curve joins the points of a series. It breaks where a value is missing; a
// value with no neighbour is drawn as a short stroke.
func (p Plane) Curve(style draw.LineStyle, xs, ys []float64) {
	for _, run := range runs(ys) {
		var pts []vg.Point
		for i := run.From; i < run.To; i++ {
			pts = append(pts, p.Point(xs[i], ys[i]))
		}
		if len(pts) == 1 {
			pts = []vg.Point{p.Point(xs[run.From]-p.Half(), ys[run.From]), p.Point(xs[run.From]+p.Half(), ys[run.From])}
		}
		p.StrokeLines(style, pts)
	}
}

// Dots marks the points of a series.
func (p Plane) Dots(colour color.Color, xs, ys []float64) {
	for i, y := range ys {
		if !math.IsNaN(y) {
			ink.Dot(p.Canvas, colour, p.Point(xs[i], y), MarkerRadius)
		}
	}
}

// Steps draws a series that holds its value through a slot of width one around
// each x.
func (p Plane) Steps(style draw.LineStyle, xs, ys []float64) {
	for _, run := range runs(ys) {
		var pts []vg.Point
		for i := run.From; i < run.To; i++ {
			pts = append(pts, p.Point(xs[i]-0.5, ys[i]), p.Point(xs[i]+0.5, ys[i]))
		}
		p.StrokeLines(style, pts)
	}
}

// Between fills the area between two series where both are known.
func (p Plane) Between(colour color.Color, xs, low, high []float64) {
	both := make([]float64, len(xs))
	for i := range xs {
		both[i] = low[i] + high[i]
	}
	for _, run := range runs(both) {
		var pts []vg.Point
		for i := run.From; i < run.To; i++ {
			pts = append(pts, p.Point(xs[i], high[i]))
		}
		for i := run.To - 1; i >= run.From; i-- {
			pts = append(pts, p.Point(xs[i], low[i]))
		}
		if i := run.From; run.To == i+1 {
			p.Bar(colour, xs[i]-p.Half(), xs[i]+p.Half(), low[i], high[i])
			continue
		}
		p.FillPolygon(colour, pts)
	}
}

// Half is half the width of what stands in a slot of width one: most of it, and
// on an axis of few slots no more than looks like a bar.
func (p Plane) Half() float64 {
	const widest = 30
	return min(0.36, widest*(p.X.Max-p.X.Min)/float64(p.Max.X-p.Min.X))
}

// Bar fills a rectangle given in the values of the axes.
func (p Plane) Bar(colour color.Color, x0, x1, y0, y1 float64) {
	if y1 > y0 && x1 > x0 {
		p.FillPolygon(colour, ink.Corners(vg.Rectangle{Min: p.Point(x0, y0), Max: p.Point(x1, y1)}))
	}
}

// Span is a stretch of a series: from one index up to another.
type Span struct{ From, To int }

// runs returns the stretches of a series that have no missing value.
func runs(values []float64) []Span {
	var out []Span
	for i, v := range values {
		switch {
		case math.IsNaN(v):
		case i > 0 && !math.IsNaN(values[i-1]):
			out[len(out)-1].To = i + 1
		default:
			out = append(out, Span{i, i + 1})
		}
	}
	return out
}
