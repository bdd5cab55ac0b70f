package ink

import (
	"image/color"
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
)

// Lettering is how a piece of text looks.
type Lettering struct {
	Face   font.Face
	Colour color.Color
}

// Heights over the type size.
const (
	lineHeight = 1.3  // baseline to baseline
	capHeight  = 0.72 // of capitals and figures
)

// Where a line of text lies with respect to the point it is written at.
const (
	FromLeft  = 0.0 // starts there
	Centred   = 0.5
	FromRight = 1.0 // ends there
)

// In returns the same lettering in another colour.
func (l Lettering) In(c color.Color) Lettering { return Lettering{l.Face, c} }

// Size is that of the type, in points.
func (l Lettering) Size() vg.Length { return l.Face.Font.Size }

// Height is that of capitals and figures.
func (l Lettering) Height() vg.Length { return vg.Length(capHeight * l.Size()) }

// Pitch is the distance of one baseline to the next.
func (l Lettering) Pitch() vg.Length { return vg.Length(lineHeight * l.Size()) }

// Widest returns the width of the widest of some lines.
func (l Lettering) Widest(text []string) vg.Length {
	widest := vg.Length(0)
	for _, s := range text {
		widest = max(widest, l.Width(s))
	}
	return widest
}

// Width is that of a line of text, in points.
func (l Lettering) Width(s string) vg.Length {
	advance := setLine(l.Face.Face, s, func(glyph) {})
	return vg.Length(vg.Length(advance) * l.Size() / vg.Length(l.Face.Face.UnitsPerEm()))
}

// Write draws s with its baseline at y. What share of it lies left of x is
// given by align.
func (l Lettering) Write(c vg.Canvas, x, y vg.Length, align float64, s string) {
	if s == "" {
		return
	}
	c.SetColor(l.Colour)
	c.FillString(l.Face, vg.Point{X: x - vg.Length(vg.Length(align)*l.Width(s)), Y: y}, s)
}

// narrowest is less than the width of any letter, over the type size.
const narrowest = 0.1

// Fit shortens s with an ellipsis until it is no wider than the width given. Where
// there is no room, below zero included, nothing is left of it.
func (l Lettering) Fit(s string, width vg.Length) string {
	s = strings.Join(strings.FieldsFunc(s, parts), " ")
	if l.Width(s) <= width {
		return s
	}
	if !(width > 0) {
		return ""
	}
	letters := []rune(s)
	if most := int(width/(narrowest*l.Size())) + 1; len(letters) > most {
		letters = letters[:most]
	}
	short := func(n int) string { return strings.TrimRight(string(letters[:n]), " ,;:.·-–") + "…" }
	n := sort.Search(len(letters), func(n int) bool { return l.Width(short(n+1)) > width })
	if n == 0 {
		return ""
	}
	return short(n)
}

// parts tells the spaces between words from that within a number, 10\u00a0000.
func parts(r rune) bool { return r != '\u00a0' && unicode.IsSpace(r) }

// Words returns what stands together on a line: words, and a number with its unit or
// what else is short, such as 95 %, 10 млн т or 2028 г.
func Words(s string) (out []string) {
	most := 0 // letters of a word that stays with those before it
	for _, word := range strings.FieldsFunc(s, parts) {
		stays := utf8.RuneCountInString(word) <= most
		if stays {
			out[len(out)-1] += " " + word
		} else {
			out = append(out, word)
		}
		switch end := last(word); {
		case unicode.IsDigit(end):
			most = 3
		case stays && unicode.IsLetter(end):
			most = 2
		default:
			most = 0
		}
	}
	return out
}

func last(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

// Wrap breaks s between words into at most n lines of the width given; the
// last one ends in an ellipsis if more was to come.
func (l Lettering) Wrap(s string, width vg.Length, n int) []string {
	var lines []string
	words := Words(s)
	for len(words) > 0 {
		if len(lines) == n-1 {
			return append(lines, l.Fit(strings.Join(words, " "), width))
		}
		used := 1
		for used < len(words) && l.Width(strings.Join(words[:used+1], " ")) <= width {
			used++
		}
		lines = append(lines, l.Fit(strings.Join(words[:used], " "), width))
		words = words[used:]
	}
	return lines
}

// FitBetween joins words and leaves out as many in the middle as it must for
// the width given.
func (l Lettering) FitBetween(words []string, separator string, width vg.Length) string {
	full := strings.Join(words, separator)
	for kept := len(words) - 1; kept >= 2 && l.Width(full) > width; kept-- {
		tail := kept / 2
		short := slices.Concat(words[:kept-tail], []string{"…"}, words[len(words)-tail:])
		full = strings.Join(short, separator)
	}
	return l.Fit(full, width)
}
