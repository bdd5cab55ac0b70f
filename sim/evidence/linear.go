package evidence

import (
	"math"

	"corridor/sim/stats"
)

// centred returns values less their mean, and the sum of their squares. What is constant but
// for rounding is 0 throughout.
func centred(values []float64) ([]float64, float64) {
	var sum stats.Sum
	largest := 0.0
	for _, v := range values {
		sum.Add(v)
		largest = max(largest, math.Abs(v))
	}
	mean := sum.Value() / float64(len(values))
	out := make([]float64, len(values))
	for i, v := range values {
		out[i] = v - mean
	}
	squares := dot(out, out)
	if squares <= float64(len(values))*float64(float64(largest*1e-12)*float64(largest*1e-12)) {
		clear(out)
		return out, 0
	}
	return out, squares
}

func dot(a, b []float64) (sum float64) {
	for i := range a {
		sum += float64(a[i] * b[i])
	}
	return sum
}

// explained is the part of the variance of y that a linear regression on some columns explains,
// R², adjusted for their number,
//
//	1 − (1 − R²) (n − 1) / (n − p − 1)
//
// (Ezekiel 1930, Methods of Correlation Analysis), so that columns that say nothing come to 0 in
// the mean, and may come to less. Of one column R² is the squared correlation. It is NaN where y
// does not vary, or the draws are too few for so many columns. Columns that follow from those
// before are left out.
//
// It is the part by which knowing the columns would reduce the variance in the mean, reckoned
// linearly: the resolution of Bayes linear statistics (Goldstein & Wooff 2007, Bayes Linear
// Statistics, Wiley), and no more than what a reckoning that is not linear would find.
func explained(y []float64, columns [][]float64) float64 {
	rest, all := centred(y)
	if all == 0 {
		return math.NaN()
	}
	// Columns made orthogonal one after the other (modified Gram–Schmidt; Björck 1967, BIT 7,
	// 1–21), and taken out of what is left of y.
	var basis [][]float64
	for _, column := range columns {
		x, size := centred(column)
		if size == 0 {
			continue
		}
		for _, b := range basis {
			take(x, b, dot(x, b))
		}
		left := dot(x, x)
		if left <= float64(1e-10*size) {
			continue
		}
		scale := 1 / math.Sqrt(left)
		for i := range x {
			x[i] *= scale
		}
		basis = append(basis, x)
		take(rest, x, dot(rest, x))
	}
	n, p := len(y), len(basis)
	if n-p-1 < 1 {
		return math.NaN()
	}
	return 1 - float64(dot(rest, rest)/all*float64(n-1)/float64(n-p-1))
}

// take takes so much of a column out of another.
func take(from, column []float64, much float64) {
	for i := range from {
		from[i] -= float64(much * column[i])
	}
}

// correlation is Pearson's, NaN where one of the two does not vary.
func correlation(a, b []float64) float64 {
	x, sizeX := centred(a)
	y, sizeY := centred(b)
	if sizeX == 0 || sizeY == 0 {
		return math.NaN()
	}
	return max(-1, min(1, dot(x, y)/math.Sqrt(sizeX)/math.Sqrt(sizeY)))
}
