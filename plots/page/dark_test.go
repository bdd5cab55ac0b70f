package page

import (
	"image/color"
	"math"
	"testing"

	"github.com/stretchr/testify/require"
)

// What stands on a colour is as legible on a dark page as on paper: the text that is chosen for
// it takes its own dark twin.
func TestDarkTwinsAreLegible(t *testing.T) {
	twin := func(hex string) string {
		to, found := DarkTwin(hex)
		require.True(t, found, hex)
		return to
	}
	texts := map[string]bool{Hex(DarkGreen): true} // what names a line
	for _, series := range append([]color.Color{Brown}, Areas...) {
		if shade := Legible(series); shade != series {
			texts[Hex(shade)] = true
			require.Contains(t, darkTwins, Hex(shade))
		}
	}
	for hex := range darkTwins {
		on := Hex(Contrast(colourOf(hex)))
		if hex == "#767676" || hex == "#4d4d4d" || texts[hex] {
			on = "#ffffff" // these are text themselves
		}
		least := 4.5
		if on != "#ffffff" && hex == "#c9c5ba" {
			least = 3 // borders
		}
		require.GreaterOrEqual(t, ratio(colourOf(twin(hex)), colourOf(twin(on))), least, "%s on %s", on, hex)
	}
	for _, hex := range []string{"#0072b2", "#f5b83d", "#d55e00", "#00664a", "#56b4e9", "#cc79a7", "#f0e442", "#7a5200"} {
		require.GreaterOrEqual(t, ratio(colourOf(twin(hex)), colourOf(twin("#ffffff"))), 3.0, "an area in %s", hex)
	}
}

// Lines are lighter than areas, and on a dark page as well told from one another as on paper: to a
// reader with all cones ten units of CIELAB or more.
func TestDarkLinesAreSeen(t *testing.T) {
	var lines []color.Color
	for _, hex := range []string{"#0072b2", "#f5b83d", "#d55e00", "#00664a", "#56b4e9", "#cc79a7", "#f0e442", "#4d4d4d", "#767676"} {
		to, found := DarkLine(hex)
		require.True(t, found, hex)
		line := colourOf(to)
		require.GreaterOrEqual(t, ratio(line, colourOf(darkTwins["#ffffff"])), 4.5, "a line in %s", hex)
		for _, other := range lines {
			a, b := lab(linear(line)), lab(linear(other))
			require.Greater(t, math.Sqrt((a[0]-b[0])*(a[0]-b[0])+(a[1]-b[1])*(a[1]-b[1])+(a[2]-b[2])*(a[2]-b[2])), 10.0, "%s and %s", to, Hex(other))
		}
		lines = append(lines, line)
	}
	same, _ := DarkLine("#0072b2")
	require.Equal(t, darkTwins["#0072b2"], same)
}

// A tint has the same tint of the dark colour, and what nobody knows stays.
func TestDarkTints(t *testing.T) {
	tint, found := DarkTwin("#7fb8d8")
	require.True(t, found)
	require.Equal(t, Hex(mixed(colourOf("#5aaee6"), colourOf("#171d23"), 50)), tint)
	_, found = DarkTwin("#123456")
	require.False(t, found)
}

// ratio is the contrast of the Web Content Accessibility Guidelines 2.2.
func ratio(a, b color.Color) float64 {
	la, lb := exactLuminance(a), exactLuminance(b)
	return (max(la, lb) + 0.05) / (min(la, lb) + 0.05)
}
