package plots

import (
	"image/color"
	"math"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// bundle is all links between the same two places, drawn side by side.
type bundle struct {
	from, to place
	lanes    []lane
}

// lane is one link of a bundle, or a segment within a place.
type lane struct {
	link
	load, percent float64
	waited        bool // cargo waited for it in some month
}

// site is a place on the map, with the ports and borders in it.
type site struct {
	place
	lanes []lane
}

func newLane(l link, all map[string]traffic) lane {
	t := all[l.segment]
	return lane{l, t.load, t.utilisation(), t.monthsFull > 0}
}

// bundles groups the links that can be drawn by the places they join.
func bundles(links []link, all map[string]traffic) []bundle {
	type ends struct{ a, b string }
	index := map[ends]int{}
	var out []bundle
	for _, l := range links {
		if !l.located() || l.inside() {
			continue
		}
		i, known := index[ends{l.from.name, l.to.name}]
		if !known {
			i = len(out)
			index[ends{l.from.name, l.to.name}], index[ends{l.to.name, l.from.name}] = i, i
			out = append(out, bundle{from: l.from, to: l.to})
		}
		out[i].lanes = append(out[i].lanes, newLane(l, all))
	}
	return out
}

// sites returns the places of the links, each once.
func sites(links []link, all map[string]traffic) []site {
	index := map[string]int{}
	var out []site
	for _, l := range links {
		if !l.located() {
			continue
		}
		for _, p := range []place{l.from, l.to} {
			if _, known := index[p.name]; !known {
				index[p.name] = len(out)
				out = append(out, site{place: p})
			}
		}
		if i := index[l.to.name]; l.inside() {
			out[i].lanes = append(out[i].lanes, newLane(l, all))
		}
	}
	return out
}

// fullest returns the utilisation of the fullest segment in the place.
func (s site) fullest() (percent float64, waited bool) {
	percent = math.NaN()
	for _, l := range s.lanes {
		if !(percent >= l.percent) {
			percent = l.percent
		}
		waited = waited || l.waited
	}
	return percent, waited
}

const (
	widestLane   vg.Length = 12
	thinnestLane vg.Length = 1.8 // also of a link that carries next to nothing
	laneGap      vg.Length = 2.2
	laneEdge     vg.Length = 0.6 // of the dark edge that makes pale colours visible
	fan          vg.Length = 18  // length in which the lanes of a bundle part
)

// width returns how wide a link is drawn.
func (m networkMap) width(mt float64) vg.Length {
	if !(m.most > 0) {
		return thinnestLane
	}
	return max(thinnestLane, vg.Length(float64(widestLane)*mt)/vg.Length(m.most))
}

// across returns the width of a bundle.
func (m networkMap) across(b bundle) vg.Length {
	w := vg.Length(laneGap * vg.Length(len(b.lanes)-1))
	for _, l := range b.lanes {
		w += m.width(l.load)
	}
	return w
}

// paths returns the line of each lane: side by side in the middle, joined at
// the places.
func (m networkMap) paths(p plane, b bundle) [][]vg.Point {
	from, to := p.point(b.from.x, b.from.y), p.point(b.to.x, b.to.y)
	if len(b.lanes) == 1 {
		return [][]vg.Point{{from, to}}
	}
	along := to.Sub(from)
	length := distance(from, to)
	if !(length > 0) {
		length = 1
	}
	along = along.Scale(1 / length)
	normal := vg.Point{X: -along.Y, Y: along.X}
	part := along.Scale(min(fan, length/4))
	offset := m.across(b) / 2
	var out [][]vg.Point
	for _, l := range b.lanes {
		w := m.width(l.load)
		aside := normal.Scale(offset - w/2)
		out = append(out, []vg.Point{from, from.Add(part).Add(aside), to.Sub(part).Add(aside), to})
		offset -= w + laneGap
	}
	return out
}

func distance(a, b vg.Point) vg.Length {
	x, y := b.X-a.X, b.Y-a.Y
	return vg.Length(math.Sqrt(float64(x*x) + float64(y*y)))
}

// paint draws water, links, places and names, in this order.
func (m networkMap) paint(p plane) {
	for _, b := range m.bundles {
		if b.lanes[0].kind == "sea" {
			m.water(p, b)
		}
	}
	for _, edge := range []bool{true, false} {
		for _, b := range m.bundles {
			for i, path := range m.paths(p, b) {
				l := b.lanes[i]
				style := line(mapScale.of(l.percent), m.width(l.load))
				if edge {
					style = line(darkGrey, style.Width+2*laneEdge)
				}
				p.StrokeLines(style, path)
				dot(p.Canvas, style.Color, path[0], style.Width/2)
				dot(p.Canvas, style.Color, path[len(path)-1], style.Width/2)
			}
		}
	}
	for _, b := range m.bundles {
		for i, path := range m.paths(p, b) {
			if b.lanes[i].waited {
				waitMark(p.Canvas, path[len(path)/2].Add(path[len(path)/2-1]).Scale(0.5))
			}
		}
	}
	for _, s := range m.sites {
		s.paint(p)
	}
	m.names.paint(p.Canvas, p.Min.Y)
}

// water hints at the sea under a bundle.
func (m networkMap) water(p plane, b bundle) {
	from, to := p.point(b.from.x, b.from.y), p.point(b.to.x, b.to.y)
	across := m.across(b) + 24
	inset := to.Sub(from).Scale(0.2)
	p.StrokeLine2(line(seaBlue, across), from.X+inset.X, from.Y+inset.Y, to.X-inset.X, to.Y-inset.Y)
	dot(p.Canvas, seaBlue, from.Add(inset), across/2)
	dot(p.Canvas, seaBlue, to.Sub(inset), across/2)
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

func (s site) paint(p plane) {
	at := p.point(s.x, s.y)
	dot(p.Canvas, ink, at, s.radius())
	if len(s.lanes) == 0 {
		dot(p.Canvas, white, at, s.radius()-1.2)
		return
	}
	percent, waited := s.fullest()
	dot(p.Canvas, siteColour(percent), at, s.radius()-1.2)
	if waited {
		waitMark(p.Canvas, at)
	}
}

func siteColour(percent float64) color.Color { return mapScale.of(percent) }

// waitMark marks where cargo waited.
func waitMark(c draw.Canvas, at vg.Point) {
	dot(c, white, at, 3)
	dot(c, ink, at, 2.1)
}
