package plots

import (
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

const barHeight vg.Length = 6.5

// work draws one project.
func (p plane) work(w work, y vg.Length) {
	box := func(from, to month) vg.Rectangle {
		within := func(m month) vg.Length { return p.atX(min(max(float64(m), p.x.min), p.x.max)) }
		return vg.Rectangle{Min: vg.Point{X: within(from), Y: y - barHeight/2}, Max: vg.Point{X: within(to), Y: y + barHeight/2}}
	}
	late := w.never || float64(w.service) >= p.x.max
	switch {
	case late && float64(w.start) >= p.x.max-3:
		edge := box(w.start, w.start)
		edge.Max.X = p.Max.X - 5
		edge.Min.X = edge.Max.X - 3
		onward(p.Canvas, edge)
	case late:
		building := box(w.start, month(p.x.max))
		building.Max.X -= 5
		onward(p.Canvas, building)
	default:
		if building := box(w.start, w.service); building.Max.X > building.Min.X {
			p.FillPolygon(buildColour, corners(building))
		}
		if w.full > w.service {
			if ramp := box(w.service, w.full); ramp.Max.X > ramp.Min.X {
				p.FillPolygon(rampColour, corners(ramp))
			}
		}
		p.entry(w, y)
	}
}

// entry marks the month of entry into service, or points to it where it lies
// before the first month.
func (p plane) entry(w work, y vg.Length) {
	if float64(w.service) >= p.x.min {
		serviceMark(p.Canvas, vg.Point{X: p.atX(float64(w.service)), Y: y})
		return
	}
	x := p.Min.X + 1
	p.FillPolygon(ink, []vg.Point{{X: x, Y: y}, {X: x + 5, Y: y + barHeight/2}, {X: x + 5, Y: y - barHeight/2}})
}

// serviceMark is a diamond.
func serviceMark(c draw.Canvas, at vg.Point) {
	const r = 4
	c.FillPolygon(white, diamond(at, r+1))
	c.FillPolygon(ink, diamond(at, r))
}

func diamond(at vg.Point, r vg.Length) []vg.Point {
	return []vg.Point{{X: at.X + r, Y: at.Y}, {X: at.X, Y: at.Y + r}, {X: at.X - r, Y: at.Y}, {X: at.X, Y: at.Y - r}}
}

// onward draws a bar that ends in an arrow to the right.
func onward(c draw.Canvas, r vg.Rectangle) {
	middle := (r.Min.Y + r.Max.Y) / 2
	c.FillPolygon(buildColour, []vg.Point{
		r.Min, {X: r.Max.X, Y: r.Min.Y}, {X: r.Max.X, Y: r.Min.Y - 2}, {X: r.Max.X + 5, Y: middle},
		{X: r.Max.X, Y: r.Max.Y + 2}, {X: r.Max.X, Y: r.Max.Y}, {X: r.Min.X, Y: r.Max.Y},
	})
}
