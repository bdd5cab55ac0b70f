package plots

import (
	"image/color"
	"slices"
	"sort"
	"strings"

	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
)

// lettering is how a piece of text looks.
type lettering struct {
	face   font.Face
	colour color.Color
}

// Heights over the type size.
const (
	lineHeight = 1.3  // baseline to baseline
	capHeight  = 0.72 // of capitals and figures
)

// Where a line of text lies with respect to the point it is written at.
const (
	fromLeft  = 0.0 // starts there
	centred   = 0.5
	fromRight = 1.0 // ends there
)

// in returns the same lettering in another colour.
func (l lettering) in(c color.Color) lettering { return lettering{l.face, c} }

func (l lettering) size() vg.Length { return l.face.Font.Size }

// height is that of capitals and figures.
func (l lettering) height() vg.Length { return vg.Length(capHeight * l.size()) }

// pitch is the distance of one baseline to the next.
func (l lettering) pitch() vg.Length { return vg.Length(lineHeight * l.size()) }

// widestOf returns the width of the widest of some lines.
func widestOf(l lettering, text []string) vg.Length {
	widest := vg.Length(0)
	for _, s := range text {
		widest = max(widest, l.width(s))
	}
	return widest
}

func (l lettering) width(s string) vg.Length {
	advance := setLine(l.face.Face, s, func(glyph) {})
	return vg.Length(vg.Length(advance) * l.size() / vg.Length(l.face.Face.UnitsPerEm()))
}

// write draws s with its baseline at y. What share of it lies left of x is
// given by align.
func (l lettering) write(c vg.Canvas, x, y vg.Length, align float64, s string) {
	if s == "" {
		return
	}
	c.SetColor(l.colour)
	c.FillString(l.face, vg.Point{X: x - vg.Length(vg.Length(align)*l.width(s)), Y: y}, s)
}

// narrowest is less than the width of any letter, over the type size.
const narrowest = 0.1

// fit shortens s with an ellipsis until it is no wider than the width given. Where
// there is no room, below zero included, nothing is left of it.
func (l lettering) fit(s string, width vg.Length) string {
	s = strings.Join(strings.Fields(s), " ")
	if l.width(s) <= width {
		return s
	}
	if !(width > 0) {
		return ""
	}
	letters := []rune(s)
	if most := int(width/(narrowest*l.size())) + 1; len(letters) > most {
		letters = letters[:most]
	}
	short := func(n int) string { return strings.TrimRight(string(letters[:n]), " ,;:.·-–") + "…" }
	n := sort.Search(len(letters), func(n int) bool { return l.width(short(n+1)) > width })
	if n == 0 {
		return ""
	}
	return short(n)
}

// wrap breaks s between words into at most n lines of the width given; the
// last one ends in an ellipsis if more was to come.
func (l lettering) wrap(s string, width vg.Length, n int) []string {
	var lines []string
	words := strings.Fields(s)
	for len(words) > 0 {
		if len(lines) == n-1 {
			return append(lines, l.fit(strings.Join(words, " "), width))
		}
		used := 1
		for used < len(words) && l.width(strings.Join(words[:used+1], " ")) <= width {
			used++
		}
		lines = append(lines, l.fit(strings.Join(words[:used], " "), width))
		words = words[used:]
	}
	return lines
}

// fitBetween joins words and leaves out as many in the middle as it must for
// the width given.
func (l lettering) fitBetween(words []string, separator string, width vg.Length) string {
	full := strings.Join(words, separator)
	for kept := len(words) - 1; kept >= 2 && l.width(full) > width; kept-- {
		tail := kept / 2
		short := slices.Concat(words[:kept-tail], []string{"…"}, words[len(words)-tail:])
		full = strings.Join(short, separator)
	}
	return l.fit(full, width)
}
