package model

import (
	"testing"

	"github.com/stretchr/testify/require"
	"gonum.org/v1/gonum/mat"
	"gonum.org/v1/gonum/optimize/convex/lp"
	"pgregory.net/rapid"
)

// TestAllocationAgainstLinearPrograms compares the filling with the definition of
// weighted max–min fairness, solved as a chain of linear programs by gonum's
// simplex: what is carried with ratios up to 1, what is reached without that
// bound.
func TestAllocationAgainstLinearPrograms(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := filled(t, 3, 4, 0.01)
		for f, ratio := range fairRatios(t, a, true) {
			require.InDelta(t, ratio*a.offers[f], a.carried[f], 1e-6, "flow %d carried", f)
		}
		for f, ratio := range fairRatios(t, a, false) {
			require.InDelta(t, ratio, a.reach[f]/max(a.offers[f], 1e-300), 1e-6*max(1, ratio), "flow %d reaches", f)
		}
	})
}

// fairRatios finds the ratios x/o whose least is as large as possible, then the
// second least, and so on: raise a common ratio t as far as the segments allow,
// fix every flow that cannot be raised beyond it alone, go on with the others.
func fairRatios(t require.TestingT, a allocated, bounded bool) []float64 {
	const blocked = 1e-9
	ratio := make([]float64, len(a.offers))
	room := append([]float64{}, a.capacity...)
	var rising []int
	for f, offer := range a.offers {
		if offer > 0 {
			rising = append(rising, f)
		}
	}
	need := func(f, s int) float64 { // of capacity, at ratio 1
		for _, l := range a.model.legsOf(&a.model.flows[f]) {
			if l.segment == s {
				return l.weight * a.offers[f]
			}
		}
		return 0
	}
	for level := 0.0; len(rising) > 0; {
		limit := inf
		if bounded {
			limit = 1 - level
		}
		// All together: one variable, the rise of t; the flows' own rises are the rest.
		rise := raise(t, rising, room, need, nil, limit)
		level += rise
		for s := range room {
			for _, f := range rising {
				room[s] = max(0, room[s]-rise*need(f, s))
			}
		}
		var still []int
		for _, f := range rising {
			ratio[f] = level
			if alone := raise(t, rising, room, need, &f, limit-rise); alone > blocked*max(1, level) {
				still = append(still, f)
			}
		}
		require.Less(t, len(still), len(rising), "each program fixes a flow")
		rising = still
	}
	return ratio
}

// raise solves
//
//	maximise    t, or r_f of the flow given
//	subject to  Σ need_fs (t + r_f) ≤ room_s for every segment
//	            t + r_f ≤ limit for the flow given, t ≤ limit
//	            t, r_f ≥ 0
//
// in standard form, starting from the slacks as a feasible basis.
func raise(t require.TestingT, rising []int, room []float64, need func(f, s int) float64, alone *int, limit float64) float64 {
	rows := len(room)
	if limit < inf {
		rows++
	}
	columns := 1 + len(rising)
	a, b, c := mat.NewDense(rows, columns+rows, nil), append([]float64{}, room...), make([]float64, columns+rows)
	basis := make([]int, rows)
	for row := range rows {
		a.Set(row, columns+row, 1)
		basis[row] = columns + row
	}
	objective := 0
	for i, f := range rising {
		if alone != nil && *alone == f {
			objective = 1 + i
		}
		for s := range room {
			a.Set(s, 0, a.At(s, 0)+need(f, s))
			a.Set(s, 1+i, need(f, s))
		}
	}
	if limit < inf {
		a.Set(len(room), 0, 1)
		a.Set(len(room), objective, 1)
		b = append(b, limit)
	}
	c[objective] = -1
	best, _, err := lp.Simplex(c, a, b, 1e-10, basis)
	require.NoError(t, err)
	return -best
}
