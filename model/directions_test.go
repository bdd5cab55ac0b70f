package model

import (
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"corridor/model/fill"
)

// ferry takes 1 Mt a month, of boxes west and east.
func ferry(bothWays bool, class Class, westMt, eastMt float64) Corridor {
	sea := fixed("ferry", 12)
	sea.BothWays = bothWays
	west, east := market("west", 12*westMt, route("west", 1, 0)), market("east", 12*eastMt, route("east", 1, 0))
	west.Cargo, east.Cargo, east.Eastbound = "boxes", "boxes", true
	west.GiveUp, east.GiveUp = 1, 1
	c := corridor([]Segment{sea}, west, east)
	class.Name = "boxes"
	c.Classes = []Class{class}
	return c
}

// TestDirectionsByHand: what passes of what is brought west and east of a month's 1 Mt, and
// what of it goes back empty.
func TestDirectionsByHand(t *testing.T) {
	for _, test := range []struct {
		name                 string
		bothWays             bool
		returned, place      float64
		west, east           float64 // brought
		passWest, passEast   float64
		emptyWest, emptyEast float64
		used                 float64
		further              int // rooms besides the first
	}{
		{"one way, none back: each direction has its own", false, 0, 1, 2, 0.9, 1, 0.9, 0, 0, 1, 1},
		{"both ways, none back: they share", true, 0, 1, 2, 0.5, 0.8, 0.2, 0, 0, 1, 0},
		{"all go back, and nothing else does", true, 1, 1, 2, 0, 0.5, 0, 0, 0.5, 1, 1},
		{"loads take the place of empties", true, 1, 1, 2, 0.3, 0.5, 0.3, 0, 0.2, 1, 1},
		// 1.5 W + 0.5 E = 1 at the same part of 1 and 0.2
		{"half go back", true, 0.5, 1, 1, 0.2, 0.625, 0.125, 0, 0.25, 1, 1},
		// 1.2 W + 0.8 E = 1
		{"and take 0.4 of a place", true, 0.5, 0.4, 1, 0.2, 1 / 1.36, 0.2 / 1.36, 0, 0.4 / 1.36, 1, 1},
		{"the other way round", true, 0.5, 1, 0.2, 1, 0.125, 0.625, 0.25, 0, 1, 1},
		{"room for all", true, 1, 1, 0.3, 0.2, 0.3, 0.2, 0, 0.1, 0.6, 1},
		{"empties fill the other direction no more than loads fill one", false, 1, 1, 2, 0.2, 1, 0.2, 0, 0.8, 1, 1},
	} {
		m := must(ferry(test.bothWays, Class{EmptyReturn: test.returned, EmptyPlace: test.place}, test.west, test.east))
		s, out := m.NewState(), m.NewOutcome()
		m.Step(s, out)
		require.InDeltaSlice(t, []float64{test.passWest, test.passEast}, out.CarriedMt, 1e-12, test.name)
		require.InDelta(t, test.used, out.LoadMt[0], 1e-12, test.name)
		require.Len(t, m.further, test.further, test.name)
		v := m.Movements(out, 0, m.corridor.Classes[0])
		require.InDeltaSlice(t, []float64{test.passWest, test.passEast, test.emptyWest, test.emptyEast}, []float64{v.West, v.East, v.EmptyWest, v.EmptyEast}, 1e-12, test.name)
		for f, brought := range []float64{test.west, test.east} {
			want := 0
			if brought <= out.CarriedMt[f]+1e-12 {
				want = fill.None
			}
			require.Equal(t, want, out.FlowBinding[f], "%s: what holds flow %d is the ferry, whichever room is full", test.name, f)
		}
	}
}

