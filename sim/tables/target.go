package tables

import (
	"math"
	"strconv"

	"corridor/model"
	"corridor/model/calendar"
)

// Target is something to reach by a date.
type Target struct {
	Name      string
	Title     string // for readers, such as 10 Mt/yr
	Metric    *Expression
	At        calendar.Month
	Yearly    bool // the annual row of the year is asked, not the month's
	AtMost    bool // stay under the threshold instead of reaching it
	Threshold float64
}

// Period names the year or month the target is set for.
func (t *Target) Period() string { return t.PeriodAt(t.At) }

// PeriodAt names a month as the target names its own: the year of it where it is set
// for a year.
func (t *Target) PeriodAt(at calendar.Month) string {
	if t.Yearly {
		return strconv.Itoa(at.Year())
	}
	return at.String()
}

// Met reports whether a value meets the target. A value that differs from the
// threshold by rounding alone meets it; NaN, which is no value, meets none.
func (t *Target) Met(value float64) bool {
	rounding := float64(model.Rounding * math.Abs(t.Threshold))
	if t.AtMost {
		return value <= t.Threshold+rounding
	}
	return value >= t.Threshold-rounding
}

// Attained reports whether a value of a period, a month or the December of a year,
// attains the target. One to reach is attained by any period that meets it; one to
// stay under not before its date: what was low while nothing pressed was not kept.
func (t *Target) Attained(at calendar.Month, value float64) bool {
	return t.Met(value) && (!t.AtMost || at >= t.At)
}
