package hindcast

import (
	"math"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/model"
	"corridor/model/calendar"
	"corridor/sim"
	"corridor/sim/tables"
)

// lane is a corridor of one segment that carries all of its one market: 1 Mt in
// 2022, and the scaled potential after.
func lane(scale float64) sim.Run {
	all := [calendar.MonthsPerYear]float64{1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1}
	return sim.Run{Name: "lane", Corridor: model.Corridor{
		Start: calendar.NewMonth(2022, 1), Months: 48,
		Segments: []model.Segment{{
			Name: "line", Supply: model.Supply{Fixed: model.Fixed{Years: []int{2022}, MtPerYear: []float64{100}}},
			Availability: all, Effectiveness: 1, StorageMt: math.Inf(1),
		}},
		Markets: []model.Market{{
			Name: "ore", Cargo: "ore", Season: all, Inertia: 1,
			Growth: model.Growth{Years: []int{2022, 2023, 2024, 2025}, MtPerYear: []float64{scale, 1.2 * scale, 1.44 * scale, 9}, Fade: 1, Rates: []model.Rate{{From: 2022, PerYear: 0.5}}},
			Routes: []model.Route{{Name: "rail", Segments: []int{0}, Weights: []float64{1}, Share: 1}},
		}},
	}}
}

// truth is a history that grows by a fifth a year.
func truth(t *testing.T) *History {
	text := header
	for year, mt := range map[string]string{"2021": "0.5", "2022": "1", "2023": "1.2", "2024": "1.44", "2025": "1.728"} {
		text += row("throughput-like-for-like", year, mt, "Mt", "")
	}
	h, err := ReadHistory(strings.NewReader(text + row("plan-throughput", "2025", "2", "Mt", "headline")))
	require.NoError(t, err)
	return h
}

func lanes(t *testing.T, build func([]float64) (sim.Run, error)) *Hindcast {
	return &Hindcast{
		Name: "lane", Setup: Setup{FitYears: []int{2023, 2024}, HoldOut: 2025, Trend: Parameter{"trend", 0, 1, 0.5}},
		History: truth(t), Build: func(_ Kind, origin int, values []float64) (sim.Run, error) {
			run, err := build(values)
			run.Corridor = Cut(run.Corridor, origin)
			return run, err
		},
	}
}

// Where a trend made the history, the fit finds it, and forecasts the year held out.
func TestRunFindsTheTrend(t *testing.T) {
	r, err := lanes(t, func([]float64) (sim.Run, error) { return lane(1), nil }).Run(t.Context())
	require.NoError(t, err)
	require.InDelta(t, 0.2, r.Fitted[0], 1e-3)
	require.InDelta(t, 0, r.Objective, 1e-3)
	require.Greater(t, r.Before, r.Objective)
	require.Equal(t, []float64{0.5}, r.Start)
	unknown := math.NaN()
	want := []struct {
		kind                            Kind
		name                            string
		year                            float64
		actual, model, lastValue, drift float64
	}{
		{Forecast, "2022→2023", 2023, 1.2, 1.5, 1, 1.5}, // the market's own rate, a half
		{Forecast, "2023→2024", 2024, 1.44, 1.8, 1.2, 1.2 + 0.7/2},
		{Forecast, "2024→2025", 2025, 1.728, 2.16, 1.44, 1.44 + 0.94/3},
		{Conditional, "2022→2023", 2023, 1.2, 1.5, unknown, unknown},
		{Conditional, "2023→2024", 2024, 1.44, 1.8, unknown, unknown},
		{Conditional, "2024→2025", 2025, 1.728, 2.16, unknown, unknown},
		{Conditional, "fit", 2023, 1.2, 1.2, unknown, unknown},
		{Conditional, "fit", 2024, 1.44, 1.44, unknown, unknown},
		{Conditional, "hold-out", 2025, 1.728, 1.728, unknown, unknown},
	}
	require.Equal(t, len(want), r.Table.Len(), "headline, containers and oil have no history here")
	for i, w := range want {
		require.Equal(t, string(w.kind), tables.Hindcast.Kind.Of(r.Table)[i])
		require.Equal(t, w.name, tables.Hindcast.Case.Of(r.Table)[i])
		require.Equal(t, "like-for-like", tables.Hindcast.Scope.Of(r.Table)[i])
		for column, v := range map[string]float64{"year": w.year, "actual": w.actual, "model": w.model, "last_value": w.lastValue, "drift": w.drift} {
			got := r.Table.Numbers(column)[i]
			if math.IsNaN(v) {
				require.True(t, math.IsNaN(got), "%s: %s", w.name, column)
			} else {
				require.InDelta(t, v, got, 2e-3, "%s: %s", w.name, column)
			}
		}
		require.True(t, math.IsNaN(tables.Hindcast.OfficialPlan.Of(r.Table)[i]), "the plan is of the other scope")
	}
	// Errors of the model are a quarter of what happened each time; those of the last value a sixth.
	scores := map[string][2]float64{}
	for row, over := range tables.Scores.Over.Of(r.Scores) {
		key := tables.Scores.Kind.Of(r.Scores)[row] + " " + over + " " + tables.Scores.Forecaster.Of(r.Scores)[row]
		require.Equal(t, 3.0, tables.Scores.Comparisons.Of(r.Scores)[row], key)
		scores[key] = [2]float64{tables.Scores.MeanAbsolute.Of(r.Scores)[row], tables.Scores.RMSLog.Of(r.Scores)[row]}
	}
	for key, want := range map[string][2]float64{
		"forecast years model":                    {0.25, math.Log(1.25)},
		"forecast years last_value":               {1.0 / 6, math.Log(1.2)},
		"conditional years model":                 {0.25, math.Log(1.25)},
		"forecast throughput-like-for-like model": {0.25, math.Log(1.25)},
	} {
		require.InDelta(t, want[0], scores[key][0], 1e-9, key)
		require.InDelta(t, want[1], scores[key][1], 1e-9, key)
	}
}

// A further parameter is fitted with the trend.
func TestRunFitsParameters(t *testing.T) {
	s := lanes(t, func(x []float64) (sim.Run, error) { return lane(x[0]), nil })
	s.Parameters = []Parameter{{"scale", 0.5, 2, 1.7}}
	r, err := s.Run(t.Context())
	require.NoError(t, err)
	require.InDeltaSlice(t, []float64{0.2, 1}, r.Fitted, 5e-3)
}

// To carry nothing is as wrong as can be, and no way out of the comparison.
func TestNothingCarriedIsWrong(t *testing.T) {
	s := lanes(t, func([]float64) (sim.Run, error) { return lane(0), nil })
	misfit, err := s.misfit(t.Context(), 2022, []float64{0.2})
	require.NoError(t, err)
	require.True(t, math.IsInf(misfit, 1))
}

func TestRunNeedsAHistory(t *testing.T) {
	s := lanes(t, func([]float64) (sim.Run, error) { return lane(1), nil })
	s.FitYears, s.HoldOut = []int{2031}, 2032
	_, err := s.Run(t.Context())
	require.EqualError(t, err, "the history has nothing to compare with in the years of the fit")
}
