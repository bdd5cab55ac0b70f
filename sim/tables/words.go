package tables

import (
	"fmt"
	"strconv"
	"strings"
)

// Counted says how many there are of a thing: 1 draw, 12,000 draws. The plural is the
// thing with an s unless it is given.
func Counted[N int | uint64](n N, thing string, plural ...string) string {
	switch {
	case n == 1:
	case len(plural) > 0:
		thing = plural[0]
	default:
		thing += "s"
	}
	return Grouped(n) + " " + thing
}

// Grouped writes a whole number with its thousands apart.
func Grouped[N int | uint64](n N) string { return Thousands(fmt.Sprint(n), ",") }

// Thousands puts a mark between the thousands of a number that is written with figures, a point and
// a sign alone: wherever a number of four figures or more is read, it is written so.
func Thousands(number, mark string) string {
	whole, fraction, pointed := strings.Cut(number, ".")
	for i := len(whole) - 3; i > 0 && whole[i-1] != '-'; i -= 3 {
		whole = whole[:i] + mark + whole[i:]
	}
	if pointed {
		whole += "." + fraction
	}
	return whole
}

// Apart returns the least number of decimals, from the one given on, with which two
// numbers are written differently; that given where they are the same.
func Apart(a, b float64, decimals int) int {
	for d := decimals; d < 17; d++ {
		if strconv.FormatFloat(a, 'f', d, 64) != strconv.FormatFloat(b, 'f', d, 64) {
			return d
		}
	}
	return decimals
}

// Readable writes a number for a sentence: with at most so many decimals, its thousands apart.
func Readable(v float64, decimals int) string { return Thousands(Rounded(v, decimals), ",") }

// Rounded writes a number with at most so many decimals, and nothing without a sign.
func Rounded(v float64, decimals int) string {
	text := strconv.FormatFloat(v, 'f', decimals, 64)
	if strings.Contains(text, ".") {
		text = strings.TrimSuffix(strings.TrimRight(text, "0"), ".")
	}
	if text == "-0" {
		return "0"
	}
	return text
}
