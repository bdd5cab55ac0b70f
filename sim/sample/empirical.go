package sample

import (
	"fmt"
	"math"
	"slices"
)

// Empirical is the distribution of observed values, smoothed: a line from each
// to the next. Between the smallest and the largest, the i-th of n values in
// ascending order is the quantile at (i − ½)/n (definition 5 of R. J. Hyndman
// and Y. Fan, "Sample quantiles in statistical packages", The American
// Statistician 50 (1996) 361–365); nothing lies beyond what was observed, so
// that the two ends have a probability of 1/2n each. The mean is that of the
// values. For exactly the observed values use [NewDiscrete] without weights.
type Empirical struct {
	values []float64 // ascending
}

// NewEmpirical returns the distribution of at least one observed value, in any
// order.
func NewEmpirical(values []float64) (Empirical, error) {
	if len(values) == 0 {
		return Empirical{}, fmt.Errorf("empirical: no values, expected at least one")
	}
	for _, value := range values {
		if err := checkFinite("empirical", []string{"a value"}, value); err != nil {
			return Empirical{}, err
		}
	}
	return Empirical{slices.Sorted(slices.Values(values))}, nil
}

// Quantile implements [Distribution].
func (d Empirical) Quantile(u float64) float64 {
	if !isProbability(u) {
		return math.NaN()
	}
	last := len(d.values) - 1
	place := float64(u*float64(len(d.values))) - 0.5
	if place <= 0 {
		return d.values[0]
	}
	if place >= float64(last) {
		return d.values[last]
	}
	i := int(place)
	from, to := d.values[i], d.values[i+1]
	return min(to, from+float64((place-float64(i))*(to-from)))
}

// CDF implements [Distribution].
func (d Empirical) CDF(x float64) float64 {
	i := countUpTo(d.values, x)
	switch i {
	case 0:
		return 0
	case len(d.values):
		return 1
	}
	from, to := d.values[i-1], d.values[i]
	return (float64(i) - 0.5 + (x-from)/(to-from)) / float64(len(d.values))
}

// Mean implements [Distribution].
func (d Empirical) Mean() float64 {
	var total float64
	for _, value := range d.values {
		total += value
	}
	return total / float64(len(d.values))
}
