package model

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestGrowthByHand follows potentials of a few years with a pencil.
func TestGrowthByHand(t *testing.T) {
	for _, test := range []struct {
		name   string
		growth Growth
		first  int
		want   []float64
	}{
		{"given years are exact", Growth{Years: []int{2023, 2024, 2025}, MtPerYear: []float64{2.78, 4.5, 5.2}},
			2023, []float64{2.78, 4.5, 5.2}},
		{"nothing before the first value, the last also after", Growth{Years: []int{2024}, MtPerYear: []float64{3}},
			2022, []float64{0, 0, 3, 3}},
		{"constant growth in between: 2, 4, 8", Growth{Years: []int{2024, 2026}, MtPerYear: []float64{2, 8}},
			2024, []float64{2, 4, 8}},
		{"a straight line from zero", Growth{Years: []int{2024, 2028}, MtPerYear: []float64{0, 8}},
			2024, []float64{0, 2, 4, 6, 8}},
		{"a rate after the last value", Growth{Years: []int{2024}, MtPerYear: []float64{100}, Rates: []Rate{{2020, 0.1}}, Fade: 1},
			2024, []float64{100, 110, 121}},
		// 10 % in the first year after 2024, 5 % in the next, 2.5 % in the third.
		{"a rate that fades by half", Growth{Years: []int{2024}, MtPerYear: []float64{100}, Rates: []Rate{{2020, 0.1}}, Fade: 0.5},
			2024, []float64{100, 110, 110 * 1.05, 110 * 1.05 * 1.025}},
		// The new rate of 2027 fades from 2027 on: 8 %, then 4 %.
		{"each rate fades on its own clock", Growth{Years: []int{2024}, MtPerYear: []float64{100}, Rates: []Rate{{2025, 0.1}, {2027, 0.08}}, Fade: 0.5},
			2024, []float64{100, 110, 110 * 1.05, 110 * 1.05 * 1.08, 110 * 1.05 * 1.08 * 1.04}},
		{"no growth before the first rate", Growth{Years: []int{2024}, MtPerYear: []float64{100}, Rates: []Rate{{2026, 0.5}}, Fade: 1},
			2024, []float64{100, 100, 150}},
		{"a run that starts later knows what went before", Growth{Years: []int{2024}, MtPerYear: []float64{100}, Rates: []Rate{{2020, 0.1}}, Fade: 1},
			2026, []float64{121, 133.1}},
		// 50 × (1 + 0.2 × (1 − 50/100)) = 55, 55 × (1 + 0.2 × 0.45) = 59.95.
		{"slower towards a ceiling", Growth{Years: []int{2024}, MtPerYear: []float64{50}, Rates: []Rate{{2020, 0.2}}, Fade: 1, CeilingMt: 100},
			2024, []float64{50, 55, 59.95}},
		{"a fall that ends at nothing", Growth{Years: []int{2024}, MtPerYear: []float64{50}, Rates: []Rate{{2020, -1.5}}, Fade: 1},
			2024, []float64{50, 0, 0}},
	} {
		t.Run(test.name, func(t *testing.T) {
			require.InDeltaSlice(t, test.want, test.growth.Path(test.first, len(test.want)), 1e-12)
		})
	}
	exact := Growth{Years: []int{2024, 2031}, MtPerYear: []float64{0.1, 0.7}}
	require.Equal(t, 0.1, exact.Path(2024, 8)[0])
	require.Equal(t, 0.7, exact.Path(2024, 8)[7])
}

// TestFadedGrowthHasALimit: for small rates the logarithm of the growth to come is
// r + r f + r f² + … = r/(1 − f).
func TestFadedGrowthHasALimit(t *testing.T) {
	const r, f = 1e-4, 0.9
	g := Growth{Years: []int{2024}, MtPerYear: []float64{1}, Rates: []Rate{{2020, r}}, Fade: f}
	require.InDelta(t, r/(1-f), math.Log(g.Path(2024, 400)[399]), 1e-7) // the terms in r² are below r²/2 ÷ (1 − f²)
}

// TestLogisticApproachesItsCeiling from below for rates up to 1, from above too.
func TestLogisticApproachesItsCeiling(t *testing.T) {
	for _, rate := range []float64{0.05, 0.3, 1} {
		for _, start := range []float64{1, 9.9, 10, 14} {
			g := Growth{Years: []int{2024}, MtPerYear: []float64{start}, Rates: []Rate{{2020, rate}}, Fade: 1, CeilingMt: 10}
			path := g.Path(2024, 400)
			for i := 1; i < len(path); i++ {
				require.LessOrEqual(t, math.Abs(10-path[i]), math.Abs(10-path[i-1]))
				if start <= 10 {
					require.LessOrEqual(t, path[i], 10*(1+1e-15))
				}
			}
			require.InDelta(t, 10, path[399], 1e-6)
		}
	}
}
