package random

import (
	"fmt"
	"math"
	"testing"
)

// A mixture of the two halves of a uniform distribution is the whole.
func TestMixtureOfHalves(t *testing.T) {
	left, right := must(NewUniform(-3, 1)), must(NewUniform(1, 5))
	d := must(NewMixture([]float64{2, 2}, []Distribution{left, right}))
	whole := must(NewUniform(-3, 5))
	for _, u := range probabilities(1000) {
		if got, want := d.Quantile(u), whole.Quantile(u); math.Abs(got-want) > 1e-14 {
			t.Errorf("quantile at %v is %v, want %v", u, got, want)
		}
	}
	if d.Mean() != 1 {
		t.Errorf("mean %v, want 1", d.Mean())
	}
}

// A part of weight 0 does not count, and one value in a mixture has its weight.
func TestMixtureOfOneValue(t *testing.T) {
	stalled := must(NewDiscrete([]float64{10}, nil))
	never := must(NewUniform(-100, 100))
	d := must(NewMixture([]float64{3, 1, 0}, []Distribution{must(NewUniform(0, 1)), stalled, never}))
	for u, want := range map[float64]float64{0: 0, 0.375: 0.5, 0.75: 1, 0.7500001: 10, 1: 10} {
		if got := d.Quantile(u); math.Abs(got-want) > 1e-15 {
			t.Errorf("quantile at %v is %v, want %v", u, got, want)
		}
	}
}

// The quantile is the least number whose CDF reaches the probability, in the middle,
// where one part gives way to the other, and far out.
func TestMixtureQuantileIsTheLeast(t *testing.T) {
	d := portCost().(Mixture)
	for _, u := range append(probabilities(3000), 0.8299, 0.83, 0.8301, 1e-9, 1-1e-12) {
		x := d.Quantile(u)
		if !(d.CDF(x) >= u) || d.CDF(ranked(rank(x)-1)) >= u {
			t.Errorf("at %v: %v with %v, and %v just below", u, x, d.CDF(x), d.CDF(ranked(rank(x)-1)))
		}
	}
}

// Parts that reach infinity within the probabilities of numbers are no trouble.
func TestMixtureBeyondNumbers(t *testing.T) {
	d := must(NewMixture([]float64{1, 1}, []Distribution{must(NewUniform(0, 1)), must(NewLognormal(1, 1e6))}))
	for u, want := range map[float64]float64{0.5: 0.5, 0.9: math.MaxFloat64, 1: math.Inf(1)} {
		if got := d.Quantile(u); !(got >= want) || u == 0.5 && relative(got, want) > 1e-3 {
			t.Errorf("quantile at %v is %v, want %v", u, got, want)
		}
	}
}

func TestRanks(t *testing.T) {
	ascending := []float64{math.Inf(-1), -1, -5e-324, 0, 5e-324, 1, math.Inf(1)}
	for i, x := range ascending {
		if ranked(rank(x)) != x || i > 0 && rank(x) <= rank(ascending[i-1]) {
			t.Errorf("rank of %v is %v", x, rank(x))
		}
	}
}

func ExampleNewMixture() {
	// Cost of a port over its estimate: five in six stay near it, the others
	// begin at half as much again.
	near, _ := NewLognormal(1, 0.15)
	excess, _ := NewExponential(1.33)
	far, _ := NewShifted(excess, 1.5)
	cost, err := NewMixture([]float64{0.83, 0.17}, []Distribution{near, far})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("mean %.2f, median %.2f, 95th percentile %.2f\n", cost.Mean(), cost.Quantile(0.5), cost.Quantile(0.95))
	// Output: mean 1.32, median 1.04, 95th percentile 3.13
}
