package main

import (
	"math"
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestEnoughDigits: what is said to be enough is, to the last digit that is shown.
func TestEnoughDigits(t *testing.T) {
	for _, v := range []float64{0.14471424, 8.70001, 8.6999, 32516.4, 1000.2, 999.96, 0.00012345, -3.00012, -1234.5, 5, 0} {
		for _, upward := range []bool{true, false} {
			shown := parsed(t, fewDigits(enoughDigits(v, upward)))
			if upward {
				require.GreaterOrEqual(t, shown, v)
			} else {
				require.LessOrEqual(t, shown, v)
			}
			require.InDelta(t, v, shown, max(1.001e-3*math.Abs(v), 1e-12))
		}
	}
	require.Equal(t, "0.1448", fewDigits(enoughDigits(0.14471424, true)))
}

func parsed(t *testing.T, text string) float64 {
	t.Helper()
	v, err := strconv.ParseFloat(text, 64)
	require.NoError(t, err)
	return v
}
