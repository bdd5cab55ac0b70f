package plots

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// Text in any colour of the theme that names a line has the contrast on white
// that the accessibility guidelines ask for, and keeps its colour where it can.
func TestTextIsLegible(t *testing.T) {
	require.Equal(t, blue, legible(blue))
	require.Equal(t, ink, legible(ink))
	for _, c := range curveColours {
		require.GreaterOrEqual(t, 1.05/(luminance(legible(c))+0.05), 4.5, "%v", c)
	}
}

// Another colour for the theme's carries over to its shade for text.
func TestShadeFollowsTheColour(t *testing.T) {
	changes := Style{Colours: map[string]string{"purple": "#003f5c"}}.recolouring()
	require.Equal(t, rgb(0x003f5c), changes[purple])
	require.Equal(t, rgb(0x003f5c), changes[legible(purple)])
}
