package plots

import (
	"math"

	"corridor/plots/ink"
	"corridor/plots/page"
	"gonum.org/v1/plot/vg"
)

// window is a part of the map, in its coordinates.
type window struct{ min, max [2]float64 }

// windowOf returns the least window that holds the places.
func windowOf(sites []site) window {
	w := window{[2]float64{math.Inf(1), math.Inf(1)}, [2]float64{math.Inf(-1), math.Inf(-1)}}
	for _, s := range sites {
		for i, v := range [2]float64{s.x, s.y} {
			w.min[i], w.max[i] = min(w.min[i], v), max(w.max[i], v)
		}
	}
	return w
}

func (w window) holds(p place) bool {
	return p.x >= w.min[0] && p.x <= w.max[0] && p.y >= w.min[1] && p.y <= w.max[1]
}

func (w window) span(axis int) float64 { return w.max[axis] - w.min[axis] }

// mapView is a window on the network at one scale, in its part of the plotting area.
type mapView struct {
	x, y   page.Axis
	area   vg.Rectangle // above the foot of the plotting area
	factor vg.Length    // on the widths of links
	dots   vg.Length    // on the sizes of places
	small  bool         // one of many, with fewer names and no scale
	detail *window      // what another view shows larger
	all    bool         // it shows every place
	names  mapLabels
}

// named reports whether a view writes the name of a place.
func (v *mapView) named(p place) bool {
	if v.detail != nil {
		return !v.detail.holds(p)
	}
	return v.all || v.shows(p)
}

// numbered reports whether it writes what links between two places carry.
func (v *mapView) numbered(b bundle) bool {
	if v.detail != nil {
		return !v.detail.holds(b.from) || !v.detail.holds(b.to)
	}
	return v.all || v.shows(b.from) && v.shows(b.to)
}

// larger reports whether a part of the view is one that another shows larger.
func (v *mapView) larger(p page.Plane, part vg.Rectangle) bool {
	return v.detail != nil && ink.Overlap(part, vg.Rectangle{Min: p.Point(v.detail.min[0], v.detail.min[1]), Max: p.Point(v.detail.max[0], v.detail.max[1])})
}

func (v *mapView) shows(p place) bool {
	return p.x >= v.x.Min && p.x <= v.x.Max && p.y >= v.y.Min && p.y <= v.y.Max
}

// plane returns the plotting area of the view on a page, the foot of the map at the height given.
func (v *mapView) plane(p page.Plane, foot vg.Length) page.Plane {
	p.X, p.Y = v.x, v.y
	p.Rectangle = vg.Rectangle{Min: v.area.Min.Add(vg.Point{Y: foot}), Max: v.area.Max.Add(vg.Point{Y: foot})}
	return p
}

const (
	mapGap       vg.Length = 10 // between two views
	tallestView  vg.Length = 320
	lowestView   vg.Length = 110
	crowded      vg.Length = 32 // places as near to one another want a larger scale
	fewestInside           = 4  // places that are worth a view of their own
	enlargedBy             = 1.6
)

// lay returns the views of the map in a width, and their height together. A map of the earth on
// which many places lie close together shows these once more, larger: below it, or beside it where
// the page is low.
func (m *networkMap) lay(left, width vg.Length) ([]mapView, vg.Length) {
	tallest := m.on.Part(tallestView)
	whole := m.view(windowOf(m.sites), width, tallest)
	whole.all = true
	inner := m.crowd(whole)
	if inner == nil {
		whole.moveTo(left, 0)
		return []mapView{whole}, whole.area.Size().Y
	}
	beside := m.on.Low()
	if beside {
		const part = 0.42 // of the width, of the whole
		whole = m.view(windowOf(m.sites), vg.Length(part*width), tallest)
		width -= vg.Length(part*width) + mapGap
	}
	detail := m.view(*inner, width, tallest)
	whole.detail, whole.factor = &window{[2]float64{detail.x.Min, detail.y.Min}, [2]float64{detail.x.Max, detail.y.Max}}, 0.4
	if beside {
		highest := max(whole.area.Size().Y, detail.area.Size().Y)
		whole.moveTo(left, ink.Half(highest-whole.area.Size().Y))
		detail.moveTo(whole.area.Max.X+mapGap, ink.Half(highest-detail.area.Size().Y))
		return []mapView{whole, detail}, highest
	}
	detail.moveTo(left, 0)
	whole.moveTo(left, detail.area.Max.Y+mapGap)
	return []mapView{whole, detail}, whole.area.Max.Y
}

