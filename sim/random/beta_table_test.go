package random

import (
	"math"
	"testing"

	"corridor/model/portable"
)

// solved returns the quantile of a tail by Newton's method, without the table.
func solved(t *betaTail, p float64) float64 {
	logP := portable.Log(p)
	x, _ := t.solve(logP, (logP+t.norm)/t.a)
	return x
}

// TestBetaTableIsTheSolution compares table and solver from the least probability of a
// tail to its end, for shapes as PERT has them and beyond.
func TestBetaTableIsTheSolution(t *testing.T) {
	random := NewStream(5, "shapes").At(0)
	worst := 0.0
	for i := range 300 {
		a := 1 + 4*random.Float64()
		b := 6 - a // as PERT
		switch i % 3 {
		case 1:
			a, b = 1+11*random.Float64(), 1+11*random.Float64()
		case 2:
			b = 1 + 99*random.Float64()
		}
		tail := newBetaTail(a, b)
		if len(tail.table.pieces) == 0 {
			t.Fatalf("beta(%v, %v) has no table", a, b)
		}
		for range 300 {
			p := tail.probability * math.Pow(random.Float64(), 4)
			if p > 0 {
				worst = max(worst, math.Abs(tail.quantile(p)/solved(tail, p)-1))
			}
		}
		for _, p := range []float64{5e-324, 1e-300, 1e-100, 1e-20, tail.probability, math.Nextafter(tail.probability, 0)} {
			if off := math.Abs(tail.quantile(p)/solved(tail, p) - 1); off > 1e-12 {
				t.Errorf("beta(%v, %v) at %v: off by %v", a, b, p, off)
			}
		}
	}
	t.Logf("largest relative difference %.2g", worst)
	if worst > 5e-14 {
		t.Errorf("the bound is 5e-14")
	}
}

// TestBetaTableRises: from piece to piece, and by steps well above rounding.
func TestBetaTableRises(t *testing.T) {
	for _, shapes := range [][2]float64{{1, 5}, {5, 1}, {3, 3}, {2.2, 3.8}, {1, 1}, {8, 2}} {
		tail := newBetaTail(shapes[0], shapes[1])
		before := 0.0
		const steps = 100_000
		for i := 1; i <= steps; i++ {
			x := tail.quantile(tail.probability * (float64(i) / steps))
			if x <= before {
				t.Fatalf("beta(%v, %v) falls at step %d", shapes[0], shapes[1], i)
			}
			before = x
		}
		for i := 1; i < len(tail.table.pieces); i++ {
			root := float64(i) / tail.table.perUnit
			p := math.Pow(root, shapes[0])
			if below, above := tail.quantile(p*(1-1e-13)), tail.quantile(p*(1+1e-13)); below > above*(1+1e-15) {
				t.Errorf("beta(%v, %v) falls from %v to %v at piece %d", shapes[0], shapes[1], below, above, i)
			}
		}
	}
}

// TestBetaTableOfKnownRoots: I_x(a, 1) = x^a, and I_x(1, b) = 1 − (1 − x)^b.
func TestBetaTableOfKnownRoots(t *testing.T) {
	for _, shape := range []float64{1, 1.5, 2, 5} {
		power, rest := newBetaTail(shape, 1), newBetaTail(1, shape)
		for i := 1; i <= 100; i++ {
			p := float64(i) / 100 * power.probability
			if got, want := power.quantile(p), math.Pow(p, 1/shape); math.Abs(got/want-1) > 1e-14 {
				t.Errorf("beta(%v, 1) at %v: %v, want %v", shape, p, got, want)
			}
			p = float64(i) / 100 * rest.probability
			if got, want := rest.quantile(p), -math.Expm1(math.Log1p(-p)/shape); math.Abs(got/want-1) > 1e-14 {
				t.Errorf("beta(1, %v) at %v: %v, want %v", shape, p, got, want)
			}
		}
	}
}

// BenchmarkNewPERT times what a process pays once for each distribution.
func BenchmarkNewPERT(b *testing.B) {
	for b.Loop() {
		clear(betaTails.made)
		if _, err := NewPERT(0, 0.3, 1); err != nil {
			b.Fatal(err)
		}
	}
}
