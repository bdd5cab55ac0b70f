package tables

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestCounted(t *testing.T) {
	require.Equal(t, "0 draws", Counted(0, "draw"))
	require.Equal(t, "1 draw", Counted(uint64(1), "draw"))
	require.Equal(t, "2 uncertainties", Counted(2, "uncertainty", "uncertainties"))
	require.Equal(t, "1 uncertainty", Counted(1, "uncertainty", "uncertainties"))
	require.Equal(t, "1,000 draws", Counted(1000, "draw"))
	require.Equal(t, "-1,234,567 draws", Counted(-1234567, "draw"))
	require.Equal(t, "-123 draws", Counted(-123, "draw"))
}

func TestNumbersThatDifferAreWrittenDifferently(t *testing.T) {
	for _, c := range []struct {
		a, b     float64
		decimals int
		want     string
	}{
		{0.9, 1, 6, "0.9"},
		{0.999999999, 1, 6, "0.999999999"},
		{1.0000000021, 1, 6, "1.000000002"},
		{2. / 3, 1, 6, "0.666667"},
		{9.999, 10, 2, "9.999"},
		{10, 10, 2, "10"},
		{100, 100, 0, "100"},
		{math.Inf(1), math.Inf(1), 2, "+Inf"},
	} {
		require.Equal(t, c.want, Rounded(c.a, Apart(c.a, c.b, c.decimals)))
	}
}

// Thousands are apart from four figures on, whatever the sign and the decimals.
func TestThousands(t *testing.T) {
	for number, want := range map[string]string{
		"0": "0", "999": "999", "1397": "1,397", "-1397.25": "-1,397.25", "-397": "-397", "1234567": "1,234,567", "1752.0": "1,752.0", "0.12345": "0.12345",
	} {
		require.Equal(t, want, Thousands(number, ","))
	}
	require.Equal(t, "1.397", Thousands("1397", "."))
	require.Equal(t, "1,397.5", Readable(1397.5, 2))
	require.Equal(t, "-1,752", Readable(-1752.2, 0))
}
