package ink

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/bidi"
	"golang.org/x/text/unicode/norm"
)

// drawingOrder returns the letters of a line in the order they are drawn from the left.
// A letter and its mark are one where there is such a letter (Unicode Standard Annex
// #15), and what is read from the right is turned round, numbers in it excepted: the
// part of Annex #9 that a line of a language read from the left needs.
func drawingOrder(s string) string {
	if isASCII(s) {
		return s
	}
	s = norm.NFC.String(s)
	if strings.IndexFunc(s, fromTheRight) < 0 {
		return s
	}
	letters := []rune(s)
	var out strings.Builder
	for len(letters) > 0 {
		if !fromTheRight(letters[0]) {
			out.WriteRune(letters[0])
			letters = letters[1:]
			continue
		}
		end := 1 // of the stretch: after the last such letter before one read from the left
		for i, r := range letters {
			if fromTheRight(r) || unicode.Is(unicode.Mn, r) && end == i {
				end = i + 1
			} else if class(r) == bidi.L {
				break
			}
		}
		out.WriteString(turned(letters[:end]))
		letters = letters[end:]
	}
	return out.String()
}

// turned returns a stretch turned round, with marks after their letters, brackets
// mirrored, and numbers as they were.
func turned(letters []rune) string {
	var out []rune
	for end := len(letters); end > 0; {
		first := end - 1
		for first > 0 && unicode.Is(unicode.Mn, letters[first]) {
			first--
		}
		out = append(out, []rune(bidi.ReverseString(string(letters[first])))...) // which mirrors it
		out = append(out, letters[first+1:end]...)
		end = first
	}
	for i := 0; i < len(out); i++ {
		first := i
		for i < len(out) && (class(out[i]) == bidi.EN || class(out[i]) == bidi.AN) {
			i++
		}
		for a, b := first, i-1; a < b; a, b = a+1, b-1 {
			out[a], out[b] = out[b], out[a]
		}
	}
	return string(out)
}

func fromTheRight(r rune) bool { return class(r) == bidi.R || class(r) == bidi.AL }

func class(r rune) bidi.Class {
	p, _ := bidi.LookupRune(r)
	return p.Class()
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}
