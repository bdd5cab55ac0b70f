package sample

import "math"

// leastPivot is the share of its variance that a number must have for itself.
// Below it the matrix is singular to rounding.
const leastPivot = 1e-10

// cholesky replaces the lower triangle of a symmetric matrix of n rows with 1
// on the diagonal by the L of its factors L·Lᵀ. If the matrix is not positive
// definite it returns the row at which that shows, and the earlier one with
// which its correlation weighs most; otherwise −1.
func cholesky(matrix []float64, n int) (row, with int) {
	for i := range n {
		for j := range i + 1 {
			sum := matrix[i*n+j]
			for k := range j {
				sum -= float64(matrix[i*n+k] * matrix[j*n+k])
			}
			if j < i {
				matrix[i*n+j] = sum / matrix[j*n+j]
				continue
			}
			if !(sum > leastPivot) {
				for k := range i {
					if math.Abs(matrix[i*n+k]) > math.Abs(matrix[i*n+with]) {
						with = k
					}
				}
				return i, with
			}
			matrix[i*n+i] = math.Sqrt(sum)
		}
	}
	return -1, -1
}
