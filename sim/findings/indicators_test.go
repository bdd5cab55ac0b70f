package findings_test

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/model"
	"corridor/model/calendar"
	"corridor/sim"
	"corridor/sim/findings"
	"corridor/sim/tables"
)

// A port with half of each month open carries 1 Mt of 2 a month over 100 km at 30 g, and a
// road all of 1 Mt over 300 km at 60 g.
func TestIndicators(t *testing.T) {
	every := func(v float64) (all [calendar.MonthsPerYear]float64) {
		for i := range all {
			all[i] = v
		}
		return all
	}
	segment := func(name string, mt, open, km, grams, days float64) model.Segment {
		return model.Segment{
			Name: name, Supply: model.Supply{Fixed: model.Fixed{Years: []int{2030}, MtPerYear: []float64{mt}}}, Effectiveness: 1,
			Availability: every(open), DistanceKm: km, EmissionsG: grams, FreeFlowDays: days, CostUSDPerT: 10,
		}
	}
	market := func(name string, mt float64, s int) model.Market {
		return model.Market{
			Name: name, Cargo: name, Season: every(1), Inertia: 1, GiveUp: 1,
			Growth: model.Growth{Years: []int{2030}, MtPerYear: []float64{mt}, Fade: 1},
			Routes: []model.Route{{Name: "way", Segments: []int{s}, Weights: []float64{1}, Share: 1}},
		}
	}
	run := sim.Run{Name: "s", Corridor: model.Corridor{
		Start: calendar.NewMonth(2030, 1), Months: 12,
		Segments: []model.Segment{segment("sea", 24, 0.5, 100, 30, 2), segment("road", 24, 1, 300, 60, 6)},
		Markets:  []model.Market{market("boxes", 24, 0), market("trucks", 12, 1)},
	}, Labels: tables.Labels{Segments: map[string]tables.SegmentLabel{"sea": {Kind: "sea"}, "road": {Kind: "road"}}}}
	r, err := run.Run()
	require.NoError(t, err)
	all := findings.IndicatorsOf(&tables.Package{Tables: r.Tables()})
	require.Len(t, all, 1)
	i := all[0]
	require.Equal(t, 2030, i.Year)
	for _, c := range []struct {
		name      string
		want, got float64
	}{
		{"steady", 1, i.SteadyMonths},
		{"open", 0.5, i.OpenShare},
		{"held back", 1.0 / 3, i.HeldBack},
		{"turned away", 1.0 / 3, i.TurnedAway},
		{"days", 4, i.Days},
		{"USD/t", 10, i.USDPerT},
		{"kg/t", (3 + 18) / 2.0, i.KgPerT},
		{"g/tkm", (100*30 + 300*60) / 400.0, i.GramsPerTkm},
	} {
		require.InDelta(t, c.want, c.got, 1e-9, c.name)
	}
}

// Where nothing is carried, nothing is said.
func TestIndicatorsOfNothing(t *testing.T) {
	p := &tables.Package{}
	for _, needed := range findings.Needed() {
		p.Tables = append(p.Tables, tables.New(needed))
	}
	annual := p.Table(tables.Annual)
	nothing := []any{"s", 2030, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, math.NaN(), 0.0, math.NaN(), "", "", ""}
	annual.Append(append(nothing, make([]any, len(annual.Schema.Columns)-len(nothing))...)...)
	i := findings.IndicatorsOf(p)[0]
	for _, v := range []float64{i.SteadyMonths, i.OpenShare, i.HeldBack, i.TurnedAway, i.Days, i.KgPerT, i.GramsPerTkm} {
		require.True(t, math.IsNaN(v))
	}
}
