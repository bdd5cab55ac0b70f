package plots

import (
	"cmp"
	"math"
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

func projectKey(on *page) key {
	return key{on.say("Project enters service"), 7, func(c draw.Canvas, at vg.Rectangle) {
		arrow(c, vg.Point{X: (at.Min.X + at.Max.X) / 2, Y: at.Min.Y + 1})
	}}
}

// callouts are the names of projects above a panel, each tied by a line to the
// month it enters service. No line crosses a name and no name another; projects
// for which there is no room keep their mark.
type callouts struct {
	all    []addition
	placed []callout
	rows   int
	named  float64 // capacity of those placed
	cost   int     // rows, and more for every text shortened
}

type callout struct {
	text       string
	mt         float64
	shortened  bool
	x          vg.Length // of the line
	row        int       // from the panel upwards
	start, end vg.Length // of the text
}

// newCallouts names the projects that add most. Each goes to the lowest row that
// has room; since that depends on which comes first, every order is tried, and
// the one that names most capacity, shortening least in fewest rows, is taken.
func newCallouts(projects []addition, area plane, right vg.Length) callouts {
	ranked := slices.Clone(projects)
	slices.SortStableFunc(ranked, func(a, b addition) int { return cmp.Compare(weight(b), weight(a)) })
	var wanted [][]callout // the ways to write each name
	for _, a := range ranked[:min(mostCallouts, len(ranked))] {
		if a.mt > 0 {
			text := area.on.say("+%[1]s Mt, %[2]s · %[3]s", area.on.amount(a.mt, 1), area.on.month(a.month), a.title)
			wanted = append(wanted, alternatives(text, a.mt, area.atX(a.position()), area.Min.X, right))
		}
	}
	best := callouts{all: projects}
	permute(len(wanted), func(order []int) {
		c := callouts{all: projects}
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

func weight(a addition) float64 {
	if math.IsNaN(a.mt) {
		return 0
	}
	return a.mt
}

// position is where the project's first month of service starts in the slot of
// its year.
func (a addition) position() float64 {
	return float64(a.month)/12 - 0.5 // the slot of 2028 runs from 2027.5 to 2028.5
}

// alternatives returns the ways to write a name, best first: whole right or left
// of its line, then shortened.
func alternatives(text string, mt float64, x, left, right vg.Length) []callout {
	const gap = 4
	var out []callout
	for _, limit := range []vg.Length{calloutWidth, calloutLeast} {
		for _, s := range []side{toRight, toLeft} {
			space := right - x - gap
			if s == toLeft {
				space = x - gap - left
			}
			short := labelText.fit(text, min(space, limit))
			width := labelText.width(short)
			if width < calloutLeast-40 && short != text {
				continue
			}
			c := callout{text: short, mt: mt, shortened: limit == calloutLeast, x: x, start: x + gap, end: x + gap + width}
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
			c.named += a.mt
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
	return len(c.all) == 0 || p.atX(c.all[0].position()) > x+6
}

func (c callouts) paint(p plane) {
	for _, a := range c.all {
		arrow(p.Canvas, vg.Point{X: p.atX(a.position()), Y: p.Max.Y + markBase})
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
