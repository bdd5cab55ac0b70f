package text

import (
	"errors"
	"strconv"
	"strings"
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
	whole, rest := digits(unsigned(text))
	fraction := 0
	if after, point := strings.CutPrefix(rest, "."); point {
		fraction, rest = digits(after)
	}
	if whole+fraction == 0 {
		return false
	}
	if rest != "" && (rest[0] == 'e' || rest[0] == 'E') {
		var exponent int
		exponent, rest = digits(unsigned(rest[1:]))
		return exponent > 0 && rest == ""
	}
	return rest == ""
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
