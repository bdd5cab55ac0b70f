package plots

import (
	"image/color"

	"corridor/plots/atlas"
	"corridor/plots/ink"
	"corridor/plots/page"
	"gonum.org/v1/plot/vg"
)

var (
	landColour   = ink.RGB(0xf4f2ec)
	borderColour = ink.RGB(0xc9c5ba)
)

// ground paints sea, land and borders under a view.
func (v *mapView) ground(p page.Plane) {
	fill := func(c color.Color, points []vg.Point) {
		if len(points) > 2 {
			p.FillPolygon(c, points)
		}
	}
	fill(page.SeaBlue, ink.Corners(p.Rectangle))
	seen := leastSeen
	if v.small {
		seen *= 2
	}
	for _, s := range atlas.Shapes() {
		line := thinned(p, s.Points, seen)
		switch s.Kind {
		case atlas.Land:
			fill(landColour, clipRing(line, p.Rectangle))
		case atlas.Water:
			fill(page.SeaBlue, clipRing(line, p.Rectangle))
		case atlas.Border:
			for _, part := range clipLine(line, p.Rectangle) {
				p.StrokeLines(ink.Line(borderColour, 0.6), part)
			}
		}
	}
}

// leastSeen is how far apart points of a coast lie that are told apart.
const leastSeen vg.Length = 0.7

// thinned returns a line on the page without the points that lie too close to the one before
// to be seen.
func thinned(p page.Plane, points [][2]float64, seen vg.Length) []vg.Point {
	var out []vg.Point
	for i, q := range points {
		at := p.Point(q[0], q[1])
		if i == 0 || i == len(points)-1 || distance(out[len(out)-1], at) >= seen {
			out = append(out, at)
		}
	}
	return out
}

// trim paints paper over what stands out of the view at its edges.
func (v *mapView) trim(p page.Plane) {
	r, by := p.Rectangle, ink.Half(widestLane)+2*laneEdge
	for _, side := range []vg.Rectangle{
		{Min: vg.Point{X: r.Min.X - by, Y: r.Min.Y - by}, Max: vg.Point{X: r.Min.X, Y: r.Max.Y + by}},
		{Min: vg.Point{X: r.Max.X, Y: r.Min.Y - by}, Max: vg.Point{X: r.Max.X + by, Y: r.Max.Y + by}},
		{Min: vg.Point{X: r.Min.X, Y: r.Min.Y - by}, Max: vg.Point{X: r.Max.X, Y: r.Min.Y}},
		{Min: vg.Point{X: r.Min.X, Y: r.Max.Y}, Max: vg.Point{X: r.Max.X, Y: r.Max.Y + by}},
	} {
		p.FillPolygon(page.White, ink.Corners(side))
	}
}

// frame draws the edge of the view, and of what another shows larger.
func (v *mapView) frame(p page.Plane) {
	edge := ink.Line(page.MidGrey, 0.6)
	around := func(r vg.Rectangle) {
		corners := ink.Corners(r)
		p.StrokeLines(edge, append(corners, corners[0]))
	}
	around(p.Rectangle)
	if v.detail != nil {
		around(vg.Rectangle{Min: p.Point(v.detail.min[0], v.detail.min[1]), Max: p.Point(v.detail.max[0], v.detail.max[1])})
	}
}

// scale draws a bar of a round length, in the corner at the lower left.
func (v *mapView) scale(p page.Plane, on *page.Page) {
	const inset, high vg.Length = 8, 3
	km := page.Step((v.x.Max-v.x.Min)/10, 1)
	foot := p.Min.Add(vg.Point{X: inset, Y: inset})
	end := foot.Add(vg.Point{X: p.AtX(v.x.Min+km) - p.Min.X})
	p.StrokeLines(ink.Line(page.DarkGrey, 0.8), []vg.Point{foot.Add(vg.Point{Y: high}), foot, end, end.Add(vg.Point{Y: high})})
	loadText.Write(p.Canvas, foot.X+3, foot.Y+2.5, ink.FromLeft, on.Say("%s km", on.Amount(km, 0)))
}
