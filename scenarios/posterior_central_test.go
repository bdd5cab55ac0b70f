package scenarios

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// TestCentral: the rows nearest by Mahalanobis' distance that a program of its own in Python
// found, by the inverse of the covariance. In the second sample row 4 would be nearest if
// each number counted for itself.
func TestCentral(t *testing.T) {
	require.Equal(t, 2, central([][]float64{{1, 10}, {2, 21}, {3, 29}, {4, 42}, {5, 50}, {3.4, 24}, {2.5, 26}}))
	along := [][]float64{{0, 0}, {1, 1}, {2, 2}, {3, 3}, {1.6, 1.4}, {4, 4.2}, {-1, -0.8}, {2.4, 2.45}}
	require.Equal(t, 2, central(along))
	var three [][]float64
	for i := 1; i <= 40; i++ {
		a := i * 37 % 101
		b := i * 29 % 97
		three = append(three, []float64{float64(a) / 101, float64(a+i*53%11) / 50, float64(b * b)})
	}
	require.Equal(t, 14, central(three))

	// In other units and from another zero it is the same row.
	for _, row := range along {
		row[0], row[1] = 1e-3*row[0]+7, 1e6*row[1]
	}
	require.Equal(t, 2, central(along))
}

// TestCentralOfLittle: what does not differ counts nothing, what follows from another counts
// once, and a few rows of many numbers have one in the middle too.
func TestCentralOfLittle(t *testing.T) {
	require.Equal(t, 0, central([][]float64{{4, 4}, {4, 4}}))
	require.Equal(t, 2, central([][]float64{{1, 5, 2}, {4, 5, 8}, {2.4, 5, 4.8}, {3.4, 5, 6.8}, {1.2, 5, 2.4}}))
	require.Equal(t, 1, central([][]float64{{0, 0, 0, 1}, {1, 1.1, 0.9, 1}, {2, 2, 2, 1.2}}))
}
