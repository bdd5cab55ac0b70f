package model

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// TestOfferByHand: what is new goes to the routes as the shares are, and what waited comes
// again on its own route. A market without demand offers what waits.
func TestOfferByHand(t *testing.T) {
	m := must(corridor([]Segment{fixed("line", 9)},
		market("boxes", 1, route("way", 0.75, 0), rival("rival", 0.25)), market("bulk", 0, route("way", 1, 0))))
	s, out := m.NewState(), m.NewOutcome()
	copy(s.markets.potential, []float64{8, 0})
	copy(s.Share, []float64{0.75, 0.25, 1})
	copy(s.Backlog, []float64{0.5, 0, 3})
	m.offer(s, out)
	require.Equal(t, []float64{6.5, 2, 3}, out.FlowOfferedMt)
}
