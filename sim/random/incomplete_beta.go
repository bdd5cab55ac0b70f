package random

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
	table            betaTable
}

func newBetaTail(a, b float64) *betaTail {
	t := &betaTail{
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
	t.table = newBetaTable(t)
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
func (t *betaTail) quantile(p float64) float64 {
	if len(t.table.pieces) > 0 {
		return t.table.quantile(p)
	}
	logP := portable.Log(p)
	x, _ := t.solve(logP, (logP+t.norm)/t.a)
	return x
}

// ratio returns x/t for which I_x(a, b) = t^a, and its logarithm. It begins at that of
// a t nearby.
func (t *betaTail) ratio(root, from float64) (ratio, log float64) {
	logRoot := portable.Log(root)
	x, logX := t.solve(float64(t.a*logRoot), logRoot+from)
	return x / root, logX - logRoot
}

// solve returns the x for which the logarithm of I_x(a, b) is logP, and its logarithm.
//
// It is Newton's method on log I as a function of log x, which is concave: from
// below the root every step stays below it. Near the root it is Halley's. A start
// below the root is (log p + log aB)/a, as I_x ≤ x^a/(a·B) for b ≥ 1.
func (t *betaTail) solve(logP, logX float64) (x, log float64) {
	x = portable.Exp(logX)
	for range 64 {
		value, fraction := t.logCDF(x, logX)
		slope := float64(t.a*fraction) / (1 - x)
		step := (logP - value) / slope
		// The second derivative over the first makes Newton's step Halley's near the root.
		bend := t.a - float64((t.b-1)*x)/(1-x) - slope
		if halley := 1 + float64(0.5*float64(step*bend)); math.Abs(halley-1) < 0.1 {
			step /= halley
		}
		logX += step
		x = portable.Exp(logX)
		// The step after this one would be of the order of its cube.
		if math.Abs(step) < 1e-6 {
			break
		}
	}
	return x, logX
}
