package stats

import (
	"math"

	"corridor/model/portable"
)

// Wilson returns the score interval for a probability of which so many trials
// succeeded (Wilson 1927, Journal of the American Statistical Association 22,
// 209–212). It stays within 0 … 1 and holds at no success or no failure too.
// Without trials it is 0 … 1.
func Wilson(successes, trials uint64, confidence float64) (low, high float64) {
	if trials == 0 {
		return 0, 1
	}
	z := twoSided(confidence)
	n := float64(trials)
	share := float64(successes) / n
	z2 := float64(z * z)
	scale := 1 + z2/n
	centre := (share + z2/float64(2*n)) / scale
	half := float64(z / scale * math.Sqrt(float64(share*(1-share))/n+z2/float64(4*float64(n*n))))
	low, high = max(0, centre-half), min(1, centre+half)
	if successes == 0 {
		low = 0
	}
	if successes == trials {
		high = 1
	}
	return low, high
}

// twoSided returns the z for which a standard normal variable is within ±z with
// the given probability.
func twoSided(confidence float64) float64 {
	return portable.NormQuantile(float64(1+confidence) / 2)
}
