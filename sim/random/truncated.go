package random

import (
	"fmt"
	"math"
)

// leastKept is the smallest probability that a truncation may leave: below it
// too few of the digits of u remain to tell values apart.
const leastKept = 1e-6

// Truncated is a distribution given that the value is within a range: draws
// beyond it are taken again, so that nothing piles up at the ends. See
// [Floored] for the other way.
type Truncated struct {
	of         Distribution
	low, high  float64
	from, kept float64 // probability below low, and between low and high
	mean       float64
}

// NewTruncated returns a distribution given that the value is from low to high.
// Either may be infinite. The range must have a probability of at least 1e-6.
//
// The mean is integrated numerically, to about ten digits.
func NewTruncated(of Distribution, low, high float64) (Truncated, error) {
	if of == nil {
		return Truncated{}, fmt.Errorf("truncated: no distribution, expected one")
	}
	if !(low < high) {
		return Truncated{}, fmt.Errorf("truncated from %v to %v, expected low below high", low, high)
	}
	from := of.CDF(math.Nextafter(low, math.Inf(-1)))
	kept := of.CDF(high) - from
	if !(kept >= leastKept) {
		return Truncated{}, fmt.Errorf("truncated from %v to %v: the distribution has a probability of %v there, expected at least %v", low, high, kept, leastKept)
	}
	d := Truncated{of: of, low: low, high: high, from: from, kept: kept}
	d.mean = integrateQuantile(d, 0, 1)
	return d, nil
}

// Quantile implements [Distribution].
func (d Truncated) Quantile(u float64) float64 {
	if !isProbability(u) {
		return math.NaN()
	}
	return min(d.high, max(d.low, d.of.Quantile(min(1, d.from+float64(u*d.kept)))))
}

// CDF implements [Distribution].
func (d Truncated) CDF(x float64) float64 {
	switch {
	case x < d.low:
		return 0
	case x >= d.high:
		return 1
	}
	return min(1, max(0, (d.of.CDF(x)-d.from)/d.kept))
}

// Mean implements [Distribution].
func (d Truncated) Mean() float64 { return d.mean }
