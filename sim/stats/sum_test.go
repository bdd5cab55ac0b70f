package stats

import (
	"math/big"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestSumCarriesRounding(t *testing.T) {
	var twelfths, cancelled, small Sum
	for range 12 {
		twelfths.Add(1. / 12)
	}
	require.Equal(t, 1.0, twelfths.Value())
	for _, v := range []float64{1, 1e100, 1, -1e100} { // Neumaier's own example: 0 without carrying
		cancelled.Add(v)
	}
	require.Equal(t, 2.0, cancelled.Value())
	require.Zero(t, small.Value())
}

// TestSumAgainstExactArithmetic: the sum is that of big.Float, rounded once.
func TestSumAgainstExactArithmetic(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 100 {
		var sum Sum
		exact := new(big.Float).SetPrec(2000)
		for range 144 {
			v := r.ExpFloat64() * (r.Float64() - 0.5)
			sum.Add(v)
			exact.Add(exact, big.NewFloat(v))
		}
		want, _ := exact.Float64()
		require.InEpsilon(t, want, sum.Value(), 1e-15)
	}
}
