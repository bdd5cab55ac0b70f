package random

import "math"

// leastPivot is the share of its variance that a number must have for itself.
// Below it the matrix is singular to rounding.
const leastPivot = 1e-10

// leastWeight is what rounding leaves where a number depends on another only
// through a third: below it a weight is 0, so that a number with one common
// factor has the same row whoever else has that factor.
const leastWeight = 1e-12

// Cholesky replaces the lower triangle of a symmetric matrix of n rows with 1
// on the diagonal by the L of its factors L·Lᵀ. If the matrix is not positive
// definite it returns the row at which that shows, whose elements before the
// diagonal are L⁻¹ times those of the matrix; otherwise −1.
func Cholesky(matrix []float64, n int) (row int) {
	for i := range n {
		for j := range i + 1 {
			sum := matrix[i*n+j]
			for k := range j {
				sum -= float64(matrix[i*n+k] * matrix[j*n+k])
			}
			if j < i {
				weight := sum / matrix[j*n+j]
				if math.Abs(weight) < leastWeight {
					weight = 0
				}
				matrix[i*n+j] = weight
				continue
			}
			if !(sum > leastPivot) {
				return i
			}
			matrix[i*n+i] = math.Sqrt(sum)
		}
	}
	return -1
}

// Forward replaces v of n numbers by L⁻¹ v, with the L of n rows that [Cholesky] leaves: forward
// substitution, which makes numbers with that covariance independent.
func Forward(l []float64, n int, v []float64) {
	for i := range n {
		sum := v[i]
		for k := range i {
			sum -= float64(l[i*n+k] * v[k])
		}
		v[i] = sum / l[i*n+i]
	}
}
