package hindcast

import (
	"slices"

	"corridor/model"
)

// From returns the corridor as it was known at the end of an origin year: the
// potentials given up to it, and after it growth at the rate of trend, or at each
// market's own first rate where trend is nil. The corridor itself is not changed.
//
// A market whose potential is first given after the origin keeps it out of the run. What is
// scheduled stays as agreed, whenever it became known.
func From(c model.Corridor, origin int, trend *float64) model.Corridor {
	c.Markets = slices.Clone(c.Markets)
	for i := range c.Markets {
		if len(c.Markets[i].Schedule) > 0 {
			continue
		}
		g := &c.Markets[i].Growth
		known, _ := slices.BinarySearch(g.Years, origin+1)
		if known == 0 {
			g.Years, g.MtPerYear = []int{origin}, []float64{0}
			continue
		}
		g.Years, g.MtPerYear = g.Years[:known], g.MtPerYear[:known]
		g.Rates = []model.Rate{{From: origin + 1, PerYear: firstRate(g, trend)}}
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
