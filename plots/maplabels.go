package plots

import (
	"cmp"
	"slices"

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
}

// stroke is a drawn line with its width.
type stroke struct {
	a, b vg.Point
	half vg.Length
}

// mapLabel is a block of text, and a thin line to its place if it stands away from it.
type mapLabel struct {
	style  lettering
	text   []string
	box    vg.Rectangle
	align  float64
	leader [2]vg.Point
}

var (
	placeText = lettering{bold(8.5), ink}
	loadText  = lettering{regular(8), darkGrey}
)

const placeWidth vg.Length = 92 // of a name before it is broken

// The directions a label may stand in from its place, best first, and distances.
var (
	mapSides = []vg.Point{
		{X: 1}, {X: -1}, {Y: 1}, {Y: -1}, {X: 1, Y: 1}, {X: -1, Y: 1}, {X: 1, Y: -1}, {X: -1, Y: -1},
		{X: 0.5, Y: 1}, {X: -0.5, Y: 1}, {X: 0.5, Y: -1}, {X: -0.5, Y: -1},
	}
	mapSteps = []vg.Length{3, 8, 15, 24, 36, 50}
)

// place finds room for all names. Those with least choice come first.
func (m *networkMap) place(s sheet) {
	p := plane{x: s.panels[0].x, y: s.panels[0].y}
	p.Min = vg.Point{X: s.left()}
	p.Max = vg.Point{X: figureWidth - margin, Y: s.panels[0].height}
	d := mapLabels{area: p.Rectangle}
	for _, b := range m.bundles {
		for i, path := range m.paths(p, b) {
			for j := 1; j < len(path); j++ {
				d.strokes = append(d.strokes, stroke{path[j-1], path[j], m.width(b.lanes[i].load)/2 + laneEdge})
			}
		}
	}
	for _, s := range m.sites {
		at := p.point(s.x, s.y)
		r := s.radius()
		d.taken = append(d.taken, grow(vg.Rectangle{Min: at, Max: at}, r))
	}
	order := make([]int, len(m.sites))
	choice := make([]int, len(m.sites))
	for i, s := range m.sites {
		order[i] = i
		choice[i] = len(d.candidates(p.point(s.x, s.y), s.radius(), s.title, mapSteps[:1]))
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(choice[a], choice[b]) })
	for _, i := range order {
		s := m.sites[i]
		free := d.candidates(p.point(s.x, s.y), s.radius(), s.title, mapSteps)
		if len(free) == 0 {
			d.without = append(d.without, s.title)
			continue
		}
		d.put(free[0])
	}
	for _, b := range m.bundles {
		d.load(p, m, b)
	}
	m.names = d
}

// put keeps a label and its line clear of what comes later.
func (d *mapLabels) put(l mapLabel) {
	d.placed = append(d.placed, l)
	d.taken = append(d.taken, l.box)
	if l.leader[0] != l.leader[1] {
		d.strokes = append(d.strokes, stroke{l.leader[0], l.leader[1], 0.5})
	}
}

// candidates returns the free places for a name around a dot, best first.
func (d *mapLabels) candidates(at vg.Point, radius vg.Length, title string, steps []vg.Length) []mapLabel {
	text := placeText.wrap(title, placeWidth, 2)
	w, h := blockSize(placeText, text)
	var out []mapLabel
	for _, step := range steps {
		for _, s := range mapSides {
			reach := radius + step
			if s.X != 0 && s.Y != 0 {
				reach = vg.Length(reach * 0.75)
			}
			// The middle of the block, then its lower left corner.
			x := at.X + vg.Length(s.X*(reach+w/2))
			y := at.Y + vg.Length(s.Y*(reach+h/2))
			l := mapLabel{style: placeText, text: text, align: float64(1-s.X) / 2}
			l.box = vg.Rectangle{Min: vg.Point{X: x - w/2, Y: y - h/2}, Max: vg.Point{X: x + w/2, Y: y + h/2}}
			if step > mapSteps[1] {
				l.leader = leader(at, radius, l.box)
			}
			if d.free(l) {
				out = append(out, l)
			}
		}
	}
	return out
}

