package model

import (
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/model/fill"
)

// TestAccountsByHand: 2 Mt a month, half of it by a rival. The corridor carries
// 0.75 of 1 over 100 km and 300 km; 0.25 is left, of which a fifth gives up.
func TestAccountsByHand(t *testing.T) {
	port, line := fixed("port", 9), fixed("line", 24)
	port.DistanceKm, port.EmissionsG, port.CostUSDPerT, port.FreeFlowDays = 100, 10, 3, 2
	line.DistanceKm, line.EmissionsG, line.CostUSDPerT, line.FreeFlowDays = 300, 20, 7, 4
	way := route("corridor", 0.5, 0, 1)
	way.CostUSDPerT, way.Days, way.ReliabilityUSDPerT = 5, 1, 90
	demand := market("boxes", 24, way, rival("rival", 0.5))
	demand.GiveUp = 0.2
	c := corridor([]Segment{port, line}, demand)
	c.Projects = []Project{{CostMUSD: 8, Start: c.Start, DurationMonths: 2, DelayFactor: 1}}
	m := must(c)
	s, out := m.NewState(), m.NewOutcome()
	m.Step(s, out)
	for what, pair := range map[string][2]float64{
		"potential": {2, out.PotentialMt}, "offered": {1, out.OfferedMt}, "throughput": {0.75, out.ThroughputMt},
		"diverted": {0.05, out.DivertedMt}, "queue": {0.2, out.QueueMt}, "capacity": {0.75, out.CapacityMt},
		"days": {1 + 2 + 4 + 0.2/0.75*30.4375, out.TransitDays}, "cost": {5 + 3 + 7, out.CostUSDPerT},
		"emissions": {0.75 * (100*10 + 300*20) / 1000, out.EmissionsKt}, "capex": {4, out.CapexMUSD}, // Mt × g/t = t, in kt
	} {
		require.InDelta(t, pair[0], pair[1], 1e-12, what)
	}
	require.Zero(t, out.Limiting)
	require.Equal(t, []int{0, fill.None}, out.FlowBinding)
}
