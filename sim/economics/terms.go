package economics

import (
	"corridor/model"
	"corridor/model/portable"
)

// Terms say how amounts of different years come to one.
type Terms struct {
	RatePerYear float64 // at which amounts without inflation are discounted
	PriceYear   int     // in whose prices amounts are, and to whose middle they are discounted
	First, Last int     // years appraised of which there are figures
	End         int     // last year appraised
	Constant    bool    // each year after the last comes to what that came to, but for building; else nothing comes after it
	NoResidual  bool    // works are worth nothing at the end
}

// TermsOf returns how the scenario of a corridor appraises.
func TermsOf(c *model.Corridor) Terms {
	d := &c.Discounting
	first, years := c.Years()
	end := first + years - 1
	if d.Years > 0 {
		end = first + d.Years - 1
	}
	return Terms{
		RatePerYear: d.RatePerYear, PriceYear: d.PriceYear,
		First: first, Last: min(first+years-1, end), End: end,
		Constant: d.Constant, NoResidual: d.NoResidual,
	}
}

// Factor is what an amount of a year counts in the price year: 1/(1 + r)^t, t years later
// (European Commission 2014, section 2.7.2 and annex II). The amounts of a year come in its
// middle and are discounted to the middle of the price year, so that t is whole.
func (t *Terms) Factor(year int) float64 {
	return portable.Pow(1+t.RatePerYear, float64(t.PriceYear-year))
}

// Annuity is what one unit a year is worth in the years appraised after the last one.
func (t *Terms) Annuity() (sum float64) {
	if !t.Constant {
		return 0
	}
	for year := t.Last + 1; year <= t.End; year++ {
		sum += t.Factor(year)
	}
	return sum
}

// PresentValue adds up discounted amounts by year, from the first one on, of those appraised.
// What goes on does so after the last year, where the terms say so.
func (t *Terms) PresentValue(amount func(year int) float64, goesOn bool) (sum float64) {
	for year := t.First; year <= t.Last; year++ {
		sum += float64(amount(year) * t.Factor(year))
	}
	if goesOn {
		sum += float64(amount(t.Last) * t.Annuity())
	}
	return sum
}
