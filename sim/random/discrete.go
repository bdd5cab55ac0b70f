package random

import (
	"cmp"
	"math"
	"slices"
)

// Discrete is the distribution of a number that takes one of a few values.
type Discrete struct {
	values []float64 // ascending, without those of weight 0
	upTo   []float64 // probability of a value of at most this one
	mean   float64
}

// NewDiscrete returns the distribution that takes each value with a probability
// in proportion to its weight. Values may stand in any order. Without weights
// (nil) all values are equally likely.
func NewDiscrete(values, weights []float64) (Discrete, error) {
	if weights == nil {
		weights = slices.Repeat([]float64{1}, len(values))
	}
	if err := checkWeights("discrete", "values", len(values), weights); err != nil {
		return Discrete{}, err
	}
	type atom struct{ value, weight float64 }
	var atoms []atom
	for i, value := range values {
		if err := checkFinite("discrete", []string{"a value"}, value); err != nil {
			return Discrete{}, err
		}
		if weights[i] > 0 {
			atoms = append(atoms, atom{value, weights[i]})
		}
	}
	slices.SortStableFunc(atoms, func(a, b atom) int { return cmp.Compare(a.value, b.value) })

	var d Discrete
	var total, moment float64
	for _, a := range atoms {
		total += a.weight
		moment += float64(a.weight * a.value)
		d.values, d.upTo = append(d.values, a.value), append(d.upTo, total)
	}
	for i := range d.upTo {
		d.upTo[i] /= total
	}
	d.mean = moment / total
	return d, nil
}

// Values lists the values it takes, ascending, each once.
func (d Discrete) Values() []float64 { return slices.Compact(slices.Clone(d.values)) }

// Among returns the distribution given that the value is one of some.
func (d Discrete) Among(values []float64) (Discrete, error) {
	weights := make([]float64, len(d.values))
	before := 0.0
	for i, v := range d.values {
		if slices.Contains(values, v) {
			weights[i] = d.upTo[i] - before
		}
		before = d.upTo[i]
	}
	return NewDiscrete(d.values, weights)
}

// Quantile implements [Distribution].
func (d Discrete) Quantile(u float64) float64 {
	if !isProbability(u) {
		return math.NaN()
	}
	return d.values[firstAtLeast(d.upTo, u)]
}

// CDF implements [Distribution].
func (d Discrete) CDF(x float64) float64 {
	if i := countUpTo(d.values, x); i > 0 {
		return d.upTo[i-1]
	}
	return 0
}

// Mean implements [Distribution].
func (d Discrete) Mean() float64 { return d.mean }

// firstAtLeast returns the place of the first of ascending numbers that is not
// below x, or of the last number.
func firstAtLeast(ascending []float64, x float64) int {
	low, high := 0, len(ascending)-1
	for low < high {
		if middle := (low + high) / 2; ascending[middle] < x {
			low = middle + 1
		} else {
			high = middle
		}
	}
	return low
}

// countUpTo returns how many of ascending numbers are not above x.
func countUpTo(ascending []float64, x float64) int {
	low, high := 0, len(ascending)
	for low < high {
		if middle := (low + high) / 2; ascending[middle] <= x {
			low = middle + 1
		} else {
			high = middle
		}
	}
	return low
}
