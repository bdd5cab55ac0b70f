package language

import (
	"cmp"
	"fmt"
	"math"
	"strconv"
	"strings"

	"corridor/model/calendar"
	"corridor/sim/tables"
)

// expected says in words what a spec accepts, for messages.
func expected(s *spec) string {
	if s.forms != nil && !s.told {
		return expected(s.forms[0]) + ", or " + expected(s.forms[1])
	}
	switch s.form {
	case formObject:
		return "the keys " + strings.Join(s.names(), ", ")
	case formNamed:
		return "names with a value each"
	case formByYear:
		if s.dates {
			return "years or months with a value each, such as 2027-03: 6"
		}
		return "years with a value each, such as 2025: 6"
	case formList:
		if s.count > 0 {
			return fmt.Sprintf("a list of %d", s.count)
		}
		return "a list"
	case formNumber:
		return expectedNumber(s)
	case formName:
		return "a name of small letters and digits joined by - or _"
	case formEntry:
		return "a name of the library such as growth/low, or a path to a .yaml file"
	case formMonth:
		return "a month such as 2024-01"
	case formDay:
		return "a month such as 2024-01 or a day such as 2024-01-15"
	case formPeriod:
		return "a year such as 2028 or a month such as 2028-12"
	case formYear:
		return "a year such as 2028"
	case formBoolean:
		return "true or false"
	case formChoice:
		return "one of " + strings.Join(s.words, ", ")
	case formRival:
		return "true, or a name among the " + s.defining()
	case formReference:
		return "a name among the " + s.defining()
	case formSelector:
		return "a name among the " + s.defining() + ", a pattern such as alat-*, all, or all of a place"
	case formExpression:
		return "an expression on result columns"
	case formPath:
		return "a path to a number"
	case formPattern:
		return "the name of an uncertainty, or a pattern such as delay/*"
	case formCountry:
		return "a two-letter code such as KZ"
	case formSource:
		return "names of sources"
	default:
		return cmp.Or(s.worded, "a text")
	}
}

func expectedNumber(s *spec) string {
	what := "a number"
	if s.whole {
		what = "a whole number"
	}
	switch {
	case s.unit == "year":
		what = "a year"
	case strings.HasPrefix(s.unit, "per "):
		what += " " + s.unit
	case s.unit != "" && !strings.HasPrefix(s.unit, "as "): // such as the number's own
		what += " in " + s.unit
	}
	low, high := !math.IsInf(s.least, 0), !math.IsInf(s.most, 0)
	switch {
	case low && high && s.above:
		return what + " above " + plainNumber(s.least) + " and at most " + plainNumber(s.most)
	case low && s.above:
		return what + " above " + plainNumber(s.least)
	case low && high:
		return what + " from " + plainNumber(s.least) + " to " + plainNumber(s.most)
	case low:
		return what + " of at least " + plainNumber(s.least)
	case high:
		return what + " of at most " + plainNumber(s.most)
	}
	return what
}

func plainNumber(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

func itoa(i int) string { return strconv.Itoa(i) }

// parsePeriod reads a year or a month.
func parsePeriod(text string) (tables.Period, error) {
	period, err := tables.ParsePeriod(text)
	if err == nil && (period.Year() < firstYear || period.Year() > lastYear) {
		err = strconv.ErrRange
	}
	return period, err
}

// The years a scenario may speak of.
const firstYear, lastYear = 1900, 2200

func parseYear(text string) (int, error) {
	year, err := strconv.Atoi(text)
	if err == nil && (len(text) != len("2000") || year < firstYear || year > lastYear) {
		err = strconv.ErrRange
	}
	return year, err
}

func parseMonth(text string) (calendar.Month, error) {
	month, err := calendar.ParseMonth(text)
	if err == nil && (month.Year() < firstYear || month.Year() > lastYear) {
		err = strconv.ErrRange
	}
	if err != nil {
		return 0, err
	}
	return month, nil
}
