package model

import (
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/model/calendar"
)

// TestPotentialByHand: 24 Mt a year are 2 a month; March has 1.5 times as much, the year
// after 10 % more, a shock takes a quarter off from April to May, and another market has
// nothing to do with it.
func TestPotentialByHand(t *testing.T) {
	demand := market("boxes", 24, route("way", 1, 0))
	demand.Growth.Rates, demand.Growth.Fade = []Rate{{2025, 0.1}}, 1
	demand.Season[2], demand.Season[3] = 1.5, 0.5
	c := corridor([]Segment{fixed("line", 9)}, demand, market("bulk", 12, route("way", 1, 0)))
	c.Shocks = []Shock{
		{From: c.Start + 3, To: c.Start + 4, Segment: -1, Market: 0, Factor: 0.75},
		{From: c.Start, To: c.Start + 9, Segment: 0, Market: -1, Factor: 0.5}, // of the line
	}
	m := must(c)
	s := m.NewState()
	for month, want := range map[int]float64{0: 2, 2: 3, 3: 0.75, 4: 1.5, 5: 2, 12: 2.2, 14: 3.3} {
		s.Month = c.Start + calendar.Month(month)
		m.potentials(s)
		require.InDelta(t, want, s.markets.potential[0], 1e-12, "month %d", month)
		require.Equal(t, 1.0, s.markets.potential[1])
	}
}
