package sensitivity

import (
	"fmt"
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/model/portable"
)

// weylSample is that of three inputs and one that does nothing.
func weylSample(n int) (x [4][]float64, y []float64) {
	for j := range n {
		u := weyl(j+1, 2, 3, 5, 7)
		for i := range u {
			x[i] = append(x[i], u[i])
		}
		y = append(y, ishigami(u))
	}
	return x, y
}

// TestGivenAgainstSALib: PAWN, delta and its correction in SALib 1.5.2, and the rank correlation
// and the Kolmogorov–Smirnov distance in SciPy 1.10.1, of 1000 points of the Weyl sequence of 2,
// 3 and 5.
func TestGivenAgainstSALib(t *testing.T) {
	x, y := weylSample(1000)
	met := make([]bool, len(y))
	for i := range y {
		met[i] = y[i] > 5
	}
	g := NewGiven(y, met, 1)
	require.Equal(t, 6, densityClasses(1000))
	for i, want := range []struct{ pawn, delta, corrected, half, rank, regional float64 }{
		{0.2645, 0.1899982062326172, 0.19180735, 0.0206, 0.43680512880512884, 0.41354762161579117},
		{0.4015, 0.2542733782003169, 0.24900259, 0.0247, 0.002647514647514648, 0.16910797109265452},
		{0.0940, 0.14210921874000743, 0.14793936, 0.0188, 0.03141568341568342, 0.046057598964512995},
	} {
		got := g.Indices(x[i])
		order := ascending(x[i])
		require.InDelta(t, want.pawn, got.PAWN.Value, 1e-10)
		require.InDelta(t, want.delta, g.delta(newClasses(x[i], order, 6), nil), 0.001, "its kernels stand on the draws, these on the grid")
		require.InDelta(t, want.corrected, got.Delta.Value, 0.02, "of other resamples, each cut into classes anew")
		require.InDelta(t, want.half, (got.Delta.High-got.Delta.Low)/2, 0.01)
		require.InDelta(t, want.rank, got.Spearman.Value, 1e-12)
		require.InDelta(t, want.regional, got.Regional.Value, 1e-12)
	}
	got := g.Indices(x[3])
	require.Less(t, math.Abs(got.Spearman.Value), got.Spearman.Chance)
	require.Less(t, got.Delta.Value, got.Delta.Chance)
	require.Less(t, got.PAWN.Value, got.PAWN.Chance)
	require.Less(t, got.Regional.Value, got.Regional.Chance)
}

// TestPAWNOfOneInput: a tenth of what comes out lies between a and a + 1/10 and is farthest from
// all of it by the greater of a and 9/10 − a; the median of that is 0.7.
func TestPAWNOfOneInput(t *testing.T) {
	var x []float64
	for i := range 5000 {
		x = append(x, (float64(i)+0.5)/5000)
	}
	got := NewGiven(x, nil, 0).Indices(x)
	require.InDelta(t, 0.7, got.PAWN.Value, 1e-9)
	require.Equal(t, Index{1, 1, 1}, got.Spearman.Index)
	require.True(t, math.IsNaN(got.Regional.Value))
	require.True(t, got.PAWN.Low <= 0.71 && got.PAWN.High >= 0.69)
}

// TestDeltaOfANormal: of y with the correlation r to x, both normal, against the integral that
// delta is.
func TestDeltaOfANormal(t *testing.T) {
	for _, r := range []float64{0, 0.5, 0.9} {
		var x, y []float64
		for j := range 4000 {
			u := weyl(j+1, 2, 3)
			x = append(x, portable.NormQuantile(u[0]))
			y = append(y, r*x[j]+math.Sqrt(1-r*r)*portable.NormQuantile(u[1]))
		}
		got := NewGiven(y, nil, 0).Indices(x).Delta
		require.InDelta(t, deltaOfNormal(r), got.Value, 0.03, "correlation %g", r)
		require.Equal(t, r > 0, got.Value > got.Chance, "correlation %g", r)
	}
}

func deltaOfNormal(r float64) float64 {
	normal := func(z, mean, sd float64) float64 {
		return math.Exp(-(z-mean)*(z-mean)/(2*sd*sd)) / (sd * math.Sqrt(2*math.Pi))
	}
	sum := 0.0
	for i := range 400 {
		given := portable.NormQuantile((float64(i) + 0.5) / 400)
		for y := -6.0; y < 6; y += 0.01 {
			sum += math.Abs(normal(y, 0, 1)-normal(y, r*given, math.Sqrt(1-r*r))) * 0.01
		}
	}
	return sum / 400 / 2
}

// TestRegional: an input that decides alone, and one that has nothing to do with it.
func TestRegional(t *testing.T) {
	var x, other []float64
	var met []bool
	for j := range 500 {
		u := weyl(j+1, 2, 3)
		x, other, met = append(x, u[0]), append(other, u[1]), append(met, u[0] > 0.8)
	}
	g := NewGiven(x, met, 0)
	require.Equal(t, Index{1, 1, 1}, g.Indices(x).Regional.Index)
	got := g.Indices(other).Regional
	require.Less(t, got.Value, got.Chance)
	require.InDelta(t, 1.36*math.Sqrt(500.0/(100*400)), got.Chance, 0.003)
	for i := range met {
		met[i] = true
	}
	require.True(t, math.IsNaN(NewGiven(x, met, 0).Indices(x).Regional.Value), "all draws meet it")
}

// TestClasses: as equal as values that are the same allow.
func TestClasses(t *testing.T) {
	for _, c := range []struct {
		x    []float64
		most int
		of   []int
	}{
		{[]float64{3, 1, 2, 4, 6, 5}, 3, []int{1, 0, 0, 1, 2, 2}},
		{[]float64{0, 94, 0, 0, 94}, 3, []int{0, 1, 0, 0, 1}},
		{[]float64{1, 1, 1, 1, 2, 3, 4, 5}, 4, []int{0, 0, 0, 0, 1, 1, 2, 2}},
		{[]float64{7, 7}, 5, []int{0, 0}},
	} {
		got := newClasses(c.x, ascending(c.x), c.most)
		require.Equal(t, c.of, got.of, fmt.Sprint(c.x))
		n := 0
		for _, in := range got.n {
			n += in
		}
		require.Equal(t, len(c.x), n)
	}
}

func TestNothingToReckon(t *testing.T) {
	x, y := weylSample(99)
	require.True(t, math.IsNaN(NewGiven(y, nil, 0).Indices(x[0]).Delta.Value), "too few draws")
	x, y = weylSample(200)
	constant := make([]float64, 200)
	require.True(t, math.IsNaN(NewGiven(y, nil, 0).Indices(constant).PAWN.Value))
	require.True(t, math.IsNaN(NewGiven(constant, nil, 0).Indices(x[0]).Spearman.Value))
}

func BenchmarkGiven(b *testing.B) {
	x, y := weylSample(2000)
	g := NewGiven(y, nil, 1)
	g.Indices(x[0])
	b.ReportAllocs()
	for b.Loop() {
		g.Indices(x[1])
	}
}
