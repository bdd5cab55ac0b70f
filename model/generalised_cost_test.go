package model

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// TestGeneralisedCostByHand: 40 + 5 × (10 + 2 + 3) + 7, and by a rival that asks 20 USD/t,
// 6 days and a penalty of 1 more than that.
func TestGeneralisedCostByHand(t *testing.T) {
	a := alternative{costUSD: 40, days: 10, rivalDays: 3, reliabilityUSD: 7}
	require.Equal(t, 40+5*15+7.0, a.generalisedCost(5, 2))
	a.goBy(&terms{20, 6, 1})
	require.Equal(t, 60+5*18+8.0, a.generalisedCost(5, 2))
}

// TestTerms: what a route asks in the first month is what its segments ask and what it
// asks besides, or what the rival does that it goes by.
func TestTerms(t *testing.T) {
	line := fixed("line", 9)
	line.CostUSDPerT, line.FreeFlowDays = 30, 8
	way, north := route("way", 0.5, 0), rival("north", 0.5)
	way.CostUSDPerT, way.Days, way.ReliabilityUSDPerT = 4, 1, 2
	north.CostUSDPerT = 1
	demand := market("boxes", 1, way, north)
	demand.ValueOfTimeUSD = 3
	c := corridor([]Segment{line}, demand)
	c.Rivals = []Rival{{Name: "railway", CostUSDPerT: Constant(50), Days: Constant(15), ReliabilityUSDPerT: Constant(6)}}
	require.Equal(t, []FlowTerms{
		{Market: 0, Route: 0, CostUSDPerT: 34, Days: 9, GeneralisedUSDPerT: 34 + 3*9 + 2},
		{Market: 0, Route: 1, CostUSDPerT: 51, Days: 15, GeneralisedUSDPerT: 51 + 3*15 + 6},
	}, must(c).Terms())
}
