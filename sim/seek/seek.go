package seek

import (
	"math"
	"slices"
)

// Question asks for which numbers from From to To the value is at least Want, or at most.
type Question struct {
	From, To float64
	Want     float64
	AtMost   bool
	Whole    bool // among whole numbers; From and To are some
	Cells    int  // into which the range is cut; 0 for UsualCells
	// Value is what comes of a number, NaN where nothing does. It is asked once of each.
	Value func(x float64) (float64, error)
}

// UsualCells are those of a question that says nothing else. Two turns within one cell are found
// where they show in the values at its ends and beside it.
const UsualCells = 48

// Point is a number and what comes of it.
type Point struct{ X, Y float64 }

// Turn is a place at which the target begins to be met, or ceases to be.
type Turn struct {
	Met, Not Point // the last on either side of it
	Jump     bool  // the value leaps there
}

// Upward reports whether larger numbers meet the target.
func (t *Turn) Upward() bool { return t.Met.X > t.Not.X }

// Stretch is a part of the range on which the value stays the same.
type Stretch struct{ From, To, Y float64 }

// Answer is what the value does from one end of the range to the other.
type Answer struct {
	Points      []Point // that were looked at, ascending
	Turns       []Turn  // ascending
	Least, Most Point   // NaN where there is no value
	Flats       []Stretch
}

// Whether a value meets the target, but for rounding; NaN meets none.
func (q *Question) Met(y float64) bool {
	rounding := float64(math.Abs(q.Want) * 1e-12)
	if q.AtMost {
		return y <= q.Want+rounding
	}
	return y >= q.Want-rounding
}

// asker asks each number once.
type asker struct {
	q     *Question
	known map[float64]float64
	err   error
}

func (a *asker) at(x float64) Point {
	y, met := a.known[x]
	if !met && a.err == nil {
		y, a.err = a.q.Value(x)
		a.known[x] = y
	}
	return Point{x, y}
}

// Answer looks at the range.
func (q *Question) Answer() (*Answer, error) {
	a := &asker{q: q, known: map[float64]float64{}}
	points := q.scan(a)
	points = q.peaks(a, points)
	out := &Answer{}
	for i := range points[1:] {
		if l, r := points[i], points[i+1]; q.Met(l.Y) != q.Met(r.Y) {
			out.Turns = append(out.Turns, q.turn(a, l, r))
		}
	}
	if a.err != nil {
		return nil, a.err
	}
	out.Points = points
	out.Least, out.Most = Point{math.NaN(), math.NaN()}, Point{math.NaN(), math.NaN()}
	for _, p := range points {
		if !(p.Y >= out.Least.Y) && !math.IsNaN(p.Y) {
			out.Least = p
		}
		if !(p.Y <= out.Most.Y) && !math.IsNaN(p.Y) {
			out.Most = p
		}
	}
	out.Flats = flats(points)
	return out, nil
}

// scan looks at the ends of all cells.
func (q *Question) scan(a *asker) (points []Point) {
	cells := q.Cells
	if cells == 0 {
		cells = UsualCells
	}
	if q.Whole {
		cells = int(min(float64(cells), q.To-q.From))
	}
	for i := range cells + 1 {
		x := q.From + float64((q.To-q.From)*(float64(i)/float64(cells)))
		if q.Whole {
			x = math.Round(x)
		}
		if i == cells {
			x = q.To
		}
		points = append(points, a.at(x))
	}
	return points
}

// mostPeaks is how many peaks are looked at more closely.
const mostPeaks = 4

// peaks closes in on the best and the worst values between ends of cells that are all on one side
// of the target: on a peak that may reach over, or a trough that may fall below. It adds the
// points it found.
func (q *Question) peaks(a *asker, points []Point) []Point {
	type peak struct {
		l, r Point
		off  float64 // from what is wanted
		sign float64 // 1 to look for the greatest
	}
	var list []peak
	better := 1.0
	if q.AtMost {
		better = -1
	}
	for i := 1; i < len(points)-1; i++ {
		l, m, r := points[i-1], points[i], points[i+1]
		met := q.Met(m.Y)
		if met != q.Met(l.Y) || met != q.Met(r.Y) || math.IsNaN(l.Y+m.Y+r.Y) {
			continue
		}
		sign := better
		if met {
			sign = -better
		}
		if rises := sign * (m.Y - l.Y); rises < 0 || sign*(m.Y-r.Y) < 0 || rises == 0 && m.Y == r.Y {
			continue
		}
		list = append(list, peak{l, r, math.Abs(m.Y - q.Want), sign})
	}
	slices.SortStableFunc(list, func(a, b peak) int {
		switch {
		case a.off < b.off:
			return -1
		case a.off > b.off:
			return 1
		}
		return 0
	})
	for _, p := range list[:min(len(list), mostPeaks)] {
		points = append(points, q.highest(a, p.l.X, p.r.X, p.sign))
	}
	slices.SortStableFunc(points, func(a, b Point) int {
		if a.X < b.X {
			return -1
		} else if a.X > b.X {
			return 1
		}
		return 0
	})
	return slices.CompactFunc(points, func(a, b Point) bool { return a.X == b.X })
}

