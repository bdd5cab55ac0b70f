package score

import (
	"cmp"
	"fmt"
	"math"
	"slices"
)

// Forecast is a forecast of one number by a weighted sample. The zero value is none.
type Forecast struct {
	values  []float64 // ascending
	weights []float64 // in their order, with the sum 1
	upTo    []float64 // sum of the weights up to and with each
}

// NewForecast returns the forecast of a sample, in any unit. Weights are of any scale, none of them
// negative; nil are equal ones. Values of weight 0 are left out. The sample is copied.
func NewForecast(values, weights []float64) (Forecast, error) {
	if weights != nil && len(weights) != len(values) {
		return Forecast{}, fmt.Errorf("a forecast of %d values with %d weights, expected as many", len(values), len(weights))
	}
	var order []int
	total := 0.0
	for i, v := range values {
		w := 1.0
		if weights != nil {
			w = weights[i]
		}
		if math.IsNaN(v) || math.IsInf(v, 0) || !(w >= 0) || math.IsInf(w, 0) {
			return Forecast{}, fmt.Errorf("a forecast has the value %v with the weight %v, expected finite numbers and no negative weight", v, w)
		}
		if w > 0 {
			order, total = append(order, i), total+w
		}
	}
	if len(order) == 0 {
		return Forecast{}, fmt.Errorf("a forecast of no value, expected at least one with a weight")
	}
	// Equal values stand in the order of the sample, so that sums are the same bits.
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(values[a], values[b]) })
	f := Forecast{make([]float64, len(order)), make([]float64, len(order)), make([]float64, len(order))}
	sum := 0.0
	for k, i := range order {
		w := 1.0
		if weights != nil {
			w = weights[i]
		}
		// Divided once, so that the k-th of n equal weights sums up to k/n and not to a digit less.
		sum += w
		f.values[k], f.weights[k], f.upTo[k] = values[i], w/total, sum/total
	}
	return f, nil
}

// Quantile returns the smallest value of the sample that is not exceeded with probability p,
// 0 to 1 (the inverse of the empirical distribution; type 1 of Hyndman & Fan 1996, The
// American Statistician 50, 361–365).
func (f *Forecast) Quantile(p float64) float64 {
	// The last sum is 1 but for rounding, and stands for 1.
	k, _ := slices.BinarySearch(f.upTo[:len(f.upTo)-1], p)
	return f.values[k]
}

// Mean returns the mean of the forecast.
func (f *Forecast) Mean() float64 {
	mean := 0.0
	for k, v := range f.values {
		mean += float64(f.weights[k] * v)
	}
	return mean
}

// PIT returns the probability integral transform of what happened: the probability that the
// forecast gave to less, and half of what it gave to just that. Over many forecasts that are right it is
// uniform from 0 to 1 (Dawid 1984, Journal of the Royal Statistical Society A 147, 278–292;
// with ties, Czado, Gneiting & Held 2009, Biometrics 65, 1254–1261).
func (f *Forecast) PIT(happened float64) float64 {
	below, just := 0.0, 0.0
	for k, v := range f.values {
		switch {
		case v < happened:
			below += f.weights[k]
		case v == happened:
			just += f.weights[k]
		}
	}
	return math.Min(1, below+float64(just/2))
}

// Covers reports whether what happened lies within the central interval of a probability
// above 0 and below 1, its ends included.
func (f *Forecast) Covers(happened, probability float64) bool {
	tail := float64((1 - probability) / 2)
	return f.Quantile(tail) <= happened && happened <= f.Quantile((1+probability)/2)
}
