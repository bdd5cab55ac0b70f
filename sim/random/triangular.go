package random

import "math"

// Triangular is the distribution whose density rises in a line from low to mode
// and falls in a line to high. Its ends are reached more often than those of a
// [NewPERT] with the same three figures.
type Triangular struct {
	low, mode, high float64
}

// NewTriangular returns the triangular distribution of three figures, low ≤
// mode ≤ high and low < high.
func NewTriangular(low, mode, high float64) (Triangular, error) {
	if err := checkMode("triangular", low, mode, high); err != nil {
		return Triangular{}, err
	}
	return Triangular{low, mode, high}, nil
}

// Quantile implements [Distribution].
func (d Triangular) Quantile(u float64) float64 {
	if !isProbability(u) {
		return math.NaN()
	}
	width := d.high - d.low
	if float64(u*width) <= d.mode-d.low {
		return min(d.mode, d.low+math.Sqrt(float64(float64(u*width)*(d.mode-d.low))))
	}
	return max(d.mode, d.high-math.Sqrt(float64(float64((1-u)*width)*(d.high-d.mode))))
}

// CDF implements [Distribution].
func (d Triangular) CDF(x float64) float64 {
	width := d.high - d.low
	switch {
	case x <= d.low:
		return 0
	case x >= d.high:
		return 1
	case x <= d.mode:
		return (x - d.low) / width * ((x - d.low) / (d.mode - d.low))
	}
	return 1 - float64((d.high-x)/width*((d.high-x)/(d.high-d.mode)))
}

// Mean implements [Distribution].
func (d Triangular) Mean() float64 {
	return d.low + ((d.mode-d.low)+(d.high-d.low))/3
}
