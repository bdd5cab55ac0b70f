package evidence

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestExplained: parts of a variance against closed forms, and against another program.
func TestExplained(t *testing.T) {
	a, b := []float64{1, -1, 1, -1, 1, -1, 1, -1}, []float64{1, 1, -1, -1, 1, 1, -1, -1} // orthogonal
	sum := make([]float64, len(a))
	for i := range sum {
		sum[i] = 7 + 3*a[i] + b[i]
	}
	constant := []float64{2, 2, 2, 2, 2, 2, 2, 2}
	adjusted := func(r2 float64, p int) float64 { return 1 - (1-r2)*7/float64(8-p-1) }
	for name, c := range map[string]struct {
		columns [][]float64
		want    float64
	}{
		"nothing":            {nil, 0},
		"both":               {[][]float64{a, b}, 1},
		"one":                {[][]float64{a}, adjusted(0.9, 1)}, // 3² of 3² + 1²
		"the other":          {[][]float64{b}, adjusted(0.1, 1)},
		"a constant":         {[][]float64{constant}, 0},
		"the same twice":     {[][]float64{a, a}, adjusted(0.9, 1)},
		"another's multiple": {[][]float64{a, b, sum}, 1},
	} {
		require.InDelta(t, c.want, explained(sum, c.columns), 1e-12, name)
	}
	require.True(t, math.IsNaN(explained(constant, [][]float64{a})), "nothing varies")
	require.True(t, math.IsNaN(explained([]float64{1, 2, 4}, [][]float64{{1, 2, 3}, {1, 0, 1}})), "as many columns as draws")
	require.InDelta(t, 0.9, math.Pow(correlation(sum, a), 2), 1e-12)
	require.InDelta(t, -1, correlation(a, []float64{-2, 2, -2, 2, -2, 2, -2, 2}), 1e-12)
	require.True(t, math.IsNaN(correlation(a, constant)))

	// Normal equations solved in fractions, in Python: 1 − (SSE/(n − p − 1))/(SST/(n − 1)).
	y := []float64{3.1, 4.9, 7.2, 8.8, 11.4, 12.7, 15.3}
	x1 := []float64{1, 2, 3, 4, 5, 6, 7}
	x2 := []float64{0.5, 0.1, 0.9, 0.3, 0.7, 0.2, 0.8}
	require.InDelta(t, 0.9985446518696773, explained(y, [][]float64{x1, x2}), 1e-10)
	require.InDelta(t, -0.11056880220241706, explained(y, [][]float64{x2}), 1e-10)
}

func TestRoundedAway(t *testing.T) {
	for _, c := range []struct{ v, from, want float64 }{
		{3.99541, 2.2, 3.996}, {3.99541, 7, 3.995}, {-0.123449, 0, -0.1235}, {-0.123449, -1, -0.1234},
		{94, 0, 94}, {0, 1, 0}, {9.9996, 1, 10}, {17234.2, 30000, 17230}, {17234.2, 1, 17240}, {1.00001, 2, 1},
	} {
		require.InDelta(t, c.want, roundedAway(c.v, c.from), 1e-12*math.Abs(c.want), "%v from %v", c.v, c.from)
	}
}
