package ink

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/plots/words"
)

// Every letter of every text is in the fonts, regular and bold.
func TestNoLetterIsMissing(t *testing.T) {
	for _, lang := range words.Languages {
		w, err := words.Of(lang)
		require.NoError(t, err)
		all := slices.Concat(w.Months, w.Short, []string{w.Name, w.Month, w.Marks.Decimal, w.Marks.Thousands, "0123456789−–%+<>…≥·"})
		for english, s := range w.Texts {
			all = append(all, english, s)
		}
		for _, s := range all {
			for _, l := range []Lettering{large, small} {
				glyphs, _ := shape(l.Face.Face, s)
				require.Len(t, glyphs, len([]rune(s)), "%s: %q", lang, s)
				for _, g := range glyphs {
					require.NotZero(t, g.index, "%s: no letter %c in the font, of %q", lang, g.letter, s)
				}
			}
		}
	}
}
