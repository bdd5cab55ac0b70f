package sample

import (
	"fmt"
	"math"
	"slices"
)

// Mixture is the distribution of what comes from one of several parts, each
// with its probability: most ports near their estimate, some far beyond it.
type Mixture struct {
	weights []float64 // adding to 1
	parts   []Distribution
	mean    float64
}

// NewMixture returns the mixture of parts with probabilities in proportion to
// weights.
func NewMixture(weights []float64, parts []Distribution) (Mixture, error) {
	if err := checkWeights("mixture", "parts", len(parts), weights); err != nil {
		return Mixture{}, err
	}
	var total float64
	for i, part := range parts {
		if part == nil {
			return Mixture{}, fmt.Errorf("mixture: part %d is missing, expected a distribution", i+1)
		}
		total += weights[i]
	}
	d := Mixture{parts: slices.Clone(parts)}
	for i, weight := range weights {
		d.weights = append(d.weights, weight/total)
		d.mean += float64(d.weights[i] * parts[i].Mean())
	}
	return d, nil
}

// Quantile implements [Distribution], by bisection down to neighbouring
// floating-point numbers: about 60 evaluations of the parts.
func (d Mixture) Quantile(u float64) float64 {
	if !isProbability(u) {
		return math.NaN()
	}
	// Between the least and the greatest quantile of the parts.
	low, high := math.Inf(1), math.Inf(-1)
	for i, part := range d.parts {
		if d.weights[i] > 0 {
			x := part.Quantile(u)
			low, high = min(low, x), max(high, x)
		}
	}
	if u == 0 {
		return low
	}
	if u == 1 {
		return high
	}
	from, to := rank(low), rank(high)
	for from < to {
		middle := from + int64(uint64(to-from)/2)
		if d.CDF(ranked(middle)) < u {
			from = middle + 1
		} else {
			to = middle
		}
	}
	return ranked(to)
}

// CDF implements [Distribution].
func (d Mixture) CDF(x float64) float64 {
	var total float64
	for i, part := range d.parts {
		total += float64(d.weights[i] * part.CDF(x))
	}
	return total
}

// Mean implements [Distribution].
func (d Mixture) Mean() float64 { return d.mean }

// rank numbers the floating-point numbers in ascending order, 0 being 0.
func rank(x float64) int64 {
	if bits := int64(math.Float64bits(x)); bits >= 0 {
		return bits
	}
	return -int64(math.Float64bits(-x))
}

// ranked returns the floating-point number of a rank.
func ranked(rank int64) float64 {
	if rank >= 0 {
		return math.Float64frombits(uint64(rank))
	}
	return -math.Float64frombits(uint64(-rank))
}
