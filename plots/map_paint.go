package plots

import (
	"corridor/plots/ink"
	"corridor/plots/page"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// paint draws water, links, places and names, in this order.
func (m networkMap) paint(p page.Plane) {
	for _, b := range m.bundles {
		if b.lanes[0].kind == "sea" {
			m.water(p, b)
		}
	}
	for _, edge := range []bool{true, false} {
		for _, b := range m.bundles {
			for i, path := range m.paths(p, b) {
				l := b.lanes[i]
				style := ink.Line(mapScale.Of(l.percent), m.width(l.load))
				if edge {
					style = ink.Line(page.DarkGrey, style.Width+2*laneEdge)
				}
				p.StrokeLines(style, path)
				ink.Dot(p.Canvas, style.Color, path[0], style.Width/2)
				ink.Dot(p.Canvas, style.Color, path[len(path)-1], style.Width/2)
			}
		}
	}
	for _, b := range m.bundles {
		for i, path := range m.paths(p, b) {
			if b.lanes[i].held {
				heldMark(p.Canvas, between(path[len(path)/2], path[len(path)/2-1], 0.5))
			}
		}
	}
	for _, s := range m.sites {
		s.paint(p)
	}
	m.names.paint(p.Canvas, p.Min.Y)
}

// water hints at the sea under a bundle.
func (m networkMap) water(p page.Plane, b bundle) {
	from, to := p.Point(b.from.x, b.from.y), p.Point(b.to.x, b.to.y)
	across := m.across(b) + 24
	from, to = between(from, to, 0.2), between(from, to, 0.8)
	p.StrokeLine2(ink.Line(page.SeaBlue, across), from.X, from.Y, to.X, to.Y)
	ink.Dot(p.Canvas, page.SeaBlue, from, across/2)
	ink.Dot(p.Canvas, page.SeaBlue, to, across/2)
}

const (
	placeRadius vg.Length = 3.6
	portRadius  vg.Length = 5.6
)

// radius is that of the dot of a place: larger where a port or border is in it.
func (s site) radius() vg.Length {
	if len(s.lanes) > 0 {
		return portRadius
	}
	return placeRadius
}

func (s site) paint(p page.Plane) {
	at := p.Point(s.x, s.y)
	ink.Dot(p.Canvas, page.Ink, at, s.radius())
	if len(s.lanes) == 0 {
		ink.Dot(p.Canvas, page.White, at, s.radius()-1.2)
		return
	}
	percent, held := s.fullest()
	ink.Dot(p.Canvas, mapScale.Of(percent), at, s.radius()-1.2)
	if held {
		heldMark(p.Canvas, at)
	}
}

// heldMark marks where cargo was held back.
func heldMark(c draw.Canvas, at vg.Point) {
	ink.Dot(c, page.White, at, 3)
	ink.Dot(c, page.Ink, at, 2.1)
}
