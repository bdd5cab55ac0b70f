package plots

import (
	"fmt"
	"math"

	"corridor/sim/tables"
)

// byMonth is one line or strip: a value by month, NaN where there is none.
type byMonth struct {
	name   string
	values []float64
}

// monthRange returns the first and last month of a table.
func monthRange(t *tables.Table) (first, last month, err error) {
	for row, text := range t.Text("month") {
		m, err := parseMonth(text)
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

// valuesByMonth returns a column by month, times a factor, for each name in
// another column, or for the whole table when by is empty.
func valuesByMonth(t *tables.Table, column, by string, first, last month, factor float64) ([]byMonth, error) {
	cells, err := measure(t, column)
	if err != nil {
		return nil, err
	}
	names := make([]string, t.Len())
	if by != "" {
		names = t.Text(by)
	}
	type place struct {
		name string
		month
	}
	seen := map[place]bool{}
	index := map[string]int{}
	var out []byMonth
	for row, text := range t.Text("month") {
		m, err := parseMonth(text)
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
			out = append(out, byMonth{names[row], values})
		}
		if seen[place{names[row], m}] {
			return nil, fmt.Errorf("%s row %d: %s comes twice", t.Schema.File(), row+1, text)
		}
		seen[place{names[row], m}] = true
		out[i].values[m-first] = float64(cells[row] * factor)
	}
	return out, nil
}

func mean(values []float64) float64 {
	sum, n := 0.0, 0
	for _, v := range values {
		if !math.IsNaN(v) {
			sum += v
			n++
		}
	}
	if n == 0 {
		return 0
	}
	return sum / float64(n)
}
