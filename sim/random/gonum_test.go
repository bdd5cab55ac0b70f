package random

import (
	"math"
	"testing"

	"gonum.org/v1/gonum/stat/distuv"
)

// TestAgainstGonum compares with the distributions of gonum/stat/distuv v0.17.0.
func TestAgainstGonum(t *testing.T) {
	type oracle interface {
		Quantile(float64) float64
		CDF(float64) float64
		Mean() float64
	}
	for _, c := range []struct {
		name string
		got  Distribution
		want oracle
	}{
		{"uniform", must(NewUniform(-1, 4)), distuv.Uniform{Min: -1, Max: 4}},
		{"triangular", must(NewTriangular(0.95, 1.05, 1.3)), distuv.NewTriangle(0.95, 1.3, 1.05, nil)},
		{"triangular, mode low", must(NewTriangular(2, 2, 5)), distuv.NewTriangle(2, 5, 2, nil)},
		{"triangular, mode high", must(NewTriangular(2, 5, 5)), distuv.NewTriangle(2, 5, 5, nil)},
		{"normal", must(NewNormal(-2, 3)), distuv.Normal{Mu: -2, Sigma: 3}},
		{"lognormal", must(NewLognormal(math.Exp(0.335), 0.261)), distuv.LogNormal{Mu: 0.335, Sigma: 0.261}},
		{"exponential", must(NewExponential(2.5)), distuv.Exponential{Rate: 1 / 2.5}},
		{"beta", must(NewBeta(6, 3, 0, 1)), distuv.Beta{Alpha: 6, Beta: 3}},
		{"pert", must(NewPERT(0, 0.3, 1)), distuv.Beta{Alpha: 2.2, Beta: 3.8}},
		{"pert, mode low", must(NewPERT(0, 0, 1)), distuv.Beta{Alpha: 1, Beta: 5}},
		{"beta, uneven", must(NewBeta(1.25, 17.5, 0, 1)), distuv.Beta{Alpha: 1.25, Beta: 17.5}},
		{"beta, high shapes", must(NewBeta(300, 500, 0, 1)), distuv.Beta{Alpha: 300, Beta: 500}},
	} {
		if off := relative(c.got.Mean(), c.want.Mean()); off > 1e-14 {
			t.Errorf("%s: mean %v, gonum %v", c.name, c.got.Mean(), c.want.Mean())
		}
		for i := 1; i < 1000; i++ {
			u := float64(i) / 1000
			x := c.got.Quantile(u)
			if want := c.want.Quantile(u); relative(x, want) > 1e-11 {
				t.Errorf("%s: quantile at %v is %v, gonum %v", c.name, u, x, want)
			}
			if p, want := c.got.CDF(x), c.want.CDF(x); relative(p, want) > 1e-12 {
				t.Errorf("%s: CDF at %v is %v, gonum %v", c.name, x, p, want)
			}
		}
	}
}

// relative returns how far a is from b, relative to b where that is above 1.
func relative(a, b float64) float64 {
	return math.Abs(a-b) / math.Max(1, math.Abs(b))
}
