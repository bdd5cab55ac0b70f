package words

import (
	"fmt"
	"strings"

	"corridor/model/calendar"
)

// Month is a calendar month.
type Month = calendar.Month

// ParseMonth reads 2028-12.
func ParseMonth(s string) (Month, error) {
	m, err := calendar.ParseMonth(s)
	switch {
	case err != nil:
		return 0, fmt.Errorf("%q is not a month such as 2028-12", s)
	case m.Year() < 1800 || m.Year() > 2200:
		return 0, fmt.Errorf("%q is not a month of the years 1800 to 2200", s)
	}
	return m, nil
}

// LongMonth writes December 2028.
func (w *Language) LongMonth(m Month) string { return w.dated(w.Months, m) }

// ShortMonth writes Dec 2028.
func (w *Language) ShortMonth(m Month) string { return w.dated(w.Short, m) }

// ShortMonths writes Jan–Jun 2028: months of one year.
func (w *Language) ShortMonths(from, to Month) string {
	span := w.Short[from.Index()] + "–" + w.Short[to.Index()]
	return strings.NewReplacer("{month}", span, "{year}", fmt.Sprint(to.Year())).Replace(w.Month)
}

func (w *Language) dated(names []string, m Month) string {
	return strings.NewReplacer("{month}", names[m.Index()], "{year}", fmt.Sprint(m.Year())).Replace(w.Month)
}