// moveTo puts the lower left corner of a view somewhere.
func (v *mapView) moveTo(x, y vg.Length) {
	size := v.area.Size()
	v.area.Min = vg.Point{X: x, Y: y}
	v.area.Max = v.area.Min.Add(size)
}

// viewRoom is the room around the places of a view, and the least height of what lies within it.
type viewRoom struct{ side, margin, lowest vg.Length }

var roomForNames = viewRoom{mapSide, mapMargin, lowestView}

// view returns the view of a window that is as wide as given, and no higher than that, with room
// for names around it.
func (m *networkMap) view(w window, width, highest vg.Length) mapView {
	return m.viewWithin(w, width, highest, roomForNames)
}

// viewWithin returns the view of a window with some room around it. On the earth a length is the
// same in both directions; a schematic is stretched to its frame.
func (m *networkMap) viewWithin(w window, width, highest vg.Length, room viewRoom) mapView {
	v := mapView{factor: 1, dots: 1}
	across, up := width-2*room.side, highest-2*room.margin
	if !m.onEarth {
		inner := min(max(vg.Length(w.span(1)/max(w.span(0), 1e-9)*float64(across)), room.lowest), up)
		v.x, v.y = padded(w.min[0], w.max[0], across, room.side), padded(w.min[1], w.max[1], inner, room.margin)
		v.area.Max = vg.Point{X: width, Y: inner + 2*room.margin}
		return v
	}
	km := max(w.span(0)/float64(across), w.span(1)/float64(up), 1e-9) // by point
	height := max(vg.Length(w.span(1)/km), room.lowest) + 2*room.margin
	v.x, v.y = around(w.min[0], w.max[0], float64(km*float64(width))), around(w.min[1], w.max[1], float64(km*float64(height)))
	v.area.Max = vg.Point{X: width, Y: height}
	return v
}

// around returns an axis of a length with what lies between two values in its middle.
func around(low, high, length float64) page.Axis {
	spare := ink.Half(length - (high - low))
	return page.Axis{Min: low - spare, Max: high + spare}
}

// crowd returns the window of the places that lie close together in a view, nil where they are
// few or would not be much larger for it.
func (m *networkMap) crowd(v mapView) *window {
	if !m.onEarth {
		return nil
	}
	km := (v.x.Max - v.x.Min) / float64(v.area.Size().X)
	near := km * float64(crowded)
	cluster := make([]int, len(m.sites)) // by site, of which it is one
	for i := range cluster {
		cluster[i] = i
	}
	for i := range m.sites {
		for j := range i {
			if m.sites[i].apart(m.sites[j].place) < near {
				from, to := cluster[i], cluster[j]
				for k := range cluster {
					if cluster[k] == from {
						cluster[k] = to
					}
				}
			}
		}
	}
	var largest []site
	for c := range m.sites {
		var of []site
		for i := range m.sites {
			if cluster[i] == c {
				of = append(of, m.sites[i])
			}
		}
		if len(of) > len(largest) {
			largest = of
		}
	}
	w := windowOf(largest)
	larger := m.view(w, v.area.Size().X, tallestView)
	if len(largest) < fewestInside || (larger.x.Max-larger.x.Min)*enlargedBy > v.x.Max-v.x.Min {
		return nil
	}
	return &w
}
