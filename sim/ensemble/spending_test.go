package ensemble_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/sim"
	"corridor/sim/tables"
)

// TestWhatIsSpentIsPast: no delay and no overrun that is drawn changes what was spent
// before things are known to, and a delay moves none of it into the years simulated.
func TestWhatIsSpentIsPast(t *testing.T) {
	e := ofReference(t, 60, 2)
	e.Alternatives[0].Corridor.Months = 60
	f := simulated(t, e)
	quantiles := e.Tables(f, 0, 0.01)[0]
	run := func(with ...string) *sim.Result {
		r, err := alternative(t, "reference", with...).Run.Run()
		require.NoError(t, err)
		return r
	}
	plan, late := run(), run("investment/late-2-years")
	for row, metric := range tables.Quantiles.Metric.Of(quantiles) {
		year := tables.Quantiles.Period.Of(quantiles)[row]
		if metric != "capex_musd" {
			continue
		}
		least, most := tables.Quantiles.Min.Of(quantiles)[row], tables.Quantiles.Max.Of(quantiles)[row]
		if year < "2026" { // as of April 2026
			require.InDelta(t, least, most, 1e-9*most, year)
		} else {
			require.Less(t, least, most, year)
		}
	}
	planned, delayed := tables.Annual.CapexMUSD.Of(plan.Annual), tables.Annual.CapexMUSD.Of(late.Annual)
	require.Equal(t, 2024.0, tables.Annual.Year.Of(plan.Annual)[0])
	require.Equal(t, planned[:2], delayed[:2], "2024 and 2025")
	require.InDelta(t, sum(planned), sum(delayed), 1e-6)
	require.InDelta(t, sum(tables.Projects.SpentBeforeMUSD.Of(plan.Projects)), sum(tables.Projects.SpentBeforeMUSD.Of(late.Projects)), 1e-9)
}

func sum(values []float64) (total float64) {
	for _, v := range values {
		total += v
	}
	return total
}
