package language

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"corridor/scenarios/text"
	"corridor/scenarios/units"
	"corridor/sim/tables"
)

// inUnits is a check in which numbers with a unit are numbers in that of the column they are
// compared with.
type inUnits struct {
	text   string
	shifts []shift
}

// shift is by how many letters what stands behind a place has moved on.
type shift struct{ from, by int }

// place is where a letter of the text stood in the check as it was written.
func (u *inUnits) place(offset int) int {
	moved := 0
	for _, s := range u.shifts {
		if offset >= s.from {
			moved = s.by
		}
	}
	return max(0, offset-moved)
}

var (
	// writtenNumber is a number with what may be its unit behind it, and no part of a name.
	writtenNumber = regexp.MustCompile(`(?:^|[^\pL\pN_.,/-])([0-9]+(?:[.,][0-9]+)*)(?:[ \t]*(\pL[\pL]*(?:/\pL+)*))?`)
	// columnName is the name of a result column, with a year behind it or not.
	columnName = regexp.MustCompile(`\pL[\pL\pN]*(?:_[\pL]+)+`)
)

// unitsIn converts the numbers of a check that have units. The error is told at so many letters.
func unitsIn(check string) (out inUnits, offset int, err error) {
	end := 0
	for _, at := range writtenNumber.FindAllStringSubmatchIndex(check, -1) {
		from, to := at[2], at[3]
		offset = utf8.RuneCountInString(check[:from])
		if meant, _ := text.Punctuated(check[from:to]); len(meant) > 0 {
			return out, offset, fmt.Errorf("write %s", strings.Join(meant, ", or, where the comma is the decimal one, "))
		}
		if at[4] < 0 {
			continue
		}
		f, err := units.Read(check[from:at[5]])
		if err != nil || joining[check[at[4]:at[5]]] || !inTable(check[at[4]:at[5]]) {
			continue // a word of the check
		}
		number, err := inColumn(f, check, check[from:at[5]])
		if err != nil {
			return out, offset, err
		}
		out.text += check[end:from] + number
		end = at[5]
		out.shifts = append(out.shifts, shift{utf8.RuneCountInString(out.text), utf8.RuneCountInString(out.text) - utf8.RuneCountInString(check[:end])})
	}
	out.text += check[end:]
	return out, 0, nil
}

// joining are the words that stand behind a number and are no unit of it.
var joining = map[string]bool{"and": true, "or": true, "in": true, "of": true, "to": true, "within": true, "at": true}

// inTable reports whether a unit is one of the table.
func inTable(written string) bool {
	_, is := units.Of(written)
	return is
}

// inColumn is a number in the unit of the columns of a check that measure what it does.
func inColumn(f units.Figure, check, written string) (string, error) {
	first, found, numbers := "", []string(nil), []string(nil)
	for _, name := range columnName.FindAllString(check, -1) {
		unit := columnUnit(name)
		if unit == "" || slices.Contains(found, unit) {
			continue
		}
		if first == "" {
			first = name
		}
		found = append(found, unit)
		if number, fits := convertedTo(f, unit); fits {
			numbers = append(numbers, number)
		}
	}
	switch {
	case len(numbers) == 1:
		return numbers[0], nil
	case len(numbers) > 1:
		return "", fmt.Errorf("%s may be in %s here: write the number alone, in the unit of its column", written, strings.Join(found, " or "))
	case first == "":
		return "", fmt.Errorf("%s has a unit, and what it is compared with has none", written)
	}
	return "", fmt.Errorf("%s is in %s, and %s is no such number", first, found[0], written)
}

// convertedTo is a number in another unit, or in that by year: what a column has of a year may be written
// as a rate.
func convertedTo(f units.Figure, unit string) (number string, fits bool) {
	for _, candidate := range []string{unit, unit + "/yr"} {
		to, is := units.Of(candidate)
		if !is || to.Counted() != f.Unit.Counted() {
			continue
		}
		if factor, same := f.Unit.In(to); same {
			v, _ := factor.Mul(factor, f.Number).Float64()
			return tables.FormatNumber(v), true
		}
	}
	return "", false
}

// columnUnit is the unit of a result column of the corridor or of a part of it, "" for no such
// column and for shares.
func columnUnit(name string) string {
	list := [][]tables.Column{tables.Annual.Columns, tables.Segments.Columns, tables.Flows.Columns, tables.Classes.Columns}
	for _, c := range slices.Concat(list...) {
		if c.Name == name {
			unit, _, _ := strings.Cut(c.Unit, " (") // of which prices
			return unit
		}
	}
	return ""
}
