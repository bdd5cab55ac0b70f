package model

import (
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"corridor/model/calendar"
)

// TestSupplyByHand holds the capacity of a segment to what a planner works out.
func TestSupplyByHand(t *testing.T) {
	ships := Fleet{Vessels: 6, PayloadT: 2800, LoadFactor: 1, SailingDays: 0.92, PortDays: 1.84}
	half := ships
	half.LoadFactor = 0.5
	overfull := ships
	overfull.LoadFactor = 1.3
	for _, test := range []struct {
		name   string
		supply Supply
		year   int
		want   float64
	}{
		{"8 trains × 2000 t × 365 days", Supply{Rail: Rail{TrainsPerDay: 8, NetTonnes: 2000}}, 2024, 5.84},
		// 2 × 0.92 + 1.84 = 3.68 days; 6 × 2800 t × 365 ÷ 3.68 = 1 666 304.3… t
		{"6 ships on a cycle of 3.68 days", Supply{Fleet: ships}, 2024, 6.132 / 3.68},
		{"the same half full", Supply{Fleet: half}, 2024, 6.132 / 3.68 / 2},
		{"nobody loads more than a ship takes", Supply{Fleet: overfull}, 2024, 6.132 / 3.68},
		{"a step holds until the next", Supply{Fixed: Fixed{Years: []int{2024, 2027}, MtPerYear: []float64{6, 10}}}, 2026, 6},
		{"and from its year on", Supply{Fixed: Fixed{Years: []int{2024, 2027}, MtPerYear: []float64{6, 10}}}, 2027, 10},
		{"and for ever", Supply{Fixed: Fixed{Years: []int{2024, 2027}, MtPerYear: []float64{6, 10}}}, 2050, 10},
		{"the first also before", Supply{Fixed: Fixed{Years: []int{2024, 2027}, MtPerYear: []float64{6, 10}}}, 2010, 6},
		{"nothing stated is nothing", Supply{}, 2024, 0},
	} {
		s := Segment{Supply: test.supply, Effectiveness: 1}
		q := s.base(calendar.NewMonth(test.year, 1), 0)
		require.InDelta(t, test.want, q.capacity(), 1e-12, test.name)
		require.Equal(t, test.want > 0, s.Built(test.year), test.name)
		s.Effectiveness = 0.8
		q = s.base(calendar.NewMonth(test.year, 1), 0)
		require.InDelta(t, 0.8*test.want, q.capacity(), 1e-12, "%s, effectiveness 0.8", test.name)
	}
}

// TestNoRoundTripNoCapacity: what is left when a project takes off all its days.
func TestNoRoundTripNoCapacity(t *testing.T) {
	q := conditions{Vessels: 6, PayloadT: 2800, LoadFactor: 1, Effectiveness: 1}
	require.Zero(t, q.capacity())
}

// TestFallingWater: of 10 Mt, a fifth is lost with each metre of water that fell
// and was not dredged, and gained with each metre more until ships are full.
func TestFallingWater(t *testing.T) {
	s := fixed("port", 10)
	s.DraftLossPerM = 0.2
	for _, test := range []struct{ full, fall, dredged, want float64 }{
		{0, 0, 0, 10}, {0, 1.5, 0, 7}, {0, 1.5, 1, 9}, {0, 1.5, 2, 10}, {0, -2, 0, 10}, {0, 5, 0, 0}, {0, 9, 0, 0},
		{1, 0, 0, 10}, {1, 1.5, 1, 9}, {1, 1.5, 2, 11}, {1, -2, 0, 12}, {1, 9, 0, 0},
	} {
		s.DraftFullM = test.full
		q := s.base(calendar.NewMonth(2024, 1), test.fall)
		q[DepthM] += test.dredged
		require.InDelta(t, test.want, q.capacity(), 1e-12, "%+v", test)
	}
}

// TestNoFullerThanFull: whatever projects, the water and the weather do, a segment
// carries no more than its trains and ships when full, and is open no longer than the month.
func TestNoFullerThanFull(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		q := conditions{Effectiveness: rapid.Float64Range(0, 1).Draw(t, "effectiveness")}
		for i := range q {
			if i := Quantity(i); i != Effectiveness && i != fullM {
				q[i] = rapid.Float64Range(-3, 3).Draw(t, "quantity")
			}
		}
		q[draftLoss] = rapid.Float64Range(0, 1).Draw(t, "loss")
		full := max(0, q[Capacity]) + max(0, q[TrainsPerDay])*max(0, q[NetTonnes])*DaysPerYear/tonnesPerMt
		if cycle := 2*q[SailingDays] + q[PortDays]; cycle > 0 {
			full += max(0, q[Vessels]) * max(0, q[PayloadT]) * DaysPerYear / cycle / tonnesPerMt
		}
		require.LessOrEqual(t, q.capacity(), full*(1+1e-12))
		require.GreaterOrEqual(t, q.capacity(), 0.0)
		open := q.open(rapid.Float64Range(0, 1).Draw(t, "open"))
		require.LessOrEqual(t, open, min(1, max(0, q[Availability])))
		require.GreaterOrEqual(t, open, 0.0)
	})
}

// TestOpen: a month open 0.6 of the time, with the closed part and the open part
// changed.
func TestOpen(t *testing.T) {
	for _, test := range []struct{ closure, availability, want float64 }{
		{1, 1, 0.6}, {0.5, 1, 0.8}, {0, 1, 1}, {2, 1, 0.2}, {5, 1, 0}, {1, 0.5, 0.3}, {1, 2, 1}, {0.5, 0.5, 0.4},
	} {
		q := conditions{Closure: test.closure, Availability: test.availability}
		require.InDelta(t, test.want, q.open(0.6), 1e-12, "%+v", test)
	}
}

// TestOtherTraffic takes its part of the capacity first, and is no reason to
// think a segment not built.
func TestOtherTraffic(t *testing.T) {
	s := fixed("line", 12)
	s.OtherTraffic = Series{Years: []int{2024, 2025}, Values: []float64{3, 15}}
	m := must(corridor([]Segment{s}, market("boxes", 24, route("line", 1, 0))))
	state, out := m.NewState(), m.NewOutcome()
	for month := range m.corridor.Months {
		m.Step(state, out)
		want := 0.75 // (12 − 3) ÷ 12
		if month >= 12 {
			want = 0
		}
		require.InDelta(t, want, out.SegmentCapacityMt[0], 1e-12)
		require.InDelta(t, want, out.ThroughputMt, 1e-12)
		require.Equal(t, 1.0, state.Share[0])
	}
}
