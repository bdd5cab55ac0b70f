package plots

import (
	"cmp"
	"math"
	"slices"

	"gonum.org/v1/plot/vg"
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
	held          bool    // it held cargo back in some month
	widest        float64 // the most it carries in any of the years drawn alike, Mt, for its room
	marked        bool    // it held cargo back in one of them
}

// site is a place on the map, with the ports and borders in it.
type site struct {
	place
	lanes []lane
}

func newLane(l link, all map[string]traffic) lane {
	t := all[l.segment]
	held := t.monthsHeld > 0
	return lane{l, t.load, t.utilisation(), held, t.load, held}
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

// fullestFirst is the order of the bundles by their fullest link.
func (m *networkMap) fullestFirst() []int {
	fullest, order := make([]float64, len(m.bundles)), make([]int, len(m.bundles))
	for i, b := range m.bundles {
		order[i] = i
		for _, l := range b.lanes {
			if l.percent > fullest[i] {
				fullest[i] = l.percent
			}
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(fullest[b], fullest[a]) })
	return order
}

// marked reports whether a segment in the place held cargo back in one of the years drawn alike.
func (s site) marked() bool {
	return slices.ContainsFunc(s.lanes, func(l lane) bool { return l.marked })
}

// fullest returns the utilisation of the fullest segment in the place.
func (s site) fullest() (percent float64, held bool) {
	percent = math.NaN()
	for _, l := range s.lanes {
		if !(percent >= l.percent) {
			percent = l.percent
		}
		held = held || l.held
	}
	return percent, held
}

const (
	widestLane   vg.Length = 12
	thinnestLane vg.Length = 1.8 // also of a link that carries next to nothing
	laneGap      vg.Length = 2.2
	laneEdge     vg.Length = 0.6 // of the dark edge that makes pale colours visible
	fan          vg.Length = 18  // length in which the lanes of a bundle part
)

// width returns how wide a link is drawn in a view.
func (m *networkMap) width(v *mapView, mt float64) vg.Length {
	thinnest := vg.Length(thinnestLane * v.factor)
	if !(m.most > 0) {
		return thinnest
	}
	return max(thinnest, vg.Length(v.factor*vg.Length(float64(widestLane)*mt))/vg.Length(m.most))
}

// across returns the room of lanes that lie side by side.
func (m *networkMap) across(v *mapView, lanes []lane) vg.Length {
	w := vg.Length(laneGap * v.factor * vg.Length(len(lanes)-1))
	for _, l := range lanes {
		w += m.width(v, l.widest)
	}
	return w
}

// between returns the point that share of the way from a to b.
func between(a, b vg.Point, share vg.Length) vg.Point {
	return vg.Point{X: a.X + vg.Length(share*(b.X-a.X)), Y: a.Y + vg.Length(share*(b.Y-a.Y))}
}

// scaled returns the vector times s, each product rounded before it meets a sum,
// so that the coordinates are the same on every processor.
func scaled(v vg.Point, s vg.Length) vg.Point {
	return vg.Point{X: vg.Length(v.X * s), Y: vg.Length(v.Y * s)}
}

func distance(a, b vg.Point) vg.Length {
	x, y := b.X-a.X, b.Y-a.Y
	return vg.Length(math.Sqrt(float64(x*x) + float64(y*y)))
}
