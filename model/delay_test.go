package model

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// TestDelays: two flows over a half full segment of 4 days (α = 1, β = 1: 2 days
// more); the second also waits a month. Perception goes half of the way.
func TestDelays(t *testing.T) {
	line := fixed("line", 1)
	line.FreeFlowDays, line.Congestion = 4, Congestion{1, 1}
	demand := market("boxes", 1, route("line", 0.5, 0), route("line and port", 0.5, 0, 1))
	demand.PerceptionLag = 0.5
	m := must(corridor([]Segment{line, fixed("port", 1)}, demand))
	s, out := m.NewState(), m.NewOutcome()
	copy(s.Backlog, []float64{0, 3})
	copy(s.Perceived, []float64{0, 10})
	copy(out.CarriedMt, []float64{2, 3})
	copy(out.LoadMt, []float64{5, 1})
	copy(out.SegmentCapacityMt, []float64{10, 1})
	m.delays(s, out)
	require.Equal(t, []float64{2, 0}, s.segments.slowed)
	require.InDeltaSlice(t, []float64{2, 2 + 30.4375}, s.flows.delay, 1e-12)
	require.InDeltaSlice(t, []float64{1, (10 + 32.4375) / 2}, s.Perceived, 1e-12)
}
