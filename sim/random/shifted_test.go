package random

import (
	"math"
	"testing"

	"gonum.org/v1/gonum/stat/distuv"
)

// The mean of a floored lognormal variable is that of a call option: K Φ(k) +
// m exp(σ²/2) Φ(σ − k), with k = log(K/m)/σ (F. Black and M. Scholes, Journal of
// Political Economy 81 (1973) 637–654).
func TestFlooredLognormalMean(t *testing.T) {
	for _, floor := range []float64{0.01, 0.95, 1.9, 5} {
		const median, sigma = 1.9, 0.4
		d := must(NewFloored(must(NewLognormal(median, sigma)), floor))
		k := math.Log(floor/median) / sigma
		cdf := distuv.UnitNormal.CDF
		want := floor*cdf(k) + median*math.Exp(sigma*sigma/2)*cdf(sigma-k)
		if relative(d.Mean(), want) > 1e-11 {
			t.Errorf("floor %v: mean %v, want %v", floor, d.Mean(), want)
		}
	}
}

func TestFloored(t *testing.T) {
	d := must(NewFloored(must(NewUniform(0, 2)), 0.5))
	for u, want := range map[float64]float64{0: 0.5, 0.2: 0.5, 0.25: 0.5, 0.5: 1, 1: 2} {
		if got := d.Quantile(u); got != want {
			t.Errorf("quantile at %v is %v, want %v", u, got, want)
		}
	}
	for x, want := range map[float64]float64{0.4: 0, 0.5: 0.25, 1: 0.5, 2: 1} {
		if got := d.CDF(x); got != want {
			t.Errorf("CDF at %v is %v, want %v", x, got, want)
		}
	}
}

// A mean beyond the numbers there are is infinite, and found in good time.
func TestFlooredBeyondNumbers(t *testing.T) {
	d := must(NewFloored(must(NewLognormal(1, 1e6)), 0.5))
	if !math.IsInf(d.Mean(), 1) {
		t.Errorf("mean %v", d.Mean())
	}
}
