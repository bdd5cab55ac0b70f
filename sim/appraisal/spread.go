package appraisal

import (
	"math"
	"slices"

	"corridor/sim/economics"
	"corridor/sim/stats"
	"corridor/sim/tables"
)

// rounding is what sums stray by, of any unit: a USD, a tonne. What is less is nothing.
const rounding = economics.OneUSD

// spread is how a number lies over the draws in which it has a value.
type spread struct {
	draws         int
	mean, error   float64 // and the standard error of the mean
	p05, p50, p95 float64
	above         float64 // share of the draws in which it is above 0, but for rounding
}

// spreadOf returns the spread of a column of the rows. Draws are independent.
func spreadOf(rows [][]float64, column int) spread {
	values := make([]float64, 0, len(rows))
	for _, row := range rows {
		if v := row[column]; !math.IsNaN(v) {
			values = append(values, v)
		}
	}
	return spreadIn(values)
}

// spreadIn returns the spread of values, which it sorts.
func spreadIn(values []float64) spread {
	n := float64(len(values))
	if n == 0 {
		nan := math.NaN()
		return spread{0, nan, nan, nan, nan, nan, nan}
	}
	slices.Sort(values)
	var sum, squares stats.Sum
	above := 0
	for _, v := range values {
		sum.Add(v)
		if v > rounding {
			above++
		}
	}
	s := spread{
		draws: len(values), mean: sum.Value() / n, error: math.NaN(), above: float64(above) / n,
		p05: stats.Quantile(values, 0.05), p50: stats.Quantile(values, 0.5), p95: stats.Quantile(values, 0.95),
	}
	if n > 1 {
		for _, v := range values {
			d := v - s.mean
			squares.Add(float64(d * d))
		}
		s.error = math.Sqrt(squares.Value() / (n - 1) / n)
	}
	return s
}

// cells are those of a table's row.
func (s *spread) cells() []any {
	list := []any{s.draws}
	for _, v := range []float64{s.mean, s.error, s.p05, s.p50, s.p95, s.above} {
		list = append(list, tables.Finite(v))
	}
	return list
}

// descending orders the greater first, and what has no value last.
func descending(a, b float64) int {
	switch {
	case a > b || math.IsNaN(b) && !math.IsNaN(a):
		return -1
	case a < b || math.IsNaN(a) && !math.IsNaN(b):
		return 1
	}
	return 0
}
