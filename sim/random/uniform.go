package random

import "math"

// Uniform is the distribution that knows no more than a range.
type Uniform struct {
	low, high float64
}

// NewUniform returns the uniform distribution from low to high, low < high.
func NewUniform(low, high float64) (Uniform, error) {
	if err := checkRange("uniform", low, high); err != nil {
		return Uniform{}, err
	}
	return Uniform{low, high}, nil
}

// Quantile implements [Distribution].
func (d Uniform) Quantile(u float64) float64 {
	if !isProbability(u) {
		return math.NaN()
	}
	// Exact at both ends, and between them never beyond high.
	return min(d.high, d.low+float64(u*(d.high-d.low)))
}

// CDF implements [Distribution].
func (d Uniform) CDF(x float64) float64 {
	return min(1, max(0, (x-d.low)/(d.high-d.low)))
}

// Mean implements [Distribution].
func (d Uniform) Mean() float64 { return d.low + float64(0.5*(d.high-d.low)) }
