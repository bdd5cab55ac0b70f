package model

import (
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/model/calendar"
)

// TestAsset: the corridor's part of what is spent in the months simulated, with the year of
// service and the life of the works.
func TestAsset(t *testing.T) {
	c := corridor([]Segment{fixed("line", 12)}, market("ore", 6, route("line", 1, 0)))
	start := c.Start
	c.Discounting.LifeYears = [1 + ProjectKinds]float64{30, 60}
	c.Projects = []Project{
		{Name: "served", CostMUSD: 100, Start: start, DurationMonths: 6, DelayFactor: 1, OthersShare: 0.25, Kind: 1},
		{Name: "half paid", CostMUSD: 100, Start: start + 18, DurationMonths: 12, DelayFactor: 1},
		{Name: "stalled", CostMUSD: 100, Start: start, DurationMonths: 24, DelayFactor: 1, Stops: start + 12},
		{Name: "own life", CostMUSD: 100, Start: start - 12, DurationMonths: 24, DelayFactor: 1, ServiceLifeYears: 9, Kind: 2},
		{Name: "not built", CostMUSD: 100, Start: start, DurationMonths: 6, DelayFactor: 1, Disabled: true},
	}
	m := must(c)
	end := start + calendar.Month(c.Months)
	for i, want := range []Asset{
		{75, start + 6, 60}, {50, start + 30, 30}, {50, calendar.Never, 30}, {50, start + 12, 9}, {0, calendar.Never, 30},
	} {
		got := m.Asset(i, end)
		require.InDelta(t, want.MUSD, got.MUSD, 1e-9, c.Projects[i].Name)
		require.Equal(t, m.OutlayMUSD(i).Within*(1-c.Projects[i].OthersShare), got.MUSD, c.Projects[i].Name)
		require.Equal(t, want.Serves, got.Serves, c.Projects[i].Name)
		require.Equal(t, want.LifeYears, got.LifeYears, c.Projects[i].Name)
	}
	require.InDelta(t, 37.5, m.Asset(0, start+3).MUSD, 1e-9, "what is spent later does not count")
	require.Zero(t, m.Asset(1, start+18).MUSD)
}
