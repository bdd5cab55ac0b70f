package plots

import (
	"fmt"
	"math"

	"corridor/plots/series"
	"corridor/plots/words"
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
func trafficOf(t *tables.Table, when series.Period) (map[string]traffic, error) {
	columns, err := series.Measures(t, "load_mt", "capacity_mt", "held_back_mt", "wait_days")
	if err != nil {
		return nil, err
	}
	out := map[string]traffic{}
	waits := map[string]int{}
	for row, text := range t.Text("month") {
		m, err := words.ParseMonth(text)
		if err != nil {
			return nil, fmt.Errorf("%s row %d: %w", t.Schema.File(), row+1, err)
		}
		if m.Year() != when.Year {
			continue
		}
		name := t.Text("segment")[row]
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
