package portable

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

// normalPoints are arguments of the distribution function: both tails, small
// ones of every exponent, and the places where one formula takes over.
func normalPoints(seed uint64, n int) []float64 {
	at := newPoints(seed)
	var xs []float64
	for range n {
		xs = append(xs,
			at.between(-37.5, 9),
			at.between(-9, 9),
			at.between(-6, -5),
			at.between(-1, 1),
			math.Copysign(math.Ldexp(1, -at.IntN(1000)), at.between(-1, 1)))
		for _, border := range []float64{cdfCentre, cdfShoulder} {
			x := steps(border, at.IntN(9)-4)
			xs = append(xs, x, -x)
		}
	}
	return xs
}

func TestNormCDFErrorBound(t *testing.T) {
	var overall worst
	for _, x := range normalPoints(8, 250) {
		overall.meet(relativeError(NormCDF(x), bigNormCDF(x)), x, 0)
	}
	overall.mustStayBelow(t, 1e-15, "relative")
}

func TestNormCDFUnderflowsGradually(t *testing.T) {
	var overall worst
	for x := -37.5; x > -39.5; x -= 1. / 128 {
		overall.meet(ulps(NormCDF(x), bigNormCDF(x)), x, 0)
	}
	overall.mustStayBelow(t, 4, "ulp")
}

func TestNormQuantileErrorBound(t *testing.T) {
	at := newPoints(10)
	var overall worst
	for range 500 {
		for _, p := range []float64{
			at.Float64(),
			math.Ldexp(at.between(1, 2), -1-at.IntN(1022)), // every exponent
			0.5 + math.Ldexp(at.between(-1, 1), -2-at.IntN(50)),
			1 - math.Ldexp(at.between(1, 2), -2-at.IntN(51)),
			at.between(0.074, 0.076), at.between(0.924, 0.926), // the centre's ends
			math.Exp(-25) * at.between(0.99, 1.01),          // r = 5
			math.Ldexp(at.between(1, 2), -1023-at.IntN(52)), // subnormal
		} {
			if p <= 0 || p == 0.5 || p >= 1 {
				continue
			}
			// One step of Newton's method from the result gives its error.
			x := NormQuantile(p)
			off := bigDifference(bigNormCDF(x), bigFloat(p))
			step, _ := bigQuotient(off, bigProduct(bigDensity(bigFloat(x)), bigFloat(x))).Float64()
			overall.meet(math.Abs(step), p, x)
		}
	}
	overall.mustStayBelow(t, 1e-15, "relative")
}

func TestNormalSpecialValues(t *testing.T) {
	for _, c := range []struct{ x, want float64 }{
		{0, 0.5},
		{math.Copysign(0, -1), 0.5},
		{5e-324, 0.5},
		{math.Inf(-1), 0},
		{math.Inf(1), 1},
		{-math.MaxFloat64, 0},
		{math.MaxFloat64, 1},
		{-40, 0},
		{40, 1},
		{math.NaN(), math.NaN()},
	} {
		sameBits(t, c.want, NormCDF(c.x), "NormCDF(%v)", c.x)
	}
	for _, c := range []struct{ p, want float64 }{
		{0, math.Inf(-1)},
		{math.Copysign(0, -1), math.Inf(-1)},
		{0.5, 0},
		{1, math.Inf(1)},
		{-5e-324, math.NaN()},
		{math.Nextafter(1, 2), math.NaN()},
		{math.Inf(1), math.NaN()},
		{math.Inf(-1), math.NaN()},
		{math.NaN(), math.NaN()},
	} {
		sameBits(t, c.want, NormQuantile(c.p), "NormQuantile(%v)", c.p)
	}
}

// The values that Wichura 1988 gives to check an implementation.
func TestNormQuantilePublishedValues(t *testing.T) {
	for _, c := range []struct{ p, want float64 }{
		{0.25, -0.6744897501960817},
		{0.001, -3.090232306167814},
		{1e-20, -9.262340089798408},
	} {
		if got := NormQuantile(c.p); math.Abs(got-c.want) > 1e-15*math.Abs(c.want) {
			t.Errorf("NormQuantile(%v) = %v, want %v", c.p, got, c.want)
		}
	}
}

func TestNormalIsSymmetric(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := float64(rapid.Uint64Range(1, 1<<53-1).Draw(t, "p·2^53")) * 0x1p-53
		if NormQuantile(1-p) != -NormQuantile(p) {
			t.Fatalf("NormQuantile(1-%v) = %v, NormQuantile(%v) = %v", p, NormQuantile(1-p), p, NormQuantile(p))
		}
		x := rapid.Float64Range(0, 8).Draw(t, "x")
		if sum := NormCDF(x) + NormCDF(-x); math.Abs(sum-1) > 0x1p-52 {
			t.Fatalf("NormCDF(%v) + NormCDF(-%v) = %v", x, x, sum)
		}
	})
}

func TestNormalGrows(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		// A step of 1e-12 is well above the error and shows a wrong border.
		x := rapid.Float64Range(-37, 8).Draw(t, "x")
		if NormCDF(x) > NormCDF(x+1e-12*max(1, math.Abs(x))) {
			t.Fatalf("NormCDF falls at %v", x)
		}
		p := rapid.Float64Range(0, 1).Draw(t, "p")
		if NormQuantile(p) > NormQuantile(min(1, p*(1+1e-11))) {
			t.Fatalf("NormQuantile falls at %v", p)
		}
	})
}

func BenchmarkNormCDF(b *testing.B) {
	xs := benchmarkPoints(-4, 4)
	for i := 0; b.Loop(); i++ {
		sink = NormCDF(xs[i%len(xs)])
	}
}

func BenchmarkNormQuantile(b *testing.B) {
	ps := benchmarkPoints(0, 1)
	for i := 0; b.Loop(); i++ {
		sink = NormQuantile(ps[i%len(ps)])
	}
}
