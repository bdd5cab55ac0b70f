package text

import (
	"errors"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Number reads a number in decimal digits, as people write it: strconv takes 0x1p4, inf
// and nan too.
func Number(text string) (float64, error) {
	if !IsNumber(text) {
		return 0, errors.New("expected a decimal number")
	}
	return strconv.ParseFloat(text, 64)
}

// IsNumber reports whether a text is a number in decimal digits, with a sign, a point and
// an exponent or without: no hexadecimal, no thousands separators.
func IsNumber(text string) bool {
	number, rest := LeadingNumber(text)
	return number != "" && rest == ""
}

// LeadingNumber splits off the number that a text begins with, "" for none. A letter e that
// begins a word is no exponent.
func LeadingNumber(text string) (number, rest string) {
	whole, rest := digits(unsigned(text))
	fraction := 0
	if after, point := strings.CutPrefix(rest, "."); point {
		fraction, rest = digits(after)
	}
	if whole+fraction == 0 {
		return "", text
	}
	if rest != "" && (rest[0] == 'e' || rest[0] == 'E') {
		if exponent, after := digits(unsigned(rest[1:])); exponent > 0 {
			rest = after
		}
	}
	return text[:len(text)-len(rest)], rest
}

// Punctuated splits off the number that a text begins with where it is punctuated as people
// punctuate it elsewhere, by a decimal comma or between thousands: 1,5 and 1.234,5 and 1 500.
// Meant are the numbers it may stand for, as they are written here; there are none for a text
// that begins otherwise.
func Punctuated(text string) (meant []string, rest string) {
	sign := text[:len(text)-len(unsigned(text))]
	groups, marks, rest := grouped(text[len(sign):])
	if len(marks) == 0 || len(marks) == 1 && marks[0] == "." {
		return nil, text
	}
	last := len(marks) - 1
	whole, end := sign+strings.Join(groups, ""), groups[len(groups)-1]
	decimal := sign + strings.Join(groups[:len(groups)-1], "") + "." + end
	thousands := len(end) == 3 && len(groups[0]) <= 3 && groups[0] != "0"
	for i, mark := range marks {
		thousands = thousands && mark == marks[0] && len(groups[i+1]) == 3
	}
	switch {
	case marks[last] != "," && marks[last] != ".": // a blank, a line or an apostrophe
		return []string{whole}, rest
	case len(marks) > 1 && thousands:
		return []string{whole}, rest
	case thousands:
		return []string{whole, decimal}, rest
	}
	return []string{decimal}, rest
}

// grouped splits a text that begins with a digit into its groups of digits and the marks
// between them.
func grouped(text string) (groups, marks []string, rest string) {
	for {
		n, after := digits(text)
		if n == 0 {
			return groups, marks, text
		}
		groups = append(groups, text[:n])
		mark, size := utf8.DecodeRuneInString(after)
		if next, _ := digits(after[size:]); !strings.ContainsRune(".,_'’ \u00a0\u202f", mark) || next == 0 {
			return groups, marks, after
		}
		marks, text = append(marks, string(mark)), after[size:]
	}
}

// unsigned returns a text without the sign it may begin with.
func unsigned(text string) string {
	if text != "" && (text[0] == '-' || text[0] == '+') {
		return text[1:]
	}
	return text
}

// digits counts those that a text begins with, and returns what comes after them.
func digits(text string) (n int, rest string) {
	for n < len(text) && text[n] >= '0' && text[n] <= '9' {
		n++
	}
	return n, text[n:]
}