// leader returns a line from the edge of a dot to the nearest point of a box.
func leader(at vg.Point, radius vg.Length, box vg.Rectangle) [2]vg.Point {
	end := vg.Point{X: min(max(at.X, box.Min.X), box.Max.X), Y: min(max(at.Y, box.Min.Y), box.Max.Y)}
	length := distance(at, end)
	if length <= radius {
		return [2]vg.Point{}
	}
	way := end.Sub(at).Scale(1 / length)
	return [2]vg.Point{at.Add(way.Scale(radius + 1.5)), end.Sub(way.Scale(1.5))}
}

func (d *mapLabels) free(l mapLabel) bool {
	r := l.box
	if r.Min.X < d.area.Min.X-margin/2 || r.Max.X > d.area.Max.X+margin/2 || r.Min.Y < d.area.Min.Y || r.Max.Y > d.area.Max.Y {
		return false
	}
	for _, t := range d.taken {
		if overlap(grow(r, 2), t) {
			return false
		}
		if l.leader[0] != l.leader[1] && crosses(l.leader[0], l.leader[1], grow(t, -1)) {
			return false
		}
	}
	return !slices.ContainsFunc(d.strokes, func(s stroke) bool { return crosses(s.a, s.b, grow(r, s.half+1.5)) })
}

// load writes what a bundle carried beside its middle, if there is room.
func (d *mapLabels) load(p plane, m *networkMap, b bundle) {
	total := 0.0
	for _, l := range b.lanes {
		total += l.load
	}
	if !(total > 0) {
		return
	}
	text := []string{amount(total, decimalsOf(step(m.most, 10))+1)}
	w, h := blockSize(loadText, text)
	from, to := p.point(b.from.x, b.from.y), p.point(b.to.x, b.to.y)
	clear := m.width(0)/2 + laneEdge + 1.6
	if len(b.lanes) == 1 {
		clear = m.across(b)/2 + laneEdge + 1.6
	}
	for _, share := range []float64{0.5, 0.42, 0.58, 0.34, 0.66} {
		for _, sign := range []vg.Length{1, -1} {
			at := from.Add(to.Sub(from).Scale(vg.Length(share)))
			length := max(distance(from, to), 1)
			nx, ny := -(to.Y-from.Y)/length, (to.X-from.X)/length
			reach := vg.Length(absolute(nx)*(w/2+clear)) + vg.Length(absolute(ny)*(h/2+clear))
			if len(b.lanes) > 1 {
				reach += m.across(b) / 2
			}
			at = at.Add(vg.Point{X: vg.Length(sign * nx * reach), Y: vg.Length(sign * ny * reach)})
			l := mapLabel{style: loadText, text: text, align: centred}
			l.box = vg.Rectangle{Min: vg.Point{X: at.X - w/2, Y: at.Y - h/2}, Max: vg.Point{X: at.X + w/2, Y: at.Y + h/2}}
			if d.free(l) {
				d.put(l)
				return
			}
		}
	}
}

func absolute(v vg.Length) vg.Length { return max(v, -v) }

// blockSize returns the size of lines of text without the space around them.
func blockSize(l lettering, text []string) (width, height vg.Length) {
	for _, s := range text {
		width = max(width, l.width(s))
	}
	return width, l.height() + vg.Length(l.pitch()*vg.Length(len(text)-1))
}

// paint writes the labels, which were placed with the foot of the map at zero.
func (d mapLabels) paint(c draw.Canvas, foot vg.Length) {
	for _, l := range d.placed {
		if l.leader[0] != l.leader[1] {
			c.StrokeLine2(hairline, l.leader[0].X, l.leader[0].Y+foot, l.leader[1].X, l.leader[1].Y+foot)
		}
		x := l.box.Min.X + vg.Length(vg.Length(l.align)*(l.box.Max.X-l.box.Min.X))
		for i, s := range l.text {
			l.style.write(c, x, foot+l.box.Max.Y-l.style.height()-vg.Length(l.style.pitch()*vg.Length(i)), l.align, s)
		}
	}
}
