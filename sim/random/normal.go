package random

import (
	"math"

	"corridor/model/portable"
)

// Normal is the normal distribution.
type Normal struct {
	mean, sd float64
}

// NewNormal returns the normal distribution with a mean and a standard
// deviation above 0.
func NewNormal(mean, sd float64) (Normal, error) {
	if err := checkFinite("normal", []string{"mean"}, mean); err != nil {
		return Normal{}, err
	}
	if err := checkPositive("normal", "sd", sd); err != nil {
		return Normal{}, err
	}
	return Normal{mean, sd}, nil
}

// Quantile implements [Distribution].
func (d Normal) Quantile(u float64) float64 {
	return d.mean + float64(d.sd*portable.NormQuantile(u))
}

// CDF implements [Distribution].
func (d Normal) CDF(x float64) float64 {
	return portable.NormCDF((x - d.mean) / d.sd)
}

// Mean implements [Distribution].
func (d Normal) Mean() float64 { return d.mean }

// Lognormal is the distribution of a factor whose logarithm is normal: it falls
// short by a third as often as it exceeds by a half.
type Lognormal struct {
	median, sigma float64
}

// NewLognormal returns the lognormal distribution with a median above 0 (e to
// the power μ in the usual notation) and a standard deviation sigma of the
// logarithm, above 0.
func NewLognormal(median, sigma float64) (Lognormal, error) {
	if err := checkPositive("lognormal", "median", median); err != nil {
		return Lognormal{}, err
	}
	if err := checkPositive("lognormal", "sigma", sigma); err != nil {
		return Lognormal{}, err
	}
	return Lognormal{median, sigma}, nil
}

// Quantile implements [Distribution].
func (d Lognormal) Quantile(u float64) float64 {
	return float64(d.median * portable.Exp(float64(d.sigma*portable.NormQuantile(u))))
}

// CDF implements [Distribution].
func (d Lognormal) CDF(x float64) float64 {
	switch {
	case x <= 0:
		return 0
	case math.IsNaN(x):
		return math.NaN()
	}
	return portable.NormCDF(portable.Log(x/d.median) / d.sigma)
}

// Mean implements [Distribution].
func (d Lognormal) Mean() float64 {
	return float64(d.median * portable.Exp(float64(0.5*float64(d.sigma*d.sigma))))
}
