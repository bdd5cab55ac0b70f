package plots

import (
	"fmt"
	"math"
	"slices"
	"strconv"

	"corridor/sim/tables"
)

// byYear keeps the rows whose period is a year, and returns the years, which
// must rise.
func byYear(t *tables.Table, rows []int, column string) (list, kept []int, err error) {
	periods := t.Text(column)
	for _, row := range rows {
		if _, err := parseMonth(periods[row]); err == nil {
			continue // a table may hold months too
		}
		year, err := strconv.Atoi(periods[row])
		if err != nil || year < 1800 || year > 2200 || len(list) > 0 && year <= list[len(list)-1] {
			return nil, nil, fmt.Errorf("%s row %d: %q is not a year after the one before", t.Schema.File(), row+1, periods[row])
		}
		list, kept = append(list, year), append(kept, row)
	}
	if len(kept) == 0 {
		return nil, nil, fmt.Errorf("%s has no rows of a whole year", t.Schema.File())
	}
	return list, kept, nil
}

// pick returns the values at some rows.
func pick(values []float64, rows []int) []float64 {
	out := make([]float64, len(rows))
	for i, row := range rows {
		out[i] = values[row]
	}
	return out
}

// rowsWhere returns the rows of a table for which keep is true, in order.
func rowsWhere(t *tables.Table, keep func(row int) bool) []int {
	var out []int
	for row := range t.Len() {
		if keep(row) {
			out = append(out, row)
		}
	}
	return out
}

// shares returns a column of shares from 0 to 1 in percent, NaN where a cell is empty.
func shares(t *tables.Table, column string) ([]float64, error) {
	values := slices.Clone(t.Numbers(column))
	for row, v := range values {
		if v < -1e-9 || v > 1+1e-9 {
			return nil, fmt.Errorf("%s row %d: %s is %g, expected a share from 0 to 1", t.Schema.File(), row+1, column, v)
		}
		values[row] = float64(100 * min(max(v, 0), 1))
	}
	return values, nil
}

// signed returns a column of quantities that may be negative.
func signed(t *tables.Table, column string) ([]float64, error) {
	values := slices.Clone(t.Numbers(column))
	for _, v := range values {
		if math.Abs(v) > largest {
			return nil, tooLarge(t, column)
		}
	}
	return values, nil
}

// drawsOf writes how many futures a table rests on, the most of any row, and a
// dash where none says.
func (on *page) drawsOf(t *tables.Table) string {
	draws := t.Numbers("draws")
	if len(draws) == 0 || !(draws[0] >= 1 && draws[0] < largest) {
		return "–"
	}
	most := draws[0]
	for _, n := range draws {
		if n > most && n < largest {
			most = n
		}
	}
	return on.amount(most, 0)
}
