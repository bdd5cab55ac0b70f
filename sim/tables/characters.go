package tables

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// Steers reports whether a character does not show itself but steers what shows the
// text: the control characters C0, C1 and DEL, which a terminal obeys, line and paragraph
// separators, and the marks, embeddings, overrides and isolates of direction (Unicode
// Standard Annex 9, §2), which reorder what stands around them. Tab and newline are
// among them.
func Steers(r rune) bool {
	switch {
	case r < ' ', r >= 0x7f && r < 0xa0:
		return true
	case r == 0x061c, r == 0x200e, r == 0x200f, r >= 0x2028 && r <= 0x202e, r >= 0x2066 && r <= 0x2069:
		return true
	}
	return false
}

// FirstSteering returns the first character of a text that steers, but for the tabs and
// newlines of a text of several lines.
func FirstSteering(text string) (r rune, found bool) {
	for _, r := range text {
		if Steers(r) && r != '\n' && r != '\t' {
			return r, true
		}
	}
	return 0, false
}

// Shown returns a text of several lines as it can be shown to people wherever it comes
// from: what steers stands as \u001b, and what is no UTF-8 as \x9b. Newlines and tabs
// stay.
func Shown(text string) string { return shown(text, "\n\t") }

// ShownInLine returns the same as one line: newlines and tabs stand as \u000a and \u0009.
func ShownInLine(text string) string { return shown(text, "") }

func shown(text, kept string) string {
	escapes := func(r rune) bool { return r == utf8.RuneError || Steers(r) && !strings.ContainsRune(kept, r) }
	if strings.IndexFunc(text, escapes) < 0 {
		return text
	}
	var b strings.Builder
	for len(text) > 0 {
		r, size := utf8.DecodeRuneInString(text)
		switch {
		case r == utf8.RuneError && size == 1:
			fmt.Fprintf(&b, `\x%02x`, text[0])
		case Steers(r) && !strings.ContainsRune(kept, r):
			fmt.Fprintf(&b, `\u%04x`, r)
		default:
			b.WriteString(text[:size])
		}
		text = text[size:]
	}
	return b.String()
}
