package model

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"corridor/model/fill"
)

// TestPriority: boxes and wagons share a line of 12 Mt a year, 1 a month; wagons go on by a
// border that has room. Numbers are of a month.
func TestPriority(t *testing.T) {
	const line, border = 0, 1
	for _, test := range []struct {
		name                    string
		boxes, wagons           float64 // Mt a year
		priority                int     // of boxes
		carried                 []float64
		binding                 []int
		capacity, yearly        float64
		heldBack, diverted      float64
		yearlyOfBoxes, ofWagons float64
	}{
		// λ = 1/(1 + 0.5) without, in proportion.
		{"none", 12, 6, 0, []float64{2. / 3, 1. / 3}, []int{line, line}, 1, 12, 0.5, 0.25, 8, 4},
		{"boxes first", 12, 6, 1, []float64{1, 0}, []int{fill.None, line}, 1, 12, 0.5, 0.25, 12, 0},
		{"boxes last", 12, 6, -1, []float64{0.5, 0.5}, []int{line, fill.None}, 1, 12, 0.5, 0.25, 6, 6},
		// What is not offered belongs to nobody: 0.5 left, in the proportions of what is offered.
		{"room for all", 4, 2, 1, []float64{1. / 3, 1. / 6}, []int{fill.None, fill.None}, 1, 12, 0, 0, 8, 4},
		{"boxes alone too many", 24, 6, 1, []float64{1, 0}, []int{line, line}, 1, 12, 1.5, 0.75, 12, 0},
		{"nothing offered, nobody first", 0, 0, 1, []float64{0, 0}, []int{fill.None, fill.None}, 1, 12, 0, 0, 6, 6},
	} {
		t.Run(test.name, func(t *testing.T) {
			boxes, wagons := market("boxes", test.boxes, route("boxes", 1, line)), market("wagons", test.wagons, route("wagons", 1, line, border))
			boxes.Priority, boxes.GiveUp, wagons.GiveUp = test.priority, 0.5, 0.5
			m := must(corridor([]Segment{fixed("line", 12), fixed("border", 24)}, boxes, wagons))
			s, out := m.NewState(), m.NewOutcome()
			m.Step(s, out)
			require.InDeltaSlice(t, test.carried, out.CarriedMt, 1e-12)
			require.Equal(t, test.binding, out.FlowBinding)
			require.InDelta(t, test.capacity, out.CapacityMt, 1e-12)
			require.Equal(t, line, out.Limiting)
			require.InDelta(t, test.heldBack, out.HeldBackMt[line], 1e-12)
			require.InDelta(t, test.diverted, out.DivertedMt, 1e-12)
			require.InDelta(t, test.yearly, m.YearlyCapacityMt(s, out), 1e-12)
			ofBoxes, _ := m.Limit(s, []int32{0})
			ofWagons, by := m.Limit(s, []int32{1})
			require.InDelta(t, test.yearlyOfBoxes, ofBoxes, 1e-12)
			require.InDelta(t, test.ofWagons, ofWagons, 1e-12)
			require.Equal(t, line, by, "what holds wagons, the last of all too, is known")
		})
	}
}

// TestPriorityOfOneIsNone: the same number for all gives the same bits, whichever it is.
func TestPriorityOfOneIsNone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := randomCorridor(t)
		with := func(priority int) string {
			for i := range c.Markets {
				c.Markets[i].Priority = priority
			}
			m := must(c)
			require.False(t, m.sharing.InClasses())
			return digest(m, m.NewState(), m.corridor.Months)
		}
		require.Equal(t, with(0), with(4))
	})
}

// TestTheFirstTakeNothingFromTheLast: what is held back of a market leaves no room on its
// segment to one of a lower priority, in any month.
func TestTheFirstTakeNothingFromTheLast(t *testing.T) {
	everyMonth(t, func(t *rapid.T, m *Model, _ []float64, _ *State, out *Outcome) {
		for f, at := range out.FlowBinding {
			if at == fill.None || out.FlowOfferedMt[f] <= near(out.FlowOfferedMt[f], 1e-9)+out.CarriedMt[f] {
				continue
			}
			first, least := m.corridor.Markets[m.flows[f].market].Priority, inf // that passes a room of the segment which flow f uses
			for _, r := range m.rooms {
				if k := slices.Index(m.through[at], int32(f)); r.segment == at && r.uses[k] > 0 {
					most := 0.0
					for k, other := range m.through[at] {
						if m.corridor.Markets[m.flows[other].market].Priority < first && r.uses[k] > 0 {
							most = max(most, out.CarriedMt[other])
						}
					}
					least = min(least, most)
				}
			}
			require.LessOrEqual(t, least, near(out.SegmentCapacityMt[at], 1e-9), "flows pass segment %d, which holds flow %d", at, f)
		}
	})
}
