package tables

import (
	"math"

	"corridor/model"
	"corridor/model/calendar"
)

// Target is something to reach by a date. A data package holds it with the metric as a
// text.
type Target struct {
	Name      string      `json:"name"`
	Title     string      `json:"title"` // for readers, such as 10 Mt/yr
	Metric    *Expression `json:"metric"`
	At        Period      `json:"at"`
	Threshold float64     `json:"threshold"`
	AtMost    bool        `json:"at_most,omitempty"` // stay under the threshold instead of reaching it
}

// Dated is the title with its date: a value to reach is wanted by then, one to stay under
// in the period itself.
func (t *Target) Dated() string {
	if t.AtMost {
		return t.Title + " in " + t.At.Name()
	}
	return t.Title + " by " + t.At.Name()
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
	return t.Met(value) && (!t.AtMost || at >= t.At.Month)
}
