package portable

import "math"

// ln2/128 as a sum. The first part is a multiple of 2^-42, so that its product
// with any k that expParts meets is exact.
const (
	log2Over128Hi = 0x1.62e42fefcp-8
	log2Over128Lo = -0x1.c610ca86c3899p-44
)

// Beyond these arguments exp is past the largest double, or nearer to 0 than
// to the smallest.
const (
	expOverflow  = 710
	expUnderflow = -746
)

// Exp returns e**x, the base-e exponential of x.
//
// The error is below 0.52 ulp, and below 0.77 ulp where the result is
// subnormal. It follows P. T. P. Tang, "Table-driven implementation of the
// exponential function in IEEE floating-point arithmetic", ACM Transactions on
// Mathematical Software 15 (1989) 144–157, with a table of 128 entries.
//
// Special cases are
//
//	Exp(+Inf) = +Inf
//	Exp(-Inf) = 0
//	Exp(NaN) = NaN
//	Exp(x) = +Inf for x > 709.782712893384
//	Exp(x) = 0 for x < -745.1332191019411
func Exp(x float64) float64 {
	switch {
	case math.IsNaN(x):
		return math.NaN()
	case x > expOverflow:
		return math.Inf(1)
	case x < expUnderflow:
		return 0
	}
	y, k := expParts(x, 0)
	return scale(y, k)
}

// expParts returns y in (0.99, 2.01) and k with e**(x+tail) = y·2**k, for |x|
// below 1000 and |tail| below 2^-12. The error of y is below 0.52 ulp.
func expParts(x, tail float64) (y float64, k int) {
	// x = n·ln2/128 + r, |r| ≤ ln2/256. The first subtraction is exact.
	whole := math.Floor(float64(x*(128/math.Ln2)) + 0.5)
	r := (x - float64(whole*log2Over128Hi)) - float64(whole*log2Over128Lo) + tail
	n := int(whole)

	// e**r − 1 by its Taylor series; the first term left out, r⁶/720, is below 2^-60.
	square := float64(r * r)
	high := 1./6 + float64(r*(1./24)) + float64(square*(1./120))
	growth := r + float64(square*(0.5+float64(r*high)))

	step := &expTable[n&127]
	return step.hi + (step.lo + float64(step.hi*growth)), n >> 7
}

// scale returns y·2**k, for y between 2^-20 and 4, rounding at most once.
func scale(y float64, k int) float64 {
	switch {
	case k > 1022:
		return float64(float64(y*0x1p1000) * powerOfTwo(k-1000))
	case k < -1000:
		return float64(float64(y*powerOfTwo(k+200)) * 0x1p-200)
	}
	return float64(y * powerOfTwo(k))
}

// powerOfTwo returns 2**k for -1022 ≤ k ≤ 1023.
func powerOfTwo(k int) float64 {
	return math.Float64frombits(uint64(k+1023) << 52)
}
