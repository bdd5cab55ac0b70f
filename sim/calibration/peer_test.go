package calibration_test

import (
	"context"
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/sim/calibration"
	"corridor/sim/score"
)

// decay is a e^(−bt) at three times.
func decay(t *testing.T) *calibration.Problem {
	times := []float64{0.5, 1, 2}
	return problem(t, func(x, out []float64) {
		for j := range out {
			out[j] = x[0] * math.Exp(-x[1]*times[j])
		}
	}, []calibration.Target{
		{Name: "0.5", Observed: 1.9, Error: 0.2}, {Name: "1", Observed: 1.3, Error: 0.12, Discrepancy: 0.16}, {Name: "2", Observed: 0.45, Discrepancy: 0.2},
	}, uniform(t, 0.5, 4), normal(t, 1, 0.7))
}

// TestPosteriorOfADecay holds the sample against a posterior that is not normal: two parameters that make
// up for each other, and one of them cut off by its prior. The numbers are of a script in
// Python that shares nothing with this package: quadrature of prior times likelihood on a
// grid of 3001 by 3001 points (numpy 1.24, scipy.stats 1.10). A Metropolis walk of
// 400,000 steps gave the same quantiles to 0.004 and the correlation to 0.001.
func TestPosteriorOfADecay(t *testing.T) {
	p := decay(t)
	sampling := sampling
	sampling.Points = 4096
	waves, err := p.Match(context.Background(), matching)
	require.NoError(t, err)
	o, err := p.Posterior(context.Background(), &waves[len(waves)-1], sampling)
	require.NoError(t, err)
	end := o.Generations[len(o.Generations)-1]
	require.Equal(t, 1.0, end.Tolerance)
	x := [2][]float64{}
	for i := range o.Points {
		for d := range x {
			x[d] = append(x[d], p.Parameters[d].Prior.Quantile(o.Points[i].U[d]))
		}
	}
	probabilities := []float64{0.05, 0.25, 0.5, 0.75, 0.95}
	for d, want := range []struct {
		mean, sd  float64
		quantiles []float64
	}{
		{3.10281, 0.45689, []float64{2.3399, 2.7744, 3.1069, 3.4485, 3.8449}},
		{0.94571, 0.19882, []float64{0.6215, 0.8066, 0.9444, 1.0838, 1.2732}},
	} {
		f, err := score.NewForecast(x[d], o.Weights)
		require.NoError(t, err)
		// Three standard errors of a mean and of a quantile of as many points as the weights are worth; the density
		// at the quantiles is at least a tenth of 1/sd.
		root := math.Sqrt(end.Effective)
		require.InDelta(t, want.mean, f.Mean(), 3*want.sd/root)
		for i, q := range probabilities {
			density := map[float64]float64{0.05: 0.1, 0.25: 0.3, 0.5: 0.37, 0.75: 0.3, 0.95: 0.1}[q] / want.sd
			require.InDelta(t, want.quantiles[i], f.Quantile(q), 3*math.Sqrt(q*(1-q))/root/density, "parameter %d, %v", d, q)
		}
	}
	meanA, sdA := moments(p, o, func(x []float64) float64 { return x[0] })
	meanB, sdB := moments(p, o, func(x []float64) float64 { return x[1] })
	covariance, _ := moments(p, o, func(x []float64) float64 { return (x[0] - meanA) * (x[1] - meanB) })
	require.InDelta(t, 0.82954, covariance/(sdA*sdB), 3*(1-0.83*0.83)/math.Sqrt(end.Effective))
}

// TestNowhereAValue: where the model has no value at any point there is no posterior.
func TestNowhereAValue(t *testing.T) {
	p := problem(t, func(x, out []float64) { out[0] = math.NaN() }, []calibration.Target{{Name: "y", Error: 1}}, uniform(t, 0, 1))
	waves, err := p.Match(context.Background(), matching)
	require.NoError(t, err)
	_, err = p.Posterior(context.Background(), &waves[0], sampling)
	require.EqualError(t, err, "the model has no value at any point of generation 0")
}
