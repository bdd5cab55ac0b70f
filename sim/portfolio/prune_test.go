package portfolio_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"corridor/sim/portfolio"
)

// cheapest is the plan of a front that does something for least cost, which is the second
// objective.
func cheapest(front []*portfolio.Tried) (least *portfolio.Tried) {
	for _, t := range front {
		if t.Plan.Size() > 0 && (least == nil || t.Values[1] < least.Values[1]) {
			least = t
		}
	}
	return least
}

// reaching asks for most worth and least cost of what is worth so much at least.
func reaching(p portfolio.Problem, worth float64) portfolio.Problem {
	p.Conditions = []portfolio.Condition{{Objective: portfolio.Objective{Metric: 1}, Value: worth}}
	return p
}

// TestPrunedOfIdle: of 14 candidates three are worth something, and all three are needed. Few
// evaluations come to the cheapest plan that the exhaustive search has, and would not if it
// were not pruned.
func TestPrunedOfIdle(t *testing.T) {
	dearer := 0
	for seed := range uint64(20) {
		k := drawn(14, seed)
		for i := range k.worth {
			if i%5 != 2 {
				k.worth[i] = 0
			}
		}
		_, all := k.sums(slices.Repeat(portfolio.Plan{1}, 14))
		p := reaching(k.problem(10_000), all)
		exact := cheapest(solve(t, portfolio.Search{Problem: p, Evaluations: 1 << 14}).Front)
		few := portfolio.Search{Problem: p, Evaluations: 16, Seed: seed, Matters: cheapest}
		if found := cheapest(solve(t, few).Front); found == nil || found.Values[1] > exact.Values[1] {
			dearer++
		}
		few.Prune = true
		a := solve(t, few)
		require.Equal(t, exact.Plan, cheapest(a.Front).Plan)
		require.LessOrEqual(t, len(a.Tried), 16+2*14*14)
		require.Equal(t, a, solve(t, few), "the same again")
	}
	require.Positive(t, dearer)
}

// TestPruned: nothing can be left out of the cheapest plan that is named, with what requires it,
// so that what is left still reaches what it is to for less; and none is cheaper than that of
// the exhaustive search.
func TestPruned(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := reaching(randomProblem(t), float64(rapid.IntRange(0, 20).Draw(t, "worth")))
		exact := solve(t, portfolio.Search{Problem: p, Evaluations: 1 << 14})
		a := solve(t, portfolio.Search{Problem: p, Evaluations: rapid.IntRange(2, 12).Draw(t, "evaluations"), Heuristic: true, Matters: cheapest, Prune: true})
		found := cheapest(a.Front)
		if found == nil {
			return // nothing that was tried reaches it
		}
		require.GreaterOrEqual(t, found.Values[1], cheapest(exact.Front).Values[1])
		nothing := exact.Of(make(portfolio.Plan, len(found.Plan)))
		for i := range found.Plan {
			if !found.Plan.Has(i) {
				continue
			}
			rest := slices.Clone(found.Plan)
			leave(&p, rest, i)
			if without := exact.Of(rest); rest.Size() > 0 && without.Short == 0 && !noBetter(without, nothing) {
				require.GreaterOrEqual(t, without.Values[1], found.Values[1], "without %d", i)
			}
		}
	})
}

// noBetter reports whether a plan is worth no more than another that reaches what it is to, and costs
// no less.
func noBetter(t, than *portfolio.Tried) bool {
	return than.Short == 0 && t.Values[0] <= than.Values[0] && t.Values[1] >= than.Values[1]
}

// TestPrunedToNothing: what is left may be no better than nothing, which is not named; the search
// ends all the same.
func TestPrunedToNothing(t *testing.T) {
	k := knapsack{worth: []float64{1, 0, 0}, cost: []float64{1, 0, 2}}
	p := reaching(k.problem(10), 0)
	p.Candidates[0].Requires = []int{1} // which is left without it
	a := solve(t, portfolio.Search{Problem: p, Evaluations: 8, Heuristic: true, Matters: cheapest, Prune: true})
	require.Equal(t, portfolio.Plan{1, 1, 0}, cheapest(a.Front).Plan)
}

// leave takes a candidate out of a plan, with what requires it.
func leave(p *portfolio.Problem, plan portfolio.Plan, candidate int) {
	plan[candidate] = 0
	for i := range plan {
		if plan.Has(i) && slices.Contains(p.Candidates[i].Requires, candidate) {
			leave(p, plan, i)
		}
	}
}
