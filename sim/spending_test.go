package sim_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/model"
	"corridor/model/calendar"
	"corridor/sim"
	"corridor/sim/tables"
)

// TestSpending: a quay of USD 250 million, built in 2030, serves from 2031 on beside 2 Mt a
// year of others, who have half as much in the last year; a measure changes no segment.
func TestSpending(t *testing.T) {
	c := port()
	c.Segments[0].OtherTraffic = model.Series{Years: []int{2030, 2032}, Values: []float64{2, 1}}
	c.Segments[0].Supply.Fixed.MtPerYear[0] += 2
	c.Projects = append(c.Projects,
		model.Project{Name: "measure", Start: calendar.NewMonth(2031, 7), AnnualMUSD: 6, DelayFactor: 1, EffectiveShare: 1},
		model.Project{Name: "not built", CostMUSD: 1, Disabled: true})
	run := sim.Run{Name: "port", Corridor: c}
	r, err := run.Run()
	require.NoError(t, err)
	of, s := &tables.Spending, r.Spending
	require.Equal(t, []string{"second quay", "second quay", "second quay", "measure", "measure", "measure"}, of.Project.Of(s))
	require.InDeltaSlice(t, []float64{250, 0, 0, 0, 0, 0}, of.BuildingMUSD.Of(s), 1e-9)
	require.InDeltaSlice(t, []float64{0, 0, 0, 0, 3, 6}, of.RunningMUSD.Of(s), 1e-9)
	require.Equal(t, []string{"false", "true", "true", "false", "true", "true"}, of.Serves.Of(s))
	require.InDeltaSlice(t, tables.Annual.ThroughputMt.Of(r.Annual), of.OwnTrafficMt.Of(s)[:3], 1e-9, "one segment, which all passes")
	require.InDelta(t, 2, of.OtherTrafficMt.Of(s)[0], 1e-12)
	require.InDelta(t, c.Segments[0].OtherTraffic.At(2031), of.OtherTrafficMt.Of(s)[1], 1e-12)
	require.InDelta(t, 1, of.OtherTrafficMt.Of(s)[2], 1e-12)
	for _, mt := range append(of.OwnTrafficMt.Of(s)[3:], of.OtherTrafficMt.Of(s)[3:]...) {
		require.NotEqual(t, mt, mt, "a measure that changes no segment")
	}
	byYear := map[float64]float64{}
	for row, year := range of.Year.Of(s) {
		byYear[year] += of.BuildingMUSD.Of(s)[row] + of.RunningMUSD.Of(s)[row]
	}
	for row, year := range tables.Annual.Year.Of(r.Annual) {
		require.InDelta(t, tables.Annual.CapexMUSD.Of(r.Annual)[row], byYear[year], 1e-9)
	}
}
