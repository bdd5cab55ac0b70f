package random

import (
	"fmt"
	"math"
	"slices"
)

// Correlation says which of a list of uncertain numbers go together: projects
// of one country are late together, what is late costs more. Numbers are
// independent until [Correlation.Set] says otherwise.
//
// A correlation is that of the normal scores of two numbers, the normal
// quantiles of their probabilities; [FromRank] gives it for a rank correlation.
type Correlation struct {
	names  []string
	place  map[string]int
	matrix []float64 // by rows, symmetric, 1 on the diagonal
}

// NewCorrelation returns independent numbers with the given names, in the order
// of the points to which the [Copula] will be applied.
func NewCorrelation(names []string) (*Correlation, error) {
	c := &Correlation{
		names:  slices.Clone(names),
		place:  make(map[string]int, len(names)),
		matrix: make([]float64, len(names)*len(names)),
	}
	for i, name := range names {
		if _, met := c.place[name]; met {
			return nil, fmt.Errorf("correlation: %q is given twice, expected names that differ", name)
		}
		c.place[name] = i
		c.matrix[i*len(names)+i] = 1
	}
	return c, nil
}

// Set makes the correlation of two numbers rho, between −1 and 1, both excluded.
func (c *Correlation) Set(a, b string, rho float64) error {
	for _, name := range []string{a, b} {
		if _, met := c.place[name]; !met {
			return fmt.Errorf("correlation of %q with %q: there is no %q", a, b, name)
		}
	}
	if a == b {
		return fmt.Errorf("correlation of %q with itself, expected two names", a)
	}
	if !(-1 < rho && rho < 1) {
		return fmt.Errorf("correlation of %q with %q is %v, expected a number between -1 and 1", a, b, rho)
	}
	n, i, j := len(c.names), c.place[a], c.place[b]
	c.matrix[i*n+j], c.matrix[j*n+i] = rho, rho
	return nil
}

// FromRank returns the correlation of normal scores for a rank correlation
// (Spearman's), between −1 and 1: 2 sin(π rho/6), K. Pearson, "On further
// methods of determining correlation", Drapers' Company Research Memoirs,
// Biometric Series 4 (1907). The two differ by less than 0.02.
func FromRank(rho float64) float64 {
	x := float64(rho * (math.Pi / 6))
	square := float64(x * x)
	// sin x / x by its Taylor series; the first term left out is below 1e-19.
	ratio := 1.0
	for n := 16.0; n > 0; n -= 2 {
		ratio = 1 - float64(square*ratio)/float64(n*(n+1))
	}
	return float64(2 * float64(x*ratio))
}
