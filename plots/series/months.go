package series

import (
	"fmt"
	"math"

	"corridor/plots/words"
	"corridor/sim/tables"
)

// ByMonth is one line or strip: a value by month, NaN where there is none.
type ByMonth struct {
	Name   string
	Values []float64
}

// MonthRange returns the first and last month of a table.
func MonthRange(t *tables.Table) (first, last words.Month, err error) {
	for row, text := range t.Text("month") {
		m, err := words.ParseMonth(text)
		if err != nil {
			return 0, 0, fmt.Errorf("%s row %d: %w", t.Schema.File(), row+1, err)
		}
		if row == 0 {
			first, last = m, m
		}
		first, last = min(first, m), max(last, m)
	}
	return first, last, nil
}

// ValuesByMonth returns a column by month, times a factor, for each name in
// another column, or for the whole table when by is empty.
func ValuesByMonth(t *tables.Table, column, by string, first, last words.Month, factor float64) ([]ByMonth, error) {
	cells, err := Measure(t, column)
	if err != nil {
		return nil, err
	}
	names := make([]string, t.Len())
	if by != "" {
		names = t.Text(by)
	}
	type place struct {
		name string
		words.Month
	}
	seen := map[place]bool{}
	index := map[string]int{}
	var out []ByMonth
	for row, text := range t.Text("month") {
		m, err := words.ParseMonth(text)
		if err != nil {
			return nil, fmt.Errorf("%s row %d: %w", t.Schema.File(), row+1, err)
		}
		if m < first || m > last {
			continue
		}
		i, known := index[names[row]]
		if !known {
			i = len(out)
			index[names[row]] = i
			values := make([]float64, last-first+1)
			for j := range values {
				values[j] = math.NaN()
			}
			out = append(out, ByMonth{names[row], values})
		}
		if seen[place{names[row], m}] {
			return nil, fmt.Errorf("%s row %d: %s comes twice", t.Schema.File(), row+1, text)
		}
		seen[place{names[row], m}] = true
		out[i].Values[m-first] = float64(cells[row] * factor)
	}
	return out, nil
}