// TestEmptiesTakeTheRoomOfOtherCargo: boxes go west and come back empty, where trucks go east
// and do not come back.
func TestEmptiesTakeTheRoomOfOtherCargo(t *testing.T) {
	c := ferry(false, Class{EmptyReturn: 1, EmptyPlace: 1}, 1, 1)
	c.Markets[1].Cargo = "trucks"
	m := must(c)
	s, out := m.NewState(), m.NewOutcome()
	m.Step(s, out)
	require.InDeltaSlice(t, []float64{0.5, 0.5}, out.CarriedMt, 1e-12)
	require.Empty(t, m.further, "the room eastward is never wider than that westward")
}

// used is the use of a segment as README.md has it, from what was carried.
func used(m *Model, out *Outcome, segment int) (most float64) {
	west, east := map[string]float64{}, map[string]float64{}
	for _, f := range m.through[segment] {
		on := west
		if m.marketOf(f).Eastbound {
			on = east
		}
		on[m.marketOf(f).Cargo] += m.weightOn(&m.flows[f], segment) * out.CarriedMt[f]
	}
	back := map[string]float64{}
	for _, class := range m.corridor.Classes {
		back[class.Name] = class.EmptyReturn * class.EmptyPlace
	}
	westward, eastward := 0.0, 0.0
	for _, cargo := range []string{"ore", "boxes", "wagons", ""} {
		w, e := west[cargo], east[cargo]
		westward += w + back[cargo]*max(0, e-w)
		eastward += e + back[cargo]*max(0, w-e)
	}
	if m.corridor.Segments[segment].BothWays {
		return westward + eastward
	}
	return max(westward, eastward)
}

// TestUseOnRandomNetworks: what is used, loaded and empty, is what the loads of the rooms say, no
// more than there is, and all there is where something is held back.
func TestUseOnRandomNetworks(t *testing.T) {
	everyMonth(t, func(t *rapid.T, m *Model, _ []float64, s *State, out *Outcome) {
		for i, capacity := range out.SegmentCapacityMt {
			use := used(m, out, i)
			require.InDelta(t, use, out.LoadMt[i], near(use, 1e-9), "segment %d in %s", i, out.Month)
			require.LessOrEqual(t, use, capacity*(1+1e-9)+1e-12, "segment %d in %s", i, out.Month)
			if out.HeldBackMt[i] > near(capacity, 1e-9) {
				require.GreaterOrEqual(t, use, capacity*(1-1e-9), "segment %d in %s", i, out.Month)
			}
			for _, class := range m.corridor.Classes {
				v := m.Movements(out, i, class)
				require.InDelta(t, class.EmptyReturn*(v.West-v.East), v.EmptyEast-v.EmptyWest, near(v.West+v.East, 1e-12), "units balance but for those that do not come back")
				require.Zero(t, v.EmptyEast*v.EmptyWest, "no empties meet")
			}
		}
	})
}

// TestNothingEastboundOrEmptyIsOneRoom: with every market westbound and nothing sent back a
// capacity counts the same either way, to the bit.
func TestNothingEastboundOrEmptyIsOneRoom(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := randomCorridor(t)
		c.Classes = nil
		for i := range c.Markets {
			c.Markets[i].Eastbound = false
		}
		other := c.Clone()
		for i := range other.Segments {
			other.Segments[i].BothWays = !other.Segments[i].BothWays
		}
		a, b := must(c), must(other)
		require.Empty(t, a.further)
		require.Equal(t, digest(a, a.NewState(), c.Months), digest(b, b.NewState(), c.Months))
	})
}

// TestMoreLoadsBackHoldNothingUp: on a ferry that counts both ways and whose units all come back,
// a load for the way back takes the place of an empty and costs no westbound cargo.
func TestMoreLoadsBackHoldNothingUp(t *testing.T) {
	west := func(eastMt float64) float64 {
		m := must(ferry(true, Class{EmptyReturn: 1, EmptyPlace: 1}, 2, eastMt))
		s, out := m.NewState(), m.NewOutcome()
		m.Step(s, out)
		return out.CarriedMt[0]
	}
	for _, east := range []float64{0, 0.1, 0.4, 0.5} {
		require.InDelta(t, 0.5, west(east), 1e-12)
	}
}
