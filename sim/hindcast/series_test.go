package hindcast

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/model"
	"corridor/model/calendar"
	"corridor/sim"
	"corridor/sim/tables"
)

// ferries is a corridor with two rail ferries and a rival. Wagons of 50 t come at 12 Mt a year
// by one, at 24 by the other, beside 6 Mt of others, and boxes at 36 by the first; each
// market sends half by the rival.
func ferries() sim.Run {
	all := [calendar.MonthsPerYear]float64{1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1}
	segment := func(name string, others float64) model.Segment {
		return model.Segment{
			Name: name, Supply: model.Supply{Fixed: model.Fixed{Years: []int{2024}, MtPerYear: []float64{1000}}},
			Availability: all, Effectiveness: 1, StorageMt: math.Inf(1), OtherTraffic: model.Constant(others),
		}
	}
	market := func(name, cargo string, mt float64, segment int) model.Market {
		return model.Market{
			Name: name, Cargo: cargo, Season: all, Inertia: 1,
			Growth: model.Growth{Years: []int{2024}, MtPerYear: []float64{2 * mt}, Fade: 1},
			Routes: []model.Route{{Name: "corridor", Segments: []int{segment}, Weights: []float64{1}, Share: 0.5}, {Name: "rival", Rival: true, Share: 0.5}},
		}
	}
	return sim.Run{
		Name: "ferries",
		Corridor: model.Corridor{
			Start: calendar.NewMonth(2024, 1), Months: 24,
			Segments: []model.Segment{segment("rail-ferry", 0), segment("turkmen-ferry", 6)},
			Markets:  []model.Market{market("ore", "wagons", 12, 0), market("salt", "wagons", 24, 1), market("boxes", tables.Containers, 36, 0)},
		},
		Labels: tables.Labels{
			Cargo:   map[string]tables.CargoLabel{"wagons": {TonnesPerUnit: 50}},
			Markets: map[string]tables.MarketLabel{"salt": {Scope: tables.Since(calendar.NewMonth(2024, 3))}},
		},
	}
}

// TestSeriesAreMeasuredInTheirScope: each series counts its class on its segments, in its
// unit, over its months. A month is a twelfth of the year.
func TestSeriesAreMeasuredInTheirScope(t *testing.T) {
	run := ferries()
	r, err := run.Run()
	require.NoError(t, err)
	for _, c := range []struct {
		series, period string
		want           float64
	}{
		{"throughput-headline", "2024", 72 - 2*2}, // two months before salt is counted
		{"throughput-headline", "2024-Q1", 18 - 2*2},
		{"throughput-headline", "2024-07/2025-06", 72},
		{"throughput-like-for-like", "2024", 48},
		{"kuryk-wagons", "2024", 12e6 / 50},
		{"kuryk-wagons", "2025-02", 1e6 / 50},
		{"ferry-wagons", "2025", (12 + 24 + 6) * 1e6 / 50},
		{"ferry-wagons", "2024-01/2024-06", (12 + 24 + 6) * 1e6 / 50 / 2},
		{"containers", "2024", math.NaN()},             // the tonnes in a TEU are not known
		{"oil-btc", "2024", math.NaN()},                // there is none
		{"trucks", "2024", math.NaN()},                 // the segment is not there
		{"throughput-headline", "2023", math.NaN()},    // before the run
		{"throughput-headline", "2026-01", math.NaN()}, // after it
	} {
		p, err := ParsePeriod(c.period)
		require.NoError(t, err)
		got := SeriesOf(c.series).Measure(&run, r, p)
		if math.IsNaN(c.want) {
			require.True(t, math.IsNaN(got), "%s %s", c.series, c.period)
		} else {
			require.InEpsilon(t, c.want, got, 1e-9, "%s %s", c.series, c.period)
		}
	}
}

// TestScores: twice as much is as wrong as half, and nothing has no bound.
func TestScores(t *testing.T) {
	s := misses{}
	s.add(2, 1)
	s.add(0.5, 1)
	s.add(math.NaN(), 1)
	s.add(1, math.NaN())
	require.Equal(t, 2, s.n)
	require.InDelta(t, 0.75, s.percentage(), 1e-12)
	require.InDelta(t, math.Ln2, s.rmsLog(), 1e-12)
	s.add(0, 1)
	require.True(t, math.IsInf(s.rmsLog(), 1))
}
