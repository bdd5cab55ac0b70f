package ink

import (
	"unicode"

	"golang.org/x/image/font/opentype"
	"golang.org/x/image/font/sfnt"
)

// glyph is one letter of a line of text, in font units.
type glyph struct {
	letter rune
	face   *opentype.Font // the face of the text, or the one that has the letter in its place
	index  sfnt.GlyphIndex
	x      int // where it starts
	width  int // without kerning
}

// shape sets s in a line, with kerning. It returns the glyphs and where the
// next one would start. Letters that the font lacks come from its fallback, and
// become an empty box where that lacks them too; what cannot be printed is left out.
func shape(f *opentype.Font, s string) (glyphs []glyph, next int) {
	next = setLine(f, s, func(g glyph) { glyphs = append(glyphs, g) })
	return glyphs, next
}

// setLine calls each for the glyphs of s in a line, and returns where the next one
// would start.
func setLine(f *opentype.Font, s string, each func(glyph)) (next int) {
	t := advancesOf[f]
	t.Lock()
	defer t.Unlock()
	var last advance
	for _, r := range drawingOrder(s) {
		if !shown(r) {
			continue
		}
		m := t.letter(f, r)
		if !m.known {
			continue
		}
		if last.known && last.face == m.face {
			next += t.kern(m.face, last.index, m.index)
		}
		each(glyph{r, m.face, m.index, next, m.width})
		next += m.width
		last = m
	}
	return next
}

// Missing returns the letters of a text that no font has.
func Missing(text string) []string {
	var out []string
	setLine(regularFont, text, func(g glyph) {
		if g.index == 0 && !unicode.IsSpace(g.letter) {
			out = append(out, string(g.letter))
		}
	})
	return out
}
