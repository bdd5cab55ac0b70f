package spreadsheet

import (
	"errors"
	"fmt"
	"regexp"
	"strings"

	"corridor/scenarios/text"
)

// Figure returns what stands in a cell with its numbers as they are written in scenarios. Where
// semicolons part the columns the comma is the decimal sign: that is why they do. Whoever writes
// so may part thousands by points, and whoever saves with tabs, or types a number as a text of a
// workbook, may do either: a point before just three figures is refused there, with what to write.
func (t *Table) Figure(cell *text.Tree) (written string, err error) {
	written = numberPattern.ReplaceAllStringFunc(cell.Text, func(number string) string {
		switch {
		case (t.parted == ';' || t.parted == '\t' || cell.Quoted) && thousandsPattern.MatchString(number):
			err = errors.Join(err, t.unclear(number))
		case t.parted == ';' && mixedPattern.MatchString(number):
			err = errors.Join(err, fmt.Errorf("%s has points between its thousands: write %s", number, strings.ReplaceAll(number, ".", "")))
		case t.parted == ';' && commaPattern.MatchString(number):
			return strings.Replace(number, ",", ".", 1)
		}
		return number
	})
	return written, err
}

// unclear is the mistake of a number whose points may part thousands.
func (t *Table) unclear(number string) error {
	whole := strings.ReplaceAll(number, ".", "")
	if strings.Count(number, ".") > 1 {
		return fmt.Errorf("%s has points between its thousands: write %s", number, whole)
	}
	before, after, _ := strings.Cut(number, ".")
	decimal, mark := strings.TrimRight(after, "0"), "."
	switch {
	case t.parted == ';':
		mark = ","
	case decimal == after: // a fourth figure makes the point a decimal one
		decimal += "0"
	}
	if decimal = before + mark + decimal; after == "000" {
		decimal += "0"
	}
	return fmt.Errorf("%s may be %s or %s: write one of them", number, whole, decimal)
}

var (
	numberPattern    = regexp.MustCompile(`[0-9]+(?:[.,][0-9]+)*(?:[eE][+-]?[0-9]+)?`)
	commaPattern     = regexp.MustCompile(`^[0-9]+,[0-9]+(?:[eE].*)?$`)
	thousandsPattern = regexp.MustCompile(`^[1-9][0-9]{0,2}(?:\.[0-9]{3})+$`)
	mixedPattern     = regexp.MustCompile(`^[1-9][0-9]{0,2}(?:\.[0-9]{3})+,[0-9]+$`)
)
