package economics

import (
	"math"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// TestPublishedRates: those of the documentation and the tests of numpy-financial 1.0, to the
// digits they have.
func TestPublishedRates(t *testing.T) {
	for _, c := range []struct {
		net    []float64
		want   float64
		within float64
	}{
		{[]float64{-250000, 100000, 150000, 200000, 250000, 300000}, 0.5672303344358536, 1e-14},
		{[]float64{-150000, 15000, 25000, 35000, 45000, 60000}, 0.0524, 5e-5},
		{[]float64{-100, 0, 0, 74}, -0.0955, 5e-5},
		{[]float64{-100, 39, 59, 55, 20}, 0.28095, 5e-6},
		{[]float64{-100, 100, 0, -7}, -0.0833, 5e-5},
		{[]float64{-100, 100, 0, 7}, 0.06206, 5e-6},
		{[]float64{0, -100, 110, 0, 0}, 0.1, 1e-15},
	} {
		require.InDelta(t, c.want, Rate(c.net), c.within, "%v", c.net)
	}
}

// TestSeveralRates: amounts for which calculators disagree, as they have four rates: 25, 33⅓,
// 42 6/7 and 66⅔ %. And two, of a mine that must be closed at the end.
func TestSeveralRates(t *testing.T) {
	require.InDeltaSlice(t, []float64{1. / 4, 1. / 3, 3. / 7, 2. / 3}, Rates([]float64{-252, 1431, -3035, 2850, -1000}), 1e-9)
	require.InDeltaSlice(t, []float64{0.1, 0.2}, Rates([]float64{-1000, 2300, -1320}), 1e-12)
	require.True(t, math.IsNaN(Rate([]float64{-1000, 2300, -1320})))
}

func TestNoRate(t *testing.T) {
	for _, net := range [][]float64{
		nil, {0, 0}, {-1, -2, -3}, {5, 1},
		{-100, 30},        // less than half comes back
		{-100, 150, -100}, // never above nothing
		{-1, 12},          // beyond what is looked for
	} {
		require.Empty(t, Rates(net), "%v", net)
	}
	require.True(t, math.IsNaN(Rate([]float64{100, -110})), "a loan has a rate, and no return")
	require.InDelta(t, 0.1, Rate([]float64{1e-15, -100, 110, -1e-15}), 1e-12, "rounding is no payment")
	require.Len(t, Rates([]float64{100, -110}), 1)
}

// TestRatesOfKnownRoots: amounts made of rates have those rates and no others.
func TestRatesOfKnownRoots(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		places := rapid.SliceOfNDistinct(rapid.IntRange(-8, 40), 1, 4, rapid.ID).Draw(t, "rates")
		slices.Sort(places)
		net := []float64{-1}
		var want []float64
		for _, place := range places { // apart enough for rounding
			rate := float64(place) / 20
			want = append(want, rate)
			next := make([]float64, len(net)+1)
			for i, v := range net { // times 1 − (1+r)x
				next[i] += v
				next[i+1] -= v * (1 + rate)
			}
			net = next
		}
		require.InDeltaSlice(t, want, Rates(net), 1e-6)
	})
}

// TestRateMakesNothingOfPresentValue: as it is defined.
func TestRateMakesNothingOfPresentValue(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		net := settled(rapid.SliceOfN(rapid.Float64Range(-100, 100), 2, 30).Draw(t, "net"))
		for _, rate := range Rates(net) {
			terms := over(rate, len(net))
			size := terms.PresentValue(func(year int) float64 { return math.Abs(net[year-2024]) }, false)
			require.InDelta(t, 0, terms.PresentValue(in(net...), false), 1e-9*size)
		}
	})
}

var sink float64

func BenchmarkRate(b *testing.B) {
	net := make([]float64, 30)
	for i := range net {
		net[i] = 8
	}
	net[0], net[1], net[29] = -40, -60, 68
	for b.Loop() {
		sink = Rate(net)
	}
}

func BenchmarkWorth(b *testing.B) {
	terms := Terms{RatePerYear: 0.06, PriceYear: 2025, First: 2024, Last: 2035, End: 2053, Constant: true}
	flows := make([]Flow, 12)
	for i := range flows {
		flows[i] = Flow{float64(i), 1, 5}
	}
	b.ReportAllocs()
	for b.Loop() {
		sink = terms.Worth(by(flows), Left{Residual: 30}).NPV()
	}
}
