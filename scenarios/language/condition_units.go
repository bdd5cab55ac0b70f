package language

import (
	"fmt"
	"math/big"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"corridor/scenarios/text"
	"corridor/scenarios/units"
	"corridor/sim/expect"
	"corridor/sim/tables"
)

// InUnits is a condition in which numbers with a unit are numbers in that of the figure they are
// compared with.
type InUnits struct {
	Text   string
	Units  []expect.Unit // that its numbers are written in, each once
	shifts []shift
}

// shift is by how many letters what stands behind a place has moved on.
type shift struct{ from, by int }

// Place is where a letter of the text stood in the condition as it was written.
func (u *InUnits) Place(offset int) int {
	moved := 0
	for _, s := range u.shifts {
		if offset >= s.from {
			moved = s.by
		}
	}
	return max(0, offset-moved)
}

// WithUnit finds the name that a text begins with, "" for none, and its unit, "" for none.
type WithUnit func(text string) (name, unit string)

// writtenNumber is a number, with a currency before it or not, and no part of a name.
var writtenNumber = regexp.MustCompile(`(?:^|[^\pL\pN_.,/$-])((?:USD|US\$|\$)[ \t]*)?([0-9]+(?:[.,][0-9]+)*)`)

// ReadUnits converts the numbers of a condition that have units, with what finds its names. The error is told at so many letters.
func ReadUnits(condition string, find WithUnit) (out InUnits, offset int, err error) {
	end := 0
	for _, at := range writtenNumber.FindAllStringSubmatchIndex(condition, -1) {
		from, digits, to := at[4], at[4], at[5]
		if at[2] >= 0 {
			from = at[2]
		}
		offset = utf8.RuneCountInString(condition[:from])
		if meant, _ := text.Punctuated(condition[digits:to]); len(meant) > 0 {
			return out, offset, fmt.Errorf("write %s", strings.Join(meant, ", or, where the comma is the decimal one, "))
		}
		last := to + unitBehind(condition[from:digits], condition[to:])
		if from == digits && last == to {
			continue
		}
		f, err := units.Read(condition[from:last])
		if err != nil {
			continue // a word of the condition
		}
		number, times, err := inColumn(f, withUnits(condition, find), condition[from:last])
		if err != nil {
			return out, offset, err
		}
		out.Text += condition[end:from] + number
		if u := (expect.Unit{Before: strings.TrimSpace(condition[from:digits]), After: strings.TrimSpace(condition[to:last]), Times: times}); !slices.Contains(out.Units, u) {
			out.Units = append(out.Units, u)
		}
		end = last
		moved := utf8.RuneCountInString(out.Text)
		out.shifts = append(out.shifts, shift{moved, moved - utf8.RuneCountInString(condition[:end])})
	}
	out.Text += condition[end:]
	return out, 0, nil
}

// joining are the words that stand behind a number and are no unit of it.
var joining = map[string]bool{"and": true, "or": true, "in": true, "of": true, "to": true, "within": true, "at": true}

// unitWord is a word of a unit.
var unitWord = regexp.MustCompile(`^[ \t]*(\pL[\pL\pN]*|/)`)

// mostUnitWords bounds the words of a unit, such as million t a year.
const mostUnitWords = 6

// unitBehind returns where the longest unit of the table ends that a text begins with, 0 for none.
// Currency is what stands before the number.
func unitBehind(currency, text string) (end int) {
	for at, words := 0, 0; words < mostUnitWords; words++ {
		word := unitWord.FindStringSubmatchIndex(text[at:])
		if word == nil || joining[text[at+word[2]:at+word[3]]] {
			break
		}
		if at += word[1]; strings.HasPrefix(text[at:], "_") { // the name of a column
			break
		}
		if _, is := units.Of(currency + " " + text[:at]); is {
			end = at
		}
	}
	return end
}

// spoken is what a condition speaks of that has a unit.
type spoken struct{ name, unit string }

// withUnits lists what a condition speaks of that has a unit, each unit once.
func withUnits(condition string, find WithUnit) (list []spoken) {
	inName := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || r == '_' }
	for rest := condition; ; {
		at := strings.IndexFunc(rest, unicode.IsLetter)
		if at < 0 {
			return list
		}
		rest = rest[at:]
		name, unit := find(rest)
		if unit != "" && !slices.ContainsFunc(list, func(s spoken) bool { return s.unit == unit }) {
			list = append(list, spoken{name, unit})
		}
		rest = strings.TrimLeftFunc(rest[len(name):], inName)
	}
}

// inColumn is a number in the unit of what a condition speaks of that measures what it does, and how
// many of the written unit that is.
func inColumn(f units.Figure, list []spoken, written string) (number string, times float64, err error) {
	var found, numbers []string
	for _, s := range list {
		found = append(found, s.unit)
		if n, t, fits := convertedTo(f, s.unit); fits {
			numbers, times = append(numbers, n), t
		}
	}
	switch {
	case len(numbers) == 1:
		return numbers[0], times, nil
	case len(numbers) > 1:
		return "", 0, fmt.Errorf("%s may be in %s here: write the number alone, in the unit of its column", written, strings.Join(found, " or "))
	case len(list) == 0:
		return "", 0, fmt.Errorf("%s has a unit, and what it is compared with has none", written)
	}
	return "", 0, fmt.Errorf("%s is in %s, and %s is no such number", list[0].name, found[0], written)
}

// convertedTo is a number in another unit, or in that by year: what a column has of a year may be written
// as a rate.
func convertedTo(f units.Figure, unit string) (number string, times float64, fits bool) {
	for _, candidate := range []string{unit, unit + "/yr"} {
		to, is := units.Of(candidate)
		if !is || to.Counted() != f.Unit.Counted() {
			continue
		}
		if factor, same := f.Unit.In(to); same {
			times, _ = new(big.Rat).Inv(factor).Float64()
			v, _ := factor.Mul(factor, f.Number).Float64()
			return tables.FormatNumber(v), times, true
		}
	}
	return "", 0, false
}

// columnName is the name of a result column, with a year behind it or not.
var columnName = regexp.MustCompile(`^\pL[\pL\pN]*(?:_[\pL]+)+`)

// measured finds a metric of the scenario or a result column, and its unit.
func (c *compiler) measured(rest string) (name, unit string) {
	for _, metric := range c.top.of("metrics").each() {
		after, begins := strings.CutPrefix(rest, metric.name)
		next, _ := utf8.DecodeRuneInString(after)
		if begins && len(metric.name) > len(name) && (after == "" || !unicode.IsLetter(next)) {
			name, unit = metric.name, English(metric.of("unit").Tree)
		}
	}
	if column := columnName.FindString(rest); len(column) > len(name) {
		return column, columnUnit(column)
	}
	return name, unit
}

// columnUnit is the unit of a result column of the corridor or of a part of it, "" for no such
// column and for shares.
func columnUnit(name string) string {
	list := [][]tables.Column{tables.Annual.Columns, tables.Segments.Columns, tables.Flows.Columns, tables.Classes.Columns}
	for _, c := range slices.Concat(list...) {
		if c.Name == name {
			return withoutPrices(c.Unit)
		}
	}
	return ""
}
