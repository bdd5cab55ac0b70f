package language

import (
	"errors"
	"regexp"
	"slices"
	"strings"

	"corridor/scenarios/spreadsheet"
	"corridor/scenarios/text"
	"corridor/scenarios/units"
)

// cell returns a value of a table as a scenario would have it, a number with the unit that its
// whole column has. A mistake is told here, in the words of the table, and is one alone: what
// stands in its place is not looked at.
func (k *taker) cell(v, unit *text.Tree, table *spreadsheet.Table) *text.Tree {
	out := *v
	written, err := table.Figure(v)
	if err != nil {
		k.report.Mistake(v.Position, "%v", err)
		out.Text = "1"
		return &out
	}
	out.Text, out.Quoted = written, false
	switch {
	case unit == nil:
	case text.IsNumber(written):
		out.Text += " " + unit.Text
	default:
		if err := unreadable(written, unit.Text); err != nil {
			k.report.Mistake(v.Position, "%q is no number, %v", text.Short(v.Text), err)
			out.Text = "1"
		}
	}
	return &out
}

// unreadable says why a cell of a column with a unit is no number, nil where it is one with a unit
// of its own.
func unreadable(written, unit string) error {
	_, err := units.Read(written)
	switch {
	case errors.Is(err, units.ErrNone):
		return errors.New("expected one in " + text.Short(unit) + ", the unit of the column")
	case err != nil:
		return errors.New("expected one in " + text.Short(unit) + ", the unit of the column: " + err.Error())
	}
	return nil
}

// dayPattern is a date as spreadsheet programs write it.
var dayPattern = regexp.MustCompile(`^([0-9]{4})-([0-9]{2})-[0-9]{2}$`)

// dateIn returns a date of a table as the map has it: of a day its month, of the first month its
// year where there are no months.
func dateIn(date string, s *spec) string {
	day := dayPattern.FindStringSubmatch(date)
	switch {
	case day == nil:
		return date
	case s.form == formList:
		return strings.TrimPrefix(day[2], "0")
	case s.dates:
		return day[1] + "-" + day[2]
	case day[2] == "01":
		return day[1]
	}
	return date
}

// Dates as they are written in countries: 31.1.2024 and 1/31/2024, 1.2024, 2024/1 and 2024/1/31.
var (
	yearLastPattern  = regexp.MustCompile(`^(?:([0-9]{1,2})([./-]))?([0-9]{1,2})[./-]([0-9]{4})$`)
	yearFirstPattern = regexp.MustCompile(`^([0-9]{4})[./]([0-9]{1,2})(?:[./][0-9]{1,2})?$`)
)

// otherwiseDated returns what a date that is written in another way may mean, as the map has it;
// none for any other text. Of two numbers with a / between them either may be the month.
func otherwiseDated(date string, s *spec) (meant []string) {
	var year string
	var months []string
	if first := yearFirstPattern.FindStringSubmatch(date); first != nil {
		year, months = first[1], []string{first[2]}
	} else if last := yearLastPattern.FindStringSubmatch(date); last != nil {
		year, months = last[4], []string{last[3]}
		if last[2] == "/" {
			months = append(months, last[1])
		}
	}
	for _, month := range months {
		month = strings.TrimPrefix(month, "0")
		if n := slices.Index(monthsOfYear, month); n >= 0 {
			meant = append(meant, inMonth(year, month, s))
		}
	}
	return slices.Compact(meant)
}

var monthsOfYear = []string{"1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"}

// inMonth is the key of a month in a map.
func inMonth(year, month string, s *spec) string {
	switch {
	case s.form == formList:
		return month
	case s.dates && len(month) < 2:
		return year + "-0" + month
	case s.dates:
		return year + "-" + month
	}
	return year
}
