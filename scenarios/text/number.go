package text

import (
	"errors"
	"regexp"
	"strconv"
)

var decimal = regexp.MustCompile(`^[-+]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][-+]?[0-9]+)?$`)

// Number reads a number in decimal digits, as people write it: strconv takes 0x1p4, inf
// and nan too.
func Number(text string) (float64, error) {
	if !decimal.MatchString(text) {
		return 0, errors.New("expected a decimal number")
	}
	return strconv.ParseFloat(text, 64)
}
