package model

import (
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/model/fill"
)

// TestQueueByHand: two flows bound at segment 0, a third at segment 1, a fourth
// served. Of what is left a quarter gives up; of the rest segment 0 can store a
// part.
func TestQueueByHand(t *testing.T) {
	offered, carried, binding := []float64{10, 6, 5, 3}, []float64{6, 4, 4, 3}, []int{0, 0, 1, fill.None}
	for _, test := range []struct {
		name                       string
		giveUp                     float64
		storage                    []float64
		backlog, diverted, waiting []float64
	}{
		{"all wait", 0, []float64{inf, inf}, []float64{4, 2, 1, 0}, []float64{0, 0, 0, 0}, []float64{6, 1}},
		{"a quarter gives up", 0.25, []float64{inf, inf}, []float64{3, 1.5, 0.75, 0}, []float64{1, 0.5, 0.25, 0}, []float64{4.5, 0.75}},
		{"all give up", 1, []float64{9, 9}, []float64{0, 0, 0, 0}, []float64{4, 2, 1, 0}, []float64{0, 0}},
		{"just stored", 0, []float64{6, 1}, []float64{4, 2, 1, 0}, []float64{0, 0, 0, 0}, []float64{6, 1}},
		// 3 of 6 fit: each keeps half of what would wait.
		{"an embargo refuses from all alike", 0, []float64{3, inf}, []float64{2, 1, 1, 0}, []float64{2, 1, 0, 0}, []float64{3, 1}},
		// 4.5 would wait, 1.5 fit: a third of 3 and of 1.5 stays.
		{"an embargo on those who did not give up", 0.25, []float64{1.5, inf}, []float64{1, 0.5, 0.75, 0}, []float64{3, 1.5, 0.25, 0}, []float64{1.5, 0.75}},
		{"no place to wait", 0, []float64{0, 0}, []float64{0, 0, 0, 0}, []float64{4, 2, 1, 0}, []float64{0, 0}},
	} {
		t.Run(test.name, func(t *testing.T) {
			var markets []Market
			for _, path := range [][]int{{0}, {0, 1}, {1}, {1}} {
				markets = append(markets, market("market", 1, route("route", 1, path...)))
			}
			m := must(corridor([]Segment{fixed("first", 1), fixed("second", 1)}, markets...))
			for i := range m.corridor.Markets {
				m.corridor.Markets[i].GiveUp = test.giveUp
			}
			s, out := m.NewState(), m.NewOutcome()
			s.segments.storage = test.storage
			out.FlowOfferedMt, out.CarriedMt, out.FlowBinding = offered, carried, binding
			out.HeldBackMt, out.WaitingMt = []float64{9, 9}, []float64{9, 9} // of the month before
			m.queue(s, out)
			require.Equal(t, []float64{6, 1}, out.HeldBackMt, "held back")
			require.InDeltaSlice(t, test.backlog, s.Backlog, 1e-12, "backlog")
			require.InDeltaSlice(t, test.diverted, out.FlowDivertedMt, 1e-12, "diverted")
			require.InDeltaSlice(t, test.waiting, out.WaitingMt, 1e-12, "waiting")
		})
	}
}

// TestBacklogComesAgain: 1 Mt a month on a segment of 0.75 leaves 0.25 behind
// every month, which is offered again.
func TestBacklogComesAgain(t *testing.T) {
	m := must(corridor([]Segment{fixed("port", 9)}, market("boxes", 12, route("port", 1, 0))))
	s, out := m.NewState(), m.NewOutcome()
	for month := range 24 {
		m.Step(s, out)
		require.InDelta(t, 1+0.25*float64(month), out.OfferedMt, 1e-12)
		require.InDelta(t, 0.75, out.ThroughputMt, 1e-12)
		require.InDelta(t, 0.25*float64(month+1), out.QueueMt, 1e-12)
	}
}
