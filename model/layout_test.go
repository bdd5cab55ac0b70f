package model

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// TestLayout: flows stand market by market, route by route; those without a segment bind
// nowhere, and rivals are not the corridor's own. Ways that pass the same congested
// segments share a trail.
func TestLayout(t *testing.T) {
	port, line, ferry := fixed("port", 1), fixed("line", 1), fixed("ferry", 1)
	port.Congestion, ferry.Congestion = Congestion{0.15, 4}, Congestion{0.15, 4}
	busy := route("busy rival", 0.5, 1)
	busy.Rival = true
	boxes, bulk := market("boxes", 1, route("all", 1, 0, 1, 2)), market("bulk", 1, route("sea", 0.5, 0, 2), busy)
	oil := market("oil", 1, rival("rival", 1))
	oil.Cargo = "oil"
	m := must(corridor([]Segment{port, line, ferry}, boxes, bulk, oil))
	require.Equal(t, []FlowName{
		{"boxes", "", "all", false}, {"bulk", "", "sea", false}, {"bulk", "", "busy rival", true}, {"oil", "oil", "rival", true},
	}, m.Flows())
	require.Equal(t, []int32{0, 1, 2}, m.bounded)
	require.Equal(t, []int32{0, 1}, m.own)
	require.Equal(t, [][]int32{{0, 1}, {0, 2}, {0, 1}}, m.through)
	require.Equal(t, []int{0, 2}, m.congested)
	require.Equal(t, [][]int32{{0, 2}, nil}, m.trails)
	require.Equal(t, m.flows[0].trail, m.flows[1].trail)
	require.Equal(t, m.flows[2].trail, m.flows[3].trail)
}
