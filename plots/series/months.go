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

// month is the same column in all tables by month.
var month = tables.Monthly.Month

// MonthAt returns the month in a cell. An error names the column, as a table may have
// several.
func MonthAt(t *tables.Table, column tables.MonthColumn, row int) (words.Month, error) {
	m, err := words.ParseMonth(column.Of(t)[row])
	if err != nil {
		return 0, fmt.Errorf("%s: %s %w", t.Place(row), column.Name, err)
	}
	return m, nil
}

// MonthOrNever returns the month in a cell, 0 where it is empty.
func MonthOrNever(t *tables.Table, column tables.MonthColumn, row int) (words.Month, error) {
	if column.Of(t)[row] == "" {
		return 0, nil
	}
	return MonthAt(t, column, row)
}

// MonthOf returns the month of a row of a table by month.
func MonthOf(t *tables.Table, row int) (words.Month, error) {
	m, err := words.ParseMonth(month.Of(t)[row])
	if err != nil {
		return 0, fmt.Errorf("%s: %w", t.Place(row), err)
	}
	return m, nil
}

// MonthRange returns the first and last month of a table.
func MonthRange(t *tables.Table) (first, last words.Month, err error) {
	for row := range t.Len() {
		m, err := MonthOf(t, row)
		if err != nil {
			return 0, 0, err
		}
		if row == 0 {
			first, last = m, m
		}
		first, last = min(first, m), max(last, m)
	}
	return first, last, nil
}

// ValuesByMonth returns a column by month, times a factor, for each of the names that
// the rows have, or for the whole table where these are nil.
func ValuesByMonth(t *tables.Table, column tables.NumberColumn, names []string, first, last words.Month, factor float64) ([]ByMonth, error) {
	cells, err := Measure(t, column)
	if err != nil {
		return nil, err
	}
	if names == nil {
		names = make([]string, t.Len())
	}
	var seen [][]bool // by line, then month
	index := map[string]int{}
	var out []ByMonth
	for row := range t.Len() {
		m, err := MonthOf(t, row)
		if err != nil {
			return nil, err
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
			seen = append(seen, make([]bool, len(values)))
		}
		if seen[i][m-first] {
			return nil, fmt.Errorf("%s: %s comes twice", t.Place(row), m)
		}
		seen[i][m-first] = true
		out[i].Values[m-first] = float64(cells[row] * factor)
	}
	return out, nil
}
