package plots

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"
	"gonum.org/v1/plot/vg"
)

func TestWrap(t *testing.T) {
	const text = "When is the corridor full, and how much cargo is lost until the programme is done?"
	require.Empty(t, axisText.wrap(" \n ", 100, 3))
	require.Equal(t, []string{text}, axisText.wrap(text, 1000, 3))
	for n := 1; n <= 6; n++ {
		lines := axisText.wrap(text, 80, n)
		require.LessOrEqual(t, len(lines), n)
		for _, l := range lines {
			require.LessOrEqual(t, axisText.width(l), vg.Length(80))
		}
	}
	two := axisText.wrap(text, 80, 2)
	require.Equal(t, "…", two[1][len(two[1])-len("…"):])
}

func TestFit(t *testing.T) {
	require.Equal(t, "Aktau", axisText.fit("  Aktau\n", 200))
	require.Equal(t, "Programme…", axisText.fit("Programme · of berths", axisText.width("Programme ·…")))
	for _, room := range []vg.Length{1, 0, -0.1, -40, vg.Length(math.Inf(-1)), vg.Length(math.NaN())} {
		require.Empty(t, axisText.fit("Aktau", room))
		require.Empty(t, axisText.fitBetween([]string{"Dostyk", "Aktau", "Baku"}, " – ", room))
	}
}
