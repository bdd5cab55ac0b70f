package sensitivity

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// TestScreen: few rows tell the ten inputs of Morris' function that matter from the ten others,
// and find one that matters rarely.
func TestScreen(t *testing.T) {
	names, groups := columns(20)
	few := sharesOf(t, 32, names, groups, morrisFunction)
	require.ElementsMatch(t, []int{0, 1, 2, 3, 4, 5, 6, 7, 8, 9}, Screen([]Shares{few}, 10))

	names, groups = columns(4)
	rare := sharesOf(t, 32, names, groups, func(u []float64) float64 {
		y := u[0] + 0.1*u[1]
		if u[2] > 0.95 {
			y++
		}
		return y
	})
	require.Equal(t, []int{0, 2, 1}, Screen([]Shares{rare}, 4), "the last does nothing")
	other := sharesOf(t, 32, names, groups, func(u []float64) float64 { return u[3] })
	require.Equal(t, []int{3, 0}, Screen([]Shares{rare, other}, 2), "for whatever comes out")
	require.Empty(t, Screen(nil, 3))
}
