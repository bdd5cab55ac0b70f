package random_test

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/sim/random"
)

// TestDescriptions: what is made from a description has the quantiles of what was described, bit
// for bit, whatever it is made of.
func TestDescriptions(t *testing.T) {
	must := func(d random.Distribution, err error) random.Distribution {
		t.Helper()
		require.NoError(t, err)
		return d
	}
	pert := must(random.NewPERT(0.3, 1, 7.7))
	lognormal := must(random.NewLognormal(1.3, 0.45))
	discrete := must(random.NewDiscrete([]float64{3, 1, 2.5}, []float64{1, 2, 0.7}))
	exponential := must(random.NewExponential(1.7))
	mixture := must(random.NewMixture([]float64{0.83, 0.3, 1}, []random.Distribution{lognormal, must(random.NewShifted(exponential, 1.5)), pert}))
	for name, d := range map[string]random.Distribution{
		"uniform": must(random.NewUniform(-1, 3.3)), "triangular": must(random.NewTriangular(0, 0.1, 9)), "pert": pert,
		"beta": must(random.NewBeta(3, 17.5, 0, 2)), "normal": must(random.NewNormal(0.1, 3)), "lognormal": lognormal, "discrete": discrete,
		"exponential": exponential, "scaled": must(random.NewScaled(lognormal, 1/1.3)), "shifted": must(random.NewShifted(pert, 0.1)),
		"floored": must(random.NewFloored(lognormal, 0.9)), "truncated": must(random.NewTruncated(mixture, 0.2, 8)), "mixture": mixture,
	} {
		described, known := random.Describe(d)
		require.True(t, known, name)
		again, err := described.Make()
		require.NoError(t, err, name)
		for i := range 1001 {
			u := float64(i) / 1000
			require.Equal(t, math.Float64bits(d.Quantile(u)), math.Float64bits(again.Quantile(u)), "%s at %v", name, u)
		}
		require.Equal(t, math.Float64bits(d.Mean()), math.Float64bits(again.Mean()), name)
	}
}

// TestWrongDescriptions are refused.
func TestWrongDescriptions(t *testing.T) {
	for _, d := range []random.Description{
		{}, {Kind: "uniform", Numbers: []float64{1}}, {Kind: "uniform", Numbers: []float64{2, 1}}, {Kind: "scaled", Numbers: []float64{1}},
		{Kind: "discrete", Numbers: []float64{1, 2}}, {Kind: "mixture", Numbers: []float64{1}}, {Kind: "scaled", Numbers: []float64{1}, Of: []random.Description{{Kind: "normal"}}},
	} {
		_, err := d.Make()
		require.Error(t, err, "%v", d)
	}
	_, known := random.Describe(other{})
	require.False(t, known)
}

// other is a distribution of another package.
type other struct{}

func (other) Quantile(u float64) float64 { return u }
func (other) CDF(x float64) float64      { return x }
func (other) Mean() float64              { return 0.5 }
