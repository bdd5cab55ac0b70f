package page

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// A logarithmic axis has round numbers as ticks, as many as there is room for, and the
// same ratio is the same length.
func TestLogAxis(t *testing.T) {
	for _, c := range []struct {
		low, high float64
		n         int
		want      []string
	}{
		{1.3, 95, 6, []string{"2", "5", "10", "20", "50"}},
		{8, 21, 4, []string{"10", "15", "20"}},
		{0.02, 0.3, 4, []string{"0.02", "0.05", "0.1", "0.2"}},
		{1, 1e6, 3, []string{"1", "1,000", "1,000,000"}},
		{0.9, 1000, 4, []string{"1", "10", "100", "1,000"}},
	} {
		a := english.LogAxis(c.low, c.high, c.n)
		var got []string
		for _, tick := range a.Ticks {
			got = append(got, tick.Label)
		}
		require.Equal(t, c.want, got)
	}
	a := english.LogAxis(1, 10000, 6)
	require.InDelta(t, 0.25, a.share(10), 1e-15)
	require.InDelta(t, 0.75, a.share(1000), 1e-15)
	require.Zero(t, a.share(0))
	require.Equal(t, 1.0, a.share(1e9))
}
