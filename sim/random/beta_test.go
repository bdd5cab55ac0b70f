package random

import (
	"fmt"
	"math"
	"math/big"
	"testing"
)

// TestBetaQuantileErrorBound holds the bound of the doc comment against the
// exact distribution: for whole shapes I_x(a, b) is a sum of binomial
// probabilities (M. Abramowitz and I. A. Stegun, Handbook of Mathematical
// Functions, 26.5.24), here in 300 bits. One step of Newton's method from the
// result gives its error.
func TestBetaQuantileErrorBound(t *testing.T) {
	var worst float64
	for _, shapes := range [][2]int{{1, 1}, {1, 5}, {2, 4}, {3, 3}, {4, 4}, {6, 3}, {8, 2}, {5, 1}, {30, 7}, {60, 90}} {
		a, b := shapes[0], shapes[1]
		// Ranges that end at 0 show the distance from each end unrounded.
		fromLow := must(NewBeta(float64(a), float64(b), 0, 1))
		fromHigh := must(NewBeta(float64(b), float64(a), -1, 0))
		for _, u := range probabilities(60) {
			if x := fromLow.Quantile(u); x <= 0.5 {
				worst = math.Max(worst, betaError(a, b, x, big.NewFloat(u)))
			}
			if y := -fromHigh.Quantile(u); y <= 0.5 {
				worst = math.Max(worst, betaError(a, b, y, new(big.Float).Sub(bigNumber(1), big.NewFloat(u))))
			}
		}
	}
	t.Logf("largest relative error %.2g", worst)
	if worst > 1e-13 {
		t.Errorf("the bound is 1e-13")
	}
}

func bigNumber(x float64) *big.Float { return new(big.Float).SetPrec(300).SetFloat64(x) }

// betaError returns the relative error of x as the quantile at u of the beta
// distribution with whole shapes.
func betaError(a, b int, x float64, u *big.Float) float64 {
	n := a + b - 1
	bx := bigNumber(x)
	by := bigNumber(1)
	by.Sub(by, bx)
	cdf, density := bigNumber(0), bigNumber(0)
	for j := a; j <= n; j++ {
		term := bigNumber(1)
		term.SetInt(new(big.Int).Binomial(int64(n), int64(j)))
		for k := range n {
			if k < j {
				term.Mul(term, bx)
			} else {
				term.Mul(term, by)
			}
		}
		cdf.Add(cdf, term)
		if j == a { // x·density = j·C(n, j)·x^j·(1−x)^(n−j)
			density.Mul(term, bigNumber(float64(j)))
		}
	}
	off := cdf.Sub(cdf, u)
	size, _ := off.Quo(off, density).Float64()
	return math.Abs(size)
}

func TestLogGamma(t *testing.T) {
	for _, x := range []float64{0.5, 1, 1.5, 2, 3.7, 9.99, 14.999, 15, 15.001, 100, 1999.5} {
		want, _ := math.Lgamma(x)
		if got := logGamma(x); relative(got, want) > 1e-14 {
			t.Errorf("logGamma(%v) = %v, want %v", x, got, want)
		}
	}
}

func ExampleNewPERT() {
	// Months until a berth is ready: 10 at best, 30 at worst, 14 most likely.
	months, err := NewPERT(10, 14, 30)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("mean %.1f, median %.1f, 90th percentile %.1f\n",
		months.Mean(), months.Quantile(0.5), months.Quantile(0.9))
	// Output: mean 16.0, median 15.5, 90th percentile 20.9
}

func ExampleNewBeta() {
	// The share of its claimed capacity that a new port reaches.
	share, err := NewBeta(4, 4, 0, 1)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%.2f %.2f %.2f\n", share.Quantile(0.1), share.Mean(), share.Quantile(0.9))
	// Output: 0.28 0.50 0.72
}
