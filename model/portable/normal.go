package portable

import "math"

// NormCDF returns the standard normal distribution function at x, the
// probability that a standard normal variable is below x.
//
// The relative error is below 1e-15 in both tails, as far as the result is a
// normal number (x > -37.5); below that it underflows gradually to 0, within
// 4 ulp. It follows ANORM in W. J. Cody, "Algorithm 715: SPECFUN", ACM Transactions on
// Mathematical Software 19 (1993) 22–32.
//
// Special cases are
//
//	NormCDF(-Inf) = 0
//	NormCDF(+Inf) = 1
//	NormCDF(NaN) = NaN
func NormCDF(x float64) float64 {
	switch {
	case math.IsNaN(x):
		return math.NaN()
	case math.Abs(x) <= cdfCentre:
		return 0.5 + float64(x*rational(float64(x*x), cdfCentral[:]))
	case x < -39:
		return 0
	case x < 0:
		return normTail(-x)
	case x > 9:
		return 1
	}
	return 1 - normTail(x)
}

// normTail returns the probability that a standard normal variable is above
// x, for x between cdfCentre and 39.
func normTail(x float64) float64 {
	var factor float64
	if x <= cdfShoulder {
		factor = rational(x, cdfMiddle[:])
	} else {
		inverse := float64(1 / float64(x*x))
		const density = 0.39894228040143267794 // 1/√(2π)
		factor = (density - float64(inverse*rational(inverse, cdfFar[:]))) / x
	}
	// −x²/2 as an exact square and a small rest, since exp magnifies its error.
	xHead := head(x)
	density, k := expParts(
		float64(-0.5*float64(xHead*xHead)),
		float64(float64(-0.5*(x-xHead))*(x+xHead)))
	return scale(float64(density*factor), k)
}

// NormQuantile returns the quantile of the standard normal distribution at
// p: the x for which NormCDF(x) = p.
//
// The relative error is below 1e-15 for every p, and the result is exactly
// odd about p = 1/2 wherever 1 − p is exact. It follows PPND16 in M. J.
// Wichura, "Algorithm AS 241: The percentage points of the normal
// distribution", Applied Statistics 37 (1988) 477–484.
//
// Special cases are
//
//	NormQuantile(0) = -Inf
//	NormQuantile(1) = +Inf
//	NormQuantile(p) = NaN for p < 0 or p > 1
//	NormQuantile(NaN) = NaN
func NormQuantile(p float64) float64 {
	switch {
	case !(0 <= p && p <= 1):
		return math.NaN()
	case p == 0:
		return math.Inf(-1)
	case p == 1:
		return math.Inf(1)
	}
	q := p - 0.5
	if math.Abs(q) <= 0.425 {
		return float64(q * rational(0.180625-float64(q*q), quantileCentral[:]))
	}
	r := math.Sqrt(-Log(min(p, 1-p)))
	var x float64
	if r <= 5 {
		x = rational(r-1.6, quantileMiddle[:])
	} else {
		x = rational(r-5, quantileFar[:])
	}
	return math.Copysign(x, q)
}

// ratio is one pair of coefficients of a rational function, of the same power
// in the numerator and the denominator.
type ratio struct{ above, below float64 }

// rational evaluates a rational function at x, from the highest power down.
func rational(x float64, coefficients []ratio) float64 {
	var above, below float64
	for _, c := range coefficients {
		above = float64(above*x) + c.above
		below = float64(below*x) + c.below
	}
	return above / below
}
