package plots

import (
	"fmt"
	"slices"

	"corridor/sim/tables"
)

// period is the year that a chart of one year shows.
type period struct {
	year   int
	months int // of it that the tables hold
}

// monthsHeld returns the years of a table by month, in order.
func monthsHeld(t *tables.Table) ([]period, error) {
	first, last, err := monthRange(t)
	if err != nil {
		return nil, err
	}
	months := make(map[string]bool)
	for _, text := range t.Text("month") {
		months[text] = true
	}
	var out []period
	for m := first; m <= last; m++ {
		if !months[m.String()] {
			continue
		}
		if len(out) == 0 || out[len(out)-1].year != m.Year() {
			out = append(out, period{year: m.Year()})
		}
		out[len(out)-1].months++
	}
	return out, nil
}

// lastFullYear chooses the year for charts of one year: the last one of which a
// table by month holds all twelve months, or else the last one.
func lastFullYear(t *tables.Table) (period, error) {
	held, err := monthsHeld(t)
	if err != nil {
		return period{}, err
	}
	for _, p := range slices.Backward(held) {
		if p.months == 12 {
			return p, nil
		}
	}
	return held[len(held)-1], nil
}

// said returns 2035, or says how few of its months are there.
func (p period) said(w *words) string {
	if p.months == 12 {
		return fmt.Sprint(p.year)
	}
	return w.say("%d (%d of 12 months)", p.year, p.months)
}
