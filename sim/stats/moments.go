package stats

import (
	"math"
	"math/big"
)

// Mean returns the mean of the finite values, correctly rounded; NaN when there
// are none.
func (s *Summary) Mean() float64 {
	return s.sum.over(s.count)
}

// over returns the sum divided by a number of values, correctly rounded; NaN for none.
func (e *exactSum) over(n uint64) float64 {
	if n == 0 {
		return math.NaN()
	}
	mean := e.rational()
	v, _ := mean.Quo(mean, whole(n)).Float64()
	return v
}

// Variance returns the unbiased sample variance of the finite values, correctly
// rounded; NaN for fewer than two. The textbook formula (n Σx² − (Σx)²) / n(n−1)
// is safe here, because both sums are exact.
func (s *Summary) Variance() float64 {
	if s.count < 2 {
		return math.NaN()
	}
	n := whole(s.count)
	square := s.sum.rational()
	square.Mul(square, square)
	variance := s.squares.rational()
	variance.Sub(variance.Mul(variance, n), square)
	v, _ := variance.Quo(variance, n.Mul(n, whole(s.count-1))).Float64()
	return v
}

// SD returns the sample standard deviation, the root of [Summary.Variance].
func (s *Summary) SD() float64 { return math.Sqrt(s.Variance()) }

func whole(n uint64) *big.Rat { return new(big.Rat).SetUint64(n) }
