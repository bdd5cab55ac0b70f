package plots

import (
	"cmp"
	"slices"

	"corridor/plots/ink"
	"corridor/plots/page"
	"gonum.org/v1/plot/vg"
)

// course is a bundle as it lies in a view, from the left to the right of the page.
type course struct {
	bundle
	from, to vg.Point
}

// Ends as near to one another, of links in nearly one direction, make them lie side by side.
const (
	besideEnds  vg.Length = 48
	besideAngle vg.Length = 0.94 // cosine of the angle between them
)

// paths returns the line of each lane of each bundle in a view: where links lead from about one
// place to about another, side by side in the middle and joined to their own places.
func (m *networkMap) paths(p page.Plane, v *mapView) [][][]vg.Point {
	var all []course
	for _, b := range m.bundles {
		c := course{b, p.Point(b.from.x, b.from.y), p.Point(b.to.x, b.to.y)}
		if c.to.X < c.from.X || c.to.X == c.from.X && c.to.Y < c.from.Y {
			c.from, c.to = c.to, c.from
		}
		all = append(all, c)
	}
	out := make([][][]vg.Point, len(all))
	for _, group := range alongside(all, m.onEarth, vg.Length(besideEnds*v.factor)) {
		m.layCourses(v, all, group, out)
	}
	return out
}

// alongside groups courses that lie so close along one another that they are drawn side by side:
// on a schematic, which is drawn so that links lie apart, only those of one bundle.
func alongside(all []course, near bool, reach vg.Length) (groups [][]int) {
	for i := range all {
		at := slices.IndexFunc(groups, func(g []int) bool {
			return near && slices.ContainsFunc(g, func(j int) bool { return all[i].along(all[j], reach) })
		})
		if at < 0 {
			groups = append(groups, []int{i})
		} else {
			groups[at] = append(groups[at], i)
		}
	}
	return groups
}

// along reports whether two courses lead from about one place to about another, within a reach.
func (c course) along(o course, reach vg.Length) bool {
	a, b := c.to.Sub(c.from), o.to.Sub(o.from)
	length := vg.Length(distance(c.from, c.to) * distance(o.from, o.to))
	dot := vg.Length(a.X*b.X) + vg.Length(a.Y*b.Y)
	reach = min(reach, min(distance(c.from, c.to), distance(o.from, o.to))/2)
	return distance(c.from, o.from) < reach && distance(c.to, o.to) < reach && dot > besideAngle*length
}

// layCourses lays the lanes of a group side by side, in the order of their ends across the way.
func (m *networkMap) layCourses(v *mapView, all []course, group []int, out [][][]vg.Point) {
	var from, to vg.Point
	for _, i := range group {
		from, to = from.Add(all[i].from), to.Add(all[i].to)
	}
	part := 1 / vg.Length(len(group))
	from, to = scaled(from, part), scaled(to, part)
	length := max(distance(from, to), 1)
	along := scaled(to.Sub(from), 1/length)
	normal := vg.Point{X: -along.Y, Y: along.X}
	aside := func(c course) vg.Length {
		mid := between(c.from, c.to, 0.5).Sub(from)
		return vg.Length(mid.X*normal.X) + vg.Length(mid.Y*normal.Y)
	}
	slices.SortStableFunc(group, func(a, b int) int { return cmp.Compare(aside(all[b]), aside(all[a])) })
	var lanes []lane
	for _, i := range group {
		lanes = append(lanes, all[i].lanes...)
	}
	if len(lanes) == 1 {
		out[group[0]] = [][]vg.Point{{from, to}}
		return
	}
	parting := scaled(along, min(fan, length/4))
	offset := ink.Half(m.across(v, lanes))
	for _, i := range group {
		for _, l := range all[i].lanes {
			w := m.width(v, l.widest)
			by := scaled(normal, offset-ink.Half(w))
			out[i] = append(out[i], []vg.Point{all[i].from, from.Add(parting).Add(by), to.Sub(parting).Add(by), all[i].to})
			offset -= w + vg.Length(laneGap*v.factor)
		}
	}
}
