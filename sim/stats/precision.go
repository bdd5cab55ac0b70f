package stats

import "math"

// MeanError returns the Monte Carlo standard error of the mean: SD/√n for independent
// draws, from the spread of the means of replicates where these are kept apart. NaN for
// too few values or replicates.
func (s *Summary) MeanError() float64 {
	if len(s.replicates) == 0 {
		return s.SD() / math.Sqrt(float64(s.count))
	}
	means := make([]float64, len(s.replicates))
	for i := range s.replicates {
		means[i] = s.replicates[i].sum.over(s.replicates[i].count)
	}
	return spreadError(s.Mean(), means, s.Counts())
}

// MeanInterval returns the interval of the given confidence around the mean, by the
// normal approximation or, for replicates, Student's distribution. NaN for too few
// values or replicates.
func (s *Summary) MeanInterval(confidence float64) (low, high float64) {
	half := float64(deviations(confidence, s.Counts()) * s.MeanError())
	return s.Mean() - half, s.Mean() + half
}

// QuantileInterval returns an interval that holds the p-quantile of the distribution
// with at least the given confidence, the resolution of the summary included: exactly
// for independent draws, and for replicates by their spread, where the cell is ranked.
// A side that the draws do not bound is infinite.
func (s *Summary) QuantileInterval(p, confidence float64) (low, high float64) {
	from, to := s.rankBounds(p, confidence)
	low, high = math.Inf(-1), math.Inf(1)
	if from > 0 {
		low = s.order(from).low
	}
	if to <= s.count {
		high = s.order(to).high
	}
	return low, high
}

// Enough suggests how many draws bring the half-width of the confidence interval
// of the mean within the given part of the mean, from the spread so far. ok is
// false where that cannot be told: fewer than two values, a mean of 0, or a number
// beyond any ensemble.
func (s *Summary) Enough(relative, confidence float64) (draws uint64, ok bool) {
	low, high := s.MeanInterval(confidence)
	return s.enough((high-low)/2, s.Mean(), relative)
}

// EnoughQuantile suggests the same for the p-quantile. ok is also false for a
// target as small as the summary's resolution, and for draws too few to bound the
// quantile.
func (s *Summary) EnoughQuantile(p, relative, confidence float64) (draws uint64, ok bool) {
	from, to := s.rankBounds(p, confidence)
	if from == 0 || to > s.count || relative <= s.Resolution() {
		return 0, false
	}
	half := (s.order(to).middle - s.order(from).middle) / 2
	return s.enough(half, s.Quantile(p), relative)
}

// enough scales the present half-width to the target: it falls with the root of
// the number of draws, or faster in a design that spreads them evenly.
func (s *Summary) enough(half, value, relative float64) (draws uint64, ok bool) {
	if half == 0 && s.count > 0 && relative > 0 {
		return s.count, true
	}
	ratio := half / float64(relative*math.Abs(value))
	n := math.Ceil(float64(float64(s.count) * float64(ratio*ratio)))
	if !(relative > 0 && n <= MaxDraws) {
		return 0, false
	}
	return max(2, uint64(n)), true
}
