package portfolio_test

import (
	"context"
	"math"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"corridor/sim/portfolio"
)

func solve(t require.TestingT, s portfolio.Search) *portfolio.Answer {
	a, err := s.Solve(context.Background())
	require.NoError(t, err)
	return a
}

// TestAllPlans: of 14 candidates all plans are tried, and the front is that of dynamic
// programming, point for point.
func TestAllPlans(t *testing.T) {
	for seed := range uint64(5) {
		k := drawn(14, seed)
		a := solve(t, portfolio.Search{Problem: k.problem(400), Evaluations: 1 << 14})
		require.True(t, a.Proven)
		require.Equal(t, a.Feasible, len(a.Tried))
		require.Equal(t, k.exact(400), pointsOf(a))
	}
}

// TestHeuristicOnSmall: where all plans can be tried, NSGA-II finds the same front with a part
// of them.
func TestHeuristicOnSmall(t *testing.T) {
	for seed := range uint64(5) {
		k := drawn(14, seed)
		a := solve(t, portfolio.Search{Problem: k.problem(400), Evaluations: 2500, Heuristic: true, Seed: seed})
		require.False(t, a.Proven)
		require.LessOrEqual(t, len(a.Tried), 2500)
		exact := k.exact(400)
		found := 0
		for _, p := range pointsOf(a) {
			for _, want := range exact {
				if p == want {
					found++
				}
			}
		}
		require.GreaterOrEqual(t, float64(found), 0.9*float64(len(exact)), "seed %d: %d of %d", seed, found, len(exact))
		require.GreaterOrEqual(t, area(pointsOf(a), 400), 0.999*area(exact, 400))
	}
}

// TestKnapsack: of 40 candidates there are 10¹² plans; with 5,000 the front found covers what
// that of dynamic programming does, to within a part.
func TestKnapsack(t *testing.T) {
	for seed := range uint64(3) {
		k := drawn(40, seed)
		a := solve(t, portfolio.Search{Problem: k.problem(800), Evaluations: 5000, Seed: seed})
		require.Equal(t, -1, a.Feasible)
		require.Len(t, a.Tried, 5000)
		part := area(pointsOf(a), 800) / area(k.exact(800), 800)
		t.Logf("seed %d: %.4f of the exact area, %d of %d points", seed, part, len(a.Front), len(k.exact(800)))
		require.Greater(t, part, 0.99)
		require.LessOrEqual(t, part, 1.0)
	}
}

// TestZDT: the front of ZDT1 is f2 = 1 − √f1 where all but the first variable are 0 (Zitzler,
// Deb & Thiele 2000, Evolutionary Computation 8, 173–195); the variables have 32 levels here.
func TestZDT(t *testing.T) {
	const variables, levels = 10, 31
	p := portfolio.Problem{
		Metrics: 2, Scenarios: 1, Futures: 1, Objectives: []portfolio.Objective{{Metric: 0, Least: true}, {Metric: 1, Least: true}},
		Ask: func(_ context.Context, plans []portfolio.Plan) (out [][]float64, err error) {
			for _, plan := range plans {
				first, g := float64(plan[0])/levels, 1.0
				for _, x := range plan[1:] {
					g += 9 * float64(x) / levels / (variables - 1)
				}
				out = append(out, []float64{first, g * (1 - math.Sqrt(first/g))})
			}
			return out, nil
		},
	}
	for range variables {
		p.Candidates = append(p.Candidates, portfolio.Candidate{Options: levels})
	}
	a := solve(t, portfolio.Search{Problem: p, Evaluations: 5000})
	require.Len(t, a.Front, levels+1, "every level of the first variable")
	for _, tried := range a.Front {
		require.InDelta(t, 1-math.Sqrt(tried.Values[0]), tried.Values[1], 1e-12)
	}
}

// TestZDT5: eleven strings of bits, of which ten mislead: the more of their bits are right, the
// worse, but for five of five, which is best. The front is f2 = 10/f1; that of the misled, all
// wrong, is 20/f1. What is found lies between. Here 10101 is right, so that neither nothing nor
// everything, which the search begins with, has it.
func TestZDT5(t *testing.T) {
	const first, others, length = 30, 10, 5
	p := portfolio.Problem{
		Metrics: 2, Scenarios: 1, Futures: 1, Objectives: []portfolio.Objective{{Metric: 0, Least: true}, {Metric: 1, Least: true}},
		Ask: func(_ context.Context, plans []portfolio.Plan) (out [][]float64, err error) {
			for _, plan := range plans {
				f1, g := 1+float64(plan[:first].Size()), 0.0
				for i := range others {
					at := first + i*length
					if ones := plan[at : at+length].Size(); ones == length {
						g++
					} else {
						g += 2 + float64(ones)
					}
				}
				out = append(out, []float64{f1, g / f1})
			}
			return out, nil
		},
	}
	for range first + others*length {
		p.Candidates = append(p.Candidates, portfolio.Candidate{Options: 1})
	}
	a := solve(t, portfolio.Search{Problem: p, Evaluations: 20000})
	product := 0.0
	for _, tried := range a.Front {
		product = max(product, tried.Values[0]*tried.Values[1])
	}
	t.Logf("f1·f2 at most %.0f on a front of %d", product, len(a.Front))
	require.Len(t, a.Front, first+1)
	require.GreaterOrEqual(t, product, 10.0)
	require.Less(t, product, 20.0)
}

