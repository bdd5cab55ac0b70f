package series

import (
	"fmt"
	"slices"

	"corridor/plots/words"
	"corridor/sim/tables"
)

// Period is the year that a chart of one year shows.
type Period struct {
	Year   int
	Months int // of it that the tables hold
}

// MonthsHeld returns the years of a table by month, in order.
func MonthsHeld(t *tables.Table) ([]Period, error) {
	first, last, err := MonthRange(t)
	if err != nil {
		return nil, err
	}
	months := make(map[string]bool)
	for _, text := range t.Text("month") {
		months[text] = true
	}
	var out []Period
	for m := first; m <= last; m++ {
		if !months[m.String()] {
			continue
		}
		if len(out) == 0 || out[len(out)-1].Year != m.Year() {
			out = append(out, Period{Year: m.Year()})
		}
		out[len(out)-1].Months++
	}
	return out, nil
}

// LastFullYear chooses the year for charts of one year: the last one of which a
// table by month holds all twelve months, or else the last one.
func LastFullYear(t *tables.Table) (Period, error) {
	held, err := MonthsHeld(t)
	if err != nil {
		return Period{}, err
	}
	for _, p := range slices.Backward(held) {
		if p.Months == 12 {
			return p, nil
		}
	}
	return held[len(held)-1], nil
}

// Said returns 2035, or says how few of its months are there.
func (p Period) Said(w *words.Language) string {
	if p.Months == 12 {
		return fmt.Sprint(p.Year)
	}
	return w.Say("%d (%d of 12 months)", p.Year, p.Months)
}
