package discovery

import (
	"math"
	"slices"
)

// Step is a box of the trajectory that peeling leaves behind.
type Step struct {
	Box Box
	Tally
	Cut int // input that was cut to come here from the step before, or widened; −1 for the first
}

// Peeling says how boxes are peeled.
type Peeling struct {
	Alpha float64 // share of the draws in a box that a peel takes off
	Least int     // draws that a box keeps
	Only  []bool  // by input: those that may be cut; nil for all
}

// UsualAlpha is the share that a peel takes off where nothing else is said; Friedman & Fisher
// advise 0.05 to 0.1.
const UsualAlpha = 0.05

// take returns how many of n draws a peel takes: those below the α-quantile of type 7 (Hyndman &
// Fan 1996), as sdtoolkit and the EMA Workbench take them; at least one.
func (p *Peeling) take(n int) int { return int(float64(p.Alpha*float64(n-1))) + 1 }

// Peel peels the draws of a part, nil for all: from the box without limits on, each step takes
// off the part at an end of one input, or the category, after which density rises most for each
// draw taken off, times the draws that are left,
//
//	n(B − b) (mean(B − b) − mean(B)) / (n(B) − n(B − b))
//
// so that inputs of few values, of which a peel must take more at once, are judged alike, and
// what takes nearly all at once is not preferred (Friedman & Fisher 1999, 14.6; compared with others by
// Kwakkel & Jaxa-Rozen 2016, Environmental Modelling & Software 79, 311–321). Of equal ones it
// takes an input that has a limit before one that has none, then the one that takes off less, then
// the first by name, and its low end: the order of draws and inputs decides nothing. It stops where no peel raises density, all draws are cases, or
// too few would be left.
func (s *Sample) Peel(p Peeling, part []bool) []Step {
	q := newPeeler(s, p, part)
	steps := []Step{{NewBox(len(s.Inputs)), q.all, -1}}
	for {
		b := steps[len(steps)-1].Box
		best, ok := q.best(b)
		if !ok {
			return steps
		}
		b = b.Clone()
		q.cut(&b[best.input], best)
		steps = append(steps, Step{b, q.all, best.input})
	}
}

// peeler holds the draws that are in the box so far.
type peeler struct {
	*Sample
	Peeling
	all    Tally
	inside []bool
	orders [][]int32 // by input: the draws in the box by ascending value
}

func newPeeler(s *Sample, p Peeling, part []bool) *peeler {
	q := &peeler{Sample: s, Peeling: p, all: s.All(part)}
	if part == nil {
		part = slices.Repeat([]bool{true}, len(s.Cases))
	}
	q.inside = slices.Clone(part)
	for _, order := range s.orders {
		mine := make([]int32, 0, q.all.Draws)
		for _, draw := range order {
			if part[draw] {
				mine = append(mine, draw)
			}
		}
		q.orders = append(q.orders, mine)
	}
	return q
}

// peel is something that can be taken off.
type peel struct {
	input    int
	end      End
	from, to int // places in the order of the input
	Tally        // taken off
}

// best returns the peel after which density rises most for each draw taken off.
func (q *peeler) best(b Box) (best peel, ok bool) {
	if q.all.Cases == q.all.Draws {
		return peel{}, false
	}
	most := 0.0
	for i := range q.orders {
		if q.Only != nil && !q.Only[i] {
			continue
		}
		for _, p := range q.peels(i) {
			left := q.all.less(p.Tally)
			if left.Draws < q.Least || left.Draws == 0 {
				continue
			}
			score := rise(q.all, left)
			switch {
			case score <= 0 || score < most:
				continue
			case score > most:
			case b[best.input].IsNone() != b[i].IsNone():
				if b[i].IsNone() {
					continue
				}
			case best.Draws != p.Draws:
				if best.Draws < p.Draws {
					continue
				}
			case q.Inputs[best.input].Name <= q.Inputs[i].Name:
				continue
			}
			best, most, ok = p, score, true
		}
	}
	return best, ok
}

// rise is how much density rises from one tally to another, for each draw of the difference, times
// the draws of the other.
func rise(from, to Tally) float64 {
	gain := float64(float64(to.Cases)*float64(from.Draws)) - float64(float64(from.Cases)*float64(to.Draws)) // whole numbers below 2^62
	apart := math.Abs(float64(from.Draws - to.Draws))
	return gain / float64(from.Draws) / apart
}

// peels lists what can be taken off of an input.
func (q *peeler) peels(input int) []peel {
	order, values := q.orders[input], q.Inputs[input].Values
	n := len(order)
	if n == 0 || values[order[0]] == values[order[n-1]] {
		return nil
	}
	if q.Inputs[input].Categories {
		return q.categories(input)
	}
	k := q.take(n)
	at := func(place int) float64 { return values[order[place]] }
	// Equal values are taken together: as many as fit within k, or the first value alone.
	low := min(k, n-1)
	for low > 0 && at(low) == at(low-1) {
		low--
	}
	for low == 0 || at(low) == at(low-1) {
		low++
	}
	high := max(n-k, 1)
	for high < n && at(high) == at(high-1) {
		high++
	}
	for high == n || at(high) == at(high-1) {
		high--
	}
	return []peel{q.taking(input, Low, 0, low), q.taking(input, High, high, n)}
}

// categories lists the categories of an input that can be taken off.
func (q *peeler) categories(input int) (peels []peel) {
	order, values := q.orders[input], q.Inputs[input].Values
	from := 0
	for place := 1; place <= len(order); place++ {
		if place == len(order) || values[order[place]] != values[order[from]] {
			peels = append(peels, q.taking(input, Categories, from, place))
			from = place
		}
	}
	return peels
}

// taking counts what a peel takes off.
func (q *peeler) taking(input int, end End, from, to int) peel {
	p := peel{input: input, end: end, from: from, to: to}
	for _, draw := range q.orders[input][from:to] {
		p.Count(q.Cases[draw])
	}
	return p
}

// cut takes a peel off. The limit lies halfway between the last value taken off and the first
// left.
func (q *peeler) cut(l *Limit, p peel) {
	order, values := q.orders[p.input], q.Inputs[p.input].Values
	switch p.end {
	case Low:
		l.Low = between(values[order[p.to-1]], values[order[p.to]], false)
	case High:
		l.High = between(values[order[p.from-1]], values[order[p.from]], true)
	case Categories:
		l.Without = append(l.Without, values[order[p.from]])
		slices.Sort(l.Without)
	}
	for _, draw := range order[p.from:p.to] {
		q.inside[draw] = false
	}
	q.all = q.all.less(p.Tally)
	for i, order := range q.orders {
		q.orders[i] = slices.DeleteFunc(order, func(draw int32) bool { return !q.inside[draw] })
	}
}

// between is the middle of two values, or where there is none the one that is to be within: the
// lower one of a greatest value, the higher one of a least.
func between(a, b float64, lower bool) float64 {
	m := (a + b) * 0.5
	switch {
	case m > a && m < b:
		return m
	case lower:
		return a
	}
	return b
}
