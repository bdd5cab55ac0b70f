package network_test

import (
	"math"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"corridor/model/network"
)

// alike are the sizes of n ways that share nothing.
func alike(n int) []float64 { return slices.Repeat([]float64{1}, n) }

// TestSplitShare: the parts add up to the share, and two of them stand to each other as
// the logit says, whatever the first one costs.
func TestSplitShare(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		share, theta := rapid.Float64Range(0, 1).Draw(t, "share"), rapid.Float64Range(0, 0.1).Draw(t, "theta")
		g := rapid.SliceOfN(rapid.Float64Range(0, 200), 1, 6).Draw(t, "costs")
		parts := network.SplitShare(share, theta, g, alike(len(g)))
		total := 0.0
		for i := range parts {
			total += parts[i]
			require.InDelta(t, parts[0]*math.Exp(-theta*(g[i]-g[0])), parts[i], 1e-12)
		}
		require.InDelta(t, share, total, 1e-12)
	})
	require.InDeltaSlice(t, []float64{0.2, 0.2, 0.2}, network.SplitShare(0.6, 0.04, []float64{80, 80, 80}, alike(3)), 1e-15)
	require.Equal(t, []float64{0.5, 0.5}, network.SplitShare(1, 0, []float64{10, 90}, alike(2)), "nobody minds the cost")
}

// TestLaterShare: a way that comes later draws beside the one that was there what a split
// among both gives it, before the shares are made to add up to 1 again.
func TestLaterShare(t *testing.T) {
	parts := network.SplitShare(1, 0.05, []float64{60, 75}, alike(2))
	require.InDelta(t, parts[1]/parts[0]*0.4, network.LaterShare(0.4, 0.05, 60, 75), 1e-15)
	require.InDelta(t, 0.4*math.Exp(0.5), network.LaterShare(0.4, 0.05, 70, 60), 1e-15)
	require.Equal(t, math.MaxFloat64, network.LaterShare(1, 1, 0, -1e6), "bounded by the numbers there are")
}
