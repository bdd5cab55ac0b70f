package stats

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// Expected values are those of R 4.3, quantile(x, p, type = 7).
func TestQuantileType7(t *testing.T) {
	tests := []struct {
		values []float64
		p      float64
		want   float64
	}{
		{[]float64{1, 2, 3, 4}, 0, 1},
		{[]float64{1, 2, 3, 4}, 0.25, 1.75},
		{[]float64{1, 2, 3, 4}, 0.5, 2.5},
		{[]float64{1, 2, 3, 4}, 1, 4},
		{[]float64{7}, 0.3, 7},
		{[]float64{0, 10, 20}, 0.9, 18},
		{[]float64{-math.MaxFloat64, math.MaxFloat64}, 0.5, 0},
		{nil, 0.5, math.NaN()},
		{[]float64{1, 2}, -0.1, math.NaN()},
		{[]float64{1, 2}, math.NaN(), math.NaN()},
	}
	for _, test := range tests {
		got := Quantile(test.values, test.p)
		if got != test.want && !(math.IsNaN(got) && math.IsNaN(test.want)) {
			t.Errorf("Quantile(%v, %v) = %v, want %v", test.values, test.p, got, test.want)
		}
	}
}

// A summary's quantile is within the stated bound of the exact one.
func TestQuantileBound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		values := metricValues(t)
		p := rapid.OneOf(rapid.Float64Range(0, 1), rapid.SampledFrom([]float64{0, 0.05, 0.5, 0.95, 1})).Draw(t, "p")
		s := summaryOf(values)
		finite := slices.DeleteFunc(values, func(v float64) bool { return math.IsNaN(v) || math.IsInf(v, 0) })
		if len(finite) == 0 {
			return
		}
		slices.Sort(finite)
		magnitudes := func(rank uint64) float64 { return math.Abs(finite[rank-1]) }
		bound := max(s.Resolution()*interpolate(s.Count(), p, magnitudes), smallest)
		exact, got := Quantile(finite, p), s.Quantile(p)
		if math.Abs(got-exact) > bound*(1+1e-12) {
			t.Fatalf("%v-quantile is %v, exact %v, bound %v", p, got, exact, bound)
		}
		if p == 0 && got != finite[0] || p == 1 && got != finite[len(finite)-1] {
			t.Fatalf("%v-quantile is %v, exact %v", p, got, exact)
		}
	})
}

// Quantiles rise with p and stay within minimum and maximum.
func TestQuantilesRise(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := summaryOf(metricValues(t))
		if s.Count() == 0 {
			return
		}
		before := s.Min()
		for _, p := range []float64{0, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 1} {
			q := s.Quantile(p)
			if q < before {
				t.Fatalf("the %v-quantile %v is below %v", p, q, before)
			}
			before = q
		}
		if before != s.Max() {
			t.Fatalf("the last quantile is %v, the maximum %v", before, s.Max())
		}
	})
}
