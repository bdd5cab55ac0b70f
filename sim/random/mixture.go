package random

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
	table   []float64 // quantiles at i/mixtureTable
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
	shares := make([]float64, len(weights))
	for i, weight := range weights {
		shares[i] = weight / total
	}
	return mixtureOf(shares, parts), nil
}

// mixtureOf returns the mixture of parts with weights that add to 1.
func mixtureOf(weights []float64, parts []Distribution) Mixture {
	d := Mixture{weights: slices.Clone(weights), parts: slices.Clone(parts)}
	for i, weight := range weights {
		d.mean += float64(weight * parts[i].Mean())
	}
	var table []float64
	for i := range mixtureTable + 1 {
		table = append(table, d.Quantile(float64(i)/mixtureTable))
	}
	d.table = table
	return d
}

// Quantile implements [Distribution]. Between the quantiles of the table it is
// found by the method of false position (P. Jarratt and M. Dowell's Illinois
// variant, BIT 11 (1971) 168–174), and then to neighbouring floating-point numbers
// by bisection: about 15 evaluations of the parts.
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
	if d.table != nil {
		i := int(u * mixtureTable) // exact: the table has a power of two
		low, high = max(low, d.table[i]), min(high, d.table[i+1])
	}
	return d.solve(u, low, high)
}

// mixtureTable is the number of steps of probability between which quantiles are
// known before.
const mixtureTable = 256

// solve returns the least value from low to high whose CDF reaches u. That of high
// does.
func (d Mixture) solve(u, low, high float64) float64 {
	if !(low < high) {
		return high
	}
	below, above := d.CDF(low)-u, d.CDF(high)-u
	if below >= 0 {
		return low
	}
	x, side := low, 0 // side is where the last x was: −1 below, 1 above
	for range mostFalse {
		next := high - float64(above*((high-low)/(above-below)))
		if !(low < next && next < high) { // also where an end is infinite
			break
		}
		x = next
		miss := d.CDF(x) - u
		switch {
		case miss < 0:
			if low, below = x, miss; side < 0 {
				above = float64(above * 0.5) // the end that stays counts half
			}
			side = -1
		default:
			if high, above = x, miss; side > 0 {
				below = float64(below * 0.5)
			}
			side = 1
		}
		if math.Abs(miss) <= near {
			break
		}
	}
	return d.bisect(u, rank(x), rank(low), rank(high))
}

// near is how near to u the CDF is before bisection takes over, mostFalse how many
// false positions are taken before.
const near, mostFalse = 4e-16, 16

// bisect returns the least number of a rank above from, at most to, whose CDF
// reaches u: near the given rank it looks in ever longer steps.
func (d Mixture) bisect(u float64, start, from, to int64) float64 {
	reaches := func(rank int64) bool { return d.CDF(ranked(rank)) >= u }
	for step := int64(4); from < start-step && start-step < to; step *= 16 {
		if !reaches(start - step) {
			from = start - step
			break
		}
		to = start - step
	}
	for step := int64(4); from < start+step && start+step < to; step *= 16 {
		if reaches(start + step) {
			to = start + step
			break
		}
		from = start + step
	}
	for to-from > 1 {
		if middle := from + int64(uint64(to-from)/2); reaches(middle) {
			to = middle
		} else {
			from = middle
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
