package hindcast

import (
	"slices"

	"corridor/model"
)

// From returns the corridor as it was known at the end of an origin year: the
// potentials given up to it, and after it growth at the rate of trend, or at each
// market's own first rate where trend is nil. The corridor itself is not changed.
func From(c model.Corridor, origin int, trend *float64) model.Corridor {
	return grown(Cut(c, origin), origin, trend)
}

// Cut returns the corridor without the potentials given for years after an origin. A market
// whose potential is first given after it is kept out of the run. What is scheduled stays.
func Cut(c model.Corridor, origin int) model.Corridor {
	c.Markets = slices.Clone(c.Markets)
	for i := range c.Markets {
		g := &c.Markets[i].Growth
		if len(c.Markets[i].Schedule) > 0 {
			continue
		}
		known, _ := slices.BinarySearch(g.Years, origin+1)
		if known == 0 {
			g.Years, g.MtPerYear = []int{origin}, []float64{0}
			continue
		}
		g.Years, g.MtPerYear = g.Years[:known], g.MtPerYear[:known]
	}
	return c
}

// grown returns the corridor with growth at the rate of trend, or at each market's own first
// rate, after the origin and all potentials given.
func grown(c model.Corridor, origin int, trend *float64) model.Corridor {
	c.Markets = slices.Clone(c.Markets)
	for i := range c.Markets {
		if g := &c.Markets[i].Growth; len(c.Markets[i].Schedule) == 0 {
			from := max(origin, g.Years[len(g.Years)-1]) + 1
			g.Rates = []model.Rate{{From: from, PerYear: firstRate(g, trend)}}
		}
	}
	return c
}

func firstRate(g *model.Growth, trend *float64) float64 {
	switch {
	case trend != nil:
		return *trend
	case len(g.Rates) > 0:
		return g.Rates[0].PerYear
	}
	return 0
}
