package economics

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/model"
)

// over are terms that discount at a rate to the first of some years.
func over(rate float64, years int) Terms {
	return Terms{RatePerYear: rate, PriceYear: 2024, First: 2024, Last: 2024 + years - 1, End: 2024 + years - 1}
}

func in(amounts ...float64) func(int) float64 {
	return func(year int) float64 { return amounts[year-2024] }
}

// TestPublishedPresentValue: the value to the last digit that the tests of numpy-financial
// 1.0 have in decimal arithmetic.
func TestPublishedPresentValue(t *testing.T) {
	terms := over(0.05, 6)
	require.InDelta(t, 122.894854950942692161628715, terms.PresentValue(in(-15000, 1500, 2500, 3500, 4500, 6000), false), 1e-10)
}

// TestAnnuity: one unit a year for n years after this one is worth (1 − (1+r)^−n)/r.
func TestAnnuity(t *testing.T) {
	for _, rate := range []float64{0.001, 0.03, 0.06, 0.12, 1} {
		for _, n := range []int{0, 1, 7, 40} {
			terms := Terms{RatePerYear: rate, PriceYear: 2035, First: 2024, Last: 2035, End: 2035 + n, Constant: true}
			require.InDelta(t, (1-math.Pow(1+rate, -float64(n)))/rate, terms.Annuity(), 1e-11, "%v, %d", rate, n)
			terms.Constant = false
			require.Zero(t, terms.Annuity())
		}
	}
	free := Terms{PriceYear: 2000, Last: 2035, End: 2045, Constant: true}
	require.Equal(t, 10.0, free.Annuity(), "at no rate years add up")
}

// TestPriceYear: what is discounted to a year k years later is (1+r)^k times as much.
func TestPriceYear(t *testing.T) {
	terms := over(0.06, 3)
	early := terms.PresentValue(in(-5, 2, 7), false)
	terms.PriceYear += 4
	require.InDelta(t, early*math.Pow(1.06, 4), terms.PresentValue(in(-5, 2, 7), false), 1e-12)
}

// TestTermsOf: an appraisal that is shorter than the run leaves its last years out.
func TestTermsOf(t *testing.T) {
	c := model.Corridor{Start: 2024 * 12, Months: 12 * 12}
	c.Discounting = model.Discounting{RatePerYear: 0.06, PriceYear: 2025, Years: 30, Constant: true}
	require.Equal(t, Terms{RatePerYear: 0.06, PriceYear: 2025, First: 2024, Last: 2035, End: 2053, Constant: true}, TermsOf(&c))
	c.Discounting.Years = 5
	terms := TermsOf(&c)
	require.Equal(t, 2028, terms.Last)
	require.Equal(t, 2028, terms.End)
	c.Discounting.Years = 0
	terms = TermsOf(&c)
	require.Equal(t, 2035, terms.Last)
	require.Equal(t, 2035, terms.End)
}
