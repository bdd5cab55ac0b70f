package stats

import (
	"math"
	"math/rand/v2"
	"testing"
)

// Of many ensembles of a lognormal, as many hold the true value as stated.
func TestIntervalsCover(t *testing.T) {
	r := rand.New(rand.NewPCG(11, 12))
	const ensembles, draws, confidence = 800, 150, 0.9
	var mean, p10, median, p95 int
	for range ensembles {
		var s Summary
		for range draws {
			s.Add(math.Exp(0.3 * r.NormFloat64()))
		}
		if math.Abs(s.Mean()-math.Exp(0.045)) <= 1.645*s.MeanError() {
			mean++
		}
		covers := func(p, z float64) int {
			low, high := s.QuantileInterval(p, confidence)
			if q := math.Exp(0.3 * z); low <= q && q <= high {
				return 1
			}
			return 0
		}
		p10 += covers(0.1, -1.2815515655446004)
		median += covers(0.5, 0)
		p95 += covers(0.95, 1.6448536269514722)
	}
	// 800 trials at 0.9 have a standard deviation of 8.5.
	for name, hits := range map[string]int{"mean": mean, "p10": p10, "median": median, "p95": p95} {
		if hits < 690 || name == "mean" && hits > 750 {
			t.Errorf("%s: %d of %d intervals of %v hold the true value", name, hits, ensembles, confidence)
		}
	}
}

// As many draws as suggested reach the target, from a tenth as many.
func TestEnough(t *testing.T) {
	r := rand.New(rand.NewPCG(13, 14))
	var s Summary
	fill := func(n uint64) {
		for s.Count() < n {
			s.Add(10 + 2*r.NormFloat64())
		}
	}
	fill(400)
	forMean, ok := s.Enough(0.01, 0.95)
	// (1.96 · 2 / (0.01 · 10))² = 1537
	if !ok || forMean < 1300 || forMean > 1800 {
		t.Fatalf("%d draws are enough for the mean, %v", forMean, ok)
	}
	forP95, ok := s.EnoughQuantile(0.95, 0.01, 0.95)
	if !ok || forP95 < 2000 || forP95 > 8000 { // by the normal density there: 3900
		t.Fatalf("%d draws are enough for p95, %v", forP95, ok)
	}
	fill(2 * forP95)
	if half := 1.96 * s.MeanError(); half > 0.01*s.Mean() {
		t.Errorf("the mean is known to ±%v of %v", half, s.Mean())
	}
	if low, high := s.QuantileInterval(0.95, 0.95); (high-low)/2 > 0.01*s.Quantile(0.95) {
		t.Errorf("p95 is known to ±%v of %v", (high-low)/2, s.Quantile(0.95))
	}
}

func TestEnoughCannotTell(t *testing.T) {
	centred := summaryOf([]float64{-1, 1})
	tests := map[string]func() (uint64, bool){
		"no values":       func() (uint64, bool) { return new(Summary).Enough(0.01, 0.95) },
		"one value":       func() (uint64, bool) { return summaryOf([]float64{5}).Enough(0.01, 0.95) },
		"mean of 0":       func() (uint64, bool) { return centred.Enough(0.01, 0.95) },
		"target of 0":     func() (uint64, bool) { return summaryOf([]float64{1, 2}).Enough(0, 0.95) },
		"target below 0":  func() (uint64, bool) { return summaryOf([]float64{1, 2}).Enough(-1, 0.95) },
		"target of NaN":   func() (uint64, bool) { return summaryOf([]float64{1, 2}).Enough(math.NaN(), 0.95) },
		"beyond counting": func() (uint64, bool) { return summaryOf([]float64{1, 2}).Enough(1e-12, 0.95) },
		"few for p95":     func() (uint64, bool) { return centred.EnoughQuantile(0.95, 0.01, 0.95) },
		"too fine":        func() (uint64, bool) { return benchmarkSummary().EnoughQuantile(0.5, 1./2048, 0.95) },
	}
	for name, suggest := range tests {
		if n, ok := suggest(); ok {
			t.Errorf("%s: %d draws", name, n)
		}
	}
	if n, ok := summaryOf([]float64{5, 5, 5}).Enough(0.01, 0.95); !ok || n != 3 {
		t.Errorf("three equal values: %d draws, %v", n, ok)
	}
}

func TestQuantileIntervalOfFew(t *testing.T) {
	if _, high := summaryOf([]float64{1, 2, 3}).QuantileInterval(0.95, 0.7); !math.IsInf(high, 1) {
		t.Errorf("three draws bound the 95 %% quantile by %v", high)
	}
}
