package sample

import (
	"math"

	"corridor/model/portable"
)

// betaTail is the lower tail of a beta distribution on [0, 1]: the regularised
// incomplete beta function I_x(a, b) for x from 0 to where its continued
// fraction is still fast. The upper tail is the lower one of 1 − x with the
// shapes exchanged, so that both keep their relative accuracy.
type betaTail struct {
	a, b float64
	// norm is log(a·B(a, b)), with B the beta function.
	norm float64
	// terms are the partial numerators of the continued fraction, divided by x,
	// as many as the widest x needs.
	terms []float64
	// x to which the tail goes, and the probability up to there.
	end, probability float64
}

func newBetaTail(a, b float64) betaTail {
	t := betaTail{
		a: a, b: b,
		norm: portable.Log(a) + logGamma(a) + logGamma(b) - logGamma(a+b),
		end:  (a + 1) / (a + b + 2),
	}
	// The fraction converges most slowly at the end.
	t.terms = betaTerms(a, b, 8)
	for value := t.fraction(t.end); ; {
		longer := betaTail{terms: betaTerms(a, b, len(t.terms)+4)}
		next := longer.fraction(t.end)
		if math.Abs(next-value) <= float64(0x1p-53*next) {
			break
		}
		t.terms, value = longer.terms, next
	}
	t.probability = t.cdf(t.end)
	return t
}

// betaTerms returns n partial numerators: M. Abramowitz and I. A. Stegun,
// Handbook of Mathematical Functions, 26.5.8.
func betaTerms(a, b float64, n int) []float64 {
	terms := make([]float64, n)
	for i := range terms {
		if m := float64(i / 2); i%2 == 0 {
			terms[i] = -(a + m) / (a + float64(2*m)) * ((a + b + m) / (a + float64(2*m) + 1))
		} else {
			m++
			terms[i] = m / (a + float64(2*m) - 1) * ((b - m) / (a + float64(2*m)))
		}
	}
	return terms
}

// fraction returns 1 + d₁x/(1 + d₂x/(1 + …)).
func (t *betaTail) fraction(x float64) float64 {
	value := 1.0
	for i := len(t.terms) - 1; i >= 0; i-- {
		value = 1 + float64(t.terms[i]*x)/value
	}
	return value
}

// logCDF returns the logarithm of I_x(a, b), for 0 < x ≤ end and its logarithm,
// and the fraction there.
func (t *betaTail) logCDF(x, logX float64) (value, fraction float64) {
	fraction = t.fraction(x)
	power := float64(t.a*logX) + float64(t.b*portable.Log(1-x))
	return power - t.norm - portable.Log(fraction), fraction
}

// cdf returns I_x(a, b), for 0 ≤ x ≤ end.
func (t *betaTail) cdf(x float64) float64 {
	if x == 0 {
		return 0
	}
	value, _ := t.logCDF(x, portable.Log(x))
	return portable.Exp(value)
}

// quantile returns the x for which I_x(a, b) = p, for 0 < p ≤ probability.
//
// It is Newton's method on log I as a function of log x, which is concave: from
// below the root every step stays below it. I_x ≤ x^a/(a·B), as b ≥ 1, gives
// the start.
func (t *betaTail) quantile(p float64) float64 {
	logP := portable.Log(p)
	logX := (logP + t.norm) / t.a
	x := portable.Exp(logX)
	for range 64 {
		value, fraction := t.logCDF(x, logX)
		// The slope is a·fraction/(1 − x).
		step := float64((logP-value)*(1-x)) / float64(t.a*fraction)
		logX += step
		x = portable.Exp(logX)
		// The step after this one would be of the order of its square.
		if math.Abs(step) < 1e-8 {
			break
		}
	}
	return x
}
