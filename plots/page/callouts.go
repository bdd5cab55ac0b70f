package page

import (
	"cmp"
	"slices"

	"corridor/plots/ink"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

const (
	calloutPitch vg.Length = 14
	calloutRows            = 6
	mostCallouts           = 6   // of which 720 orders are tried
	calloutWidth vg.Length = 340 // of its text at most
	calloutLeast vg.Length = 180 // a text may be shortened to this
	markBase     vg.Length = 6   // of the marks over the plotting area
	markHeight   vg.Length = 6
	calloutBase  vg.Length = 18 // baseline of the lowest row
)

// Callouts are texts above a panel, each tied by a line to where on its axis it
// belongs. No line crosses a text and no text another; marks for whose text there is no
// room stay alone.
type Callouts struct {
	marks  []Mark
	Placed []callout
	rows   int
	named  float64 // weight of those placed
	cost   int     // rows, and more for every text shortened
}

// Mark is a place on the horizontal axis with what is to be said of it.
type Mark struct {
	At     float64
	Weight float64 // how much it matters that the text is there; none is written at zero
	Text   string
}

type callout struct {
	text       string
	weight     float64
	shortened  bool
	x          vg.Length // of the line
	row        int       // from the panel upwards
	start, end vg.Length // of the text
}

// NewCallouts writes the texts of most weight. Each goes to the lowest row that
// has room; since that depends on which comes first, every order is tried, and
// the one that has most weight, shortening least in fewest rows, is taken.
func NewCallouts(marks []Mark, area Plane, right vg.Length) Callouts {
	ranked := slices.Clone(marks)
	slices.SortStableFunc(ranked, func(a, b Mark) int { return cmp.Compare(b.Weight, a.Weight) })
	var wanted [][]callout // the ways to write each text
	for _, m := range ranked[:min(mostCallouts, len(ranked))] {
		if m.Weight > 0 {
			wanted = append(wanted, alternatives(m, area.AtX(m.At), area.Min.X, right))
		}
	}
	best := Callouts{marks: marks}
	permute(len(wanted), func(order []int) {
		c := Callouts{marks: marks}
		for _, i := range order {
			c.place(wanted[i])
		}
		if c.named > best.named || c.named == best.named && c.cost < best.cost {
			best = c
		}
	})
	return best
}

// permute calls f with every order of the numbers below n.
func permute(n int, f func([]int)) {
	order := make([]int, n)
	for i := range order {
		order[i] = i
	}
	var from func(int)
	from = func(k int) {
		if k == n {
			f(order)
			return
		}
		for i := k; i < n; i++ {
			order[k], order[i] = order[i], order[k]
			from(k + 1)
			order[k], order[i] = order[i], order[k]
		}
	}
	from(0)
}

// alternatives returns the ways to write a text, best first: whole right or left
// of its line, then shortened.
func alternatives(m Mark, x, left, right vg.Length) []callout {
	const gap = 4
	var out []callout
	for _, limit := range []vg.Length{calloutWidth, calloutLeast} {
		for _, s := range []Side{ToRight, ToLeft} {
			space := right - x - gap
			if s == ToLeft {
				space = x - gap - left
			}
			short := LabelText.Fit(m.Text, min(space, limit))
			width := LabelText.Width(short)
			if width < calloutLeast-40 && short != m.Text {
				continue
			}
			c := callout{text: short, weight: m.Weight, shortened: limit == calloutLeast, x: x, start: x + gap, end: x + gap + width}
			if s == ToLeft {
				c.start, c.end = x-gap-width, x-gap
			}
			out = append(out, c)
		}
	}
	return out
}

// place puts the first of the alternatives for which there is room into the
// lowest row that has it, if any.
func (c *Callouts) place(alternatives []callout) {
	for _, a := range alternatives {
		for a.row = range calloutRows {
			if slices.ContainsFunc(c.Placed, a.collides) {
				continue
			}
			c.Placed = append(c.Placed, a)
			c.named += a.weight
			c.cost += max(0, a.row+1-c.rows)
			if a.shortened {
				c.cost += 2
			}
			c.rows = max(c.rows, a.row+1)
			return
		}
	}
}

// collides reports whether the two texts overlap or the line of one runs
// through the text of the other.
func (a callout) collides(b callout) bool {
	const gap = 6
	if a.row == b.row && a.start < b.end+2*gap && b.start < a.end+2*gap {
		return true
	}
	through := func(l, t callout) bool {
		return l.row >= t.row && l.x != t.x && l.x > t.start-gap && l.x < t.end+gap
	}
	return through(a, b) || through(b, a)
}

func (c Callouts) Height() vg.Length {
	if len(c.Placed) == 0 {
		return unitHeight
	}
	return calloutBase - 2 + vg.Length(calloutPitch*vg.Length(c.rows))
}

// Clear reports whether no mark stands left of x.
func (c Callouts) Clear(p Plane, x vg.Length) bool {
	return len(c.marks) == 0 || p.AtX(c.marks[0].At) > x+6
}

func (c Callouts) Paint(p Plane) {
	for _, m := range c.marks {
		Arrow(p.Canvas, vg.Point{X: p.AtX(m.At), Y: p.Max.Y + markBase})
	}
	for _, place := range c.Placed {
		base := p.Max.Y + calloutBase + vg.Length(calloutPitch*vg.Length(place.row))
		p.StrokeLine2(Hairline, place.x, p.Max.Y+markBase+markHeight, place.x, base+LabelText.Height())
		LabelText.Write(p, place.start, base, ink.FromLeft, place.text)
	}
}

// Arrow draws a small triangle that points down to the point given.
func Arrow(c draw.Canvas, tip vg.Point) {
	c.FillPolygon(Ink, []vg.Point{tip, {X: tip.X + 3, Y: tip.Y + markHeight}, {X: tip.X - 3, Y: tip.Y + markHeight}})
}
