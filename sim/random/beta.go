package random

import (
	"fmt"
	"math"
)

// Beta is the beta distribution stretched to a range, with one mode: the share
// of a claimed capacity that comes about, or a figure of which least, most
// likely and greatest value are known.
//
// The quantile is tabulated when the distribution is made, and solved for at each call
// where the shapes are above about 15. Its relative error, as the distance from the nearer
// end of the range, is below 1e-13 for shapes up to a hundred.
type Beta struct {
	alpha, beta, low, high, mean float64
	lower, upper                 *betaTail
}

// NewBeta returns the beta distribution with shapes alpha and beta from low to
// high; the mean is at alpha/(alpha + beta) of the way. The shapes must be from
// 1 to 1000.
func NewBeta(alpha, beta, low, high float64) (Beta, error) {
	for _, shape := range []float64{alpha, beta} {
		if !(shape >= 1 && shape <= 1000) {
			return Beta{}, fmt.Errorf("beta: a shape is %v, expected a number from 1 to 1000", shape)
		}
	}
	if err := checkRange("beta", low, high); err != nil {
		return Beta{}, err
	}
	return Beta{
		alpha: alpha, beta: beta, low: low, high: high, mean: low + float64((high-low)*(alpha/(alpha+beta))),
		lower: betaTailOf(alpha, beta), upper: betaTailOf(beta, alpha),
	}, nil
}

// NewPERT returns the beta distribution of three figures, low ≤ mode ≤ high and
// low < high, with the mean (low + 4 mode + high)/6 of the Program Evaluation
// and Review Technique: D. G. Malcolm, J. H. Roseboom, C. E. Clark and W. Fazar,
// "Application of a technique for research and development program evaluation",
// Operations Research 7 (1959) 646–669; the shapes 1 + 4 (mode − low)/(high −
// low) and 1 + 4 (high − mode)/(high − low) are those of D. Vose, Risk Analysis,
// 3rd ed. (2008).
func NewPERT(low, mode, high float64) (Beta, error) {
	if err := checkMode("pert", low, mode, high); err != nil {
		return Beta{}, err
	}
	rise, fall := (mode-low)/(high-low), (high-mode)/(high-low)
	return NewBeta(1+float64(4*rise), 1+float64(4*fall), low, high)
}

// Quantile implements [Distribution].
func (d Beta) Quantile(u float64) float64 {
	switch width := d.high - d.low; {
	case !isProbability(u):
		return math.NaN()
	case u == 0:
		return d.low
	case u == 1:
		return d.high
	case u <= d.lower.probability:
		return d.low + float64(width*d.lower.quantile(u))
	default:
		return d.high - float64(width*d.upper.quantile(1-u))
	}
}

// CDF implements [Distribution].
func (d Beta) CDF(x float64) float64 {
	switch width := d.high - d.low; {
	case x <= d.low:
		return 0
	case x >= d.high:
		return 1
	case x-d.low <= float64(width*d.lower.end):
		return d.lower.cdf((x - d.low) / width)
	default:
		return 1 - d.upper.cdf((d.high-x)/width)
	}
}

// Mean implements [Distribution].
func (d Beta) Mean() float64 { return d.mean }
