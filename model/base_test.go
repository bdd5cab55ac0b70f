package model

import (
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/model/calendar"
)

// TestBaseCost: g0 is what the way cost in January of the base year. A dated price of
// later counts in the crossing of its month, and what a change on top says was the case
// before it goes before what is.
func TestBaseCost(t *testing.T) {
	line := fixed("line", 9)
	line.CostUSDPerT, line.CostFrom, line.FreeFlowDays = 30, []Dated{{calendar.NewMonth(2023, 6), 50}}, 8
	way := route("way", 1, 0)
	way.CostUSDPerT, way.Days, way.ReliabilityUSDPerT = 4, 1, 2
	demand := market("boxes", 1, way)
	demand.ValueOfTimeUSD = 3
	c := corridor([]Segment{line}, demand)
	require.Equal(t, c.Start, c.BaseMonth())
	c.BaseYear = 2023
	require.Equal(t, calendar.NewMonth(2023, 1), c.BaseMonth())

	base := func() float64 { m := must(c); return m.baseCost(&m.flows[0]) }
	require.Equal(t, 34+3*9+2.0, base())
	require.Equal(t, 30+3*8.0, c.BaseCrossing(0, 3))
	require.Equal(t, 50+3*8.0, c.Crossing(0, c.Start, 3))

	price, days, worth := 10.0, 2.0, 7.0
	c.Segments[0].Base.CostUSDPerT = &price
	c.Markets[0].Routes[0].Base.Days = &days
	c.Markets[0].BaseValueOfTimeUSD = &worth
	require.Equal(t, 14+7*10+2.0, base())
}
