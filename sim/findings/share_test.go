package findings

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestVerdict(t *testing.T) {
	for _, c := range []struct {
		share Share
		want  Verdict
		open  bool
	}{
		{Share{1, 0.992, 1}, Holds, false},
		{Share{0.9, 0.9, 0.93}, Holds, false},
		{Share{0.9, 0.88, 0.93}, Holds, true},
		{Share{450.0 / 500, 450.0 / 500, 1}, Holds, false},
		{Share{0.899, 0.87, 0.92}, Undecided, true},
		{Share{0.5, 0.45, 0.55}, Undecided, false},
		{Share{0.12, 0.09, 0.15}, Undecided, true},
		{Share{50.0 / 500, 0.08, 50.0 / 500}, Fails, false},
		{Share{0.1, 0.08, 0.13}, Fails, true},
		{Share{0, 0, 0.008}, Fails, false},
		{Share{0, 0, 0.16}, Fails, true}, // of 20 draws
		{Share{math.NaN(), 0, 1}, Undecided, true},
	} {
		require.Equal(t, c.want, c.share.Verdict(), c.share)
		require.Equal(t, c.open, c.share.Open(), c.share)
	}
	require.Contains(t, Rule, "from 90 % on, denied up to 10 %")
}
