package random

import (
	"fmt"
	"math"
)

// Shifted is a distribution moved along by a constant.
type Shifted struct {
	of Distribution
	by float64
}

// NewShifted returns the distribution of by plus a value of another.
func NewShifted(of Distribution, by float64) (Shifted, error) {
	if of == nil {
		return Shifted{}, fmt.Errorf("shifted: no distribution, expected one")
	}
	if err := checkFinite("shifted", []string{"by"}, by); err != nil {
		return Shifted{}, err
	}
	return Shifted{of, by}, nil
}

// Quantile implements [Distribution].
func (d Shifted) Quantile(u float64) float64 { return d.by + d.of.Quantile(u) }

// CDF implements [Distribution].
func (d Shifted) CDF(x float64) float64 { return d.of.CDF(x - d.by) }

// Mean implements [Distribution].
func (d Shifted) Mean() float64 { return d.by + d.of.Mean() }

// Floored is a distribution whose values are raised to a floor: the floor
// itself has the probability of all that would lie below it. A duration that
// cannot be shorter than planned is floored; a measurement known to be positive
// is [Truncated].
type Floored struct {
	of          Distribution
	floor, mean float64
}

// NewFloored returns the distribution of the greater of floor and a value of
// another. The mean is integrated numerically, to about ten digits.
func NewFloored(of Distribution, floor float64) (Floored, error) {
	if of == nil {
		return Floored{}, fmt.Errorf("floored: no distribution, expected one")
	}
	if err := checkFinite("floored", []string{"floor"}, floor); err != nil {
		return Floored{}, err
	}
	below := of.CDF(floor)
	mean := float64(below*floor) + integrateQuantile(of, below, 1)
	return Floored{of, floor, mean}, nil
}

// Quantile implements [Distribution].
func (d Floored) Quantile(u float64) float64 {
	x := d.of.Quantile(u)
	if math.IsNaN(x) {
		return x
	}
	return max(d.floor, x)
}

// CDF implements [Distribution].
func (d Floored) CDF(x float64) float64 {
	if x < d.floor {
		return 0
	}
	return d.of.CDF(x)
}

// Mean implements [Distribution].
func (d Floored) Mean() float64 { return d.mean }
