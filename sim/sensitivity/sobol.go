package sensitivity

import (
	"fmt"
	"slices"

	"corridor/sim/random"
)

// Sobol is the plan of the runs from which the shares of a variance are estimated: A. Saltelli,
// P. Annoni, I. Azzini, F. Campolongo, M. Ratto and S. Tarantola, "Variance based sensitivity
// analysis of model output. Design and estimator for the total sensitivity index", Computer
// Physics Communications 181 (2010) 259–270. There are two independent samples of the unit cube,
// the matrices A and B, and for each group a matrix AB that is A with the columns of the group
// from B. A row is run in A, in AB of every group, and in B, one after the other.
//
// A and B are the first and the second half of the dimensions of one scrambled Sobol' sequence,
// in turn, so that the columns given first are spread best.
type Sobol struct {
	rows   int
	groups int
	group  []int // of each column, −1 for none
	design random.Design
}

// LeastRows is how many rows a share needs: its error is then at most a tenth or so, as its
// interval says. LeastScreening is how many tell the inputs that matter from the others.
const LeastRows, LeastScreening = 64, 16

// NewSobol returns the plan of so many rows. The groups are places of the columns; those in no
// group are always from A.
func NewSobol(seed uint64, rows int, columns []string, groups [][]int) (*Sobol, error) {
	if rows < LeastScreening {
		return nil, fmt.Errorf("%d rows are too few for shares of a variance, expected at least %d", rows, LeastScreening)
	}
	s := &Sobol{rows: rows, groups: len(groups), group: groupOf(columns, groups)}
	var names []string
	for _, c := range columns {
		names = append(names, c+" in A", c+" in B")
	}
	var err error
	s.design, err = random.NewDesign(random.Sobol, seed, uint64(rows), 1, names)
	return s, err
}

// groupOf returns the group of each column, −1 for none.
func groupOf(columns []string, groups [][]int) []int {
	of := slices.Repeat([]int{-1}, len(columns))
	for group, places := range groups {
		for _, place := range places {
			of[place] = group
		}
	}
	return of
}

// Rows returns the number of rows of each matrix.
func (s *Sobol) Rows() int { return s.rows }

// Runs returns the number of runs: as many as rows for each group, and for A and B.
func (s *Sobol) Runs() int { return s.rows * (s.groups + 2) }

// Row returns the row of a run and whether it has a group from B.
func (s *Sobol) Row(run, group int) (row int, fromB bool) {
	matrix := run % (s.groups + 2)
	return run / (s.groups + 2), matrix == group+1 || matrix == s.groups+1
}

// Point fills u with the point of a run; both is room for twice as many numbers.
func (s *Sobol) Point(run int, u, both []float64) {
	both = both[:2*len(s.group)]
	s.design.Point(uint64(run/(s.groups+2)), both)
	for column, group := range s.group {
		u[column] = both[2*column]
		if _, fromB := s.Row(run, group); group >= 0 && fromB {
			u[column] = both[2*column+1]
		}
	}
}
