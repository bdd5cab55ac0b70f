package random

import (
	"math"
	"slices"

	"corridor/model/portable"
)

// Copula makes the independent uniform numbers of a draw depend on each other
// as a [Correlation] says, each of them remaining uniform: the Gaussian copula
// (R. B. Nelsen, An Introduction to Copulas, 2nd ed., 2006). It can be
// used by many workers at once.
//
// As it acts on the numbers of one draw alone, a draw can be made by itself. The
// rearrangement of R. L. Iman and W. J. Conover (Communications in Statistics B11
// (1982) 311–334) has to know all draws first; it is not needed here.
//
// The first of several correlated numbers remains as it was, to rounding; the
// others become mixtures of several dimensions of the design, which are less
// evenly spread than one.
type Copula struct {
	members  []int // places of the correlated numbers
	ends     []int // of each member's terms
	terms    []term
	clusters []cluster // of members that depend on each other; all of them where none is bounded
}

// cluster is members of a copula, ascending, with the bounds of some of them.
type cluster struct {
	rows   []int // among the members
	bounds []bound
}

// bound says which numbers at a place are drawn.
type bound struct {
	place int
	holds func(u float64) bool
}

// term is the weight of one member's independent score in another's dependent one.
type term struct {
	place  int
	weight float64
}

// Copula returns the copula of the correlations that were set. If no numbers can
// have all of them, as when two go with a third but not with each other, the
// error is an *[IndefiniteError].
func (c *Correlation) Copula() (*Copula, error) {
	var q Copula
	n := len(c.names)
	for i := range n {
		for j := range n {
			if i != j && c.matrix[i*n+j] != 0 {
				q.members = append(q.members, i)
				break
			}
		}
	}
	m := len(q.members)
	matrix := make([]float64, 0, m*m)
	for _, i := range q.members {
		for _, j := range q.members {
			matrix = append(matrix, c.matrix[i*n+j])
		}
	}
	if row := Cholesky(matrix, m); row >= 0 {
		return nil, c.indefinite(matrix, q.members, row)
	}
	for row := range m {
		for k, weight := range matrix[row*m : row*m+row+1] {
			if weight != 0 {
				q.terms = append(q.terms, term{q.members[k], weight})
			}
		}
		q.ends = append(q.ends, len(q.terms))
	}
	all := make([]int, m)
	for row := range all {
		all[row] = row
	}
	q.clusters = []cluster{{rows: all}}
	return &q, nil
}

// nearest0 and nearest1 keep a number inside (0, 1).
const nearest0, nearest1 = 0x1p-53, 1 - 0x1p-53

// Correlated reports whether the number at a place depends on another.
func (q *Copula) Correlated(place int) bool { return slices.Contains(q.members, place) }

// Within returns the copula of numbers of which those at some places are within bounds: draws
// outside are thrown away, with all that go together with them, and drawn again from a stream of
// their own, until they are within. Other numbers keep their bits.
func (q *Copula) Within(bounds map[int]func(u float64) bool) *Copula {
	out := *q
	out.clusters = nil
	for _, rows := range q.connected() {
		g := cluster{rows: rows}
		for _, row := range rows {
			if holds := bounds[q.members[row]]; holds != nil {
				g.bounds = append(g.bounds, bound{q.members[row], holds})
			}
		}
		out.clusters = append(out.clusters, g)
	}
	return &out
}

// connected parts the members into those that depend on each other.
func (q *Copula) connected() (clusters [][]int) {
	of := make([]int, len(q.members)) // cluster by row: the first row of it
	for row := range of {
		of[row] = row
		for _, t := range q.termsOf(row) {
			other := of[slices.Index(q.members, t.place)]
			for r, mine := range of[:row+1] {
				if mine == of[row] || mine == other {
					of[r] = min(of[row], other)
				}
			}
		}
	}
	for row, first := range of {
		if row == first {
			clusters = append(clusters, nil)
			for r, mine := range of {
				if mine == first {
					clusters[len(clusters)-1] = append(clusters[len(clusters)-1], r)
				}
			}
		}
	}
	return clusters
}

func (q *Copula) termsOf(row int) []term {
	first := 0
	if row > 0 {
		first = q.ends[row-1]
	}
	return q.terms[first:q.ends[row]]
}

// MostRedraws is how often numbers outside their bounds are drawn again before the last ones
// stand: of bounds that hold once in a thousand this is never met.
const MostRedraws = 1 << 16

// Apply replaces the independent uniform numbers of a point, in the order of
// the names, by dependent ones. Numbers without any correlation keep their bits.
func (q *Copula) Apply(u []float64) {
	for i := range q.clusters {
		g := &q.clusters[i]
		if len(g.bounds) == 0 {
			q.mix(g.rows, u)
			continue
		}
		// What is drawn again follows from the point alone.
		first, last := u[q.members[g.rows[0]]], u[q.members[g.rows[len(g.rows)-1]]]
		numbers := NewStream(math.Float64bits(first), "within").At(math.Float64bits(last))
		for q.mix(g.rows, u); !g.holds(u) && numbers.used < MostRedraws*uint64(len(g.rows)); q.mix(g.rows, u) {
			for _, row := range g.rows {
				u[q.members[row]] = numbers.Float64()
			}
		}
	}
}

// holds reports whether the numbers are within the bounds.
func (g *cluster) holds(u []float64) bool {
	for i := range g.bounds {
		if !g.bounds[i].holds(u[g.bounds[i].place]) {
			return false
		}
	}
	return true
}

// mix makes the members in some rows dependent.
func (q *Copula) mix(rows []int, u []float64) {
	for _, row := range rows {
		u[q.members[row]] = portable.NormQuantile(u[q.members[row]])
	}
	// From the last row up, so that each finds the scores before it unchanged.
	for _, row := range slices.Backward(rows) {
		var score float64
		for _, t := range q.termsOf(row) {
			score += float64(t.weight * u[t.place])
		}
		u[q.members[row]] = min(nearest1, max(nearest0, portable.NormCDF(score)))
	}
}

// Sets returns the places of the numbers that depend on each other, directly or through others:
// those of two sets are independent. They are in ascending order, and so are the sets by their
// first; numbers that depend on no other are in none.
func (q *Copula) Sets() (sets [][]int) {
	set := map[int]int{} // by place
	first := 0
	for row, end := range q.ends {
		own := len(sets)
		sets = append(sets, []int{q.members[row]})
		set[q.members[row]] = own
		for _, t := range q.terms[first:end] {
			if other := set[t.place]; other != own {
				for _, place := range sets[own] {
					set[place] = other
				}
				sets[other] = append(sets[other], sets[own]...)
				sets[own] = nil
				own = other
			}
		}
		first = end
	}
	sets = slices.DeleteFunc(sets, func(s []int) bool { return s == nil })
	for _, s := range sets {
		slices.Sort(s)
	}
	slices.SortFunc(sets, func(a, b []int) int { return a[0] - b[0] })
	return sets
}
