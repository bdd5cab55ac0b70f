package series

import (
	"fmt"
	"math"
	"slices"

	"corridor/sim/tables"
)

// Largest is the largest number a chart draws. Nothing on the corridor, in any
// unit of the tables, comes near it.
const Largest = 1e12

// Metric returns a column of a metric, as it may be negative or not.
func Metric(t *tables.Table, m tables.MetricColumn) ([]float64, error) {
	if m.Signed {
		return Signed(t, m.NumberColumn)
	}
	return Measure(t, m.NumberColumn)
}

// Measure returns a column of quantities that cannot be negative, NaN where a
// cell is empty.
func Measure(t *tables.Table, column tables.NumberColumn) ([]float64, error) {
	values := slices.Clone(column.Of(t))
	for row := range values {
		if err := measure(t, column, values, row); err != nil {
			return nil, err
		}
	}
	return values, nil
}

// MeasureAt is the same of a column of which some rows alone cannot be negative.
func MeasureAt(t *tables.Table, column tables.NumberColumn, rows []int) ([]float64, error) {
	values := slices.Clone(column.Of(t))
	for _, row := range rows {
		if err := measure(t, column, values, row); err != nil {
			return nil, err
		}
	}
	return values, nil
}

// measure checks one value of a column, and rounds it to zero where it is that but for
// rounding.
func measure(t *tables.Table, column tables.NumberColumn, values []float64, row int) error {
	v := values[row]
	switch {
	case math.IsInf(v, 0) || math.Abs(v) > Largest:
		return TooLarge(t, column)
	case v < -1e-6:
		return fmt.Errorf("%s: %s is %g, it cannot be negative", t.Place(row), column.Name, v)
	case v < 0:
		values[row] = 0
	}
	return nil
}

// Measures returns several columns at once. The first must hold a number.
func Measures(t *tables.Table, columns ...tables.NumberColumn) ([][]float64, error) {
	out := make([][]float64, len(columns))
	for i, c := range columns {
		var err error
		if out[i], err = Measure(t, c); err != nil {
			return nil, err
		}
	}
	if !AnyNumber(out[0]) {
		return nil, AllEmpty(t, columns[0])
	}
	return out, nil
}

// Shares returns a column of shares from 0 to 1 in percent, NaN where a cell is empty.
func Shares(t *tables.Table, column tables.NumberColumn) ([]float64, error) {
	values := slices.Clone(column.Of(t))
	for row, v := range values {
		if v < -1e-9 || v > 1+1e-9 {
			return nil, fmt.Errorf("%s: %s is %g, expected a share from 0 to 1", t.Place(row), column.Name, v)
		}
		values[row] = float64(100 * min(max(v, 0), 1))
	}
	return values, nil
}

// Signed returns a column of quantities that may be negative.
func Signed(t *tables.Table, column tables.NumberColumn) ([]float64, error) {
	values := slices.Clone(column.Of(t))
	for _, v := range values {
		if math.Abs(v) > Largest {
			return nil, TooLarge(t, column)
		}
	}
	return values, nil
}
