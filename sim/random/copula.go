package random

import (
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
	members []int // places of the correlated numbers
	ends    []int // of each member's terms
	terms   []term
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
	return &q, nil
}

// nearest0 and nearest1 keep a number inside (0, 1).
const nearest0, nearest1 = 0x1p-53, 1 - 0x1p-53

// Correlated reports whether the number at a place depends on another.
func (q *Copula) Correlated(place int) bool { return slices.Contains(q.members, place) }

// Apply replaces the independent uniform numbers of a point, in the order of
// the names, by dependent ones. Numbers without any correlation keep their bits.
func (q *Copula) Apply(u []float64) {
	for _, member := range q.members {
		u[member] = portable.NormQuantile(u[member])
	}
	// From the last row up, so that each finds the scores before it unchanged.
	for row := len(q.members) - 1; row >= 0; row-- {
		first := 0
		if row > 0 {
			first = q.ends[row-1]
		}
		var score float64
		for _, t := range q.terms[first:q.ends[row]] {
			score += float64(t.weight * u[t.place])
		}
		u[q.members[row]] = min(nearest1, max(nearest0, portable.NormCDF(score)))
	}
}
