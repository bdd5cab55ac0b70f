package portable

import "math"

// ln2 as a sum. The first part is a multiple of 2^-42, so that its product
// with any exponent is exact, and stays so when an entry of logTable is added.
const (
	log2Hi = 0x1.62e42fefa38p-1
	log2Lo = 0x1.ef35793c7673p-45
)

// Log returns the natural logarithm of x.
//
// The error is below 0.501 ulp. It follows P. T. P. Tang, "Table-driven
// implementation of the logarithm function in IEEE floating-point arithmetic",
// ACM Transactions on Mathematical Software 16 (1990) 378–400.
//
// Special cases are
//
//	Log(+Inf) = +Inf
//	Log(0) = -Inf
//	Log(x < 0) = NaN
//	Log(NaN) = NaN
func Log(x float64) float64 {
	switch {
	case math.IsNaN(x) || x < 0:
		return math.NaN()
	case x == 0:
		return math.Inf(-1)
	case x > math.MaxFloat64:
		return x
	}
	hi, _ := logSum(x)
	return hi
}

// logSum returns log(x) as an unevaluated sum with a relative error below
// 2^-66, for finite x > 0. hi is the sum rounded to a double.
func logSum(x float64) (hi, lo float64) {
	// x = 2^k·z with z in the range of logTable.
	const lowest = 0x3fe6800000000000 // the bits of 45/64
	k := 0
	if x < 0x1p-1022 {
		x = float64(x * 0x1p54)
		k = -54
	}
	bits := math.Float64bits(x)
	offset := int64(bits) - lowest
	k += int(offset >> 52)
	z := math.Float64frombits(bits - uint64(offset)&(0xfff<<52))
	cell := &logTable[offset>>45&127]

	// r = z·inv − 1, without rounding: each half of z times the 8 bits of inv
	// is exact, and so is the sum by the choice of inv.
	zHead := head(z)
	r := (float64(zHead*cell.inv) - 1) + float64((z-zHead)*cell.inv)

	// k·ln2 − log(inv) + r − rHead²/2, with what each sum loses kept in lost.
	// The square of rHead is exact.
	exponent := float64(k)
	rHead := head(r)
	half := float64(-0.5 * float64(rHead*rHead))
	base := float64(exponent*log2Hi) + cell.hi
	line := base + r
	lost := float64(exponent*log2Lo) + cell.lo + (base - line + r)
	curve := line + half
	lost += line - curve + half

	// The rest of −r²/2, and log(1+r) from r³/3 on by its Taylor series; the
	// first term left out, r¹¹/11, is below 2^-73 r.
	lost -= float64(float64(0.5*(r-rHead)) * (r + rHead))
	r2 := float64(r * r)
	r4 := float64(r2 * r2)
	series := (1./3 - float64(r*(1./4))) +
		float64(r2*(1./5-float64(r*(1./6)))) +
		float64(r4*((1./7-float64(r*(1./8)))+float64(r2*(1./9-float64(r*(1./10))))))
	lost += float64(float64(r2*r) * series)

	hi = curve + lost
	return hi, curve - hi + lost
}
