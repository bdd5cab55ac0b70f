package portfolio

import (
	"cmp"
	"math"
	"slices"
)

// front lists the plans that none is better than, one of each value, in the order of the first
// objective, best first. Of several with the same values it has the first with fewest
// candidates. Without one that meets the conditions it is empty.
func front(of []*Tried) []*Tried {
	var met []*Tried
	for _, t := range of {
		if t.Short == 0 {
			met = append(met, t)
		}
	}
	slices.SortStableFunc(met, func(a, b *Tried) int {
		return cmp.Or(slices.Compare(a.costs, b.costs), cmp.Compare(a.Plan.Size(), b.Plan.Size()))
	})
	var list []*Tried
	for _, t := range met { // what is better comes before it, or is equal
		if !slices.ContainsFunc(list, func(o *Tried) bool { return slices.Equal(o.costs, t.costs) || dominates(o.costs, t.costs) }) {
			list = append(list, t)
		}
	}
	return list
}

// Ends returns the plan of a front that is best in an objective.
func Ends(front []*Tried, objective int) *Tried {
	return slices.MinFunc(front, func(a, b *Tried) int { return slices.Compare(rotated(a.costs, objective), rotated(b.costs, objective)) })
}

// rotated has an objective first, to decide, and the others after it.
func rotated(costs []float64, first int) []float64 {
	return append([]float64{costs[first]}, costs...)
}

// Knee returns the plan of a front from which every way to gain in one objective costs most in
// others: the one farthest from the plane through the best of each objective, which are set to
// 0 and 1 first (Das 1999, Structural Optimization 18, 107–115, for a front that bulges; one
// that does not has no knee, and its ends are as far). Nil for a front of fewer than three.
func Knee(front []*Tried) *Tried {
	if len(front) < 3 {
		return nil
	}
	objectives := len(front[0].costs)
	low, high := make([]float64, objectives), make([]float64, objectives)
	for i := range objectives {
		low[i], high[i] = math.Inf(1), math.Inf(-1)
		for _, t := range front {
			if v := t.costs[i]; !math.IsInf(v, 0) {
				low[i], high[i] = min(low[i], v), max(high[i], v)
			}
		}
	}
	least, knee := 1-1e-9, (*Tried)(nil)
	for _, t := range front {
		sum := 0.0
		for i, v := range t.costs {
			if high[i] > low[i] {
				sum += (v - low[i]) / (high[i] - low[i])
			}
		}
		if sum < least {
			least, knee = sum, t
		}
	}
	return knee
}
