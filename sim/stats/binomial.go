package stats

import "corridor/model/portable"

// BinomialTail returns the probability of at least so many successes in independent trials of
// a given probability. Its terms are added from the greatest one on, each from the one before,
//
//	P(k+1) / P(k) = (n − k) / (k + 1) · p / (1 − p)
//
// so that a small probability keeps its relative accuracy.
func BinomialTail(successes, trials uint64, p float64) float64 {
	switch {
	case successes == 0 || p >= 1:
		return 1
	case successes > trials || p <= 0:
		return 0
	case float64(successes) <= float64(float64(trials)*p): // the lower tail is the smaller one
		return max(0, 1-binomialTail(trials-successes+1, trials, 1-p))
	}
	return min(1, binomialTail(successes, trials, p))
}

// binomialTail adds the terms of a tail from the mean outwards.
func binomialTail(from, n uint64, p float64) float64 {
	if from > n {
		return 0
	}
	odds := p / (1 - p)
	term := portable.Exp(logBinomial(n, from) + float64(float64(from)*portable.Log(p)) + float64(float64(n-from)*portable.Log(1-p)))
	var sum Sum
	for k := from; ; k++ {
		sum.Add(term)
		if k == n || term <= float64(0x1p-60*sum.Value()) {
			return sum.Value()
		}
		term *= float64(n-k) / float64(k+1) * odds
	}
}

// logBinomial is the logarithm of n over k.
func logBinomial(n, k uint64) float64 {
	var sum Sum
	for i := uint64(1); i <= min(k, n-k); i++ {
		sum.Add(portable.Log(float64(n-min(k, n-k)+i) / float64(i)))
	}
	return sum.Value()
}
