package model

import (
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// TestCatchUpByHand: half as fast again, so that 40 % of a month do for 60, and 80 for all.
func TestCatchUpByHand(t *testing.T) {
	for open, want := range map[float64]float64{0: 0, 0.4: 0.6, 0.8: 1, 1: 1} {
		require.InDelta(t, want, catchUp(open, 1.5), 1e-15, open)
		require.Equal(t, open, catchUp(open, 1), "what is lost is lost")
	}
}

// stormySea passes 12 Mt a year: it is shut for half of each winter month, and catches up.
func stormySea(includes bool, faster float64) Corridor {
	sea := fixed("sea", 12)
	sea.IncludesWeather, sea.CatchUp = includes, faster
	for month := range sea.Availability {
		if month < 3 || month > 8 {
			sea.Availability[month] = 0.5
		}
	}
	c := corridor([]Segment{sea}, market("ore", 60, route("sea", 1, 0)))
	c.Hazards = []Hazard{{Name: "storms", Kind: StormClosure, Segments: []int{0}, Spells: Days{1, 7}}}
	return c
}

// TestCatchUpKeepsTheYear: with half the time made good in part, a winter month passes 3/4 of a
// summer one, and a stated year with its closures is 12 Mt as it was.
func TestCatchUpKeepsTheYear(t *testing.T) {
	for _, test := range []struct {
		includes             bool
		faster               float64
		summer, winter, year float64
	}{
		{false, 0, 1, 0.5, 9}, {false, 0.5, 1, 0.75, 10.5}, {false, 1, 1, 1, 12}, {false, 3, 1, 1, 12},
		{true, 0, 12.0 / 9, 6.0 / 9, 12}, {true, 0.5, 12 / 10.5, 9 / 10.5, 12}, {true, 1, 1, 1, 12},
	} {
		m := must(stormySea(test.includes, test.faster))
		s, out, year := m.NewState(), m.NewOutcome(), 0.0
		for month := range 12 {
			m.Step(s, out)
			want := test.winter
			if month >= 3 && month <= 8 {
				want = test.summer
			}
			require.InDelta(t, want, out.SegmentCapacityMt[0], 1e-12, "%+v, month %d", test, month)
			require.InDelta(t, test.year, m.YearlyCapacityMt(s, out), 1e-12, "%+v", test)
			year += out.SegmentCapacityMt[0]
		}
		require.InDelta(t, test.year, year, 1e-12, "%+v", test)
	}
}

// TestCatchUpInAStormyMonth: of a winter month a half is shut in the mean, three quarters in a
// stormy one, which then loses less.
func TestCatchUpInAStormyMonth(t *testing.T) {
	for faster, want := range map[float64]float64{0: 0.25, 0.5: 0.375, 5: 1} {
		m := must(stormySea(false, faster))
		s, out, w := m.NewState(), m.NewOutcome(), m.NewWeather()
		w.fill(0, 1.5)
		s.Weather = w
		m.Reset(s)
		m.Step(s, out)
		require.InDelta(t, want, out.SegmentCapacityMt[0], 1e-12)
		require.InDelta(t, 0.25, out.Availability[0], 1e-12, "it is open as long as it is")
	}
}

// TestCatchUpIsRefreshed: a pace that is changed in place is that of a corridor made with it,
// and with it what a stated year means.
func TestCatchUpIsRefreshed(t *testing.T) {
	for _, includes := range []bool{false, true} {
		m := must(stormySea(includes, 0.2))
		m.Change(func(c *Corridor) { c.Segments[0].CatchUp = 0.7 })
		anew := must(stormySea(includes, 0.7))
		require.Equal(t, digest(anew, anew.NewState(), 24), digest(m, m.NewState(), 24))
	}
}

// TestCatchUpOnRandomNetworks: no month passes more than one without closures does, none less
// than without catching up, and a calendar year of a stated capacity is the stated one.
func TestCatchUpOnRandomNetworks(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := randomCorridor(t)
		c.Shocks, c.Hazards, c.Projects, c.Pools = nil, nil, nil, nil
		lost := c.Clone()
		for i := range lost.Segments {
			lost.Segments[i].CatchUp, lost.Segments[i].IncludesWeather = 0, false
		}
		made := lost.Clone()
		for i := range made.Segments {
			made.Segments[i].CatchUp = c.Segments[i].CatchUp
		}
		a, b, stated := must(lost), must(made), must(c)
		before, after, state := a.NewState(), b.NewState(), stated.NewState()
		x, y, z := a.NewOutcome(), b.NewOutcome(), stated.NewOutcome()
		for range c.Months {
			a.Step(before, x)
			b.Step(after, y)
			stated.Step(state, z)
			for i := range c.Segments {
				require.GreaterOrEqual(t, y.SegmentCapacityMt[i], x.SegmentCapacityMt[i])
				require.LessOrEqual(t, y.SegmentCapacityMt[i], after.segments.monthly[i])
				if s := &c.Segments[i]; s.IncludesWeather {
					q := s.base(x.Month, c.Water.FallM(x.Month.Year()))
					whole := q
					whole[Effectiveness] = s.Effectiveness
					require.InDelta(t, whole.capacity(), q.capacity()*state.segments.meanOpening[i], 1e-9)
				}
			}
		}
	})
}
