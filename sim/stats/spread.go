package stats

import "math"

// spreadError returns the standard error of the mean of replicates, each with the
// weight of its draws, from how they spread about it: the root of Σ wᵢ (xᵢ − x)² / (m −
// 1), for m replicates of one size the textbook's. It is NaN for fewer than the least
// number of replicates that have draws.
func spreadError(mean float64, values []float64, weights []uint64) float64 {
	var squares float64
	total, met := uint64(0), 0
	for i, w := range weights {
		if w > 0 {
			off := values[i] - mean
			squares += float64(float64(w) * float64(off*off))
			total += w
			met++
		}
	}
	if met < leastReplicates {
		return math.NaN()
	}
	return math.Sqrt(squares / float64(total) / float64(met-1))
}

// leastReplicates are how many replicates must have draws for their spread to be
// trusted.
const leastReplicates = 4

// shareError returns the standard error of a share, from those of the replicates. It is
// at least that of rounding to whole draws, 1/√12 of one in each replicate, lest
// replicates that agree pass for certainty.
func shareError(share float64, shares []float64, trials []uint64) float64 {
	total, met := uint64(0), 0
	for _, n := range trials {
		total += n
		met += int(toOne(n > 0))
	}
	rounding := math.Sqrt(float64(met)/12) / float64(total)
	if e := spreadError(share, shares, trials); !(e < rounding) { // NaN too
		return e
	}
	return rounding
}

// deviations returns how many standard errors a figure may be off at a confidence: z of
// the normal distribution, for replicates t of Student's with as many degrees of
// freedom as there are replicates with draws but one.
func deviations(confidence float64, trials []uint64) float64 {
	z := twoSided(confidence)
	if len(trials) <= 1 {
		return z
	}
	met := 0
	for _, n := range trials {
		met += int(toOne(n > 0))
	}
	return student(z, met-1)
}

// student turns a normal quantile into that of Student's distribution, by the expansion
// of R. A. Fisher and E. A. Cornish (M. Abramowitz and I. A. Stegun, Handbook of
// Mathematical Functions (1964), 26.7.5): within 0.2 % at 95 % from 3 degrees of freedom
// on, within 0.001 % from 10 on. Fewer have none.
func student(z float64, freedom int) float64 {
	if freedom < leastReplicates-1 {
		return math.NaN()
	}
	square := float64(z * z)
	polynomial := func(coefficients ...float64) float64 {
		v := 0.0
		for _, c := range coefficients {
			v = float64(v*square) + c
		}
		return float64(v * z)
	}
	n := float64(freedom)
	return z + (float64(polynomial(1, 1)/4)+(polynomial(5, 16, 3)/96+(polynomial(3, 19, 17, -15)/384+
		polynomial(79, 776, 1482, -1920, -945)/92160/n)/n)/n)/n
}

// rankBounds returns the ranks of two values between which the p-quantile lies, as
// [Ranks] does for independent draws: by the spread over replicates of the share of
// values below it, which unlike their own quantiles is unbiased however few draws a
// replicate has.
func (s *Summary) rankBounds(p, confidence float64) (low, high uint64) {
	if len(s.replicates) == 0 {
		return Ranks(s.count, p, confidence)
	}
	low, high = 0, s.count+1
	if s.count == 0 || !s.ranked {
		return low, high
	}
	rank := min(s.count, max(1, uint64(math.Ceil(float64(float64(s.count)*p)))))
	bin, before := s.sketch.find(rank)
	part := float64(rank-before) / float64(bin.count) // of the values in the bin
	trials := s.Counts()
	shares := make([]float64, len(trials))
	for i := range s.replicates {
		below, within := s.replicates[i].sketch.below(bin)
		shares[i] = (float64(below) + float64(part*float64(within))) / float64(trials[i])
	}
	n := float64(s.count)
	off := float64(n * float64(deviations(confidence, trials)*shareError(float64(rank)/n, shares, trials)))
	if from := math.Floor(float64(n*p) - off); from > 0 {
		low = uint64(from)
	}
	if to := math.Ceil(float64(n*p)+off) + 1; to < float64(s.count) {
		high = uint64(to)
	}
	return low, high
}
