package score_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/sim/random"
	"corridor/sim/score"
)

func forecast(t *testing.T, values, weights []float64) score.Forecast {
	f, err := score.NewForecast(values, weights)
	require.NoError(t, err)
	return f
}

// integral is ∫ (F(x) − 1{x ≥ y})² dx by its definition, step by step of the empirical
// distribution.
func integral(values, weights []float64, y float64) float64 {
	points := append(append([]float64(nil), values...), y)
	for i := range points { // insertion sort
		for j := i; j > 0 && points[j] < points[j-1]; j-- {
			points[j], points[j-1] = points[j-1], points[j]
		}
	}
	total, sum := 0.0, 0.0
	for _, w := range weights {
		total += w
	}
	for i := 1; i < len(points); i++ {
		below := 0.0
		for k, v := range values {
			if v <= points[i-1] {
				below += weights[k] / total
			}
		}
		if points[i-1] >= y {
			below--
		}
		sum += below * below * (points[i] - points[i-1])
	}
	return sum
}

func TestCRPSIsItsIntegral(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 300 {
		n := 1 + r.IntN(12)
		values, weights := make([]float64, n), make([]float64, n)
		for i := range values {
			values[i], weights[i] = math.Round(r.NormFloat64()*4)/2+1e3, r.Float64() // with ties
		}
		y := math.Round(r.NormFloat64()*4)/2 + 1e3
		f := forecast(t, values, weights)
		require.InDelta(t, integral(values, weights, y), f.CRPS(y), 1e-10)
		require.GreaterOrEqual(t, f.CRPS(y), -1e-12)
	}
}

func TestScoresByHand(t *testing.T) {
	f := forecast(t, []float64{3, 1}, nil)
	require.InDelta(t, 1.0/2, f.CRPS(2), 1e-15, "1 − ½ × 1")
	require.InDelta(t, 3-0.5, f.CRPS(5), 1e-15)
	require.Equal(t, 2.0, f.Mean())
	require.Equal(t, []float64{1, 1, 3, 3}, []float64{f.Quantile(0), f.Quantile(0.5), f.Quantile(0.51), f.Quantile(1)})
	require.Equal(t, []float64{0, 0.25, 0.5, 0.75, 1}, []float64{f.PIT(0), f.PIT(1), f.PIT(2), f.PIT(3), f.PIT(4)})
	require.True(t, f.Covers(1, 0.5))
	require.False(t, f.Covers(0.9, 0.99))
	one := forecast(t, []float64{4, 7}, []float64{2, 0})
	require.Equal(t, 3.0, one.CRPS(7), "of one value it is the absolute error")
	require.Equal(t, math.Inf(1), one.LogScore(4))
	require.InDelta(t, 0.25, score.Skill(3, 4), 1e-15)
	require.True(t, math.IsNaN(score.Skill(1, 0)))
	require.Equal(t, 0.5, score.Coverage([]bool{true, false}))
	require.True(t, math.IsNaN(score.Coverage(nil)))
}

// TestQuantilesOfEvenSamples: of n values the k-th is not exceeded with probability k/n, whatever n.
func TestQuantilesOfEvenSamples(t *testing.T) {
	for n := 1; n <= 300; n++ {
		values := make([]float64, n)
		for i := range values {
			values[i] = float64(i + 1)
		}
		f := forecast(t, values, nil)
		for k := 1; k <= n; k++ {
			require.Equal(t, float64(k), f.Quantile(float64(k)/float64(n)), "%d of %d", k, n)
		}
	}
}

// TestScoresOfPeers: scoringRules 1.1.3 (R) tests crps_norm(-3) = 2.43657473; the others are of scipy 1.10: the
// integral of the definition over the steps of a weighted sample by scipy.integrate.quad, and
// densities of scipy.stats.gaussian_kde with Silverman's width set by hand.
func TestScoresOfPeers(t *testing.T) {
	require.InDelta(t, 2.43657473, score.Normal{SD: 1}.CRPS(-3), 1e-8)
	require.InDelta(t, 2.43657473*0.9, score.Normal{Mean: 0.1, SD: 0.9}.CRPS(-3*0.9+0.1), 1e-8)
	f := forecast(t, []float64{0.2, 1.4, 1.4, 2.7, 3.1, 5}, []float64{1, 2, 1, 3, 2, 1})
	for _, c := range []struct{ y, crps, log float64 }{{-1, 2.695000000000, 3.977294340069}, {1.4, 0.535000000000, 1.534871900398}, {2, 0.415000000000, 1.358574685891}, {6.5, 3.455000000000, 4.690992279687}} {
		require.InDelta(t, c.crps, f.CRPS(c.y), 1e-9)
		require.InDelta(t, c.log, f.LogScore(c.y), 1e-9)
	}
}

