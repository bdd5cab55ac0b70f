package model

import "corridor/model/calendar"

// catchUp is the share of a month's capacity that passes when a service is open for a share a
// of the month: while it is open it works at up to 1 + κ times its pace, and makes good what
// waited in the same month, but no more than was lost:
//
//	a' = min(1, (1 + κ) × a)
//
// The form is ours. That a shut port makes good a large part later is known: resilience lowers
// the loss of a shutdown of 90 days by nearly 70 % in Rose & Wei 2013, Economic Systems Research
// 25(2), 212–232 (abstract).
func catchUp(open, pace float64) float64 { return min(1, float64(open*pace)) }

// pace is how fast a segment works after it was shut, over how fast it works in a month
// without closures.
func (s *Segment) pace() float64 { return 1 + s.CatchUp }

// meanOpen is the share of a year's capacity that passes, by the calendar alone.
func (s *Segment) meanOpen() float64 {
	sum := 0.0
	for _, open := range s.Availability {
		sum += catchUp(open, s.pace())
	}
	return sum / calendar.MonthsPerYear
}

// OpenEffectiveness is the effectiveness while the segment is open: a capacity that contains
// its closures is divided by what passes of a year, so that in mean weather a year passes what
// was stated.
func (s *Segment) OpenEffectiveness() float64 {
	if !s.IncludesWeather {
		return s.Effectiveness
	}
	return s.Effectiveness / s.meanOpen()
}
