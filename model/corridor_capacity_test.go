package model

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/model/fill"
)

// TestCapacityWithoutOffers: nothing moves in a month without demand, and yet the
// corridor could carry what its narrowest segment lets pass.
func TestCapacityWithoutOffers(t *testing.T) {
	m := must(corridor([]Segment{fixed("wide", 24), fixed("narrow", 6)}, market("none", 0, route("corridor", 1, 0, 1))))
	s, out := m.NewState(), m.NewOutcome()
	m.Step(s, out)
	require.Equal(t, []float64{0, 0.5}, []float64{out.ThroughputMt, out.CapacityMt})
	require.Equal(t, 1, out.Limiting)
	require.True(t, math.IsNaN(out.TransitDays) && math.IsNaN(out.CostUSDPerT), "there is no time and no cost of nothing")
	require.InDelta(t, 6, m.YearlyCapacityMt(s, out), 1e-12)
}

// TestLimitWhenClosed: of two closed segments the first holds the nothing that
// passes.
func TestLimitWhenClosed(t *testing.T) {
	line, port := fixed("line", 12), fixed("port", 12)
	line.Availability, port.Availability = always(0), always(0)
	m := must(corridor([]Segment{line, port}, market("boxes", 12, route("corridor", 1, 1, 0))))
	s, out := m.NewState(), m.NewOutcome()
	m.Step(s, out)
	require.Zero(t, out.CapacityMt)
	require.Zero(t, out.Limiting)
}

// TestLimitOfSomeFlows: boxes and bulk share a railway of 24; boxes go on by ships of
// 6, bulk by a border of 12. If both grew alike, the border would stop most of all, and
// of the boxes the ships. Two that stop as much but for rounding are told apart by
// their order.
func TestLimitOfSomeFlows(t *testing.T) {
	const railway, ships, border = 0, 1, 2
	for _, test := range []struct {
		border           float64
		all, boxes, bulk int
		mt               float64
	}{
		{12, border, ships, border, 1.5},
		{3, ships, ships, border, 0.75},
		{6 * (1 + 1e-12), ships, ships, border, 1},
		{60, railway, ships, railway, 2},
	} {
		m := must(corridor([]Segment{fixed("railway", 24), fixed("ships", 6), fixed("border", test.border)},
			market("boxes", 3, route("boxes", 1, railway, ships)), market("bulk", 3, route("bulk", 1, railway, border))))
		s, out := m.NewState(), m.NewOutcome()
		m.Step(s, out)
		m.YearlyCapacityMt(s, out)
		all, limiting := m.Limit(s, []int32{0, 1})
		boxes, byBoxes := m.Limit(s, []int32{0})
		bulk, byBulk := m.Limit(s, []int32{1})
		require.Equal(t, [3]int{test.all, test.boxes, test.bulk}, [3]int{limiting, byBoxes, byBulk}, "border of %v", test.border)
		require.Equal(t, test.all, out.Limiting)
		require.InDelta(t, all, boxes+bulk, 1e-12)
		require.InDelta(t, test.mt, all/12, 1e-9)
	}
	none, by := must(corridor([]Segment{fixed("line", 1)}, market("boxes", 3, route("boxes", 1, 0)))).Limit(&State{segments: newSegmentState(1, 1)}, nil)
	require.Zero(t, none)
	require.Equal(t, fill.None, by)
}

// TestYearlyCapacity: a port of 12 Mt that is open half of December and all of
// the other months carries 0.5 in December and 11.5 in a year.
func TestYearlyCapacity(t *testing.T) {
	port := fixed("port", 12)
	port.Availability[11] = 0.5
	m := must(corridor([]Segment{port}, market("boxes", 30, route("port", 1, 0))))
	s, out := m.NewState(), m.NewOutcome()
	for range 12 {
		m.Step(s, out)
		require.InDelta(t, 11.5, m.YearlyCapacityMt(s, out), 1e-12, "%s", out.Month)
	}
	require.InDelta(t, 0.5, out.CapacityMt, 1e-12)
}

// TestYearlyCapacityDisturbsNothing: asked or not, the run goes the same way.
func TestYearlyCapacityDisturbsNothing(t *testing.T) {
	m := must(network())
	asked, left, out, alone := m.NewState(), m.NewState(), m.NewOutcome(), m.NewOutcome()
	for range m.corridor.Months {
		m.Step(asked, out)
		m.Step(left, alone)
		m.YearlyCapacityMt(asked, out)
		require.Equal(t, equable(alone), equable(out))
		require.Equal(t, [][]float64{left.Share, left.Backlog, left.Perceived}, [][]float64{asked.Share, asked.Backlog, asked.Perceived})
	}
}
