package ink

import (
	"io"
	"testing"

	"github.com/stretchr/testify/require"
	"gonum.org/v1/plot/vg"
)

// More letters than one PDF font holds go to a second one.
func TestPDFManyLetters(t *testing.T) {
	c := newPDF(100, 100, "en", "")
	var all string
	for r := rune('!'); r < 0x500; r++ {
		all += string(r)
	}
	c.FillString(Regular(9), vg.Point{X: 1, Y: 1}, all)
	require.Greater(t, len(c.fonts), 2)
	for _, f := range c.fonts {
		require.LessOrEqual(t, len(f.letters), 256)
	}
	_, err := c.WriteTo(io.Discard)
	require.NoError(t, err)
}

func TestRaise(t *testing.T) {
	first, second := raise(0, 3, 6, 0, 3, 0)
	require.Equal(t, vg.Point{X: 2, Y: 2}, first)
	require.Equal(t, vg.Point{X: 4, Y: 2}, second)
}
