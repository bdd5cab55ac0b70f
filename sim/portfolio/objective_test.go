package portfolio_test

import (
	"context"
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/sim/portfolio"
)

var noValue = math.NaN()

// payoffs are two metrics of three plans, by scenario, in four futures each.
var payoffs = map[string][]float64{
	"\x01\x00": {1, 2, 3, 10 /**/, 5, 5, 5, 5 /**/, 9, 1, noValue, 1 /**/, 0, 0, 0, 0},
	"\x00\x01": {4, 4, 4, 4 /**/, 1, 1, 1, 1 /**/, 2, 2, 2, 2 /**/, 0, 0, 0, 0},
	"\x00\x00": {0, 0, 5, 0 /**/, 0, 0, 0, 0 /**/, noValue, noValue, noValue, noValue /**/, 0, 0, 0, 0},
}

func payoffProblem(objectives ...portfolio.Objective) portfolio.Problem {
	return portfolio.Problem{
		Candidates: []portfolio.Candidate{{Name: "a", Options: 1, Excludes: []int{1}}, {Name: "b", Options: 1}},
		Metrics:    2, Scenarios: 2, Futures: 4, Objectives: objectives,
		Ask: func(_ context.Context, plans []portfolio.Plan) (out [][]float64, err error) {
			for _, plan := range plans {
				out = append(out, payoffs[string(plan)])
			}
			return out, nil
		},
	}
}

// TestStatistics by hand: regret in each future is against the best of the three plans there,
// 4, 4, 5 and 10; in the means of the scenarios against 4 and 5.
func TestStatistics(t *testing.T) {
	for _, test := range []struct {
		name      string
		objective portfolio.Objective
		a, b, no  float64
	}{
		{"mean", portfolio.Objective{}, 4, 4, 1.25},
		{"mean of those with a value", portfolio.Objective{Metric: 1}, 11. / 3, 2, noValue},
		{"quantile", portfolio.Objective{Statistic: portfolio.Quantile, P: 0.1}, 1.3, 4, 0},
		{"share", portfolio.Objective{Statistic: portfolio.Share, Threshold: 3}, 0.5, 1, 0.25},
		{"share under", portfolio.Objective{Statistic: portfolio.Share, Threshold: 3, Least: true}, 0.75, 0, 0.75},
		{"share of no value", portfolio.Objective{Metric: 1, Statistic: portfolio.Share, Threshold: 1, Least: true}, 0.5, 0, 0},
		{"regret", portfolio.Objective{Statistic: portfolio.Regret}, 3, 6, 10},
		{"regret of less", portfolio.Objective{Statistic: portfolio.Regret, Least: true}, 10, 4, 2},
		{"scenario regret", portfolio.Objective{Statistic: portfolio.ScenarioRegret}, 0, 4, 5},
	} {
		a := solve(t, portfolio.Search{Problem: payoffProblem(test.objective), Evaluations: 9})
		require.Len(t, a.Tried, 3, test.name)
		for _, tried := range a.Tried {
			want := map[string]float64{"\x01\x00": test.a, "\x00\x01": test.b, "\x00\x00": test.no}[string(tried.Plan)]
			if math.IsNaN(want) {
				require.True(t, math.IsNaN(tried.Values[0]), test.name)
				continue
			}
			require.InDelta(t, want, tried.Values[0], 1e-12, "%s of %v", test.name, tried.Plan)
		}
	}
}

// TestNamedPlans: on a front of five the ends are its ends, and the knee is the one farthest
// from the line between them.
func TestNamedPlans(t *testing.T) {
	k := knapsack{cost: []float64{1, 1, 3}, worth: []float64{10, 2, 3}}
	a := solve(t, portfolio.Search{Problem: k.problem(9), Evaluations: 9})
	require.Equal(t, []point{{0, 0}, {1, 10}, {2, 12}, {4, 13}, {5, 15}}, pointsOf(a))
	require.Equal(t, 15.0, portfolio.Ends(a.Front, 0).Values[0])
	require.Equal(t, 0.0, portfolio.Ends(a.Front, 1).Values[1])
	require.Equal(t, []float64{10, 1}, portfolio.Knee(a.Front).Values)
	require.Nil(t, portfolio.Knee(a.Front[:2]))
}
