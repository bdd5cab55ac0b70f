package plots

import (
	"slices"

	"gonum.org/v1/plot/vg"
)

const labelGap vg.Length = 5 // from a point to its label

// directLabels writes values beside their points, where they fit: a label that
// would lie on a line, on another label or outside the panel is left out.
type directLabels struct {
	area  vg.Rectangle
	lines [][2]vg.Point
	grid  []vg.Length // heights better not crossed
	taken []vg.Rectangle
}

// avoid adds a line that labels must not lie on.
func (d *directLabels) avoid(pts ...vg.Point) {
	for i := 1; i < len(pts); i++ {
		d.lines = append(d.lines, [2]vg.Point{pts[i-1], pts[i]})
	}
}

// Sides of a point a label may stand on.
type side int

const (
	above side = iota
	below
	toLeft
	toRight
)

// write places the text at the first of the sides that has room, if any. Places
// off the grid lines come first.
func (d *directLabels) write(p plane, l lettering, at vg.Point, text string, sides ...side) {
	w, h := l.width(text), l.height()
	for _, strict := range []bool{true, false} {
		for _, s := range sides {
			var corner vg.Point
			switch s {
			case above:
				corner = vg.Point{X: at.X - half(w), Y: at.Y + labelGap}
			case below:
				corner = vg.Point{X: at.X - half(w), Y: at.Y - labelGap - h}
			case toLeft:
				corner = vg.Point{X: at.X - w - labelGap, Y: at.Y - half(h)}
			case toRight:
				corner = vg.Point{X: at.X + labelGap, Y: at.Y - half(h)}
			}
			r := vg.Rectangle{Min: corner, Max: vg.Point{X: corner.X + w, Y: corner.Y + h}}
			if d.free(r) && !(strict && d.onGrid(r)) {
				d.taken = append(d.taken, r)
				l.write(p, corner.X, corner.Y, fromLeft, text)
				return
			}
		}
	}
}

func (d *directLabels) onGrid(r vg.Rectangle) bool {
	return slices.ContainsFunc(d.grid, func(y vg.Length) bool { return y > r.Min.Y-1 && y < r.Max.Y+1 })
}

func (d *directLabels) free(r vg.Rectangle) bool {
	if r.Min.X < d.area.Min.X || r.Max.X > d.area.Max.X+margin || r.Min.Y < d.area.Min.Y+1 || r.Max.Y > d.area.Max.Y+8 {
		return false
	}
	if slices.ContainsFunc(d.taken, func(t vg.Rectangle) bool { return overlap(grow(r, 2), t) }) {
		return false
	}
	return !slices.ContainsFunc(d.lines, func(l [2]vg.Point) bool { return crosses(l[0], l[1], grow(r, 1.5)) })
}

func grow(r vg.Rectangle, by vg.Length) vg.Rectangle {
	return vg.Rectangle{Min: vg.Point{X: r.Min.X - by, Y: r.Min.Y - by}, Max: vg.Point{X: r.Max.X + by, Y: r.Max.Y + by}}
}

func overlap(a, b vg.Rectangle) bool {
	return a.Min.X < b.Max.X && b.Min.X < a.Max.X && a.Min.Y < b.Max.Y && b.Min.Y < a.Max.Y
}

// crosses reports whether the line from a to b meets the rectangle, by clipping
// it to each side in turn (Liang & Barsky, 1984).
func crosses(a, b vg.Point, r vg.Rectangle) bool {
	from, to := 0.0, 1.0
	inside := func(start, change, low, high vg.Length) bool {
		if change == 0 {
			return start >= low && start <= high
		}
		enter, leave := float64((low-start)/change), float64((high-start)/change)
		from, to = max(from, min(enter, leave)), min(to, max(enter, leave))
		return from <= to
	}
	return inside(a.X, b.X-a.X, r.Min.X, r.Max.X) && inside(a.Y, b.Y-a.Y, r.Min.Y, r.Max.Y)
}
