package ink

import (
	"io"
	"testing"

	"github.com/stretchr/testify/require"
	"gonum.org/v1/plot/vg"
)

// Letters have two bytes each: one font holds more than 256.
func TestPDFManyLetters(t *testing.T) {
	c := newPDF(Picture{Width: 100, Height: 100})
	var all string
	for r := rune('!'); r < 0x500; r++ {
		all += string(r)
	}
	c.FillString(Regular(9), vg.Point{X: 1, Y: 1}, all)
	c.FillString(Bold(9), vg.Point{X: 1, Y: 1}, "A")
	require.Len(t, c.letters.subsets, 2)
	require.Greater(t, len(c.letters.subsets[0].letters), 1000)
	require.Contains(t, c.body.String(), "<03e8>")
	_, err := c.WriteTo(io.Discard)
	require.NoError(t, err)
}

// What is drawn is one figure, with its title, its description and its language.
func TestPDFIsTagged(t *testing.T) {
	p := sample()
	p.Lang = "kk"
	file := string(written(t, p, PDF))
	for _, part := range []string{"/MarkInfo<</Marked true>>", "/S/Document", "/S/Figure", "/StructParents 0", "/Lang(kk)", "/Alt" + utf16String("A & B. A square"), "/Subtype/CIDFontType2", "/FontFile2"} {
		require.Contains(t, file, part)
	}
	require.NotContains(t, file, "Type3")
}

func TestRaise(t *testing.T) {
	first, second := raise(0, 3, 6, 0, 3, 0)
	require.Equal(t, vg.Point{X: 2, Y: 2}, first)
	require.Equal(t, vg.Point{X: 4, Y: 2}, second)
}