func TestForecastRefused(t *testing.T) {
	for _, c := range []struct{ values, weights []float64 }{
		{nil, nil}, {[]float64{1}, []float64{0}}, {[]float64{1, 2}, []float64{1}}, {[]float64{math.NaN()}, nil},
		{[]float64{1}, []float64{-1}}, {[]float64{math.Inf(1)}, nil}, {[]float64{1}, []float64{math.NaN()}},
	} {
		_, err := score.NewForecast(c.values, c.weights)
		require.Error(t, err, "%v %v", c.values, c.weights)
	}
}

// TestNormalCRPS holds the closed form against values of numerical integration of the definition
// (trapezoids of 1e-4 over 12 standard deviations, in Python with math.erf).
func TestNormalCRPS(t *testing.T) {
	for _, c := range []struct{ mean, sd, y, crps, log float64 }{
		{0, 1, 0, 0.233694978, 0.9189385332047},
		{0, 1, 1.5, 0.994424004, 2.0439385332047},
		{4.4, 0.6, 4.119, 0.191779476, 0.5177809649942},
		{56, 12, 77, 14.617896063, 4.9350951829927},
	} {
		n := score.Normal{Mean: c.mean, SD: c.sd}
		require.InDelta(t, c.crps, n.CRPS(c.y), 1e-7)
		require.InDelta(t, c.log, n.LogScore(c.y), 1e-12)
	}
	sure := score.Normal{Mean: 2}
	require.Equal(t, 1.5, sure.CRPS(3.5))
	require.Equal(t, []float64{0, 0.5, 1}, []float64{sure.PIT(1), sure.PIT(2), sure.PIT(3)})
	require.True(t, score.Normal{Mean: 0, SD: 1}.Covers(1.6448, 0.9))
	require.False(t, score.Normal{Mean: 0, SD: 1}.Covers(1.6449, 0.9))
}

// TestSampleOfANormal: what is found of a large even sample is what the distribution has.
func TestSampleOfANormal(t *testing.T) {
	normal, err := random.NewNormal(10, 3)
	require.NoError(t, err)
	values := make([]float64, 20000)
	for i := range values {
		values[i] = normal.Quantile((float64(i) + 0.5) / float64(len(values)))
	}
	f, n := forecast(t, values, nil), score.Normal{Mean: 10, SD: 3}
	for _, y := range []float64{2, 8, 10, 13, 17} {
		require.InDelta(t, n.CRPS(y), f.CRPS(y), 1e-4)
		require.InDelta(t, n.PIT(y), f.PIT(y), 1e-4)
		require.InDelta(t, n.LogScore(y), f.LogScore(y), 0.05, "the kernels widen it a little: %v", y)
	}
}

// TestProper: a forecast that is too narrow, too wide or beside scores worse on average
// than the right one, by either score; and the right one covers as often as it says.
func TestProper(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	normals := []score.Normal{{0, 1}, {0, 0.5}, {0, 2}, {0.7, 1}}
	crps, log := make([]float64, len(normals)), make([]float64, len(normals))
	var covered []bool
	sum := 0.0
	const n = 20000
	for range n {
		y := r.NormFloat64()
		for i, f := range normals {
			crps[i] += f.CRPS(y) / n
			log[i] += f.LogScore(y) / n
		}
		covered = append(covered, normals[0].Covers(y, 0.9))
		sum += normals[0].PIT(y) / n
	}
	for i := 1; i < len(normals); i++ {
		require.Less(t, crps[0], crps[i])
		require.Less(t, log[0], log[i])
	}
	require.InDelta(t, 1/math.Sqrt(math.Pi), crps[0], 0.01, "E CRPS of the right one is σ/√π")
	require.InDelta(t, 0.9, score.Coverage(covered), 0.01)
	require.InDelta(t, 0.5, sum, 0.01)
}