// TestFrontIsTheBest: no plan that was tried is better than one of the front, all of the front
// can be, and each that was tried and is not in it has one that is as good or better. The
// same search comes to the same answer.
func TestFrontIsTheBest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := portfolio.Search{Problem: randomProblem(t), Evaluations: rapid.IntRange(5, 60).Draw(t, "evaluations"), Heuristic: rapid.Bool().Draw(t, "heuristic")}
		a := solve(t, s)
		for _, f := range a.Front {
			require.True(t, s.Feasible(f.Plan))
			for _, other := range a.Tried {
				require.False(t, other.Better(f))
			}
		}
		for _, other := range a.Tried {
			covered := false
			for _, f := range a.Front {
				covered = covered || f.Values[0] >= other.Values[0] && f.Values[1] <= other.Values[1]
			}
			require.True(t, covered)
		}
		require.Equal(t, a, solve(t, s))
	})
}

// TestPolished: where the search says that all is tried that differs by one change from the
// plans that matter, it is.
func TestPolished(t *testing.T) {
	k := drawn(30, 3)
	p := k.problem(300)
	third := func(front []*portfolio.Tried) *portfolio.Tried { return front[min(2, len(front)-1)] }
	a := solve(t, portfolio.Search{Problem: p, Evaluations: 3000, Matters: third})
	require.False(t, a.Proven)
	require.True(t, a.Polished)
	tried := map[string]bool{}
	for _, one := range a.Tried {
		tried[string(one.Plan)] = true
	}
	for _, f := range []*portfolio.Tried{portfolio.Ends(a.Front, 0), portfolio.Ends(a.Front, 1), portfolio.Knee(a.Front), third(a.Front)} {
		for i := range f.Plan {
			other := append(portfolio.Plan{}, f.Plan...)
			other[i] = 1 - other[i]
			require.True(t, tried[string(other)] || !p.Feasible(other))
		}
	}
}

// TestConditions: least cost that is worth 200 is what the exact front says; a worth that no
// plan has leaves the front empty.
func TestConditions(t *testing.T) {
	k := drawn(14, 1)
	p := k.problem(400)
	p.Objectives = p.Objectives[1:]
	p.Conditions = []portfolio.Condition{{Objective: portfolio.Objective{Metric: 1}, Value: 200}}
	want := 0.0
	for _, point := range k.exact(400) {
		if point.worth >= 200 {
			want = point.cost
			break
		}
	}
	for _, heuristic := range []bool{false, true} {
		a := solve(t, portfolio.Search{Problem: p, Evaluations: 1 << 14, Heuristic: heuristic})
		require.Len(t, a.Front, 1)
		require.Equal(t, want, a.Front[0].Values[0])
	}
	p.Conditions[0].Value = 5000
	require.Empty(t, solve(t, portfolio.Search{Problem: p, Evaluations: 1 << 14}).Front)
}

// TestRefused: a problem that is none is refused.
func TestRefused(t *testing.T) {
	for message, change := range map[string]func(*portfolio.Problem){
		"0 candidates":                   func(p *portfolio.Problem) { p.Candidates = nil },
		"has 0 options":                  func(p *portfolio.Problem) { p.Candidates[0].Options = 0 },
		"requires itself through others": func(p *portfolio.Problem) { p.Candidates[0].Requires, p.Candidates[1].Requires = []int{1}, []int{0} },
		"candidate 9 of 3":               func(p *portfolio.Problem) { p.Candidates[0].Excludes = []int{9} },
		"metric 2 of 2":                  func(p *portfolio.Problem) { p.Objectives[0].Metric = 2 },
	} {
		p := drawn(3, 0).problem(100)
		change(&p)
		_, err := (&portfolio.Search{Problem: p, Evaluations: 9}).Solve(context.Background())
		require.ErrorContains(t, err, message)
	}
}

// BenchmarkSolve is the search alone, without what is asked: 5,000 plans of 20 candidates.
func BenchmarkSolve(b *testing.B) {
	k := drawn(20, 0)
	for b.Loop() {
		s := portfolio.Search{Problem: k.problem(500), Evaluations: 5000, Heuristic: true}
		if _, err := s.Solve(context.Background()); err != nil {
			b.Fatal(err)
		}
	}
}
