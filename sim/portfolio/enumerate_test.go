package portfolio_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"corridor/sim/portfolio"
)

// TestEnumerateByHand: a needs nothing, b needs a, c and a exclude each other, and d can begin
// at two times. Without a: c or not; with a: b or not, no c: two and two, each with three of d.
func TestEnumerateByHand(t *testing.T) {
	p := portfolio.Problem{Candidates: []portfolio.Candidate{
		{Name: "b", Options: 1, Requires: []int{1}}, {Name: "a", Options: 1}, {Name: "c", Options: 1, Excludes: []int{1}}, {Name: "d", Options: 2},
	}}
	list, all := p.Enumerate(12)
	require.True(t, all)
	require.Len(t, list, 12)
	require.Equal(t, portfolio.Plan{0, 0, 0, 0}, list[0])
	for _, want := range []portfolio.Plan{{1, 1, 0, 2}, {0, 1, 0, 0}, {0, 0, 1, 1}} {
		require.Contains(t, list, want)
	}
	for _, never := range []portfolio.Plan{{1, 0, 0, 0}, {0, 1, 1, 0}} {
		require.False(t, p.Feasible(never))
	}
	list, all = p.Enumerate(11)
	require.False(t, all)
	require.Nil(t, list)
}

// TestEnumerateIsWhatIsFeasible: what is listed is, each once, what of all there is keeps the
// rules and the limit.
func TestEnumerateIsWhatIsFeasible(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := randomProblem(t)
		list, all := p.Enumerate(1 << 20)
		require.True(t, all)
		met := map[string]bool{}
		for _, plan := range list {
			require.False(t, met[string(plan)])
			met[string(plan)] = true
		}
		n := 0
		plan := make(portfolio.Plan, len(p.Candidates))
		for {
			if p.Feasible(plan) {
				n++
				require.True(t, met[string(plan)], "%v", plan)
			}
			i := 0
			for ; i < len(plan); i++ {
				if int(plan[i]) < p.Candidates[i].Options {
					plan[i]++
					break
				}
				plan[i] = 0
			}
			if i == len(plan) {
				break
			}
		}
		require.Equal(t, n, len(list))
	})
}

// randomProblem is one of up to seven candidates that require those before them, exclude any
// and cost something; that requires of another is listed in any order.
func randomProblem(t *rapid.T) portfolio.Problem {
	n := rapid.IntRange(1, 7).Draw(t, "candidates")
	var k knapsack
	for range n {
		k.cost = append(k.cost, float64(rapid.IntRange(0, 9).Draw(t, "cost")))
		k.worth = append(k.worth, float64(rapid.IntRange(0, 9).Draw(t, "worth")))
	}
	p := k.problem(float64(rapid.IntRange(0, 30).Draw(t, "budget")))
	places := rapid.Permutation(indices(n)).Draw(t, "places")
	for i := range n {
		c := &p.Candidates[places[i]]
		c.Options = rapid.IntRange(1, 2).Draw(t, "options")
		if i > 0 && rapid.Bool().Draw(t, "requires") {
			c.Requires = []int{places[rapid.IntRange(0, i-1).Draw(t, "required")]}
		}
		if other := rapid.IntRange(0, n-1).Draw(t, "excluded"); other != places[i] && rapid.IntRange(0, 3).Draw(t, "excludes") == 0 && !slices.Contains(c.Requires, other) {
			c.Excludes = []int{other}
		}
	}
	return p
}

func indices(n int) (list []int) {
	for i := range n {
		list = append(list, i)
	}
	return list
}
