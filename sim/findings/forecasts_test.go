package findings

import (
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/sim/tables"
)

func TestForecastsAreJudged(t *testing.T) {
	scores := func(model, last, drift any) *tables.Table {
		out := tables.New(tables.Scores)
		out.Append("s", tables.Conditional, tables.AllYears, "model", 3, 0.01, 0.01)
		out.Append("s", tables.Forecast, "containers", "model", 3, 0.01, 0.01)
		for f, rms := range map[string]any{"model": model, "last_value": last, "drift": drift, "discounted_plan": 0.001} {
			out.Append("s", tables.Forecast, tables.AllYears, f, 3, 0.5, rms)
		}
		return out
	}
	for want, table := range map[string]*tables.Table{
		"The model forecasts better than the best naive forecast, the last value: root mean square of ln(said/happened) 0.30 and 0.40.":                scores(0.3, 0.4, 0.5),
		"The model forecasts worse than the best naive forecast, a random walk with drift: root mean square of ln(said/happened) 0.30 and 0.25.":       scores(0.3, 0.4, 0.25),
		"The model forecasts about as well as the best naive forecast, a random walk with drift: root mean square of ln(said/happened) 0.30 and 0.31.": scores(0.3, 0.4, 0.31),
		"The model forecasts worse than the best naive forecast, the last value: root mean square of ln(said/happened) +Inf and 0.40.":                 scores(nil, 0.4, nil),
		"There is nothing to judge the forecasts by.": tables.New(tables.Scores),
	} {
		require.Equal(t, want, Forecasts(table))
	}
}
