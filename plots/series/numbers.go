package series

import (
	"math"
	"slices"
)

// Mean returns the mean of the values that are numbers, 0 where there is none.
func Mean(values []float64) float64 {
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

// AnyNumber reports whether any value is a number.
func AnyNumber(values []float64) bool {
	return slices.ContainsFunc(values, func(v float64) bool { return !math.IsNaN(v) })
}

// Highest returns the largest of the values that are numbers, or zero.
func Highest(series ...[]float64) float64 {
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

// Sum returns the sum of the values.
func Sum(values []float64) float64 {
	total := 0.0
	for _, v := range values {
		total += v
	}
	return total
}

// Times multiplies every value.
func Times(values []float64, factor float64) []float64 {
	out := make([]float64, len(values))
	for i, v := range values {
		out[i] = float64(v * factor)
	}
	return out
}

// Pick returns the values at some rows.
func Pick(values []float64, rows []int) []float64 {
	out := make([]float64, len(rows))
	for i, row := range rows {
		out[i] = values[row]
	}
	return out
}

// Positions returns years as values of an axis.
func Positions(list []int) []float64 {
	xs := make([]float64, len(list))
	for i, y := range list {
		xs[i] = float64(y)
	}
	return xs
}