// highest is golden-section search (Kiefer 1953, Sequential minimax search for a maximum,
// Proceedings of the American Mathematical Society 4, 502–506), for the greatest value of sign
// 1 and the least of sign −1. It stops where the other side of the target is reached.
func (q *Question) highest(a *asker, from, to, sign float64) Point {
	const ratio, steps = 0.6180339887498949, 30
	inner := func(share float64) Point {
		x := from + float64((to-from)*share)
		if q.Whole {
			x = math.Round(x)
		}
		return a.at(x)
	}
	outside := q.Met(a.at(from).Y)
	l, r := inner(1-ratio), inner(ratio)
	for range steps {
		if best := l; q.Met(best.Y) != outside || l.X >= r.X {
			return best
		}
		if q.Met(r.Y) != outside {
			return r
		}
		if sign*l.Y >= sign*r.Y {
			to, r = r.X, l
			l = inner(1 - ratio)
		} else {
			from, l = l.X, r
			r = inner(ratio)
		}
	}
	if sign*l.Y >= sign*r.Y {
		return l
	}
	return r
}

// narrow is the part of the range within which a turn is found.
const narrow = 1e-9

// leap is the part of what the value changes over a cell that, left within so narrow a place,
// is a jump and no slope.
const leap = 1e-3

// turn closes in on the turn between two points, of which one meets the target.
func (q *Question) turn(a *asker, l, r Point) Turn {
	change := math.Abs(r.Y - l.Y)
	if q.Whole {
		for r.X-l.X > 1 && a.err == nil {
			m := a.at(math.Floor(l.X + float64((r.X-l.X)/2)))
			if q.Met(m.Y) == q.Met(l.Y) {
				l = m
			} else {
				r = m
			}
		}
	} else {
		l, r = q.close(a, l, r)
	}
	t := Turn{Met: r, Not: l}
	if q.Met(l.Y) {
		t = Turn{Met: l, Not: r}
	}
	left := math.Abs(r.Y - l.Y)
	t.Jump = !q.Whole && (math.IsNaN(left) || left > float64(leap*change) && left > math.Abs(q.Want)*1e-12)
	return t
}

// close is the ITP method: interpolation, truncation and projection (Oliveira & Takahashi 2020,
// An enhancement of the bisection method average performance preserving minmax optimality, ACM
// Transactions on Mathematical Software 47(1), 5). It takes few steps on what is smooth, and
// one more than bisection at most, also where the value jumps.
func (q *Question) close(a *asker, l, r Point) (Point, Point) {
	const slack = 1
	half := float64((q.To - q.From) * narrow)
	scale := 0.2 / (r.X - l.X)
	most := slack
	for w := r.X - l.X; w > 2*half; w /= 2 {
		most++
	}
	for j := 0; r.X-l.X > 2*half && a.err == nil; j++ {
		width := r.X - l.X
		middle := l.X + float64(width/2)
		x := middle
		yl, yr := l.Y-q.Want, r.Y-q.Want
		if !math.IsNaN(yl+yr) && !math.IsInf(yl-yr, 0) && yl != yr {
			secant := l.X - float64(yl*(width/(yr-yl)))
			side := 1.0
			if middle < secant {
				side = -1
			}
			if truncated := float64(scale*width) * width; truncated <= math.Abs(middle-secant) {
				x = secant + float64(side*truncated)
			}
			if reach := math.Ldexp(half, most-j) - float64(width/2); math.Abs(x-middle) > reach {
				x = middle - float64(side*max(reach, 0))
			}
		}
		if x <= l.X || x >= r.X {
			x = middle
		}
		if x <= l.X || x >= r.X {
			break // no number is left between them
		}
		if m := a.at(x); q.Met(m.Y) == q.Met(l.Y) {
			l = m
		} else {
			r = m
		}
	}
	return l, r
}

// flats are the stretches over several points on which the value stays the same.
func flats(points []Point) (list []Stretch) {
	for i := 0; i < len(points); {
		end := i
		for end+1 < len(points) && points[end+1].Y == points[i].Y {
			end++
		}
		if end > i {
			list = append(list, Stretch{points[i].X, points[end].X, points[i].Y})
		}
		i = end + 1
	}
	return list
}
