package page

import (
	"slices"

	"corridor/plots/ink"
	"gonum.org/v1/plot/vg"
)

// LabelGap is the gap from a point to its label.
const LabelGap vg.Length = 5

// DirectLabels writes values beside their points, where they fit: a label that
// would lie on a line, on another label or outside the panel is left out.
type DirectLabels struct {
	Area  vg.Rectangle
	lines [][2]vg.Point
	Grid  []vg.Length // heights better not crossed
	taken []vg.Rectangle

	Patched bool // with what lies behind a label cleared
}

// Avoid adds a line that labels must not lie on.
func (d *DirectLabels) Avoid(pts ...vg.Point) {
	for i := 1; i < len(pts); i++ {
		d.lines = append(d.lines, [2]vg.Point{pts[i-1], pts[i]})
	}
}

// Sides of a point a label may stand on.
type Side int

const (
	Above Side = iota
	Below
	ToLeft
	ToRight
)

// Keep keeps labels off an area.
func (d *DirectLabels) Keep(r vg.Rectangle) { d.taken = append(d.taken, r) }

// Write places the text at the first of the sides that has room, if any. Places
// off the grid lines come first.
func (d *DirectLabels) Write(p Plane, l ink.Lettering, at vg.Point, text string, sides ...Side) {
	d.WriteLines(p, l, at, []string{text}, sides...)
}

// WriteLines does the same with a text of several lines, and reports whether there was room.
func (d *DirectLabels) WriteLines(p Plane, l ink.Lettering, at vg.Point, lines []string, sides ...Side) bool {
	w, h := l.Widest(lines), l.Height()+vg.Length(l.Pitch()*vg.Length(len(lines)-1))
	for _, strict := range []bool{true, false} {
		for _, s := range sides {
			var corner vg.Point
			align, from := ink.FromLeft, vg.Length(0)
			switch s {
			case Above:
				corner = vg.Point{X: at.X - ink.Half(w), Y: at.Y + LabelGap}
				align, from = ink.Centred, ink.Half(w)
			case Below:
				corner = vg.Point{X: at.X - ink.Half(w), Y: at.Y - LabelGap - h}
				align, from = ink.Centred, ink.Half(w)
			case ToLeft:
				corner = vg.Point{X: at.X - w - LabelGap, Y: at.Y - ink.Half(h)}
				align, from = ink.FromRight, w
			case ToRight:
				corner = vg.Point{X: at.X + LabelGap, Y: at.Y - ink.Half(h)}
			}
			r := vg.Rectangle{Min: corner, Max: vg.Point{X: corner.X + w, Y: corner.Y + h}}
			if !d.free(r) || strict && d.onGrid(r) {
				continue
			}
			d.taken = append(d.taken, r)
			if d.Patched {
				p.FillPolygon(White, ink.Corners(ink.Grow(r, 1)))
			}
			base := corner.Y + h - l.Height()
			for _, line := range lines {
				l.Write(p, corner.X+from, base, align, line)
				base -= l.Pitch()
			}
			return true
		}
	}
	return false
}

func (d *DirectLabels) onGrid(r vg.Rectangle) bool {
	return slices.ContainsFunc(d.Grid, func(y vg.Length) bool { return y > r.Min.Y-1 && y < r.Max.Y+1 })
}

func (d *DirectLabels) free(r vg.Rectangle) bool {
	if r.Min.X < d.Area.Min.X || r.Max.X > d.Area.Max.X+Margin || r.Min.Y < d.Area.Min.Y+1 || r.Max.Y > d.Area.Max.Y+8 {
		return false
	}
	if slices.ContainsFunc(d.taken, func(t vg.Rectangle) bool { return ink.Overlap(ink.Grow(r, 2), t) }) {
		return false
	}
	return !slices.ContainsFunc(d.lines, func(l [2]vg.Point) bool { return ink.Crosses(l[0], l[1], ink.Grow(r, 1.5)) })
}
