package calendar

import (
	"fmt"
	"math"
	"time"
)

// MonthsPerYear converts a rate per year to a rate per month.
const MonthsPerYear = 12

// DaysPerMonth is the mean length of a month, used to turn months of waiting
// into days.
const DaysPerMonth = 365.25 / MonthsPerYear

// Never is the month of what does not happen within any horizon.
const Never Month = math.MaxInt32

// days is the length of each calendar month.
var days = [MonthsPerYear]int{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}

// Days returns the length of a calendar month, 0 for January, in days of a year that is
// no leap year.
func Days(index int) int { return days[index] }

// Month is a calendar month, counted from January of year 0.
type Month int

// NewMonth returns the given month of the given year.
func NewMonth(year int, month time.Month) Month {
	return Month(year*MonthsPerYear + int(month) - 1)
}

// ParseMonth reads a month written as 2024-01.
func ParseMonth(s string) (Month, error) {
	t, err := time.Parse("2006-01", s)
	if err != nil {
		return 0, fmt.Errorf("%q is not a month, expected the form 2024-01", s)
	}
	return NewMonth(t.Year(), t.Month()), nil
}

// Year returns the calendar year.
func (m Month) Year() int { return int(m) / MonthsPerYear }

// Index returns the place of the month in its year, 0 for January.
func (m Month) Index() int { return int(m) % MonthsPerYear }

// IsDecember reports whether the month ends its year.
func (m Month) IsDecember() bool { return m.Index() == MonthsPerYear-1 }

// String writes the month as 2024-01.
func (m Month) String() string { return fmt.Sprintf("%04d-%02d", m.Year(), m.Index()+1) }

// Name writes the month as a reader says it: December 2028.
func (m Month) Name() string {
	return fmt.Sprintf("%s %d", time.Month(m.Index()+1), m.Year())
}
