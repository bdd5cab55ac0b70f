package portable

import "math"

// Pow returns x**y, x to the power y.
//
// The error is below 0.57 ulp, and below 0.8 ulp where the result is
// subnormal: log x is computed to 66 bits, so that the result stays accurate
// when y is large.
//
// Special cases are those of C99 and of math.Pow, in this order:
//
//	Pow(x, ±0) = 1 for any x
//	Pow(1, y) = 1 for any y
//	Pow(NaN, y) = NaN
//	Pow(x, NaN) = NaN
//	Pow(±0, y) = ±Inf for y an odd integer < 0, +Inf for other y < 0
//	Pow(±0, y) = ±0 for y an odd integer > 0, +0 for other y > 0
//	Pow(-1, ±Inf) = 1
//	Pow(x, ±Inf) = +Inf or +0, as |x|**y grows or shrinks
//	Pow(+Inf, y) = +Inf for y > 0, +0 for y < 0
//	Pow(-Inf, y) = Pow(-0, -y)
//	Pow(x, y) = NaN for finite x < 0 and finite non-integer y
func Pow(x, y float64) float64 {
	switch {
	case y == 0 || x == 1:
		return 1
	case math.IsNaN(x) || math.IsNaN(y):
		return math.NaN()
	case x == 0 || math.IsInf(x, 0) || math.IsInf(y, 0):
		return powLimit(x, y)
	}
	sign := 1.0
	if x < 0 {
		if y != math.Trunc(y) {
			return math.NaN()
		}
		x = -x
		if isOdd(y) {
			sign = -1
		}
	}

	hi, lo := logSum(x)
	switch estimate := float64(y * hi); {
	case estimate > expOverflow:
		return math.Inf(int(sign))
	case estimate < expUnderflow:
		return math.Copysign(0, sign)
	}
	// y·(hi + lo) as a sum: the product of the two heads is exact (Dekker, "A
	// floating-point technique for extending the available precision",
	// Numerische Mathematik 18 (1971) 224–242).
	yHead, hiHead := head(y), head(hi)
	main := float64(yHead * hiHead)
	rest := float64((y-yHead)*hiHead) + float64(y*((hi-hiHead)+lo))
	result, k := expParts(main, rest)
	return float64(sign * scale(result, k))
}

// powLimit returns x**y where x is 0 or one of the two is infinite, and
// neither is NaN, x is not 1 and y not 0.
func powLimit(x, y float64) float64 {
	size := math.Abs(x)
	if size == 1 {
		return 1
	}
	limit := 0.0
	if (size > 1) == (y > 0) {
		limit = math.Inf(1)
	}
	if math.Signbit(x) && isOdd(y) {
		return -limit
	}
	return limit
}

// isOdd reports whether y is an odd integer. From 2^53 on all doubles are even.
func isOdd(y float64) bool {
	size := math.Abs(y)
	return size < 0x1p53 && size == math.Trunc(size) && int64(size)&1 == 1
}

// head returns x without the last 27 bits of its mantissa.
func head(x float64) float64 {
	return math.Float64frombits(math.Float64bits(x) &^ (1<<27 - 1))
}
