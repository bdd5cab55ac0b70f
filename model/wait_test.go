package model

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestWaitDays(t *testing.T) {
	const month = 30.4375 // days, 365.25 / 12
	for _, test := range []struct{ backlog, carried, want float64 }{
		{0, 5, 0},
		{0, 0, 0},
		{5, 5, month},
		{1, 4, month / 4},
		{3, 1, MaxWaitDays}, // 91.3 days
		{2.9, 1, 2.9 * month},
		{1e-9, 0, MaxWaitDays},
	} {
		require.InDelta(t, test.want, WaitDays(test.backlog, test.carried), 1e-9, "%+v", test)
	}
}

// TestCongestion: 4 days, α = 0.15 and β = 4, the values the Bureau of Public
// Roads gave.
func TestCongestion(t *testing.T) {
	bpr := Congestion{Alpha: 0.15, Beta: 4}
	for _, test := range []struct {
		name                 string
		c                    Congestion
		load, capacity, want float64
	}{
		{"empty", bpr, 0, 10, 0},
		{"full: 1 + α", bpr, 10, 10, 0.6},
		{"half: α/16", bpr, 5, 10, 0.6 / 16},
		{"closed and empty", bpr, 0, 0, 0},
		{"closed under load: as if full", bpr, 3, 0, 0.6},
		{"in a straight line", Congestion{0.5, 1}, 5, 10, 1},
		{"the same at any load", Congestion{0.5, 0}, 1, 10, 2},
		{"none", Congestion{0, 4}, 10, 10, 0},
	} {
		require.InDelta(t, test.want, test.c.delay(4, test.load, test.capacity), 1e-12, test.name)
	}
}

// TestDelays: two flows over a half full segment of 4 days (α = 1, β = 1: 2 days
// more); the second also waits a month. Perception goes half of the way.
func TestDelays(t *testing.T) {
	s := fixed("line", 1)
	s.FreeFlowDays, s.Congestion = 4, Congestion{1, 1}
	demand := market("boxes", 1, route("line", 0.5, 0), route("line and port", 0.5, 0, 1))
	demand.PerceptionLag = 0.5
	m := must(corridor([]Segment{s, fixed("port", 1)}, demand))
	slowed, trails, delay, perceived := make([]float64, 2), make([]float64, 1), make([]float64, 2), []float64{0, 10}
	m.delays([]crossing{{days: 4}, {}}, []float64{5, 1}, []float64{10, 1}, []float64{0, 3}, []float64{2, 3}, slowed, trails, delay, perceived)
	require.Equal(t, []float64{2, 0}, slowed)
	require.InDeltaSlice(t, []float64{2, 2 + 30.4375}, delay, 1e-12)
	require.InDeltaSlice(t, []float64{1, (10 + 32.4375) / 2}, perceived, 1e-12)
}
