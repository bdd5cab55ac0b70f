package portable

import (
	"math"
	"math/rand/v2"
)

// points draws arguments from an integer generator, the same everywhere.
type points struct{ *rand.Rand }

func newPoints(seed uint64) points {
	return points{rand.New(rand.NewPCG(seed, 20260101))}
}

// between returns a point of [low, high).
func (p points) between(low, high float64) float64 {
	return low + float64((high-low)*p.Float64())
}

// positive returns a finite double above 0, of any exponent.
func (p points) positive() float64 {
	return math.Float64frombits(1 + p.Uint64N(0x7ff0000000000000-1))
}

// any returns a double of any bits, NaN and infinities too.
func (p points) any() float64 {
	return math.Float64frombits(p.Uint64())
}

// steps returns the n-th double after x, or before it for n < 0, counted away from 0.
func steps(x float64, n int) float64 {
	return math.Float64frombits(math.Float64bits(x) + uint64(n))
}

// sink keeps the compiler from dropping what a benchmark computes.
var sink float64

func benchmarkPoints(low, high float64) []float64 {
	at := newPoints(9)
	xs := make([]float64, 1024)
	for i := range xs {
		xs[i] = at.between(low, high)
	}
	return xs
}
