package hindcast

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/sim/score"
	"corridor/sim/tables"
)

// skillOf returns the cells of a row of skill.csv of all horizons: comparisons, CRPS, skill, log
// score, 50 and 90 % coverage.
func skillOf(t *testing.T, skill *tables.Table, over, forecaster string) []float64 {
	for row := range skill.Len() {
		if tables.Skill.Over.Of(skill)[row] == over && tables.Skill.Forecaster.Of(skill)[row] == forecaster && math.IsNaN(tables.Skill.Horizon.Of(skill)[row]) {
			var out []float64
			for _, c := range []tables.NumberColumn{tables.Skill.Comparisons, tables.Skill.CRPS, tables.Skill.Skill, tables.Skill.LogScore, tables.Skill.Covered50, tables.Skill.Covered90} {
				out = append(out, c.Of(skill)[row])
			}
			return out
		}
	}
	require.Fail(t, "no row", "%s %s", over, forecaster)
	return nil
}

// saying is what a forecaster says of an observation from the end of the year before.
func saying(o *Observation, forecaster string, mean, sd float64) Predicted {
	return Predicted{Forecast, forecaster, o.From.Year() - 1, o, score.Normal{Mean: mean, SD: sd}}
}

// TestSkillOfAPeer holds scores against those of a script of its own in Python: the walks by a
// straight line through two points (numpy), CRPS by numerical integration of its definition, and density and
// quantiles of scipy.stats.norm (scipy 1.10). A model says N(ln y + 0.1, 0.2) of everything.
func TestSkillOfAPeer(t *testing.T) {
	var rows []string
	for _, o := range []struct {
		period string
		mt     float64
	}{
		{"2019", 1}, {"2020", 1.4}, {"2021", 1.1}, {"2022", 2}, {"2023", 2.6}, {"2024", 2.2},
		{"2022-01/2022-06", 0.9}, {"2023-01/2023-06", 1.5}, {"2024-01/2024-06", 1},
	} {
		rows = append(rows, row("throughput-headline", o.period, fmt.Sprint(o.mt), "Mt", ""))
	}
	for i, teu := range []string{"900", "1500", "700", "1600"} {
		rows = append(rows, row("containers", fmt.Sprint(2021+i), teu, "TEU", ""))
	}
	h := past(t, rows...)
	var predicted []Predicted
	for i := range h.Observations {
		if o := &h.Observations[i]; o.From.Year() >= 2023 {
			predicted = append(predicted, saying(o, ByModel, math.Log(o.Value)+0.1, 0.2))
		}
	}
	skill := h.Skill("s", predicted)
	for _, c := range []struct {
		over, forecaster       string
		n, crps, log, c50, c90 float64
	}{
		{"years", ByModel, 4, 0.066280706, -0.565499379, 1, 1},
		{"years", LastValue, 4, 0.332578357, 0.796242933, 0.5, 0.75},
		{"years", Drift, 4, 0.467865795, 1.162319732, 0.25, 0.75},
		{"2024", LastValue, 2, 0.320864590, 0.679935152, 0.5, 1},
		{"2024", Drift, 2, 0.412602081, 0.946660850, 0, 1},
		{"throughput-headline", LastValue, 4, 0.211412455, 0.404483149, 0.5, 1},
		{"throughput-headline", Drift, 4, 0.332349204, 0.858707654, 0.25, 0.75},
		{"containers", LastValue, 2, 0.525073044, 1.438440541, 0, 0.5},
		{"containers", Drift, 2, 0.758159893, 1.989595763, 0, 0.5},
	} {
		got := skillOf(t, skill, c.over, c.forecaster)
		want := []float64{c.n, c.crps, got[2], c.log, c.c50, c.c90}
		for i := range want {
			if i != 2 {
				require.InDelta(t, want[i], got[i], 1e-8, "%s %s", c.over, c.forecaster)
			}
		}
	}
	require.InDelta(t, 1-0.066280706/0.332578357, skillOf(t, skill, "years", ByModel)[2], 1e-7, "against the better of the naive ones")
	require.True(t, math.IsNaN(skillOf(t, skill, "years", LastValue)[2]))
}

