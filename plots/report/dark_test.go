package report

import (
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/plots"
	theme "corridor/plots/page"
)

// What stands on a colour is as legible on a dark page as on paper: the text that is chosen for
// it takes its own dark twin.
func TestDarkTwinsAreLegible(t *testing.T) {
	twin := func(hex string) string {
		to, found := darkTwin(hex)
		require.True(t, found, hex)
		return to
	}
	for hex := range darkTwins {
		on := hexOf(theme.Contrast(colourOf(hex)))
		if hex == "#767676" || hex == "#4d4d4d" || hex == "#b54f00" || hex == "#00523b" {
			on = "#ffffff" // these are text themselves
		}
		least := 4.5
		if on != "#ffffff" && hex == "#c9c5ba" {
			least = 3 // borders
		}
		require.GreaterOrEqual(t, contrast(t, twin(hex), twin(on)), least, "%s on %s", on, hex)
	}
	for _, hex := range []string{"#0072b2", "#f5b83d", "#d55e00", "#00664a", "#56b4e9", "#cc79a7", "#f0e442", "#7a5200"} {
		require.GreaterOrEqual(t, contrast(t, twin(hex), twin("#ffffff")), 3.0, "a line in %s", hex)
	}
}

// A tint has the same tint of the dark colour, and what nobody knows stays.
func TestDarkTints(t *testing.T) {
	tint, found := darkTwin("#7fb8d8")
	require.True(t, found)
	require.Equal(t, hexOf(mixed(colourOf("#5aaee6"), colourOf("#171d23"), 50)), tint)
	_, found = darkTwin("#123456")
	require.False(t, found)
	require.Empty(t, coloured.FindAllString(string(darkRules([]chartFigure{{Picture: `<path fill="#123456"/>`}})), -1))
}

// Every colour of the charts has its twin.
func TestEveryColourHasADarkTwin(t *testing.T) {
	drawn := chartsOf(subjectsOf([]Run{stated(t), futures(t), other(t, "more")}), plots.Charts, 10*chartLimit, nil)
	for _, f := range append(drawn.Front, drawn.Figures...) {
		for _, m := range coloured.FindAllStringSubmatch(string(f.Picture), -1) {
			_, found := darkTwin(m[1])
			require.True(t, found, "%s in %s", m[1], f.ID)
		}
	}
}
