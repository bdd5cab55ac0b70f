package ink

import (
	_ "embed"

	"codeberg.org/go-fonts/liberation/liberationsansbold"
	"codeberg.org/go-fonts/liberation/liberationsansregular"
	stdfont "golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/font/sfnt"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
)

// Liberation Sans has Latin and Cyrillic letters, those of Kazakh, Azerbaijani
// and Turkish included; DejaVu Sans Condensed lends it those of Georgian and
// Armenian, see fonts/LICENSE. Both have 2048 units to the em.
var (
	//go:embed fonts/DejaVuSansCondensed.ttf
	dejaVuRegular []byte
	//go:embed fonts/DejaVuSansCondensed-Bold.ttf
	dejaVuBold []byte

	regularFont     = mustParse(liberationsansregular.TTF)
	boldFont        = mustParse(liberationsansbold.TTF)
	regularFallback = mustParse(dejaVuRegular)
	boldFallback    = mustParse(dejaVuBold)
)

// fallbacks are the faces that lend letters to another.
var fallbacks = map[*opentype.Font]*opentype.Font{regularFont: regularFallback, boldFont: boldFallback}

// faceOf returns the face that has the letter: the one given, or its fallback.
func faceOf(f *opentype.Font, buffer *sfnt.Buffer, letter rune) (*opentype.Font, sfnt.GlyphIndex, error) {
	index, err := f.GlyphIndex(buffer, letter)
	if other := fallbacks[f]; other != nil && err == nil && index == 0 {
		if lent, err := other.GlyphIndex(buffer, letter); err == nil && lent != 0 {
			return other, lent, nil
		}
	}
	return f, index, err
}

func mustParse(ttf []byte) *opentype.Font {
	f, err := opentype.Parse(ttf)
	if err != nil {
		panic(err) // the font is part of the program
	}
	return f
}

// Regular is the usual face, in points.
func Regular(size vg.Length) font.Face {
	return font.Face{Font: font.Font{Typeface: "Liberation", Variant: "Sans", Size: size}, Face: regularFont}
}

// Bold is the heavy face, in points.
func Bold(size vg.Length) font.Face {
	return font.Face{Font: font.Font{Typeface: "Liberation", Variant: "Sans", Weight: stdfont.WeightBold, Size: size}, Face: boldFont}
}
