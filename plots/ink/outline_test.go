package ink

import (
	"testing"

	"github.com/stretchr/testify/require"
	"gonum.org/v1/plot/vg"
)

func TestLettersOfTheCorridor(t *testing.T) {
	for _, face := range []Lettering{large, small} {
		for _, r := range "әғқңөұүһіəğşçıİÄäÖöÜüЁёЖж–·−…₂«»„“≥°აჰՖֆ՝։" {
			glyphs, advance := shape(face.Face.Face, string(r))
			require.Len(t, glyphs, 1)
			require.NotZero(t, glyphs[0].index, "no letter %c in the font", r)
			require.Positive(t, advance)
			require.NotEmpty(t, textPath(face.Face, vg.Point{}, string(r)), "%c", r)
		}
	}
}

func TestTextPathStaysInItsBox(t *testing.T) {
	const text = "Qазақстан 10 Mt"
	at := vg.Point{X: 100, Y: 50}
	width := large.Width(text)
	for _, p := range textPath(large.Face, at, text) {
		for _, q := range append(p.Control, p.Pos) {
			if p.Type == vg.CloseComp {
				continue
			}
			require.GreaterOrEqual(t, q.X, at.X)
			require.LessOrEqual(t, q.X, at.X+width)
			require.InDelta(t, 50+4, float64(q.Y), 12)
		}
	}
}

func TestShapeLeavesOutWhatCannotBePrinted(t *testing.T) {
	glyphs, _ := shape(regularFont, "a\x00\x07b")
	require.Len(t, glyphs, 2)
}

func TestKerning(t *testing.T) {
	_, pair := shape(regularFont, "AV")
	_, a := shape(regularFont, "A")
	_, v := shape(regularFont, "V")
	require.Less(t, pair, a+v)
}
