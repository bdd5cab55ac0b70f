package portfolio_test

import (
	"cmp"
	"context"
	"math"
	"slices"

	"corridor/sim/portfolio"
	"corridor/sim/random"
)

// knapsack is a choice among candidates that each cost and are worth something, for least cost
// and most worth, in one future.
type knapsack struct{ cost, worth []float64 }

// drawn returns a knapsack of costs and worths from 10 to 100, whole numbers, as in the test
// problems of Zitzler & Thiele (1999, IEEE Transactions on Evolutionary Computation 3, 257–271).
func drawn(n int, seed uint64) knapsack {
	numbers := random.NewStream(seed, "knapsack").At(0)
	var k knapsack
	for range n {
		k.cost = append(k.cost, 10+math.Floor(91*numbers.Float64()))
		k.worth = append(k.worth, 10+math.Floor(91*numbers.Float64()))
	}
	return k
}

func (k knapsack) sums(plan portfolio.Plan) (cost, worth float64) {
	for i := range plan {
		if plan.Has(i) {
			cost += k.cost[i]
			worth += k.worth[i]
		}
	}
	return cost, worth
}

// problem asks for least cost and most worth within a budget.
func (k knapsack) problem(budget float64) portfolio.Problem {
	p := portfolio.Problem{
		Metrics: 2, Scenarios: 1, Futures: 1,
		Objectives: []portfolio.Objective{{Metric: 1}, {Metric: 0, Least: true}},
		Over: func(plan portfolio.Plan) float64 {
			cost, _ := k.sums(plan)
			return max(0, cost-budget)
		},
		Ask: func(_ context.Context, plans []portfolio.Plan) (out [][]float64, err error) {
			for _, plan := range plans {
				cost, worth := k.sums(plan)
				out = append(out, []float64{cost, worth})
			}
			return out, nil
		},
	}
	for range k.cost {
		p.Candidates = append(p.Candidates, portfolio.Candidate{Options: 1})
	}
	return p
}

// point is a cost, and what is got for it.
type point struct{ cost, worth float64 }

// exact is the front of a knapsack by dynamic programming on lists of undominated points
// (Nemhauser & Ullmann 1969, Management Science 15, 494–505), dearest last.
func (k knapsack) exact(budget float64) []point {
	list := []point{{}}
	for i := range k.cost {
		both := slices.Clone(list)
		for _, p := range list {
			if with := p.cost + k.cost[i]; with <= budget {
				both = append(both, point{with, p.worth + k.worth[i]})
			}
		}
		slices.SortFunc(both, func(a, b point) int {
			return cmp.Or(cmp.Compare(a.cost, b.cost), cmp.Compare(b.worth, a.worth))
		})
		list = list[:0]
		most := math.Inf(-1)
		for _, p := range both {
			if p.worth > most {
				list, most = append(list, p), p.worth
			}
		}
	}
	return list
}

// pointsOf returns the front of an answer of a knapsack, dearest last.
func pointsOf(a *portfolio.Answer) (list []point) {
	for _, t := range a.Front {
		list = append(list, point{t.Values[1], t.Values[0]})
	}
	slices.SortFunc(list, func(a, b point) int { return cmp.Compare(a.cost, b.cost) })
	return list
}

// area is what a front covers under its worths up to a cost: the hypervolume (Zitzler & Thiele
// 1999).
func area(front []point, to float64) (sum float64) {
	for i, p := range front {
		end := to
		if i+1 < len(front) {
			end = front[i+1].cost
		}
		sum += p.worth * (end - p.cost)
	}
	return sum
}
