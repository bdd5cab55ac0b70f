package random

import "fmt"

// Scaled is a distribution multiplied by a constant: delays against the median of
// their kind, half of what costs exceed.
type Scaled struct {
	of Distribution
	by float64
}

// NewScaled returns the distribution of by times a value of another, by above 0.
func NewScaled(of Distribution, by float64) (Scaled, error) {
	if of == nil {
		return Scaled{}, fmt.Errorf("scaled: no distribution, expected one")
	}
	if err := checkPositive("scaled", "by", by); err != nil {
		return Scaled{}, err
	}
	return Scaled{of, by}, nil
}

// Quantile implements [Distribution].
func (d Scaled) Quantile(u float64) float64 { return float64(d.by * d.of.Quantile(u)) }

// CDF implements [Distribution].
func (d Scaled) CDF(x float64) float64 { return d.of.CDF(x / d.by) }

// Mean implements [Distribution].
func (d Scaled) Mean() float64 { return float64(d.by * d.of.Mean()) }
