package portable

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

// powPoints are pairs of x > 0 and y: of every size, results near the two ends,
// x near 1 with large y, and what a model raises to a power.
func powPoints(seed uint64, n int) [][2]float64 {
	at := newPoints(seed)
	var pairs [][2]float64
	add := func(x, y float64) {
		if estimate := y * math.Log(x); -746 < estimate && estimate < 709.78 {
			pairs = append(pairs, [2]float64{x, y})
		}
	}
	for range n {
		x := at.positive()
		add(x, at.between(-745, 709.7)/math.Log(x))
		add(x, at.between(-746, -708)/math.Log(x))
		add(x, at.between(709, 709.78)/math.Log(x))
		near := 1 + math.Copysign(math.Ldexp(at.between(1, 2), -2-at.IntN(50)), at.between(-1, 1))
		add(near, at.between(-745, 709.7)/math.Log(near))
		add(at.between(0, 10), at.between(-20, 20))
		add(at.between(0, 3), float64(at.IntN(9)))
		add(at.positive(), math.Ldexp(at.between(-1, 1), -at.IntN(1000)))
	}
	return pairs
}

func TestPowErrorBound(t *testing.T) {
	var normal, subnormal worst
	for _, pair := range powPoints(5, 1500) {
		x, y := pair[0], pair[1]
		got := Pow(x, y)
		err := ulps(got, bigPow(x, y))
		if got >= 0x1p-1022 {
			normal.meet(err, x, y)
		} else {
			subnormal.meet(err, x, y)
		}
	}
	normal.mustStayBelow(t, 0.57, "ulp")
	subnormal.mustStayBelow(t, 0.8, "ulp, subnormal")
}

func TestPowIsExactWhereTheResultIsADouble(t *testing.T) {
	for k := -1074; k < 1024; k++ {
		sameBits(t, math.Ldexp(1, k), Pow(2, float64(k)), "Pow(2, %d)", k)
	}
	at := newPoints(6)
	for range 2000 {
		x := at.positive()
		sameBits(t, x, Pow(x, 1), "Pow(%v, 1)", x)
		root := float64(1 + at.Uint64N(1<<26))
		sameBits(t, root*root, Pow(root, 2), "Pow(%v, 2)", root)
		sameBits(t, root, Pow(root*root, 0.5), "Pow(%v, 0.5)", root*root)
		sameBits(t, -root, Pow(-root, 1), "Pow(-%v, 1)", root)
		cube := float64(1 + at.Uint64N(1<<17))
		sameBits(t, -cube*cube*cube, Pow(-cube, 3), "Pow(-%v, 3)", cube)
	}
}

// math.Pow knows the special values of Annex F of the C standard, and gives
// the same on every processor where the result is 0, infinite or NaN, or is 1
// because x is ±1 or y is 0.
func TestPowSpecialValues(t *testing.T) {
	values := []float64{
		0, 5e-324, 0x1p-1022, 0.5, math.Nextafter(1, 0), 1, math.Nextafter(1, 2), 2, 3,
		0x1p52 + 1, 0x1p53 - 1, 0x1p53, 0x1p60, 0x1p80, 0x1p1000, math.MaxFloat64, math.Inf(1),
	}
	for _, x := range values {
		values = append(values, -x)
	}
	values = append(values, math.NaN())
	compared := 0
	for _, x := range values {
		for _, y := range values {
			want := math.Pow(x, y)
			special := want == 0 || math.IsInf(want, 0) || math.Abs(x) == 1 || y == 0
			if math.IsNaN(want) {
				special, want = true, math.NaN()
			}
			if special {
				sameBits(t, want, Pow(x, y), "Pow(%v, %v)", x, y)
				compared++
			}
		}
	}
	if compared < 700 {
		t.Errorf("only %d pairs compared", compared)
	}
}

func TestPowEnds(t *testing.T) {
	below := math.Nextafter(1, 0)
	for _, c := range []struct{ x, y, want float64 }{
		{2, 1024, math.Inf(1)},
		{-2, 1025, math.Inf(-1)},
		{2, -1075, 0},
		{-2, -1075, math.Copysign(0, -1)},
		{below, 0x1p63, 0},
		{below, -0x1p63, math.Inf(1)},
		{below, math.MaxFloat64, 0},
		{below, -math.MaxFloat64, math.Inf(1)},
		{math.MaxFloat64, math.MaxFloat64, math.Inf(1)},
		{5e-324, math.MaxFloat64, 0},
		{math.MaxFloat64, 5e-324, 1},
		{-8, 1. / 3, math.NaN()},
		{math.Copysign(math.NaN(), -1), 2, math.NaN()},
	} {
		sameBits(t, c.want, Pow(c.x, c.y), "Pow(%v, %v)", c.x, c.y)
	}
}

func TestPowGrowsWithItsExponent(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x := rapid.Float64Range(1, 1e300).Draw(t, "x")
		y := rapid.Float64().Draw(t, "y")
		z := rapid.Float64().Draw(t, "z")
		if Pow(x, min(y, z)) > Pow(x, max(y, z)) {
			t.Fatalf("Pow(%v, y) falls from %v to %v", x, min(y, z), max(y, z))
		}
	})
}

// math.Pow multiplies powers by repeated squaring and loses digits as y grows,
// so the two are compared where it does not.
func TestPowAgreesWithMath(t *testing.T) {
	at := newPoints(7)
	for range 5000 {
		x, y := at.between(0.01, 10), at.between(-4, 4)
		if got, want := Pow(x, y), math.Pow(x, y); distance(got, want) > 4 {
			t.Fatalf("Pow(%v, %v) = %v, math.Pow gives %v", x, y, got, want)
		}
	}
}

func BenchmarkPow(b *testing.B) {
	xs := benchmarkPoints(0.01, 100)
	for i := 0; b.Loop(); i++ {
		sink = Pow(xs[i%len(xs)], 3.7)
	}
}
