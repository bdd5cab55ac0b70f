package plots

import (
	"math"

	"corridor/plots/series"
	"corridor/sim/findings"
	"corridor/sim/tables"
)

// traffic is what one year brought to a segment.
type traffic struct {
	load       float64 // Mt
	capacity   float64 // Mt, NaN where a month has none
	waitDays   float64 // mean of the months
	monthsHeld int     // in which it held cargo back
	months     int
}

// utilisation returns load over capacity in percent, NaN where there is no capacity.
func (t traffic) utilisation() float64 {
	if !(t.capacity > 0) {
		return math.NaN()
	}
	return float64(100*t.load) / t.capacity
}

// trafficOf returns what the year brought to every segment.
func trafficOf(t *tables.Table, when series.CoveredYear) (map[string]traffic, error) {
	columns, err := series.Measures(t, tables.Segments.LoadMt, tables.Segments.CapacityMt, tables.Segments.HeldBackMt, tables.Segments.WaitDays)
	if err != nil {
		return nil, err
	}
	out := map[string]traffic{}
	waits := map[string]int{}
	for row := range t.Len() {
		m, err := series.MonthOf(t, row)
		if err != nil {
			return nil, err
		}
		if m.Year() != when.Year {
			continue
		}
		name := tables.Segments.Segment.Of(t)[row]
		s := out[name]
		if load := columns[0][row]; load > 0 {
			s.load += load
		}
		s.capacity += columns[1][row]
		if findings.HoldsBack(columns[2][row]) {
			s.monthsHeld++
		}
		if wait := columns[3][row]; !math.IsNaN(wait) {
			s.waitDays += wait
			waits[name]++
		}
		s.months++
		out[name] = s
	}
	for name, n := range waits {
		s := out[name]
		s.waitDays /= float64(n)
		out[name] = s
	}
	return out, nil
}
