package stats

import "math"

// Ranks returns the ranks of two order statistics of n independent draws between
// which the p-quantile of their distribution lies with at least the given
// confidence, each side with half of the rest: exact binomial tails, whatever the
// distribution (Hahn and Meeker, Statistical Intervals, 1991, §5.2). A rank of 0 or
// n + 1 says that the draws do not bound that side.
func Ranks(n uint64, p, confidence float64) (low, high uint64) {
	tail := (1 - confidence) / 2
	return lowerRank(n, p, tail), n + 1 - lowerRank(n, 1-p, tail)
}

// lowerRank returns the greatest l for which P(X < l) ≤ tail, X being binomial.
func lowerRank(n uint64, p, tail float64) uint64 {
	if !(p > 0 && p < 1 && tail > 0 && tail < 0.5) {
		return 0
	}
	mean := float64(float64(n) * p)
	if variance := float64(mean * (1 - p)); variance > 1<<20 {
		// The skewness moves the rank by less than 1 + z²/6 from the normal one.
		z := twoSided(1 - float64(2*tail))
		return uint64(max(0, math.Floor(mean-float64(z*math.Sqrt(variance))-float64(z*z)/6-1)))
	}
	// Weights relative to the mode's: up from it to where they vanish, down from it
	// likewise, and from there up again until the tail is full.
	const vanishing = 0x1p-80
	up := func(k uint64, w float64) float64 { // from the weight at k to that at k + 1
		return float64(w*p) * float64(n-k) / (float64(k+1) * (1 - p))
	}
	mode := min(n, uint64(float64(float64(n+1)*p)))
	total := 0.0
	k, w := mode, 1.0
	for ; k < n && w > vanishing; k++ {
		w = up(k, w)
		total += w
	}
	k, w = mode, 1.0
	for ; ; k-- {
		total += w
		if k == 0 || w <= vanishing {
			break
		}
		w = float64(w*float64(k)) * (1 - p) / (float64(n-k+1) * p)
	}
	for sum := w; sum <= float64(tail*total); sum += w {
		w = up(k, w)
		k++
	}
	return k
}
