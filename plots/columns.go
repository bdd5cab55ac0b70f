package plots

import (
	"fmt"
	"math"
	"slices"

	"corridor/model/calendar"
	"corridor/sim/tables"
)

// largest is the largest number a chart draws. Nothing on the corridor, in any
// unit of the tables, comes near it.
const largest = 1e12

// rowsOf returns the table of a schema, for one scenario. A table that is
// missing, empty or of several scenarios is an error.
func rowsOf(p *tables.Package, of tables.Described) (*tables.Table, error) {
	s := of.Describe()
	t := p.Table(s)
	if t == nil {
		return nil, fmt.Errorf("there is no %s", s.File())
	}
	for _, c := range s.Columns {
		if !slices.ContainsFunc(t.Schema.Columns, func(d tables.Column) bool { return d.Name == c.Name && d.Type == c.Type }) {
			return nil, fmt.Errorf("%s has no column %s", s.File(), c.Name)
		}
	}
	if t.Len() == 0 {
		return nil, fmt.Errorf("%s has no rows", s.File())
	}
	names := t.Text("scenario")
	for row, name := range names {
		if name != names[0] {
			return nil, fmt.Errorf("%s row %d: a chart draws one scenario, found %q after %q", s.File(), row+1, name, names[0])
		}
	}
	return t, nil
}

// measure returns a column of quantities that cannot be negative, NaN where a
// cell is empty.
func measure(t *tables.Table, column string) ([]float64, error) {
	values := slices.Clone(t.Numbers(column))
	for row, v := range values {
		switch {
		case math.IsInf(v, 0) || math.Abs(v) > largest:
			return nil, tooLarge(t, column)
		case v < -1e-6:
			return nil, fmt.Errorf("%s row %d: %s is %g, it cannot be negative", t.Schema.File(), row+1, column, v)
		case v < 0:
			values[row] = 0 // rounding
		}
	}
	return values, nil
}

// measures returns several columns at once. The first must hold a number.
func measures(t *tables.Table, columns ...string) ([][]float64, error) {
	out := make([][]float64, len(columns))
	for i, c := range columns {
		var err error
		if out[i], err = measure(t, c); err != nil {
			return nil, err
		}
	}
	if !anyNumber(out[0]) {
		return nil, allEmpty(t, columns[0])
	}
	return out, nil
}

func anyNumber(values []float64) bool {
	return slices.ContainsFunc(values, func(v float64) bool { return !math.IsNaN(v) })
}

// highest returns the largest of the values that are numbers, or zero.
func highest(series ...[]float64) float64 {
	top := 0.0
	for _, values := range series {
		for _, v := range values {
			if v > top {
				top = v
			}
		}
	}
	return top
}

// years returns the years of an annual table, which must rise.
func years(t *tables.Table) ([]int, error) {
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

// month is a calendar month of a table.
type month = calendar.Month

// parseMonth reads 2028-12.
func parseMonth(s string) (month, error) {
	m, err := calendar.ParseMonth(s)
	if err != nil || m.Year() < 1800 || m.Year() > 2200 {
		return 0, fmt.Errorf("%q is not a month such as 2028-12", s)
	}
	return m, nil
}

// yearly returns the years of annual.csv and the named columns.
func yearly(p *tables.Package, names ...string) (list []int, columns [][]float64, err error) {
	t, err := rowsOf(p, tables.Annual)
	if err != nil {
		return nil, nil, err
	}
	if list, err = years(t); err != nil {
		return nil, nil, err
	}
	columns, err = measures(t, names...)
	return list, columns, err
}
