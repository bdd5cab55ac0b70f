package sensitivity

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"
)

// sharesOf runs a function in a plan.
func sharesOf(t testing.TB, rows int, names []string, groups [][]int, f func([]float64) float64) Shares {
	t.Helper()
	s, err := NewSobol(3, rows, names, groups)
	require.NoError(t, err)
	return s.Shares(outputs(s.Runs(), len(names), func(run int, u []float64) {
		s.Point(run, u, make([]float64, 2*len(names)))
	}, f), 1)
}

func outputs(runs, columns int, point func(int, []float64), f func([]float64) float64) []float64 {
	u := make([]float64, columns)
	y := make([]float64, runs)
	for run := range y {
		point(run, u)
		y[run] = f(u)
	}
	return y
}

func values(list []Index) (out []float64) {
	for _, i := range list {
		out = append(out, i.Value)
	}
	return out
}

func TestIshigami(t *testing.T) {
	names, groups := columns(3)
	got := sharesOf(t, 4096, names, groups, ishigami)
	first, total := ishigamiShares()
	require.InDeltaSlice(t, first, values(got.First), 0.015)
	require.InDeltaSlice(t, total, values(got.Total), 0.015)
	require.InDelta(t, 1-first[0]-first[1], got.Interactions.Value, 0.02)
	require.InDelta(t, 3.5, got.Mean, 0.02) // a / 2
	require.InDelta(t, 13.8446, got.Variance, 0.1)
	for i := range groups {
		for _, c := range []struct {
			Index
			true float64
		}{{got.First[i], first[i]}, {got.Total[i], total[i]}} {
			require.Less(t, c.Low, c.true)
			require.Greater(t, c.High, c.true)
			require.Less(t, c.High-c.Low, 0.15)
		}
	}
}

// TestSobolG: eight inputs as Saltelli et al. (2010) have them, alone and in groups.
func TestSobolG(t *testing.T) {
	a := []float64{0, 1, 4.5, 9, 99, 99, 99, 99}
	names, alone := columns(len(a))
	for _, groups := range [][][]int{alone, {{0, 3}, {1}, {2, 4, 5}, {6, 7}}} {
		got := sharesOf(t, 4096, names, groups, func(u []float64) float64 { return sobolG(a, u) })
		first, total := sobolGShares(a, groups)
		require.InDeltaSlice(t, first, values(got.First), 0.01)
		require.InDeltaSlice(t, total, values(got.Total), 0.01)
	}
	first, _ := sobolGShares(a, alone)
	require.InDeltaSlice(t, []float64{0.7165, 0.1791, 0.0237, 0.0072, 0.0001}, first[:5], 0.0005) // as SALib 1.5.2 states them
}

// TestIntervalsHold: 95 % intervals hold the true share in about 95 of 100 repetitions; those of
// an even design in rather more.
func TestIntervalsHold(t *testing.T) {
	names, groups := columns(3)
	first, total := ishigamiShares()
	held, of := 0, 0
	for seed := range uint64(60) {
		s, err := NewSobol(seed, 256, names, groups)
		require.NoError(t, err)
		both := make([]float64, 6)
		got := s.Shares(outputs(s.Runs(), 3, func(run int, u []float64) { s.Point(run, u, both) }, ishigami), seed)
		for i := range groups {
			for _, c := range []struct {
				Index
				true float64
			}{{got.First[i], first[i]}, {got.Total[i], total[i]}} {
				if of++; c.Low <= c.true && c.true <= c.High {
					held++
				}
			}
		}
	}
	require.Greater(t, float64(held)/float64(of), 0.92)
}

