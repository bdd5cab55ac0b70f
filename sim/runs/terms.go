package runs

import (
	"fmt"
	"math"

	"corridor/model"
	"corridor/sim/economics"
	"corridor/sim/ensemble"
	"corridor/sim/findings"
	"corridor/sim/swings"
)

// TermsSentence says how present values of a corridor are reckoned. In many futures what is drawn
// of it is said with its range.
func TermsSentence(c *model.Corridor, uncertainties []ensemble.Uncertainty, many bool) string {
	t := economics.TermsOf(c)
	rate, end := findings.Percent(t.RatePerYear)+" a year", fmt.Sprint(t.End)
	if many {
		if low, high, drawn := drawnRange(uncertainties, "economics.discount_rate_per_year"); drawn {
			rate = fmt.Sprintf("a rate drawn anew in each future, %s to %s a year (%s where nothing is drawn)", findings.Percent(low), findings.Percent(high), findings.Percent(t.RatePerYear))
		}
		if low, high, drawn := drawnRange(uncertainties, "economics.appraisal_years"); drawn {
			end = fmt.Sprintf("a year drawn anew in each future, %d to %d", t.First-1+int(math.Round(low)), t.First-1+int(math.Round(high)))
		}
	}
	said := fmt.Sprintf("Present values are of the years %d to %s, in the prices of %d and discounted to it at %s", t.First, end, t.PriceYear, rate)
	switch {
	case t.End > t.Last && t.Constant:
		said += fmt.Sprintf("; each year after %d comes to what that year does, but for building", t.Last)
	case t.End > t.Last:
		said += fmt.Sprintf("; after %d nothing comes", t.Last)
	}
	return said + "."
}

// drawnRange returns the ends of what is drawn of the number at a path, but for a twentieth on
// either side of what has no end.
func drawnRange(uncertainties []ensemble.Uncertainty, path string) (low, high float64, drawn bool) {
	for i := range uncertainties {
		if uncertainties[i].Path == path {
			from, to := swings.Range(uncertainties[i].Distribution)
			d := uncertainties[i].Distribution
			return d.Quantile(from), d.Quantile(to), true
		}
	}
	return 0, 0, false
}
