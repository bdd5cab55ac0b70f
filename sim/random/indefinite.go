package random

import (
	"fmt"
	"math"
)

// IndefiniteError names a correlation that no numbers can have beside those of
// the numbers before them: the matrix is not positive definite.
type IndefiniteError struct {
	A, B string
	Rho  float64 // correlation of their normal scores, as set
	// Correlations of the two between Low and High would fit, the others being as
	// they are. Low is not below High where none would.
	Low, High float64
}

// Error implements error.
func (e *IndefiniteError) Error() string {
	text := fmt.Sprintf("correlation of %q with %q is %.4g, which the others do not allow (the matrix is not positive definite)", e.A, e.B, e.Rho)
	if e.Low < e.High {
		text += fmt.Sprintf(": expected one between %.4g and %.4g", e.Low, e.High)
	}
	return text
}

// indefinite blames one correlation for the row of a matrix at which [cholesky]
// failed: the one that has to change least for that row to fit.
//
// With w = L⁻¹ r, the row of correlations r fits if |w|² < 1. Changing the j-th of
// them by t changes w by t L⁻¹ e_j, so that what fits is between the roots of a
// quadratic.
func (c *Correlation) indefinite(factor []float64, members []int, row int) *IndefiniteError {
	m, n := len(members), len(c.names)
	w := factor[row*m : row*m+row]
	blamed, least := &IndefiniteError{}, math.Inf(1)
	for j := range row {
		rho := c.matrix[members[row]*n+members[j]]
		if rho == 0 {
			continue
		}
		low, high := fitting(w, column(factor, m, row, j))
		distance := min(math.Abs(low), math.Abs(high)) // NaN where nothing fits
		if math.IsNaN(distance) {
			distance = math.MaxFloat64
		}
		if distance < least {
			least = distance
			blamed = &IndefiniteError{c.names[members[row]], c.names[members[j]], rho, max(-1, rho+low), min(1, rho+high)}
		}
	}
	return blamed
}

// column returns the first n elements of L⁻¹ e_j, by forward substitution.
func column(factor []float64, m, n, j int) []float64 {
	x := make([]float64, n)
	for i := j; i < n; i++ {
		sum := 0.0
		if i == j {
			sum = 1
		}
		for k := j; k < i; k++ {
			sum -= float64(factor[i*m+k] * x[k])
		}
		x[i] = sum / factor[i*m+i]
	}
	return x
}

// fitting returns the ends of the t for which |w + t x|² < 1, NaN where there are
// none.
func fitting(w, x []float64) (low, high float64) {
	var ww, wx, xx float64
	for i := range w {
		ww += float64(w[i] * w[i])
		wx += float64(w[i] * x[i])
		xx += float64(x[i] * x[i])
	}
	root := math.Sqrt(float64(wx*wx) - float64(xx*(ww-1)))
	return (-wx - root) / xx, (-wx + root) / xx
}
