package model

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/model/fill"
)

// TestMixCapacity: 3 Mt of boxes and 3 of bulk share a railway of 24; boxes go on by ships of
// 6, bulk by a border. All growing alike, the narrower of both stops all at twice its load;
// with every service full the other rises on.
func TestMixCapacity(t *testing.T) {
	const railway, ships, border = 0, 1, 2
	for _, test := range []struct {
		border   float64
		mix, all float64
		first    int
	}{
		{12, 12, 18, ships},
		{4, 8, 10, border},
		{6, 12, 12, ships},
		{60, 12, 24, ships},
	} {
		m := must(corridor([]Segment{fixed("railway", 24), fixed("ships", 6), fixed("border", test.border)},
			market("boxes", 3, route("boxes", 1, railway, ships)), market("bulk", 3, route("bulk", 1, railway, border))))
		s, out := m.NewState(), m.NewOutcome()
		m.Step(s, out)
		all := m.YearlyCapacityMt(s, out)
		mix, first := m.YearlyMixCapacityMt(s, out.CarriedMt)
		require.InDelta(t, test.all, all, 1e-9, "border of %v", test.border)
		require.InDelta(t, test.mix, mix, 1e-9, "border of %v", test.border)
		require.Equal(t, test.first, first)
		month, _ := m.MixCapacityMt(out.CarriedMt, out.SegmentCapacityMt)
		require.InDelta(t, test.mix/12, month, 1e-9)
	}
}

// TestMixCapacityOfNothing: without cargo there is no mix.
func TestMixCapacityOfNothing(t *testing.T) {
	m := must(corridor([]Segment{fixed("line", 24)}, market("none", 0, route("corridor", 1, 0))))
	mix, first := m.MixCapacityMt([]float64{0}, []float64{2})
	require.True(t, math.IsNaN(mix))
	require.Equal(t, fill.None, first)
}

// TestMixCapacityLies between what is carried and what passes with every service full, knows
// no units, and is as much for twice as much of the same mix.
func TestMixCapacityLies(t *testing.T) {
	m := must(network())
	s, out := m.NewState(), m.NewOutcome()
	for range m.corridor.Months {
		m.Step(s, out)
		mix, first := m.MixCapacityMt(out.CarriedMt, out.SegmentCapacityMt)
		require.GreaterOrEqual(t, mix, out.ThroughputMt*(1-Rounding), out.Month)
		require.NotEqual(t, fill.None, first)
		twice := make([]float64, len(out.CarriedMt))
		for f, mt := range out.CarriedMt {
			twice[f] = 2 * mt
		}
		same, _ := m.MixCapacityMt(twice, out.SegmentCapacityMt)
		require.InEpsilon(t, mix, same, 1e-12)
		// The mix grown so far fits everywhere, and fills the first segment.
		for i := range m.corridor.Segments {
			used := m.use(i, func(f int32) float64 { return out.CarriedMt[f] * mix / out.ThroughputMt })
			require.LessOrEqual(t, used, out.SegmentCapacityMt[i]*(1+1e-9))
			if i == first {
				require.InEpsilon(t, out.SegmentCapacityMt[i], used, 1e-9)
			}
		}
	}
}
