package ink

import (
	"sync"

	"golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// advances remembers the sizes of the letters of a face and its fallback: a page
// is laid out by measuring the same few letters thousands of times.
type advances struct {
	sync.Mutex
	buffer  sfnt.Buffer
	letters map[rune]advance
	kerns   map[pair]int
}

// advance is the glyph of a letter, in font units.
type advance struct {
	known bool // false where the font file has no size for it
	face  *opentype.Font
	index sfnt.GlyphIndex
	width int
}

type pair struct {
	face        *opentype.Font
	left, right sfnt.GlyphIndex
}

var advancesOf = map[*opentype.Font]*advances{regularFont: newAdvances(), boldFont: newAdvances()}

func newAdvances() *advances {
	return &advances{letters: map[rune]advance{}, kerns: map[pair]int{}}
}

func (t *advances) letter(f *opentype.Font, r rune) advance {
	m, seen := t.letters[r]
	if seen {
		return m
	}
	face, index, err := faceOf(f, &t.buffer, r)
	if err == nil {
		var width fixed.Int26_6
		width, err = face.GlyphAdvance(&t.buffer, index, fixed.Int26_6(f.UnitsPerEm()), font.HintingNone)
		m = advance{err == nil, face, index, int(width)}
	}
	t.letters[r] = m
	return m
}

func (t *advances) kern(f *opentype.Font, left, right sfnt.GlyphIndex) int {
	key := pair{f, left, right}
	k, seen := t.kerns[key]
	if !seen {
		if v, err := f.Kern(&t.buffer, left, right, fixed.Int26_6(f.UnitsPerEm()), font.HintingNone); err == nil {
			k = int(v)
		}
		t.kerns[key] = k
	}
	return k
}
