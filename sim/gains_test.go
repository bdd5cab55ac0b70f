package sim

import (
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"corridor/model"
	"corridor/model/calendar"
	"corridor/sim/economics"
)

// appraised is a corridor of three years with works that serve, works in progress and a
// discount rate.
func appraised(t require.TestingT) *model.Model {
	c := model.Corridor{
		Start: calendar.NewMonth(2024, 1), Months: 36,
		Discounting: model.Discounting{RatePerYear: 0.06, PriceYear: 2025, Years: 10, Constant: true, LifeYears: [1 + model.ProjectKinds]float64{20}},
		Projects: []model.Project{
			{Name: "served", CostMUSD: 100, Start: calendar.NewMonth(2024, 1), DurationMonths: 12, DelayFactor: 1},
			{Name: "in progress", CostMUSD: 60, Start: calendar.NewMonth(2026, 1), DurationMonths: 24, DelayFactor: 1, OthersShare: 0.5},
		},
	}
	m, err := model.New(c)
	require.NoError(t, err)
	return m
}

// TestGained: what is gained by kind adds to the whole, by year and as present values; its
// present value is that of the amounts by year; and it is what WorthOf finds.
func TestGained(t *testing.T) {
	m := appraised(t)
	terms := economics.TermsOf(m.Corridor())
	rapid.Check(t, func(t *rapid.T) {
		years := make([]Figures, 3)
		for i := range years {
			for _, place := range []int{surplusPlace, waitingPlace, turnedAwayPlace, throughputPlace, costPlace, operatingPlace, co2ePlace, upkeepPlace, netPlace} {
				years[i][place] = rapid.Float64Range(-500, 500).Draw(t, "figure")
			}
		}
		out := make([]float64, len(Gains)*4)
		Gained(&terms, m, func(metric, year int) float64 { return years[year][metric] }, out)
		for at := range 4 {
			sum := 0.0
			for i := range Gains[:NetGain] {
				if !Gains[i].Part {
					sum += out[4*i+at]
				}
			}
			require.InDelta(t, out[4*NetGain+at], sum, 1e-9)
		}
		w := WorthOf(&terms, m, years)
		require.InDelta(t, w.NPV(), out[4*NetGain+3], 1e-9)
		require.InDelta(t, w.Benefits, WorthGained(out).Benefits, 1e-9)
		require.InDelta(t, w.Costs, WorthGained(out).Costs, 1e-9)
		sum := 0.0
		for i, v := range NetGains(&terms, out) {
			sum += v * terms.Factor(2024+i)
		}
		require.InDelta(t, w.NPV(), sum, 1e-9)
		require.Len(t, NetGains(&terms, out), 10)
	})
}

// TestGainedLeaves by hand: 100 of works that serve from 2025 last twenty years, so that 55 are
// left at the end of 2033; half of the 30 of works in progress are the corridor's, and come
// back in 2026.
func TestGainedLeaves(t *testing.T) {
	m := appraised(t)
	terms := economics.TermsOf(m.Corridor())
	out := make([]float64, len(Gains)*4)
	Gained(&terms, m, func(int, int) float64 { return 0 }, out)
	require.InDelta(t, 55*terms.Factor(2033), out[4*ResidualGain+3], 1e-9)
	require.InDelta(t, 15*terms.Factor(2026), out[4*buildingGain+3], 1e-9)
}
