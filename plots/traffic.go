package plots

import (
	"fmt"
	"math"

	"corridor/sim/tables"
)

// traffic is what one year brought to a segment.
type traffic struct {
	load        float64 // Mt
	capacity    float64 // Mt, NaN where a month has none
	waitDays    float64 // mean of the months
	monthsFull  int     // months in which cargo waited for it
	months      int
	waitedUntil float64 // Mt, most that waited at the end of a month
}

// utilisation returns load over capacity in percent, NaN where there is no capacity.
func (t traffic) utilisation() float64 {
	if !(t.capacity > 0) {
		return math.NaN()
	}
	return float64(100*t.load) / t.capacity
}

// trafficOf returns what the year brought to every segment.
func trafficOf(t *tables.Table, when period) (map[string]traffic, error) {
	columns, err := measures(t, "load_mt", "capacity_mt", "queue_mt", "wait_days")
	if err != nil {
		return nil, err
	}
	out := map[string]traffic{}
	waits := map[string]int{}
	for row, text := range t.Text("month") {
		m, err := parseMonth(text)
		if err != nil {
			return nil, fmt.Errorf("%s row %d: %w", t.Schema.File(), row+1, err)
		}
		if m.year() != when.year {
			continue
		}
		name := t.Text("segment")[row]
		s := out[name]
		if load := columns[0][row]; load > 0 {
			s.load += load
		}
		s.capacity += columns[1][row]
		if queue := columns[2][row]; queue > leastQueue {
			s.monthsFull++
			s.waitedUntil = max(s.waitedUntil, queue)
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

// leastQueue is the smallest queue that counts as one: less than a tonne is
// rounding.
const leastQueue = 1e-6