// TestSkillComparesTheSame: what one forecaster has not said counts for none, nor what has no naive
// forecast; parts of a year share the weight of the year.
func TestSkillComparesTheSame(t *testing.T) {
	h := past(t, wagons("2021", "100"), wagons("2022", "100"), wagons("2023", "100"), wagons("2022-01/2022-06", "50"), wagons("2023-01/2023-06", "50"), wagons("2024", "100"),
		row("trucks", "2023", "7", "vehicles", ""), wagons("2025", "0"))
	of := func(period string) *Observation {
		for i := range h.Observations {
			if h.Observations[i].Period.String() == period && h.Observations[i].Series.Name == "kuryk-wagons" {
				return &h.Observations[i]
			}
		}
		return nil
	}
	truck := &h.Observations[6]
	require.Equal(t, "trucks", truck.Series.Name)
	certain := func(o *Observation, forecaster string, off float64) Predicted {
		return saying(o, forecaster, math.Log(o.Value)+off, 0)
	}
	skill := h.Skill("s", []Predicted{
		certain(of("2023"), ByModel, 0.1), certain(of("2023"), ByPrior, 0.5),
		certain(of("2023-01/2023-06"), ByModel, 0.3), certain(of("2023-01/2023-06"), ByPrior, 0.7),
		certain(of("2024"), ByModel, 0.8), certain(of("2024"), ByPrior, 1),
		certain(of("2022"), ByModel, 9),                        // not by the prior
		certain(truck, ByModel, 9), certain(truck, ByPrior, 9), // no year before
		saying(of("2025"), ByModel, 0, 1), saying(of("2025"), ByPrior, 0, 1), // 0
		{Conditional, ByModel, 2022, of("2023"), score.Normal{Mean: 99}}, // of another kind
	})
	model, prior := skillOf(t, skill, "kuryk-wagons", ByModel), skillOf(t, skill, "kuryk-wagons", ByPrior)
	require.Equal(t, 3.0, model[0])
	require.InDelta(t, ((0.1+0.3)/2+0.8)/2, model[1], 1e-12)
	require.InDelta(t, ((0.5+0.7)/2+1)/2, prior[1], 1e-12)
	require.True(t, math.IsNaN(model[3]), "a single value has no density")
	require.InDelta(t, (0.1+0.8)/2, skillOf(t, skill, "years", ByModel)[1], 1e-12)
	require.Equal(t, 2.0, skillOf(t, skill, "years", Drift)[0])
	horizons := tables.Skill.Horizon.Of(skill)
	require.True(t, math.IsNaN(horizons[0]))
	require.Equal(t, 1.0, horizons[4])
}

// TestSkillOfWhoKnows: where series are walks with a known spread, who says that spread about the last value
// does better than who says half or twice as much, and covers as often as said.
func TestSkillOfWhoKnows(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	const sd = 0.3
	var rows []string
	value := 1000.0
	for year := 1700; year < 2000; year++ {
		rows = append(rows, wagons(fmt.Sprint(year), fmt.Sprint(value)))
		value *= math.Exp(sd * r.NormFloat64())
	}
	h := past(t, rows...)
	for factor, better := range map[float64]bool{0.3: true, 1: false, 3: true} {
		var predicted []Predicted
		for i := 100; i < len(h.Observations); i++ {
			o, before := &h.Observations[i], &h.Observations[i-1]
			predicted = append(predicted, saying(o, ByModel, math.Log(before.Value), sd), saying(o, ByPrior, math.Log(before.Value), factor*sd))
		}
		skill := h.Skill("s", predicted)
		right, other := skillOf(t, skill, "years", ByModel), skillOf(t, skill, "years", ByPrior)
		require.Equal(t, 200.0, right[0])
		require.InDelta(t, sd/math.Sqrt(math.Pi), right[1], 0.02)
		require.InDelta(t, 0, right[2], 0.02, "the last value knows nearly as much by now")
		require.InDelta(t, 0.5, right[4], 0.1)
		require.InDelta(t, 0.9, right[5], 0.06)
		require.Equal(t, better, right[1] < other[1]*0.98, "%v", factor)
		require.Equal(t, better, right[3] < other[3]-0.02, "%v", factor)
	}
}
