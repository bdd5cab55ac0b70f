package model

import (
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/model/calendar"
)

// TestAddedCapacity: a project that lifts two segments counts with the larger
// lift, at its effective share; one that only saves days adds nothing, nor does one
// that is not built.
func TestAddedCapacity(t *testing.T) {
	c := corridor([]Segment{fixed("port", 9), fixed("line", 24)}, market("boxes", 12, route("corridor", 1, 0, 1)))
	c.Projects = []Project{
		{EffectiveShare: 0.5, Changes: []Change{{Segment: 0, Quantity: Capacity, Add: 4}, {Segment: 1, Quantity: Capacity, Scale: 1.25}}},
		{EffectiveShare: 1, Changes: []Change{{Segment: 0, Quantity: FreeFlowDays, Scale: 0.5}}},
		{EffectiveShare: 1, Disabled: true, Changes: []Change{{Segment: 0, Quantity: Capacity, Add: 1}}},
	}
	m := must(c)
	require.InDelta(t, 3, m.AddedCapacityMt(0), 1e-12) // max(4/2, 24 × 0.25/2)
	require.Zero(t, m.AddedCapacityMt(1))
	require.Zero(t, m.AddedCapacityMt(2))
}

// TestAddedCapacityAsItIsThen: of 6 Mt more, ships that are open three quarters of the
// time and lost a tenth of their load to the water bring 4.05, half as much again when
// another project has scaled what there is, and less what other traffic was short of.
func TestAddedCapacityAsItIsThen(t *testing.T) {
	ships := fixed("ships", 1)
	ships.Availability, ships.DraftLossPerM = always(0.75), 0.1
	c := corridor([]Segment{ships}, market("boxes", 12, route("corridor", 1, 0)))
	c.Water = WaterLevel{Given: Constant(-1)}
	c.Projects = []Project{
		{EffectiveShare: 1, Start: calendar.NewMonth(2024, 3), RampMonths: 12, LifeMonths: 60, Changes: []Change{{Quantity: Capacity, Add: 6}}},
		{EffectiveShare: 1, Start: calendar.NewMonth(2025, 2), Changes: []Change{{Quantity: Effectiveness, Scale: 1.5}}},
	}
	c.Segments[0].Effectiveness = 1
	require.InDelta(t, 6*0.9*0.75*1.5, must(c).AddedCapacityMt(0), 1e-12)
	c.Projects[1].Start++ // after the ramp of the first
	require.InDelta(t, 6*0.9*0.75, must(c).AddedCapacityMt(0), 1e-12)
	c.Segments[0].OtherTraffic = Constant(2) // more than the 0.9 there are: they have the first 1.1 that come
	require.InDelta(t, (6*0.9-1.1)*0.75, must(c).AddedCapacityMt(0), 1e-12)
	c.Projects[1] = Project{EffectiveShare: 1, Start: calendar.NewMonth(2024, 1), Changes: []Change{{Quantity: Closure, Scale: 0.5}}}
	require.InDelta(t, (6*0.9-1.1)*0.875, must(c).AddedCapacityMt(0), 1e-12)
}
