package plots

import (
	"slices"

	"corridor/plots/ink"
	"corridor/plots/page"
	"gonum.org/v1/plot/vg"
)

// mapTiles are small maps of one part of a network in several years, all to one scale.
type mapTiles struct {
	maps  []networkMap      // by year
	said  []string          // beside the years
	text  func(lane) string // what is written at links,
	tight func(lane) bool   // and at which
	part  window            // of the network

	columns int
}

const (
	mostTiles                = 12
	tileFactor     vg.Length = 0.42 // on the widths of links
	tileDots       vg.Length = 0.6
	tileHead       vg.Length = 14 // of the year
	tileGap        vg.Length = 12
	tallestTile              = 0.66 // of its width
	longNetwork              = 2.6  // as many times as wide as high it wants wide maps
	tileWordsApart vg.Length = 6
)

var tileRoom = viewRoom{side: 12, margin: 10, lowest: 40}

// newTiles chooses the part of the network to show: that in which places lie close together, unless
// cargo is held back outside it, and then all of it. It keeps as many of the years as have room,
// the last of them and those before it at equal steps.
func newTiles(on *page.Page, maps []networkMap, said []string) *mapTiles {
	last := &maps[len(maps)-1]
	t := &mapTiles{maps: maps, said: said, part: windowOf(last.sites), columns: 3}
	whole := last.view(t.part, on.Inner(), tallestView)
	if inner := last.crowd(whole); inner != nil {
		detail := last.view(*inner, on.Inner(), tallestView)
		shown := window{[2]float64{detail.x.Min, detail.y.Min}, [2]float64{detail.x.Max, detail.y.Max}}
		if !slices.ContainsFunc(last.outside(shown), func(l lane) bool { return l.marked }) {
			t.part = *inner
		}
	}
	if last.onEarth && t.part.span(0) > longNetwork*t.part.span(1) {
		t.columns = 2
	}
	if on.Low() {
		t.columns++
	}
	rows := (min(len(maps), mostTiles) + t.columns - 1) / t.columns
	most := on.Most(rows) * t.columns
	step := (len(maps) + most - 1) / most
	var kept []networkMap
	var beside []string
	for i := (len(maps) - 1) % step; i < len(maps); i += step {
		kept, beside = append(kept, maps[i]), append(beside, said[i])
	}
	t.maps, t.said = kept, beside
	return t
}

// outside returns the links of which an end lies outside a part of the network.
func (m *networkMap) outside(part window) (out []lane) {
	for _, b := range m.bundles {
		if !part.holds(b.from) || !part.holds(b.to) {
			out = append(out, b.lanes...)
		}
	}
	for _, s := range m.sites {
		if !part.holds(s.place) {
			out = append(out, s.lanes...)
		}
	}
	return out
}

// shown is the part of the network that the maps show, with the room around it.
func (t *mapTiles) shown() window {
	v := &t.maps[0].views[0]
	return window{[2]float64{v.x.Min, v.y.Min}, [2]float64{v.x.Max, v.y.Max}}
}

// panel lays the maps in rows and finds room for their labels.
func (t *mapTiles) panel(on *page.Page) page.Panel {
	width := (on.Inner() - vg.Length(tileGap*vg.Length(t.columns-1))) / vg.Length(t.columns)
	rows := (len(t.maps) + t.columns - 1) / t.columns
	pitch, height := vg.Length(0), vg.Length(0)
	for i := range t.maps {
		m := &t.maps[i]
		v := m.viewWithin(t.part, width, vg.Length(tallestTile*width), tileRoom)
		v.factor, v.dots, v.small = tileFactor, tileDots, true
		pitch = tileHead + v.area.Size().Y + tileGap
		height = vg.Length(pitch*vg.Length(rows)) - tileGap
		v.moveTo(page.Margin+vg.Length((width+tileGap)*vg.Length(i%t.columns)), height-vg.Length(pitch*vg.Length(i/t.columns))-tileHead-v.area.Size().Y)
		m.placeSmall(&v, t.text, t.tight, i == 0)
		m.views = []mapView{v}
	}
	return page.Panel{Bare: true, X: page.Axis{Max: 1}, Y: page.Axis{Max: 1}, Height: height, Least: height, Over: t.paint}
}

func (t *mapTiles) paint(p page.Plane) {
	for i := range t.maps {
		m := &t.maps[i]
		area := m.views[0].area
		base := p.Min.Y + area.Max.Y + 4
		year := m.when.Said(p.On.Language)
		page.BoldText.Write(p, area.Min.X, base, ink.FromLeft, year)
		page.LabelText.Write(p, area.Min.X+page.BoldText.Width(year)+tileWordsApart, base, ink.FromLeft, t.said[i])
		m.paint(p)
	}
}

// placeSmall finds room for the texts of a small map: at links that are tight, and, where names
// are wanted, for those of the places at their ends.
func (m *networkMap) placeSmall(v *mapView, text func(lane) string, tight func(lane) bool, names bool) {
	d, paths, named := m.unlabelled(v, v.plane(page.Plane{On: m.on}, 0))
	for _, i := range m.fullestFirst() {
		var said []string
		for _, l := range m.bundles[i].lanes {
			if tight(l) {
				said = append(said, text(l))
			}
		}
		if v.numbered(m.bundles[i]) {
			d.load(m, v, i, paths[i], said, loadSteps[:3])
		}
	}
	if names {
		m.nameEnds(&d, v, named)
	}
	v.names = d
}

// nameEnds names the places at the ends of links that hold cargo back in some year, of all links
// where none does, as far as there is room.
func (m *networkMap) nameEnds(d *mapLabels, v *mapView, named []site) {
	ends := map[string]bool{}
	for _, b := range m.bundles {
		if slices.ContainsFunc(b.lanes, func(l lane) bool { return l.marked }) {
			ends[b.from.name], ends[b.to.name] = true, true
		}
	}
	p := v.plane(page.Plane{On: m.on}, 0)
	var choices [][]mapLabel
	for _, s := range named {
		if len(ends) == 0 || ends[s.name] || s.marked() {
			choices = append(choices, d.candidates(p.Point(s.x, s.y), s.radius(v), s.title))
		}
	}
	for i, c := range choose(choices) {
		if c >= 0 {
			d.put(choices[i][c])
		}
	}
}
