package calibration

import (
	"math"
	"slices"
)

// Implausibility is how far the model lies from the targets, in standard deviations of what
// observation and model may be off together (Craig, Goldstein, Seheult & Smith 1997, Case
// Studies in Bayesian Statistics 3, 37–93; Vernon, Goldstein & Bower 2010, Bayesian
// Analysis 5, 619–670, eq. 11), without the variance of an emulator, since the model itself is run:
//
//	I_j(x) = |z_j − f_j(x)| / √(V_error + V_discrepancy)
type Implausibility []float64

// implausibility fills into, by target. Where the model has no value it is +Inf.
func (p *Problem) implausibility(out []float64, into Implausibility) {
	for j := range p.Targets {
		t := &p.Targets[j]
		into[j] = math.Abs(t.Observed-out[j]) / math.Sqrt(t.variance())
		if math.IsNaN(into[j]) {
			into[j] = math.Inf(1)
		}
	}
}

// Largest returns the rank-th largest, 1 for the largest: with rank 2 one target may be missed by
// any amount, which guards against an error that was put too small.
func (i Implausibility) Largest(rank int) float64 {
	sorted := slices.Sorted(slices.Values(i))
	return sorted[len(sorted)-min(rank, len(sorted))]
}

// squares is the sum of their squares, −2 ln of the likelihood but for a constant where errors are
// normal and independent.
func (i Implausibility) squares() float64 {
	sum := 0.0
	for _, v := range i {
		sum += float64(v * v)
	}
	return sum
}
