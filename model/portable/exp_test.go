package portable

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

const (
	largestExp  = 709.782712893384   // the last double whose exp is finite
	smallestExp = -745.1332191019411 // the last whose exp is not 0
)

// expPoints are the arguments of exp that matter: the whole range, small
// ones of every exponent, and the neighbourhoods of 0, of the places where the
// table switches and of the two ends.
func expPoints(seed uint64, n int) []float64 {
	at := newPoints(seed)
	var xs []float64
	for range n {
		xs = append(xs,
			at.between(smallestExp, largestExp),
			at.between(-2, 2),
			at.between(-745.2, -708),
			at.between(709, largestExp),
			math.Copysign(math.Ldexp(at.between(1, 2), at.IntN(70)-60), at.between(-1, 1)))
		k := float64(at.IntN(260000) - 135000)
		xs = append(xs, steps((k+0.5)*math.Ln2/128, at.IntN(9)-4))
	}
	inside := xs[:0]
	for _, x := range xs {
		if smallestExp <= x && x <= largestExp {
			inside = append(inside, x)
		}
	}
	return inside
}

func TestExpErrorBound(t *testing.T) {
	var normal, subnormal worst
	for _, x := range expPoints(1, 4000) {
		got := Exp(x)
		err := ulps(got, bigExp(bigFloat(x)))
		if got >= 0x1p-1022 {
			normal.meet(err, x, 0)
		} else {
			subnormal.meet(err, x, 0)
		}
	}
	normal.mustStayBelow(t, 0.52, "ulp")
	subnormal.mustStayBelow(t, 0.77, "ulp, subnormal")
}

func TestExpSpecialValues(t *testing.T) {
	for _, c := range []struct{ x, want float64 }{
		{0, 1},
		{math.Copysign(0, -1), 1},
		{5e-324, 1},
		{-5e-324, 1},
		{1, math.E},
		{math.Inf(1), math.Inf(1)},
		{math.Inf(-1), 0},
		{math.NaN(), math.NaN()},
		{math.MaxFloat64, math.Inf(1)},
		{-math.MaxFloat64, 0},
		{largestExp, 0x1.fffffffffff2ap+1023}, // computed with 256 bits
		{math.Nextafter(largestExp, 800), math.Inf(1)},
		{smallestExp, 5e-324},
		{math.Nextafter(smallestExp, -800), 0},
	} {
		sameBits(t, c.want, Exp(c.x), "Exp(%v)", c.x)
	}
}

func TestExpNeverFallsWhereTheTableSwitches(t *testing.T) {
	for k := -137000; k < 131000; k += 37 {
		x := steps((float64(k)+0.5)*math.Ln2/128, -8)
		for range 16 {
			next := math.Nextafter(x, math.Inf(1))
			if Exp(x) > Exp(next) {
				t.Fatalf("Exp falls from %v to the next double", x)
			}
			x = next
		}
	}
}

func TestExpGrows(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x := rapid.Float64().Draw(t, "x")
		y := rapid.Float64().Draw(t, "y")
		if Exp(min(x, y)) > Exp(max(x, y)) {
			t.Fatalf("Exp(%v) > Exp(%v)", min(x, y), max(x, y))
		}
	})
}

func TestExpAgreesWithMath(t *testing.T) {
	for _, x := range expPoints(2, 4000) {
		if x > 709 {
			continue // on amd64 math.Exp gives +Inf from 709.44 on, too early
		}
		if got, want := Exp(x), math.Exp(x); distance(got, want) > 2 {
			t.Fatalf("Exp(%v) = %v, math.Exp gives %v", x, got, want)
		}
	}
}

func TestExpTableIsPowersOfTwo(t *testing.T) {
	for j, step := range expTable {
		want := bigExp(bigQuotient(bigProduct(bigLn2, bigFloat(float64(j))), bigFloat(128)))
		hi, _ := want.Float64()
		lo, _ := bigDifference(want, bigFloat(hi)).Float64()
		if j == 0 {
			lo = 0 // the reference is 256 bits off
		}
		if step.hi != hi || step.lo != lo {
			t.Errorf("entry %d is %x, %x; want %x, %x", j, step.hi, step.lo, hi, lo)
		}
	}
	sum := bigSum(bigFloat(log2Over128Hi), bigFloat(log2Over128Lo))
	if off := bigRelative(bigProduct(sum, bigFloat(128)), bigLn2); off > 0x1p-88 {
		t.Errorf("ln2/128 is off by %g of itself", off)
	}
}

func BenchmarkExp(b *testing.B) {
	xs := benchmarkPoints(-20, 20)
	for i := 0; b.Loop(); i++ {
		sink = Exp(xs[i%len(xs)])
	}
}
