package page

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// Text keeps the contrast of 4.5 to 1 that the Web Content Accessibility
// Guidelines ask for on every colour of the scale.
func TestHeatIsLegible(t *testing.T) {
	for classes := 2; classes <= 6; classes++ {
		last := 2.0
		for _, c := range Heat(classes) {
			on, text := luminance(c), luminance(Contrast(c))
			ratio := (max(on, text) + 0.05) / (min(on, text) + 0.05)
			require.Greater(t, ratio, 4.5)
			require.Less(t, on, last, "each class is darker than the one before")
			last = on
		}
	}
}

// Text in any colour of the theme that names a line has the contrast on white
// that the accessibility guidelines ask for, and keeps its colour where it can.
func TestTextIsLegible(t *testing.T) {
	require.Equal(t, Blue, legible(Blue))
	require.Equal(t, Ink, legible(Ink))
	for name, c := range palette {
		require.GreaterOrEqual(t, 1.05/(luminance(legible(c))+0.05), 4.5, name)
	}
}
