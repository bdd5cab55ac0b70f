package series

import (
	"fmt"
	"strconv"

	"corridor/plots/words"
	"corridor/sim/tables"
)

// Years returns the years of an annual table, which must rise.
func Years(t *tables.Table) ([]int, error) {
	var out []int
	for row, v := range t.Numbers("year") {
		y := int(v)
		if float64(y) != v || y < 1800 || y > 2200 {
			return nil, fmt.Errorf("%s row %d: %g is not a year from 1800 to 2200", t.Schema.File(), row+1, v)
		}
		if row > 0 && y <= out[row-1] {
			return nil, fmt.Errorf("%s row %d: year %d comes after %d", t.Schema.File(), row+1, y, out[row-1])
		}
		out = append(out, y)
	}
	return out, nil
}

// Yearly returns the years of annual.csv and the named columns.
func Yearly(p *tables.Package, names ...string) (list []int, columns [][]float64, err error) {
	t, err := RowsOf(p, tables.Annual)
	if err != nil {
		return nil, nil, err
	}
	if list, err = Years(t); err != nil {
		return nil, nil, err
	}
	columns, err = Measures(t, names...)
	return list, columns, err
}

// YearsOf returns the years of rows, from a column of periods or of numbers.
func YearsOf(t *tables.Table, rows []int, period string) (list, kept []int, err error) {
	if period != "year" {
		return ByYear(t, rows, period)
	}
	all := t.Numbers(period)
	for _, row := range rows {
		y := int(all[row])
		if float64(y) != all[row] || y < 1800 || y > 2200 || len(list) > 0 && y <= list[len(list)-1] {
			return nil, nil, fmt.Errorf("%s row %d: %g is not a year after the one before", t.Schema.File(), row+1, all[row])
		}
		list, kept = append(list, y), append(kept, row)
	}
	return list, kept, nil
}

// ByYear keeps the rows whose period is a year, and returns the years, which
// must rise.
func ByYear(t *tables.Table, rows []int, column string) (list, kept []int, err error) {
	periods := t.Text(column)
	for _, row := range rows {
		if _, err := words.ParseMonth(periods[row]); err == nil {
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
