package fill

import (
	"testing"

	"github.com/stretchr/testify/require"
	"gonum.org/v1/gonum/mat"
	"gonum.org/v1/gonum/optimize/convex/lp"
	"pgregory.net/rapid"
)

// TestAllocationAgainstLinearPrograms compares the filling with the definition of
// weighted max–min fairness, solved as a chain of linear programs by gonum's
// simplex: what is given with ratios up to 1, what is reached without that
// bound.
func TestAllocationAgainstLinearPrograms(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := filled(t, 3, 4, 0.01)
		for u, ratio := range fairRatios(t, a, true) {
			require.InDelta(t, ratio*a.asked[u], a.Given[u], 1e-6, "user %d", u)
		}
		for u, ratio := range fairRatios(t, a, false) {
			require.InDelta(t, ratio, a.Reach[u]/max(a.asked[u], 1e-300), 1e-6*max(1, ratio), "user %d reaches", u)
		}
	})
}

// fairRatios finds the ratios x/o whose least is as large as possible, then the
// second least, and so on: raise a common ratio t as far as the resources allow,
// fix every user that cannot be raised beyond it alone, go on with the others.
func fairRatios(t require.TestingT, a allocated, bounded bool) []float64 {
	const blocked = 1e-9
	ratio := make([]float64, len(a.asked))
	room := append([]float64{}, a.capacity...)
	var rising []int
	for u, amount := range a.asked {
		if amount > 0 {
			rising = append(rising, u)
		}
	}
	need := func(u, r int) float64 { // of capacity, at ratio 1
		for _, use := range a.users[u] {
			if use.Resource == r {
				return use.Weight * a.asked[u]
			}
		}
		return 0
	}
	for level := 0.0; len(rising) > 0; {
		limit := inf
		if bounded {
			limit = 1 - level
		}
		// All together: one variable, the rise of t; the users' own rises are the rest.
		rise := raise(t, rising, room, need, nil, limit)
		level += rise
		for r := range room {
			for _, u := range rising {
				room[r] = max(0, room[r]-rise*need(u, r))
			}
		}
		var still []int
		for _, u := range rising {
			ratio[u] = level
			if alone := raise(t, rising, room, need, &u, limit-rise); alone > blocked*max(1, level) {
				still = append(still, u)
			}
		}
		require.Less(t, len(still), len(rising), "each program fixes a user")
		rising = still
	}
	return ratio
}

// raise solves
//
//	maximise    t, or r_f of the user given
//	subject to  Σ need_fs (t + r_f) ≤ room_s for every resource
//	            t + r_f ≤ limit for the user given, t ≤ limit
//	            t, r_f ≥ 0
//
// in standard form, starting from the slacks as a feasible basis.
func raise(t require.TestingT, rising []int, room []float64, need func(u, r int) float64, alone *int, limit float64) float64 {
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
	for i, u := range rising {
		if alone != nil && *alone == u {
			objective = 1 + i
		}
		for r := range room {
			a.Set(r, 0, a.At(r, 0)+need(u, r))
			a.Set(r, 1+i, need(u, r))
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
