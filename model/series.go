package model

import "corridor/model/calendar"

// Series is a quantity by year: its values in given years, a straight line
// between them, and the nearest given value outside. The zero Series is 0.
//
// From the month of a step on its value holds, until the next step or given year; up to it the
// value before holds, and no line leads there.
type Series struct {
	Years  []int // ascending
	Values []float64
	Steps  []Dated // in their order, none in the January of one of Years
}

// Constant is a series with one value.
func Constant(v float64) Series { return Series{Years: []int{0}, Values: []float64{v}} }

// At returns the value of a year, of which the steps are left out.
func (s *Series) At(year int) float64 {
	n := len(s.Years)
	if n == 0 {
		return 0
	}
	i := 0
	for i < n && s.Years[i] < year {
		i++
	}
	switch {
	case i == n:
		return s.Values[n-1]
	case i == 0 || s.Years[i] == year:
		return s.Values[i]
	}
	part := float64(year-s.Years[i-1]) / float64(s.Years[i]-s.Years[i-1])
	return s.Values[i-1] + float64((s.Values[i]-s.Values[i-1])*part)
}

// In returns the value of a month.
func (s *Series) In(t calendar.Month) float64 {
	if len(s.Steps) == 0 {
		return s.At(t.Year())
	}
	step := 0 // the first that comes after the month
	for step < len(s.Steps) && s.Steps[step].From <= t {
		step++
	}
	year := 0 // likewise
	for year < len(s.Years) && s.Years[year] <= t.Year() {
		year++
	}
	switch {
	case step == 0 && year == 0:
		return s.first()
	case year == 0 || step > 0 && s.Steps[step-1].From > calendar.NewMonth(s.Years[year-1], 1):
		return s.Steps[step-1].Value
	case year == len(s.Years) || step < len(s.Steps) && s.Steps[step].From < calendar.NewMonth(s.Years[year], 1):
		return s.Values[year-1]
	}
	return s.At(t.Year())
}

// first returns the value of the first year or step.
func (s *Series) first() float64 {
	if len(s.Years) == 0 || s.Steps[0].From < calendar.NewMonth(s.Years[0], 1) {
		return s.Steps[0].Value
	}
	return s.Values[0]
}