// TestSharesAgainstSALib: the same outputs give the same estimates in SALib 1.5.2 (sobol.analyze without
// second order), of 256 rows of the Weyl sequence of the first six primes.
func TestSharesAgainstSALib(t *testing.T) {
	const rows = 256
	s := &Sobol{rows: rows, groups: 3, group: []int{0, 1, 2}}
	y := make([]float64, s.Runs())
	for run := range y {
		u := weyl(run/5+1, 2, 3, 5, 7, 11, 13)
		for c := range 3 {
			if _, fromB := s.Row(run, c); fromB {
				u[c] = u[3+c]
			}
		}
		y[run] = ishigami(u)
	}
	got := s.Shares(y, 0)
	require.InDeltaSlice(t, []float64{0.2439303731735892, 0.486227049113186, -0.027736213144616946}, values(got.First), 1e-4) // it centres by the mean of all runs, not of A and B
	require.InDeltaSlice(t, []float64{0.39721989673598224, 0.4322434633501629, 0.2383154114965991}, values(got.Total), 1e-10)
	for i, half := range []float64{0.10583684, 0.10951616, 0.0977123} { // 1.96 standard deviations of its bootstrap
		require.InDelta(t, half, (got.First[i].High-got.First[i].Low)/2, 0.015)
	}
	for i, half := range []float64{0.09866801, 0.0897638, 0.04943393} {
		require.InDelta(t, half, (got.Total[i].High-got.Total[i].Low)/2, 0.015)
	}
}

// TestRows: a row is A, then A with one group from B, then B.
func TestRows(t *testing.T) {
	names, _ := columns(4)
	s, err := NewSobol(0, 64, names, [][]int{{0, 2}, {}, {1}})
	require.NoError(t, err)
	require.Equal(t, 64*5, s.Runs())
	both := make([]float64, 8)
	point := func(run int) []float64 {
		u := make([]float64, 4)
		s.Point(run, u, both)
		return u
	}
	a, b := point(5*7), point(5*7+4)
	require.Equal(t, a[3], b[3], "in no group")
	for i := range 3 {
		require.NotEqual(t, a[i], b[i])
	}
	require.Equal(t, []float64{b[0], a[1], b[2], a[3]}, point(5*7+1))
	require.Equal(t, a, point(5*7+2), "a group without columns is drawn elsewhere")
	require.Equal(t, []float64{a[0], b[1], a[2], a[3]}, point(5*7+3))
	for run, want := range []bool{false, false, true, false, true} {
		row, fromB := s.Row(5*7+run, 1)
		require.Equal(t, 7, row)
		require.Equal(t, want, fromB)
	}
}

func TestSharesOfWhatDoesNotVary(t *testing.T) {
	names, groups := columns(2)
	got := sharesOf(t, 64, names, groups, func([]float64) float64 { return 0.1 })
	require.True(t, math.IsNaN(got.First[0].Value) && math.IsNaN(got.Total[1].High) && math.IsNaN(got.Interactions.Low))
	require.Zero(t, got.Variance)

	got = sharesOf(t, 256, names, groups, func(u []float64) float64 {
		if u[0] < 0.1 {
			return math.NaN()
		}
		return u[1]
	})
	require.Less(t, got.Rows, 230)
	require.Greater(t, got.Rows, 180)
	require.InDelta(t, 1, got.First[1].Value, 0.05)
	require.InDelta(t, 0, got.Total[0].Value, 1e-12)

	_, err := NewSobol(0, 15, names, groups)
	require.EqualError(t, err, "15 rows are too few for shares of a variance, expected at least 16")
}

func BenchmarkShares(b *testing.B) {
	names, groups := columns(25)
	s, err := NewSobol(3, 512, names, groups)
	require.NoError(b, err)
	both := make([]float64, 50)
	y := outputs(s.Runs(), 25, func(run int, u []float64) { s.Point(run, u, both) }, func(u []float64) float64 { return u[0] + u[3]*u[4] })
	b.ReportAllocs()
	for b.Loop() {
		s.Shares(y, 1)
	}
}

func BenchmarkPoint(b *testing.B) {
	names, groups := columns(200)
	s, err := NewSobol(3, 512, names, groups)
	require.NoError(b, err)
	u, both := make([]float64, 200), make([]float64, 400)
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		s.Point(i%s.Runs(), u, both)
	}
}
