package plots

import (
	"corridor/plots/ink"
	"corridor/plots/page"
	"corridor/plots/words"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

const (
	barHeight   vg.Length = 6.5
	arrowLength vg.Length = 5
)

// paintProject draws one project.
func paintProject(p page.Plane, w project, y vg.Length) {
	box := func(from, to words.Month) vg.Rectangle {
		within := func(m words.Month) vg.Length { return p.AtX(min(max(float64(m), p.X.Min), p.X.Max)) }
		return vg.Rectangle{Min: vg.Point{X: within(from), Y: y - barHeight/2}, Max: vg.Point{X: within(to), Y: y + barHeight/2}}
	}
	late := w.never || float64(w.service) >= p.X.Max
	switch {
	case late && float64(w.start) >= p.X.Max-3:
		edge := box(w.start, w.start)
		edge.Max.X = p.Max.X
		edge.Min.X = edge.Max.X - 8
		onward(p.Canvas, edge)
	case late && w.begunBefore(words.Month(p.X.Min)):
		building := box(w.start, words.Month(p.X.Max))
		half := ink.Half(building.Min.X + building.Max.X)
		begunBefore(p.Canvas, vg.Rectangle{Min: building.Min, Max: vg.Point{X: half, Y: building.Max.Y}})
		onward(p.Canvas, vg.Rectangle{Min: vg.Point{X: half, Y: building.Min.Y}, Max: building.Max})
	case late:
		onward(p.Canvas, box(w.start, words.Month(p.X.Max)))
	default:
		building := box(w.start, w.service)
		switch {
		case !(building.Max.X > building.Min.X):
		case w.begunBefore(words.Month(p.X.Min)):
			begunBefore(p.Canvas, building)
		default:
			p.FillPolygon(buildColour, ink.Corners(building))
		}
		if w.full > w.service {
			if ramp := box(w.service, w.full); ramp.Max.X > ramp.Min.X {
				p.FillPolygon(rampColour, ink.Corners(ramp))
			}
		}
		markEntry(p, w, y)
	}
}

// markEntry marks the month of entry into service, or points to it where it lies
// before the first month.
func markEntry(p page.Plane, w project, y vg.Length) {
	if float64(w.service) >= p.X.Min {
		serviceMark(p.Canvas, vg.Point{X: p.AtX(float64(w.service)), Y: y})
		return
	}
	x := p.Min.X + 1
	p.FillPolygon(page.Ink, []vg.Point{{X: x, Y: y}, {X: x + 5, Y: y + barHeight/2}, {X: x + 5, Y: y - barHeight/2}})
}

// serviceMark is a diamond.
func serviceMark(c draw.Canvas, at vg.Point) {
	const r = 4
	c.FillPolygon(page.White, ink.Diamond(at, r+1))
	c.FillPolygon(page.Ink, ink.Diamond(at, r))
}

// onward draws a bar that ends in an arrow to the right.
func onward(c draw.Canvas, r vg.Rectangle) { pointed(c, r.Min.X, r.Max.X, r) }

// begunBefore draws a bar that ends in an arrow to the left.
func begunBefore(c draw.Canvas, r vg.Rectangle) { pointed(c, r.Max.X, r.Min.X, r) }

// pointed draws a bar as high as a rectangle, from one end to the tip of an arrow at the other.
func pointed(c draw.Canvas, from, tip vg.Length, r vg.Rectangle) {
	neck := max(from, tip-arrowLength)
	if tip < from {
		neck = min(from, tip+arrowLength)
	}
	c.FillPolygon(buildColour, []vg.Point{
		{X: from, Y: r.Min.Y}, {X: neck, Y: r.Min.Y}, {X: neck, Y: r.Min.Y - 2}, {X: tip, Y: ink.Half(r.Min.Y + r.Max.Y)},
		{X: neck, Y: r.Max.Y + 2}, {X: neck, Y: r.Max.Y}, {X: from, Y: r.Max.Y},
	})
}
