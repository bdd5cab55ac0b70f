package sample

import (
	"fmt"

	"corridor/model/portable"
)

// Copula makes the independent uniform numbers of a draw depend on each other
// as a [Correlation] says, each of them remaining uniform: the Gaussian copula
// (R. B. Nelsen, An Introduction to Copulas, 2nd ed., 2006). It can be
// used by many workers at once.
//
// The first of several correlated numbers remains as it was, to rounding; the
// others become mixtures of several dimensions of the design, which are less
// evenly spread than one.
type Copula struct {
	members []int     // places of the correlated numbers
	factor  []float64 // rows of the Cholesky factor, one after the other without zeros
}

// Copula returns the copula of the correlations that were set. It is an error
// if no numbers can have all of them, as when two go with a third but not with
// each other.
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
	if row, with := cholesky(matrix, m); row >= 0 {
		i, j := q.members[row], q.members[with]
		return nil, fmt.Errorf("correlation of %q with %q is %v, which the others do not allow (the matrix is not positive definite): expected one nearer to what they imply",
			c.names[i], c.names[j], c.matrix[i*n+j])
	}
	for row := range m {
		q.factor = append(q.factor, matrix[row*m:row*m+row+1]...)
	}
	return &q, nil
}

// Apply replaces the independent uniform numbers of a point, in the order of
// the names, by dependent ones. Numbers without any correlation keep their bits.
func (q *Copula) Apply(u []float64) {
	for _, member := range q.members {
		u[member] = portable.NormQuantile(u[member])
	}
	// From the last row up, so that each finds the scores before it unchanged.
	end := len(q.factor)
	for row := len(q.members) - 1; row >= 0; row-- {
		factor := q.factor[end-row-1 : end]
		end -= row + 1
		var score float64
		for k, f := range factor {
			score += float64(f * u[q.members[k]])
		}
		u[q.members[row]] = min(1-0x1p-53, max(0x1p-53, portable.NormCDF(score)))
	}
}
