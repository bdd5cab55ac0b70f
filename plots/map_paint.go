package plots

import (
	"slices"

	"corridor/plots/ink"
	"corridor/plots/page"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// paint draws the views.
func (m *networkMap) paint(p page.Plane) {
	for i := range m.views {
		v := &m.views[i]
		m.paintView(v, v.plane(p, p.Min.Y), p.Min.Y)
	}
}

// paintView draws water or the ground, links, places and names, in this order.
func (m *networkMap) paintView(v *mapView, p page.Plane, foot vg.Length) {
	if m.onEarth {
		v.ground(p)
	} else {
		m.water(p, v)
	}
	m.paintRivals(p, v)
	paths := m.paths(p, v)
	for _, edge := range []bool{true, false} {
		for i, b := range m.bundles {
			for j, path := range paths[i] {
				m.paintLane(p, v, b.lanes[j], path, edge)
			}
		}
	}
	for i, b := range m.bundles {
		for j, path := range paths[i] {
			if at := middleOf(path); v.numbered(b) && p.Contains(at) {
				m.mark(p.Canvas, at, b.lanes[j].held, b.lanes[j].marked, v.dots)
			}
		}
	}
	for _, s := range m.sites {
		if v.shows(s.place) {
			m.paintSite(p, v, s)
		}
	}
	if m.onEarth {
		if m.alike {
			v.trim(p)
		}
		v.frame(p)
		if !v.small {
			v.scale(p, m.on)
		}
	}
	v.names.paint(p.Canvas, foot)
}

// paintLane draws the edge of a link, or what lies within it, as far as it lies in the view.
func (m *networkMap) paintLane(p page.Plane, v *mapView, l lane, path []vg.Point, edge bool) {
	style := ink.Line(m.scale.Of(l.percent), m.width(v, l.load))
	if edge {
		style = ink.Line(page.DarkGrey, style.Width+2*vg.Length(laneEdge*v.factor))
	}
	if m.alike {
		for _, part := range clipLine(path, p.Rectangle) {
			p.StrokeLines(style, part)
		}
		return
	}
	if v.small && !slices.ContainsFunc(path, func(at vg.Point) bool { return !p.Contains(at) }) {
		p.StrokeLines(style, path) // joined round; its ends lie under places
		return
	}
	for i := 1; i < len(path); i++ {
		if p.Contains(path[i-1]) && p.Contains(path[i]) {
			p.StrokeLines(style, path[i-1:i+1])
		} else if cut := clipRing(broad(path[i-1], path[i], style.Width), p.Rectangle); len(cut) > 2 {
			p.FillPolygon(style.Color, cut)
		}
	}
	for _, end := range path {
		if p.Contains(end) {
			ink.Dot(p.Canvas, style.Color, end, ink.Half(style.Width))
		}
	}
}

// middleOf returns the middle of a lane.
func middleOf(path []vg.Point) vg.Point { return between(path[len(path)/2-1], path[len(path)/2], 0.5) }

// broad returns the corners of a stretch of a width.
func broad(a, b vg.Point, width vg.Length) []vg.Point {
	length := max(distance(a, b), 1e-9)
	aside := scaled(vg.Point{X: a.Y - b.Y, Y: b.X - a.X}, ink.Half(width)/length)
	return []vg.Point{a.Add(aside), b.Add(aside), b.Sub(aside), a.Sub(aside)}
}

// water hints at the sea under sea services.
func (m *networkMap) water(p page.Plane, v *mapView) {
	for _, b := range m.bundles {
		if b.lanes[0].kind != "sea" {
			continue
		}
		from, to := p.Point(b.from.x, b.from.y), p.Point(b.to.x, b.to.y)
		across := m.across(v, b.lanes) + 24
		from, to = between(from, to, 0.2), between(from, to, 0.8)
		p.StrokeLine2(ink.Line(page.SeaBlue, across), from.X, from.Y, to.X, to.Y)
		ink.Dot(p.Canvas, page.SeaBlue, from, ink.Half(across))
		ink.Dot(p.Canvas, page.SeaBlue, to, ink.Half(across))
	}
}

const (
	placeRadius vg.Length = 3.6
	portRadius  vg.Length = 5.6
)

// radius is that of the dot of a place: larger where a port or border is in it.
// Where another view shows it larger it is small.
func (s site) radius(v *mapView) vg.Length {
	switch {
	case !v.named(s.place):
		return vg.Length(v.dots * ink.Half(placeRadius))
	case len(s.lanes) > 0:
		return vg.Length(v.dots * portRadius)
	}
	return vg.Length(v.dots * placeRadius)
}

func (m *networkMap) paintSite(p page.Plane, v *mapView, s site) {
	at, radius := p.Point(s.x, s.y), s.radius(v)
	ink.Dot(p.Canvas, page.Ink, at, radius)
	if len(s.lanes) == 0 || !v.named(s.place) {
		ink.Dot(p.Canvas, page.White, at, vg.Length(0.67*radius))
		return
	}
	percent, held := s.fullest()
	ink.Dot(p.Canvas, m.scale.Of(percent), at, radius-vg.Length(v.dots*1.2))
	m.mark(p.Canvas, at, held, s.marked(), v.dots)
}

// mark marks where cargo was held back. Where it was in another of the years drawn alike, there is a
// mark of no size.
func (m *networkMap) mark(c draw.Canvas, at vg.Point, held, marked bool, scale vg.Length) {
	switch {
	case held:
		heldMark(c, at, scale)
	case marked && m.alike:
		heldMark(c, at, 0)
	}
}

// heldMark marks where cargo was held back.
func heldMark(c draw.Canvas, at vg.Point, scale vg.Length) {
	ink.Dot(c, page.White, at, vg.Length(3*scale))
	ink.Dot(c, page.Ink, at, vg.Length(2.1*scale))
}
