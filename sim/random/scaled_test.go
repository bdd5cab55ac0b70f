package random

import (
	"math"
	"testing"
)

// A lognormal distribution scaled by c is the one with c times its median.
func TestScaled(t *testing.T) {
	got := must(NewScaled(must(NewLognormal(1.9, 0.4)), 0.5))
	want := must(NewLognormal(0.95, 0.4))
	for _, u := range []float64{0, 0.01, 0.3, 0.5, 0.9, 0.999, 1} {
		x := want.Quantile(u)
		if g := got.Quantile(u); g != x && relative(g, x) > 1e-15 {
			t.Errorf("quantile at %v is %v, want %v", u, g, x)
		}
		if g := got.CDF(x); math.Abs(g-want.CDF(x)) > 1e-15 {
			t.Errorf("CDF at %v is %v, want %v", x, g, want.CDF(x))
		}
	}
	if relative(got.Mean(), want.Mean()) > 1e-15 {
		t.Errorf("mean %v, want %v", got.Mean(), want.Mean())
	}
	for _, by := range []float64{0, -1, math.Inf(1), math.NaN()} {
		if _, err := NewScaled(want, by); err == nil {
			t.Errorf("scaled by %v is accepted", by)
		}
	}
	if _, err := NewScaled(nil, 1); err == nil {
		t.Error("no distribution is accepted")
	}
}
