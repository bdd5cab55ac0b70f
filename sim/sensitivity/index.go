package sensitivity

import (
	"math"
	"math/bits"
	"slices"

	"corridor/sim/random"
	"corridor/sim/stats"
)

// Index is an estimate, and the interval that holds what it estimates with 95 % confidence. All
// are NaN where there is nothing to estimate.
type Index struct{ Value, Low, High float64 }

// none is the index of what does not vary.
var none = Index{math.NaN(), math.NaN(), math.NaN()}

// withInterval returns an estimate with the percentile interval of its bootstrap replicates (B.
// Efron and R. J. Tibshirani, An Introduction to the Bootstrap, 1993, chapter 13), which it sorts.
func withInterval(value float64, replicates []float64) Index {
	slices.Sort(replicates)
	return Index{value, stats.Quantile(replicates, 0.025), stats.Quantile(replicates, 0.975)}
}

// resample fills times with how often each unit comes into a resample of them all, drawn with
// replacement.
func resample(seed, number uint64, times []float64) {
	numbers := random.NewStream(seed, "bootstrap").At(number)
	clear(times)
	for range times {
		times[below(&numbers, len(times))]++
	}
}

// below returns a random number from 0 to n − 1.
func below(numbers *random.Numbers, n int) int {
	place, _ := bits.Mul64(numbers.Uint64(), uint64(n))
	return int(place)
}

// shuffled returns the numbers from 0 to n − 1 in a random order (Fisher–Yates).
func shuffled(numbers *random.Numbers, n int) []int {
	order := make([]int, n)
	for i := range order {
		j := below(numbers, i+1)
		order[i] = order[j]
		order[j] = i
	}
	return order
}

func mean(values []float64) float64 {
	var sum stats.Sum
	for _, v := range values {
		sum.Add(v)
	}
	return sum.Value() / float64(len(values))
}

// varies reports whether a variance is more than what rounding makes of values of such a size.
func varies(variance, size float64) bool {
	return variance > float64(float64(size*1e-12)*float64(size*1e-12))
}

func largest(values []float64) (size float64) {
	for _, v := range values {
		size = max(size, math.Abs(v))
	}
	return size
}
