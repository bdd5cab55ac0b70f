package ink

import (
	"cmp"
	"encoding/binary"
	"math/bits"
	"slices"
	"strings"
	"unicode/utf16"
)

// lastMapped is the last letter that the table of letters can have.
const lastMapped = 0xfffe

// cmap is the table from letters, which are sorted, to glyphs (format 4).
func (s *subset) cmap() []byte {
	type stretch struct{ first, last, glyph int }
	var all []stretch
	for i, g := range s.letters {
		if n := len(all); n > 0 && all[n-1].last+1 == int(g.letter) {
			all[n-1].last++
		} else {
			all = append(all, stretch{int(g.letter), int(g.letter), i + 1})
		}
	}
	all = append(all, stretch{0xffff, 0xffff, 0x10000}) // which ends the list, and is no glyph
	var firsts, lasts, deltas []byte
	for _, one := range all {
		firsts, lasts, deltas = append16(firsts, one.first), append16(lasts, one.last), append16(deltas, one.glyph-one.first)
	}
	out := append16(nil, 0, 1, 3, 1, 0, 12) // one list, of Unicode, after twelve bytes
	out = append16(out, 4, 16+8*len(all), 0, 2*len(all))
	out = append16(out, search(len(all), 2)...)
	out = append(append(out, lasts...), 0, 0)
	out = append(append(out, firsts...), deltas...)
	return append(out, make([]byte, 2*len(all))...) // no stretch has a list of glyphs
}

// search returns the fields that help to search a list of so many entries of a size.
func search(entries, size int) []int {
	halvings := bits.Len(uint(entries)) - 1
	reach := size << halvings
	return []int{reach, halvings, entries*size - reach}
}

// kern is the table of the letters that stand closer or further apart than they are wide;
// nothing, if there are none.
func (s *subset) kern() []byte {
	type entry struct{ left, right, by int }
	var all []entry
	for pair, by := range s.kerns {
		left, one := s.places[pair[0]]
		right, two := s.places[pair[1]]
		if one && two {
			all = append(all, entry{left + 1, right + 1, by})
		}
	}
	if len(all) == 0 {
		return nil
	}
	slices.SortFunc(all, func(a, b entry) int { return cmp.Or(cmp.Compare(a.left, b.left), cmp.Compare(a.right, b.right)) })
	out := append16(nil, 0, 1, 0, 14+6*len(all), 1, len(all)) // one list, of what is written from the left
	out = append16(out, search(len(all), 6)...)
	for _, e := range all {
		out = append16(out, e.left, e.right, e.by)
	}
	return out
}

// nameTable says whose letters they are, and what the font is called.
func nameTable(style string) []byte {
	names := []struct {
		id   int
		text string
	}{
		{0, "Letters of Liberation Sans (SIL Open Font License 1.1) and DejaVu Sans Condensed (Bitstream Vera License)"},
		{1, family}, {2, style}, {3, family + " " + style}, {4, family + " " + style}, {5, "Version 1.0"},
		{6, strings.ReplaceAll(family, " ", "") + "-" + style},
	}
	out := append16(nil, 0, len(names), 6+12*len(names))
	var texts []byte
	for _, n := range names {
		text := utf16.Encode([]rune(n.text))
		out = append16(out, 3, 1, 0x409, n.id, 2*len(text), len(texts)) // in Unicode, in English
		for _, unit := range text {
			texts = binary.BigEndian.AppendUint16(texts, unit)
		}
	}
	return append(out, texts...)
}
