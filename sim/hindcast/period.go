package hindcast

import (
	"cmp"
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"corridor/model/calendar"
)

// Period is a span of whole months.
type Period struct {
	From, To calendar.Month // first and last month
}

// Year returns the months of a year.
func Year(year int) Period {
	return Period{calendar.NewMonth(year, 1), calendar.NewMonth(year, calendar.MonthsPerYear)}
}

// IsYear reports whether the period is one whole calendar year.
func (p Period) IsYear() bool { return p == Year(p.From.Year()) }

// Within reports whether all of the period lies in a year.
func (p Period) Within(year int) bool { return p.From.Year() == year && p.To.Year() == year }

var quarterPattern = regexp.MustCompile(`^([0-9]{4})-Q([1-4])$`)

// ParsePeriod reads a year, a quarter, a month or a span of months: 2024, 2024-Q1, 2024-01,
// 2024-01/2024-06.
func ParsePeriod(s string) (Period, error) {
	if year, err := strconv.Atoi(s); err == nil && len(s) == 4 {
		return Year(year), nil
	}
	if q := quarterPattern.FindStringSubmatch(s); q != nil {
		year, _ := strconv.Atoi(q[1])
		first := calendar.NewMonth(year, 1) + calendar.Month(3*(q[2][0]-'1'))
		return Period{first, first + 2}, nil
	}
	first, last, span := strings.Cut(s, "/")
	if !span {
		last = first
	}
	from, err := calendar.ParseMonth(first)
	to, errTo := calendar.ParseMonth(last)
	if cmp.Or(err, errTo) != nil || to < from {
		return Period{}, fmt.Errorf("the period is %q, expected one such as 2024, 2024-Q1, 2024-01 or 2024-01/2024-06", s)
	}
	return Period{from, to}, nil
}

// String is the shortest form that ParsePeriod reads.
func (p Period) String() string {
	switch {
	case p.IsYear():
		return strconv.Itoa(p.From.Year())
	case p.From == p.To:
		return p.From.String()
	case p.To-p.From == 2 && p.From.Index()%3 == 0:
		return fmt.Sprintf("%d-Q%d", p.From.Year(), p.From.Index()/3+1)
	}
	return p.From.String() + "/" + p.To.String()
}

var datePattern = regexp.MustCompile(`\b((?:19|20)[0-9]{2})(?:-(0[1-9]|1[0-2]))?`)

// Published returns the latest month that the date of a work can mean: of 2025-11-24 November,
// of "2025 (page undated)" December. It is false for a text without a year.
func Published(date string) (calendar.Month, bool) {
	latest, found := calendar.Month(0), false
	for _, m := range datePattern.FindAllStringSubmatch(date, -1) {
		month, err := calendar.ParseMonth(m[1] + "-" + cmp.Or(m[2], "12"))
		if err == nil {
			latest, found = max(latest, month), true
		}
	}
	return latest, found
}
