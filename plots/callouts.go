package plots

import (
	"cmp"
	"slices"

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

// callouts are texts above a panel, each tied by a line to where on its axis it
// belongs. No line crosses a text and no text another; marks for whose text there is no
// room stay alone.
type callouts struct {
	marks  []mark
	placed []callout
	rows   int
	named  float64 // weight of those placed
	cost   int     // rows, and more for every text shortened
}

// mark is a place on the horizontal axis with what is to be said of it.
type mark struct {
	at     float64
	weight float64 // how much it matters that the text is there; none is written at zero
	text   string
}

type callout struct {
	text       string
	weight     float64
	shortened  bool
	x          vg.Length // of the line
	row        int       // from the panel upwards
	start, end vg.Length // of the text
}

// newCallouts writes the texts of most weight. Each goes to the lowest row that
// has room; since that depends on which comes first, every order is tried, and
// the one that has most weight, shortening least in fewest rows, is taken.
func newCallouts(marks []mark, area plane, right vg.Length) callouts {
	ranked := slices.Clone(marks)
	slices.SortStableFunc(ranked, func(a, b mark) int { return cmp.Compare(b.weight, a.weight) })
	var wanted [][]callout // the ways to write each text
	for _, m := range ranked[:min(mostCallouts, len(ranked))] {
		if m.weight > 0 {
			wanted = append(wanted, alternatives(m, area.atX(m.at), area.Min.X, right))
		}
	}
	best := callouts{marks: marks}
	permute(len(wanted), func(order []int) {
		c := callouts{marks: marks}
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
func alternatives(m mark, x, left, right vg.Length) []callout {
	const gap = 4
	var out []callout
	for _, limit := range []vg.Length{calloutWidth, calloutLeast} {
		for _, s := range []side{toRight, toLeft} {
			space := right - x - gap
			if s == toLeft {
				space = x - gap - left
			}
			short := labelText.fit(m.text, min(space, limit))
			width := labelText.width(short)
			if width < calloutLeast-40 && short != m.text {
				continue
			}
			c := callout{text: short, weight: m.weight, shortened: limit == calloutLeast, x: x, start: x + gap, end: x + gap + width}
			if s == toLeft {
				c.start, c.end = x-gap-width, x-gap
			}
			out = append(out, c)
		}
	}
	return out
}

// place puts the first of the alternatives for which there is room into the
// lowest row that has it, if any.
func (c *callouts) place(alternatives []callout) {
	for _, a := range alternatives {
		for a.row = range calloutRows {
			if slices.ContainsFunc(c.placed, a.collides) {
				continue
			}
			c.placed = append(c.placed, a)
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

func (c callouts) height() vg.Length {
	if len(c.placed) == 0 {
		return unitHeight
	}
	return calloutBase - 2 + vg.Length(calloutPitch*vg.Length(c.rows))
}

// clear reports whether no mark stands left of x.
func (c callouts) clear(p plane, x vg.Length) bool {
	return len(c.marks) == 0 || p.atX(c.marks[0].at) > x+6
}

func (c callouts) paint(p plane) {
	for _, m := range c.marks {
		arrow(p.Canvas, vg.Point{X: p.atX(m.at), Y: p.Max.Y + markBase})
	}
	for _, place := range c.placed {
		base := p.Max.Y + calloutBase + vg.Length(calloutPitch*vg.Length(place.row))
		p.StrokeLine2(hairline, place.x, p.Max.Y+markBase+markHeight, place.x, base+labelText.height())
		labelText.write(p, place.start, base, fromLeft, place.text)
	}
}

// arrow draws a small triangle that points down to the point given.
func arrow(c draw.Canvas, tip vg.Point) {
	c.FillPolygon(ink, []vg.Point{tip, {X: tip.X + 3, Y: tip.Y + markHeight}, {X: tip.X - 3, Y: tip.Y + markHeight}})
}
