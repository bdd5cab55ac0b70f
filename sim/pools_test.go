package sim_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/model"
	"corridor/model/calendar"
	"corridor/sim"
	"corridor/sim/tables"
)

// TestPools: half of the ships carry metals on a segment, half grain outside. From 2025 on
// there is twice the grain: at η = 1 it draws 2 to 1, and half of the way is gone in a month.
func TestPools(t *testing.T) {
	always := [calendar.MonthsPerYear]float64{1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1}
	c := model.Corridor{
		Start: calendar.NewMonth(2024, 12), Months: 3, BaseYear: 2024,
		Segments: []model.Segment{{Name: "ships", Supply: model.Supply{Fixed: model.Fixed{Years: []int{2024}, MtPerYear: []float64{6}}}, Availability: always, Effectiveness: 1}},
		Markets: []model.Market{{
			Name: "metals", Growth: model.Growth{Years: []int{2024}, MtPerYear: []float64{6}}, Season: always,
			Routes: []model.Route{{Name: "sea", Share: 1, Segments: []int{0}, Weights: []float64{1}}},
		}},
		Pools: []model.Pool{{Name: "dry", Speed: 0.5, Sensitivity: 1, Services: []model.Service{
			{Name: "ships", Segment: 0, VoyageDays: 8},
			{Name: "grain", Segment: -1, VoyageDays: 10, CapacityMt: model.Constant(4.8), DemandMt: model.Series{Years: []int{2024, 2025}, Values: []float64{2.4, 4.8}}},
		}}},
	}
	r, err := sim.Run{Name: "s", Corridor: c}.Run()
	require.NoError(t, err)
	require.Contains(t, r.Tables(), r.Pools)
	p := tables.Pools
	require.Equal(t, []string{"2024-12", "2024-12", "2025-01", "2025-01", "2025-02", "2025-02"}, p.Month.Of(r.Pools))
	require.Equal(t, []string{"dry", "dry"}, p.Pool.Of(r.Pools)[:2])
	require.Equal(t, []string{"ships", "grain"}, p.Service.Of(r.Pools)[:2])
	require.Equal(t, []string{"false", "true"}, p.Trade.Of(r.Pools)[:2])
	require.InDeltaSlice(t, []float64{0.5, 0.5, 0.5, 0.5, 0.5 - 1./12, 0.5 + 1./12}, p.Ships.Of(r.Pools), 1e-12)
	require.InDeltaSlice(t, []float64{0.5, 0.5, 0.5, 0.5, 0.5, 0.5}, p.OwnShips.Of(r.Pools), 1e-12)
	require.InDeltaSlice(t, []float64{1, 1, 1, 2, 1, 2 * 0.5 / (0.5 + 1./12)}, p.Earnings.Of(r.Pools), 1e-12)
	require.InDeltaSlice(t, []float64{0.5, 0.2, 0.5, 0.4, 0.5 * 10 / 12, 0.4}, p.CarriedMt.Of(r.Pools), 1e-12)

	c.Pools = nil
	r, err = sim.Run{Name: "s", Corridor: c}.Run()
	require.NoError(t, err)
	require.Nil(t, r.Pools)
}
