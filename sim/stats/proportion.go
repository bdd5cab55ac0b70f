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
	n := float64(trials)
	low, high = score(float64(successes)/n, n, twoSided(confidence))
	if successes == 0 {
		low = 0
	}
	if successes == trials {
		high = 1
	}
	return low, high
}

// score is Wilson's interval for a share of n trials, at z standard deviations.
func score(share, n, z float64) (low, high float64) {
	z2 := float64(z * z)
	scale := 1 + z2/n
	centre := (share + z2/float64(2*n)) / scale
	half := float64(z / scale * math.Sqrt(float64(share*(1-share))/n+z2/float64(4*float64(n*n))))
	return max(0, centre-half), min(1, centre+half)
}

// ShareInterval returns the interval for a probability of which so many of the trials
// of each replicate succeeded: Wilson's for one replicate, of independent trials; for
// several, Wilson's at the number of independent trials that would be as sure as the
// replicates are by their spread ("A note on Wilson coverage intervals for proportions
// estimated from complex samples", Survey Methodology 43 (2017) no. 2; with the exact
// interval it is that of E. L. Korn and B. I. Graubard, "Confidence intervals for
// proportions with small expected number of positive counts estimated from survey data",
// Survey Methodology 24 (1998) 193–201). Where all or none succeed, or replicates
// are too few, trials count as independent, which errs on the wide side.
func ShareInterval(successes, trials []uint64, confidence float64) (low, high float64) {
	var k, n uint64
	shares := make([]float64, len(trials))
	for i := range trials {
		k, n = k+successes[i], n+trials[i]
		shares[i] = float64(successes[i]) / float64(trials[i])
	}
	if k == 0 || k == n || len(trials) == 1 {
		return Wilson(k, n, confidence)
	}
	share, z := float64(k)/float64(n), twoSided(confidence)
	off := float64(deviations(confidence, trials)*shareError(share, shares, trials)) / z
	if math.IsNaN(off) {
		return Wilson(k, n, confidence)
	}
	return score(share, float64(share*(1-share))/float64(off*off), z)
}

// twoSided returns the z for which a standard normal variable is within ±z with
// the given probability.
func twoSided(confidence float64) float64 {
	return portable.NormQuantile(float64(1+confidence) / 2)
}
