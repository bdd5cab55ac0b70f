package random

import (
	"fmt"
	"math"
	"testing"

	"gonum.org/v1/gonum/stat/distuv"
)

// The mean of a truncated normal variable is μ + σ (φ(a) − φ(b))/(Φ(b) − Φ(a)):
// N. L. Johnson, S. Kotz and N. Balakrishnan, Continuous Univariate
// Distributions, vol. 1 (1994), ch. 13.
func TestTruncatedNormalMean(t *testing.T) {
	unit := distuv.UnitNormal
	infinity := math.Inf(1)
	for _, c := range [][2]float64{{-1, 1}, {-2, 0.5}, {1, 4}, {0.3, infinity}, {-infinity, 2}, {-infinity, infinity}, {4, infinity}} {
		d := must(NewTruncated(must(NewNormal(10, 3)), 10+3*c[0], 10+3*c[1]))
		want := 10 + 3*(unit.Prob(c[0])-unit.Prob(c[1]))/(unit.CDF(c[1])-unit.CDF(c[0]))
		if !(relative(d.Mean(), want) <= 1e-11) {
			t.Errorf("from %v to %v: mean %v, want %v", c[0], c[1], d.Mean(), want)
		}
	}
}

// What is cut off is shared out in proportion.
func TestTruncatedUniform(t *testing.T) {
	d := must(NewTruncated(must(NewUniform(0, 10)), 2, 6))
	for _, u := range []float64{0, 0.25, 0.5, 1} {
		if got, want := d.Quantile(u), 2+4*u; relative(got, want) > 1e-15 {
			t.Errorf("quantile at %v is %v, want %v", u, got, want)
		}
	}
	// An end that is a possible value is kept.
	three := must(NewTruncated(must(NewDiscrete([]float64{1, 2, 3, 4}, nil)), 2, 4))
	for u, want := range map[float64]float64{0: 2, 0.3: 2, 0.4: 3, 0.9: 4, 1: 4} {
		if got := three.Quantile(u); got != want {
			t.Errorf("discrete: quantile at %v is %v, want %v", u, got, want)
		}
	}
}

func ExampleNewTruncated() {
	// A share that was estimated as 0.9 give or take 0.1, and cannot exceed 1.
	estimate, err := NewNormal(0.9, 0.1)
	if err != nil {
		fmt.Println(err)
		return
	}
	share, err := NewTruncated(estimate, 0, 1)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("mean %.3f, 95th percentile %.3f\n", share.Mean(), share.Quantile(0.95))
	// Output: mean 0.871, 95th percentile 0.984
}
