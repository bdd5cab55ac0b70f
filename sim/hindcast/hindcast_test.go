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
		History: truth(t), Build: build,
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
	want := []struct {
		name                                 string
		year                                 float64
		actual, model, lastValue, lastGrowth float64
	}{
		{"fit", 2023, 1.2, 1.2, 1, 2},
		{"fit", 2024, 1.44, 1.44, 1.2, 1.44},
		{"hold-out", 2025, 1.728, 1.728, 1.44, 1.728},
		{"2022→2023", 2023, 1.2, 1.5, 1, 2}, // the market's own rate, a half
		{"2023→2024", 2024, 1.44, 1.8, 1.2, 1.44},
		{"2024→2025", 2025, 1.728, 2.16, 1.44, 1.728},
	}
	require.Equal(t, len(want), r.Table.Len(), "headline and containers have no history here")
	for i, w := range want {
		require.Equal(t, w.name, tables.Hindcast.Case.Of(r.Table)[i])
		require.Equal(t, "like-for-like", tables.Hindcast.Scope.Of(r.Table)[i])
		for column, v := range map[string]float64{"year": w.year, "actual": w.actual, "model": w.model, "last_value": w.lastValue, "last_growth": w.lastGrowth} {
			require.InDelta(t, v, r.Table.Numbers(column)[i], 2e-3, "%s: %s", w.name, column)
		}
		require.True(t, math.IsNaN(tables.Hindcast.OfficialPlan.Of(r.Table)[i]), "the plan is of the other scope")
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
