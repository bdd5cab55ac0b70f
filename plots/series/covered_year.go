package series

import (
	"fmt"
	"slices"

	"corridor/plots/words"
	"corridor/sim/tables"
)

// CoveredYear is a year with how many of its months a table has.
type CoveredYear struct {
	Year   int
	Months int // of twelve
}

// CoveredYears returns the years of a table by month, in order.
func CoveredYears(t *tables.Table) ([]CoveredYear, error) {
	first, last, err := MonthRange(t)
	if err != nil {
		return nil, err
	}
	months := make(map[string]bool)
	for _, text := range month.Of(t) {
		months[text] = true
	}
	var out []CoveredYear
	for m := first; m <= last; m++ {
		if !months[m.String()] {
			continue
		}
		if len(out) == 0 || out[len(out)-1].Year != m.Year() {
			out = append(out, CoveredYear{Year: m.Year()})
		}
		out[len(out)-1].Months++
	}
	return out, nil
}

// LastFullYear chooses the year for charts of one year: the last one of which a
// table by month holds all twelve months, or else the last one.
func LastFullYear(t *tables.Table) (CoveredYear, error) {
	covered, err := CoveredYears(t)
	if err != nil {
		return CoveredYear{}, err
	}
	for _, p := range slices.Backward(covered) {
		if p.Months == 12 {
			return p, nil
		}
	}
	return covered[len(covered)-1], nil
}

// Said returns 2035, or says how few of its months are there.
func (p CoveredYear) Said(w *words.Language) string {
	if p.Months == 12 {
		return fmt.Sprint(p.Year)
	}
	return w.Say("%d (%d of 12 months)", p.Year, p.Months)
}
