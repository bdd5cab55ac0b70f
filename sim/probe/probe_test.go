package probe_test

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/model"
	"corridor/scenarios"
	"corridor/sim/ensemble"
	"corridor/sim/probe"
	"corridor/sim/random"
	"corridor/sim/tables"
)

func reference(t testing.TB) *ensemble.Ensemble {
	t.Helper()
	s, err := scenarios.Load(scenarios.Request{Scenario: "reference"})
	require.NoError(t, err)
	return &ensemble.Ensemble{Alternatives: []ensemble.Alternative{s.Alternative("reference")}, Design: random.Sobol, Seed: 7, Draws: 64, Workers: 1}
}

func asked(t testing.TB, metric, at string) tables.Target {
	t.Helper()
	expression, err := tables.ParseExpression(metric, nil)
	require.NoError(t, err)
	period, err := tables.ParsePeriod(at)
	require.NoError(t, err)
	return tables.Target{Name: metric, Metric: expression, At: period}
}

// TestDrawsAreThoseOfTheEnsemble: what a probe says of a draw is what the ensemble keeps of it,
// bit for bit, whatever was asked before and in whatever order.
func TestDrawsAreThoseOfTheEnsemble(t *testing.T) {
	e := reference(t)
	e.Keep = true
	names := e.Columns()
	var rows [][]float64
	_, err := e.Run(t.Context(), ensemble.RunOptions{Rows: func(r []float64) error {
		for ; len(r) > 0; r = r[len(names):] {
			rows = append(rows, r[:len(names)])
		}
		return nil
	}})
	require.NoError(t, err)

	p, err := probe.New(e, nil)
	require.NoError(t, err)
	inputs := len(e.Alternatives[0].Inputs())
	metrics := tables.Metrics()
	for _, draw := range []int{5, 63, 0, 5, 17} {
		p.Draw(uint64(draw), func(c *model.Corridor) { c.Projects[3].Disabled = true }, nil)
		p.Restore()
		p.Expected(nil, nil)
		p.Draw(uint64(draw), nil, nil)
		for i, v := range p.Inputs() {
			same(t, rows[draw][i], v, names[i])
		}
		years := p.Years()
		for m := range metrics {
			for y := range years {
				at := inputs + m*len(years) + y
				same(t, rows[draw][at], years[y][m], names[at])
			}
		}
	}
}

func same(t *testing.T, want, got float64, of string) {
	t.Helper()
	require.Equal(t, math.Float64bits(want), math.Float64bits(got), of)
}

// TestChanges: a change acts on a draw as it does on a scenario made with it. Of projects it is
// of that draw alone; what else it sets stays in draws until it is taken back, and in no expected
// future but its own.
func TestChanges(t *testing.T) {
	e := reference(t)
	questions := []tables.Target{asked(t, "throughput_mt", "2030"), asked(t, "transit_days", "2029-07"), asked(t, "capex_musd", "2031")}
	p, err := probe.New(e, questions)
	require.NoError(t, err)
	values := func(do func(out []float64)) []float64 {
		out := make([]float64, len(questions))
		do(out)
		return out
	}
	nothing := func(c *model.Corridor) {
		for i := range c.Projects {
			c.Projects[i].Disabled = true
		}
	}
	plain := values(func(out []float64) { p.Draw(9, nil, out) })
	expected := values(func(out []float64) { p.Expected(nil, out) })
	without := values(func(out []float64) { p.Draw(9, nothing, out) })
	require.NotEqual(t, plain, without)
	require.Zero(t, without[2])
	require.Equal(t, plain, values(func(out []float64) { p.Draw(9, nil, out) }), "projects are as they were")
	dear := values(func(out []float64) { p.Draw(9, func(c *model.Corridor) { c.Segments[0].CostUSDPerT = 300 }, out) })
	require.NotEqual(t, plain, dear)
	require.Equal(t, dear, values(func(out []float64) { p.Draw(9, nil, out) }), "it stays")
	require.Equal(t, expected, values(func(out []float64) { p.Expected(nil, out) }))
	require.Equal(t, plain, values(func(out []float64) { p.Draw(9, nil, out) }), "the expected future took it back")
	require.NotEqual(t, expected, values(func(out []float64) { p.Expected(nothing, out) }))
	p.Restore()
	require.Equal(t, plain, values(func(out []float64) { p.Draw(9, nil, out) }))

	other := reference(t)
	other.Alternatives[0].Corridor = other.Alternatives[0].Corridor.Clone()
	nothing(&other.Alternatives[0].Corridor)
	q, err := probe.New(other, questions)
	require.NoError(t, err)
	require.Equal(t, without, values(func(out []float64) { q.Draw(9, nil, out) }))

	u := make([]float64, len(e.Alternatives[0].Uncertainties))
	for i := range u {
		u[i] = 0.5
	}
	require.NotEqual(t, plain, values(func(out []float64) { p.At(9, u, nil, out) }))
	a := &e.Alternatives[0]
	looked := 0
	for i := range a.Uncertainties {
		if a.Inputs()[i] == a.Uncertainties[i].Name && (a.Copula == nil || !a.Copula.Correlated(i)) {
			require.Equal(t, a.Uncertainties[i].Distribution.Quantile(0.5), p.Inputs()[i], a.Uncertainties[i].Name)
			looked++
		}
	}
	require.NotZero(t, looked)
}

func TestNothingIsAllocated(t *testing.T) {
	p, err := probe.New(reference(t), []tables.Target{asked(t, "throughput_mt", "2030"), asked(t, "diverted_mt / offered_mt", "2029-07")})
	require.NoError(t, err)
	out := make([]float64, 2)
	change := func(c *model.Corridor) { c.Projects[0].Disabled = true }
	draw := uint64(0)
	require.Zero(t, testing.AllocsPerRun(50, func() {
		p.Draw(draw, change, out)
		draw++
	}))
}

// BenchmarkDraw asks futures of reference to their end, one after the other.
func BenchmarkDraw(b *testing.B) { benchmarkDraws(b, 64) }

// BenchmarkDrawAgain asks one future again and again, as an appraisal does plan by plan.
func BenchmarkDrawAgain(b *testing.B) { benchmarkDraws(b, 1) }

func benchmarkDraws(b *testing.B, draws int) {
	p, err := probe.New(reference(b), nil)
	require.NoError(b, err)
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		p.Draw(uint64(i%draws), nil, nil)
	}
}
