package page

import (
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/plots/ink"
)

// Another colour for the theme's carries over to its shade for text.
func TestShadeFollowsTheColour(t *testing.T) {
	changes := Style{Colours: map[string]string{"purple": "#003f5c"}}.recolouring()
	require.Equal(t, ink.RGB(0x003f5c), changes[Purple])
	require.Equal(t, ink.RGB(0x003f5c), changes[Legible(Purple)])
}

func TestEveryColourHasAName(t *testing.T) {
	for name, c := range palette {
		require.Equal(t, name, ColourName(c))
	}
	require.Empty(t, ColourName(ink.RGB(0x123456)))
}
