package findings

import (
	"math"
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
	// came has four series over three years in which 1 happened; in each the model says as listed, the others 2.
	came := func(model ...float64) *tables.Table {
		out := tables.New(tables.Hindcast)
		out.Append("s", tables.Conditional, "2022→2023", "throughput_mt", "headline", 2023, 1.0, 9.0, nil, nil, nil, nil, "")
		out.Append("s", tables.Forecast, "2022→2023", "steel_mt", "headline", 2023, 0.0, 9.0, 1.0, 1.0, nil, nil, "") // nothing came
		out.Append("s", tables.Forecast, "2022→2023", "coal_mt", "headline", 2023, 1.0, 9.0, nil, nil, nil, nil, "")  // not known before
		for i, metric := range []string{"throughput_mt", "throughput_mt", "containers_kteu", "oil_mt"} {
			for year := 2023; year <= 2025; year++ {
				scope := []string{"headline", "like-for-like"}[i%2]
				out.Append("s", tables.Forecast, "", metric, scope, year, 1.0, model[i*3+year-2023], 2.0, 2.0, nil, nil, "")
			}
		}
		return out
	}
	all := func(v float64) *tables.Table { return came(v, v, v, v, v, v, v, v, v, v, v, v) }
	const measure = ": root mean square of ln(said/happened) "
	for want, c := range map[string][2]*tables.Table{
		"The model forecasts better than the best naive forecast, the last value" + measure + "0.30 and 0.40; it is nearer in 4 of 4 series and 3 of 3 years.": {
			scores(0.3, 0.4, 0.5), all(0.6)},
		"The model forecasts worse than the best naive forecast, a random walk with drift" + measure + "0.30 and 0.25; it is nearer in 0 of 4 series and 0 of 3 years.": {
			scores(0.3, 0.4, 0.25), all(3)},
		"The model forecasts worse than the best naive forecast, the last value" + measure + "+Inf and 0.40; it is nearer in 0 of 4 series and 0 of 3 years.": {
			scores(nil, 0.4, nil), all(0)},
		// One series is against it.
		"Whether the model forecasts better than the best naive forecast, the last value, is undecided" + measure + "0.30 and 0.40; it is nearer in 3 of 4 series and 3 of 3 years.": {
			scores(0.3, 0.4, 0.5), came(1, 1, 1, 1, 1, 1, 3, 3, 3, 1, 1, 1)},
		// One year is.
		"Whether the model forecasts better than the best naive forecast, the last value, is undecided" + measure + "0.30 and 0.40; it is nearer in 4 of 4 series and 2 of 3 years.": {
			scores(0.3, 0.4, 0.5), came(1, 2.1, 1, 1, 2.1, 1, 1, 2.1, 1, 1, 2.1, 1)},
		// It is nearer throughout, and worse over all.
		"Whether the model forecasts better than the best naive forecast, the last value, is undecided" + measure + "0.41 and 0.40; it is nearer in 4 of 4 series and 3 of 3 years.": {
			scores(0.41, 0.4, 0.5), all(1.1)},
		"There is nothing to judge the forecasts by.": {tables.New(tables.Scores), tables.New(tables.Hindcast)},
	} {
		require.Equal(t, want, Forecasts(c[0], c[1]))
	}
}

func TestCalibratedForecastsAreJudged(t *testing.T) {
	skill := func(series, years []float64) *tables.Table {
		out := tables.New(tables.Skill)
		add := func(kind, over string, horizon any, model float64) {
			for f, crps := range map[string]float64{"model": model, "prior": 0.11, "last_value": 0.3, "drift": 0.2} {
				out.Append("s", kind, over, horizon, f, 9, crps, nil, nil, 0.5, 0.9)
			}
		}
		add(tables.Conditional, tables.AllYears, nil, 9)
		add(tables.Forecast, tables.AllYears, nil, 0.1)
		add(tables.Forecast, tables.AllYears, 1, 9)
		for i, v := range years {
			add(tables.Forecast, []string{"2023", "2024", "2025"}[i], nil, v)
			add(tables.Forecast, []string{"2023", "2024", "2025"}[i], 1, 9)
		}
		for i, v := range series {
			add(tables.Forecast, string(rune('a'+i)), nil, v)
		}
		return out
	}
	const beside = ": CRPS of ln(value) 0.10 (not calibrated, 0.11) and 0.20 over whole years; it is nearer in "
	better := []float64{0.1, 0.1, 0.1}
	for want, table := range map[string]*tables.Table{
		"The calibrated model forecasts better than the best naive forecast, a random walk with drift" + beside + "6 of 7 series and 3 of 3 years.": skill(
			[]float64{0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.25}, better),
		"Whether the calibrated model forecasts better than the best naive forecast, a random walk with drift, is undecided" + beside + "5 of 7 series and 3 of 3 years.": skill(
			[]float64{0.1, 0.1, 0.1, 0.1, 0.1, 0.5, 0.25}, better),
		"Whether the calibrated model forecasts better than the best naive forecast, a random walk with drift, is undecided" + beside + "7 of 7 series and 2 of 2 years.": skill(
			[]float64{0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1}, better[:2]),
		"There is nothing to judge the calibrated forecasts by.": tables.New(tables.Skill),
	} {
		require.Equal(t, want, CalibratedForecasts(table, tables.Forecast))
	}
}

// TestLuck is the tail of the binomial distribution by hand.
func TestLuck(t *testing.T) {
	for c, want := range map[tosses]float64{
		{4, 4}: 1.0 / 16, {3, 4}: 5.0 / 16, {7, 9}: (36 + 9 + 1) / 512.0, {0, 5}: 1, {0, 0}: 1,
	} {
		require.InDelta(t, want, c.luck(), 1e-15, "%v", c)
	}
	require.Equal(t, tosses{1, 2}, nearer([][2]float64{{1, 2}, {3, 3}, {math.Inf(1), 1}}))
}
