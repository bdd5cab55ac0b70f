package portable

import (
	"math"
	"math/big"
	"testing"
)

// ulps returns |got − want| in units in the last place of want, where a result
// past the largest double counts as 2^1024.
func ulps(got float64, want *big.Float) float64 {
	exponent := max(want.MantExp(nil)-53, -1074)
	if math.IsInf(got, 0) {
		if exponent >= 971 {
			return 0
		}
		return got
	}
	off := bigDifference(bigFloat(got), want)
	size, _ := off.Abs(off).SetMantExp(off, -exponent).Float64()
	return size
}

// relativeError returns |got − want|/|want|.
func relativeError(got float64, want *big.Float) float64 {
	return bigRelative(bigFloat(got), want)
}

// worst keeps the largest error met and where.
type worst struct {
	size float64
	x, y float64
}

func (w *worst) meet(size, x, y float64) {
	if !(size <= w.size) {
		*w = worst{size, x, y}
	}
}

// mustStayBelow fails the test if the largest error is not below the bound
// that a doc comment states.
func (w *worst) mustStayBelow(t *testing.T, bound float64, unit string) {
	t.Helper()
	t.Logf("largest error %.4g %s at %v, %v", w.size, unit, w.x, w.y)
	if !(w.size < bound) {
		t.Errorf("the bound is %g", bound)
	}
}

// distance returns how many doubles lie from a to b, both of one sign.
func distance(a, b float64) float64 {
	return math.Abs(float64(int64(math.Float64bits(a)) - int64(math.Float64bits(b))))
}

// sameBits fails the test unless got is want, of the same sign if 0 and with
// the one NaN that this package returns.
func sameBits(t *testing.T, want, got float64, call string, arguments ...any) {
	t.Helper()
	if math.Float64bits(want) != math.Float64bits(got) {
		t.Errorf(call+" = %v, want %v", append(arguments, got, want)...)
	}
}
