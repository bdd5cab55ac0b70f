package plots

import (
	"slices"

	"corridor/plots/ink"
	"corridor/plots/page"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// mapLabels are the names of places and the tonnes on links, written where they
// lie on nothing else.
type mapLabels struct {
	area    vg.Rectangle
	strokes []stroke
	taken   []vg.Rectangle
	placed  []mapLabel
	without []string // names for which there was no room

	unnumbered []string // links for whose tonnes there was none
	unsaid     []int    // ways outside the corridor for whose names there was none
}

// stroke is a drawn line with its width.
type stroke struct {
	a, b vg.Point
	half vg.Length
	of   int // the bundle it is of
}

// mapLabel is a block of text, and a thin line to its place if it stands away from it.
type mapLabel struct {
	style  ink.Lettering
	text   []string
	box    vg.Rectangle
	align  float64
	leader [2]vg.Point
	of     int // the bundle whose tonnes it has, none for other labels
	rival  int // the place among the rivals, from 1, of the one that it names
}

// noBundle is that of a label without tonnes.
const noBundle = -1

var (
	placeText = ink.Lettering{Face: ink.Bold(8.5), Colour: page.Ink}
	loadText  = ink.Lettering{Face: ink.Regular(8.25), Colour: page.DarkGrey}
)

// Widths of a name before it is broken, and into how many lines, more than any name of the library
// has in any language.
const (
	placeWidth  vg.Length = 92
	placeNarrow vg.Length = 62
	placeLines            = 4
)

// The directions a label may stand in from its place, best first, and distances.
var (
	mapSides = []vg.Point{
		{X: 1}, {X: -1}, {Y: 1}, {Y: -1}, {X: 1, Y: 1}, {X: -1, Y: 1}, {X: 1, Y: -1}, {X: -1, Y: -1},
		{X: 0.5, Y: 1}, {X: -0.5, Y: 1}, {X: 0.5, Y: -1}, {X: -0.5, Y: -1},
	}
	mapSteps = []vg.Length{3, 8, 15, 24, 36, 50, 66}
)

// unlabelled returns the labels of a view before there are any, with what they must not lie on, the
// lines of its links and the places that it names.
func (m *networkMap) unlabelled(v *mapView, p page.Plane) (d mapLabels, paths [][][]vg.Point, named []site) {
	d.area = ink.Grow(p.Rectangle, -2)
	if !m.onEarth { // it has no frame
		d.area.Min.X, d.area.Max.X = p.Min.X-ink.Half(page.Margin), p.Max.X+ink.Half(page.Margin)
	}
	paths = m.paths(p, v)
	for i, b := range m.bundles {
		for j, path := range paths[i] {
			half := ink.Half(m.width(v, b.lanes[j].widest)) + laneEdge
			for _, part := range clipLine(path, p.Rectangle) {
				for k := 1; k < len(part); k++ {
					d.strokes = append(d.strokes, stroke{part[k-1], part[k], half, i})
				}
			}
		}
	}
	for i := range m.rivals {
		if line := m.rivals[i].within(p); line != nil && m.rivals[i].shown(v) {
			d.strokes = append(d.strokes, stroke{line[0], line[len(line)-1], 0.5, noBundle})
		}
	}
	for _, s := range m.sites {
		if !v.shows(s.place) {
			continue
		}
		at := p.Point(s.x, s.y)
		d.taken = append(d.taken, ink.Grow(vg.Rectangle{Min: at, Max: at}, s.radius(v)))
		if v.named(s.place) {
			named = append(named, s)
		}
	}
	return d, paths, named
}

// place finds room for the names and tonnes of a view: first for those of short links, which can
// stand in few places, then for names, then for the others.
func (m *networkMap) place(v *mapView) {
	p := v.plane(page.Plane{On: m.on}, 0)
	d, paths, named := m.unlabelled(v, p)
	var left []int // bundles that have no number yet
	for _, i := range m.fullestFirst() {
		if b := m.bundles[i]; v.numbered(b) && !(lengthOf(paths[i][0]) < shortLink && d.load(m, v, i, paths[i], m.room(i), loadSteps[:2])) {
			left = append(left, i)
		}
	}
	choices := make([][]mapLabel, len(named))
	for i, s := range named {
		choices[i] = d.candidates(p.Point(s.x, s.y), s.radius(v), s.title)
	}
	for i, c := range choose(choices) {
		if c < 0 {
			d.without = append(d.without, named[i].title)
			continue
		}
		d.put(choices[i][c])
	}
	for _, i := range left {
		if !d.load(m, v, i, paths[i], m.room(i), loadSteps) {
			for _, l := range m.bundles[i].lanes {
				d.unnumbered = append(d.unnumbered, l.title)
			}
		}
	}
	if m.onEarth {
		d.rivals(m, v, p)
		d.lands(m, v, p)
	}
	v.names = d
}

// put keeps a label and its line clear of what comes later.
func (d *mapLabels) put(l mapLabel) {
	d.placed = append(d.placed, l)
	d.taken = append(d.taken, l.box)
	if l.leader[0] != l.leader[1] {
		d.strokes = append(d.strokes, stroke{l.leader[0], l.leader[1], 0.5, l.of})
	}
}

// candidates returns the free places for a name around a dot, best first.
func (d *mapLabels) candidates(at vg.Point, radius vg.Length, title string) []mapLabel {
	texts := [][]string{placeText.Wrap(title, placeWidth, placeLines)}
	if narrow := placeText.Wrap(title, placeNarrow, placeLines+1); len(narrow) > len(texts[0]) {
		texts = append(texts, narrow)
	}
	var out []mapLabel
	for _, step := range mapSteps {
		for _, text := range texts {
			for _, side := range mapSides {
				l := beside(at, radius+step, side, placeText, text)
				if step > mapSteps[1] {
					l.leader = leader(at, radius, l.box)
				}
				if d.free(l) {
					out = append(out, l)
				}
			}
		}
	}
	return out
}

// beside returns what stands that far from a place on one side of it.
func beside(at vg.Point, reach vg.Length, side vg.Point, style ink.Lettering, text []string) mapLabel {
	if side.X != 0 && side.Y != 0 {
		reach = vg.Length(reach * 0.75)
	}
	w, h := blockSize(style, text)
	x := at.X + vg.Length(side.X*(reach+ink.Half(w)))
	y := at.Y + vg.Length(side.Y*(reach+ink.Half(h)))
	return mapLabel{
		style: style, text: text, align: float64(1-side.X) / 2, of: noBundle,
		box: vg.Rectangle{Min: vg.Point{X: x - ink.Half(w), Y: y - ink.Half(h)}, Max: vg.Point{X: x + ink.Half(w), Y: y + ink.Half(h)}},
	}
}

// leader returns a line from the edge of a dot to the nearest point of a box.
func leader(at vg.Point, radius vg.Length, box vg.Rectangle) [2]vg.Point {
	end := vg.Point{X: min(max(at.X, box.Min.X), box.Max.X), Y: min(max(at.Y, box.Min.Y), box.Max.Y)}
	length := distance(at, end)
	if length <= radius {
		return [2]vg.Point{}
	}
	way := scaled(end.Sub(at), 1/length)
	return [2]vg.Point{at.Add(scaled(way, radius+1.5)), end.Sub(scaled(way, 1.5))}
}

// ownSide is how much farther the tonnes of a link stand from every other link, so that it is seen
// whose they are.
const ownSide vg.Length = 5

func (d *mapLabels) free(l mapLabel) bool {
	r := l.box
	if r.Min.X < d.area.Min.X || r.Max.X > d.area.Max.X || r.Min.Y < d.area.Min.Y || r.Max.Y > d.area.Max.Y {
		return false
	}
	for _, t := range d.taken {
		if ink.Overlap(ink.Grow(r, 2), t) {
			return false
		}
		if l.leader[0] != l.leader[1] && ink.Crosses(l.leader[0], l.leader[1], ink.Grow(t, -1)) {
			return false
		}
	}
	return !slices.ContainsFunc(d.strokes, func(s stroke) bool {
		apart := s.half + 1.5
		if l.of != noBundle && l.of != s.of && l.leader[0] == l.leader[1] {
			apart += ownSide
		}
		return ink.Crosses(s.a, s.b, ink.Grow(r, apart))
	})
}

// blockSize returns the size of lines of text without the space around them.
func blockSize(l ink.Lettering, text []string) (width, height vg.Length) {
	return l.Widest(text), l.Height() + vg.Length(l.Pitch()*vg.Length(len(text)-1))
}

// paint writes the labels, which were placed with the foot of the map at zero.
func (d mapLabels) paint(c draw.Canvas, foot vg.Length) {
	for _, l := range d.placed {
		if l.leader[0] != l.leader[1] {
			c.StrokeLine2(page.Hairline, l.leader[0].X, l.leader[0].Y+foot, l.leader[1].X, l.leader[1].Y+foot)
		}
		x := l.box.Min.X + vg.Length(vg.Length(l.align)*(l.box.Max.X-l.box.Min.X))
		for i, s := range l.text {
			l.style.Write(c, x, foot+l.box.Max.Y-l.style.Height()-vg.Length(l.style.Pitch()*vg.Length(i)), l.align, s)
		}
	}
}
