package series

import (
	"errors"
	"fmt"
	"math"

	"corridor/sim/tables"
)

// Years returns the years of rows, which must rise; those of all rows where these are
// nil.
func Years(t *tables.Table, column tables.NumberColumn, rows []int) ([]int, error) {
	if rows == nil {
		rows = RowsWhere(t, func(int) bool { return true })
	}
	var out []int
	for i, row := range rows {
		v := column.Of(t)[row]
		year, err := YearOf(v)
		switch {
		case err != nil:
			return nil, fmt.Errorf("%s: %w", t.Place(row), err)
		case i > 0 && year <= out[i-1]:
			return nil, fmt.Errorf("%s: year %d comes after %d", t.Place(row), year, out[i-1])
		}
		out = append(out, year)
	}
	return out, nil
}

// YearOf returns the year that a number is.
func YearOf(v float64) (int, error) {
	if math.IsNaN(v) {
		return 0, errors.New("the year is empty")
	}
	year := int(v)
	if float64(year) != v || !plausible(year) {
		return 0, fmt.Errorf("%g is not a year from 1800 to 2200", v)
	}
	return year, nil
}

func plausible(year int) bool { return year >= 1800 && year <= 2200 }

// Yearly returns the years of annual.csv and metrics of it, the first of which must hold
// a number.
func Yearly(p *tables.Package, metrics ...tables.MetricColumn) (list []int, columns [][]float64, err error) {
	t, err := RowsOf(p, tables.Annual)
	if err != nil {
		return nil, nil, err
	}
	if list, err = Years(t, tables.Annual.Year, nil); err != nil {
		return nil, nil, err
	}
	for _, m := range metrics {
		values, err := Metric(t, m)
		if err != nil {
			return nil, nil, err
		}
		columns = append(columns, values)
	}
	if !AnyNumber(columns[0]) {
		return nil, nil, AllEmpty(t, metrics[0].NumberColumn)
	}
	return list, columns, nil
}

// WholeYears keeps the rows whose period is a year, and returns the years, which must
// rise.
func WholeYears(t *tables.Table, column tables.TextColumn, rows []int) (list, kept []int, err error) {
	periods := column.Of(t)
	for _, row := range rows {
		period, err := tables.ParsePeriod(periods[row])
		year := period.Year()
		switch {
		case err != nil:
			return nil, nil, fmt.Errorf("%s: %q is neither a year nor a month", t.Place(row), periods[row])
		case !plausible(year):
			return nil, nil, fmt.Errorf("%s: %q is not of the years 1800 to 2200", t.Place(row), periods[row])
		case period.Yearly && len(list) > 0 && year <= list[len(list)-1]:
			return nil, nil, fmt.Errorf("%s: %q is not a year after the one before", t.Place(row), periods[row])
		}
		if period.Yearly { // a table may hold months too
			list, kept = append(list, year), append(kept, row)
		}
	}
	if len(kept) == 0 {
		return nil, nil, fmt.Errorf("%s has no rows of a whole year", t.Schema.File())
	}
	return list, kept, nil
}
