package ink

import (
	"cmp"
	"encoding/base64"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/image/font/opentype"
	"golang.org/x/text/unicode/norm"
)

// Letters are those that some pictures use, of which the fonts they carry are made. The
// zero value is ready, and has none.
type Letters struct {
	subsets []*subset
}

// subset is what is used of a face, with what its fallback lends it.
type subset struct {
	face    *opentype.Font
	letters []glyph      // of which each is met once, in the order they were met
	places  map[rune]int // in letters
	kerns   map[[2]rune]int
}

// of returns what is used of a face.
func (l *Letters) of(face *opentype.Font) *subset {
	for _, s := range l.subsets {
		if s.face == face {
			return s
		}
	}
	s := &subset{face: face, places: map[rune]int{}, kerns: map[[2]rune]int{}}
	l.subsets = append(l.subsets, s)
	return s
}

// set sets a line of text and keeps its letters.
func (s *subset) set(text string) (line []glyph, width int) {
	line, width = shape(s.face, text)
	for i, g := range line {
		if _, known := s.places[g.letter]; !known {
			s.places[g.letter] = len(s.letters)
			s.letters = append(s.letters, g)
		}
		if i == 0 {
			continue
		}
		if last := line[i-1]; g.x != last.x+last.width {
			s.kerns[[2]rune{last.letter, g.letter}] = g.x - last.x - last.width
		}
	}
	return line, width
}

// family is the name of the fonts that a picture or its page carries; families are those of
// text in SVG, for programs that take no fonts from files too: they measure the same.
const (
	family   = "Chart Sans"
	families = family + ",'Liberation Sans',Arial,Helvetica,'DejaVu Sans Condensed',sans-serif"
)

// FontFaces returns the fonts as rules of a style sheet.
func (l *Letters) FontFaces() string {
	var out strings.Builder
	for _, s := range l.subsets {
		weight := 400
		if s.face == boldFont {
			weight = 700
		}
		file := woffFile(checked(s.sorted().trueType().tables))
		fmt.Fprintf(&out, "@font-face{font-family:%s;font-weight:%d;src:url(data:font/woff;base64,%s) format('woff')}\n",
			family, weight, base64.StdEncoding.EncodeToString(file))
	}
	return out.String()
}

// sorted returns the letters that a font has by their code, and what is used of them.
func (s *subset) sorted() *subset {
	out := &subset{face: s.face, places: map[rune]int{}, kerns: s.kerns}
	for _, g := range s.letters {
		if g.index != 0 && g.letter <= lastMapped {
			out.letters = append(out.letters, g)
		}
	}
	slices.SortFunc(out.letters, func(a, b glyph) int { return cmp.Compare(a.letter, b.letter) })
	for i, g := range out.letters {
		out.places[g.letter] = i
	}
	return out
}

// legible is the text of which a line shows the letters, in the order they are read.
func legible(s string) string {
	return strings.Map(func(r rune) rune {
		if shown(r) {
			return r
		}
		return -1
	}, norm.NFC.String(s))
}

// shown reports whether a letter can be printed.
func shown(r rune) bool { return unicode.IsPrint(r) || unicode.IsSpace(r) }
