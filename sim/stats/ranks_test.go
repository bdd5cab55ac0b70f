package stats

import (
	"math"
	"testing"

	"gonum.org/v1/gonum/stat/distuv"
)

// The ranks are the tightest whose binomial tails, by gonum, are small enough.
func TestRanksAgainstBinomial(t *testing.T) {
	for _, n := range []uint64{1, 2, 10, 59, 100, 1000, 20000} {
		for _, p := range []float64{0.01, 0.05, 0.25, 0.5, 0.9, 0.95} {
			for _, confidence := range []float64{0.5, 0.6827, 0.95, 0.999} {
				low, high := Ranks(n, p, confidence)
				tail := (1 - confidence) / 2
				x := distuv.Binomial{N: float64(n), P: p}
				below := func(rank uint64) float64 { // P(X < rank)
					if rank == 0 {
						return 0
					}
					return x.CDF(float64(rank) - 1)
				}
				const rounding = 1e-9
				if below(low) > tail+rounding || below(low+1) < tail-rounding {
					t.Errorf("n %d, p %v, %v: lower rank %d has tail %v, the next %v", n, p, confidence, low, below(low), below(low+1))
				}
				if high <= n && 1-below(high) > tail+rounding || high > 1 && 1-below(high-1) < tail-rounding {
					t.Errorf("n %d, p %v, %v: upper rank %d has tail %v", n, p, confidence, high, 1-below(high))
				}
			}
		}
	}
}

// 59 draws are the fewest whose greatest bounds the 95th percentile with 95 %
// one-sided confidence (Wilks 1941, Annals of Mathematical Statistics 12, 91–96).
func TestRanksWilks(t *testing.T) {
	if _, high := Ranks(59, 0.95, 0.9); high != 59 {
		t.Errorf("the upper rank for 59 draws is %d", high)
	}
	if _, high := Ranks(58, 0.95, 0.9); high != 59 {
		t.Errorf("58 draws should not bound it, the upper rank is %d", high)
	}
}

func TestRanksEdges(t *testing.T) {
	for _, test := range []struct {
		n             uint64
		p, confidence float64
	}{
		{0, 0.5, 0.9}, {10, 0, 0.9}, {10, 1, 0.9}, {10, math.NaN(), 0.9}, {10, 0.5, 1}, {10, 0.5, math.NaN()}, {3, 0.5, 0.99},
	} {
		if low, high := Ranks(test.n, test.p, test.confidence); low != 0 || high != test.n+1 {
			t.Errorf("%v: ranks %d and %d, want none", test, low, high)
		}
	}
}

// Where the exact tails give way to the normal ones the ranks hardly move, and
// only outward.
func TestRanksOfMany(t *testing.T) {
	const p = 0.25
	few, many := uint64(5_592_000), uint64(5_593_000) // variance 2^20 lies between
	for _, confidence := range []float64{0.6827, 0.95, 0.9999} {
		low1, high1 := Ranks(few, p, confidence)
		low2, high2 := Ranks(many, p, confidence)
		below1, below2 := float64(few)*p-float64(low1), float64(many)*p-float64(low2)
		above1, above2 := float64(high1)-float64(few)*p, float64(high2)-float64(many)*p
		if below2 < below1 || below2 > below1+6 || above2 < above1 || above2 > above1+6 {
			t.Errorf("%v: %v and %v ranks below, %v and %v above", confidence, below1, below2, above1, above2)
		}
	}
}
