package random

import (
	"math"

	"corridor/model/portable"
)

// Exponential is the distribution of a wait for what may come at any time, or
// of what lies beyond a threshold.
type Exponential struct {
	mean float64
}

// NewExponential returns the exponential distribution with a mean above 0.
func NewExponential(mean float64) (Exponential, error) {
	if err := checkPositive("exponential", "mean", mean); err != nil {
		return Exponential{}, err
	}
	return Exponential{mean}, nil
}

// Quantile implements [Distribution].
func (d Exponential) Quantile(u float64) float64 {
	switch {
	case !isProbability(u):
		return math.NaN()
	case u == 1:
		return math.Inf(1)
	}
	// log(1−u), corrected for the rounding of 1−u: W. Kahan's log1p, as in the
	// HP-15C Advanced Functions Handbook (1982), appendix.
	rest := 1 - u
	if rest == 1 {
		return float64(d.mean * u)
	}
	return float64(d.mean * float64(portable.Log(rest)*(u/(rest-1))))
}

// CDF implements [Distribution].
func (d Exponential) CDF(x float64) float64 {
	if x <= 0 {
		return 0
	}
	return 1 - portable.Exp(-x/d.mean)
}

// Mean implements [Distribution].
func (d Exponential) Mean() float64 { return d.mean }
