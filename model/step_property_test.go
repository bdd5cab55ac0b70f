package model

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"corridor/model/fill"
)

// everyMonth draws corridors and shows each month of them.
func everyMonth(t *testing.T, see func(t *rapid.T, m *Model, before []float64, s *State, out *Outcome)) {
	rapid.Check(t, func(t *rapid.T) {
		m := must(randomCorridor(t))
		s, out := m.NewState(), m.NewOutcome()
		if len(m.corridor.Hazards) > 0 && rapid.Bool().Draw(t, "weather") {
			s.Weather = m.NewWeather()
			realise(m, s.Weather, numbersOf(rapid.Uint64().Draw(t, "future")))
			m.Reset(s)
		}
		before := make([]float64, len(s.Backlog))
		for range m.corridor.Months {
			copy(before, s.Backlog)
			m.Step(s, out)
			see(t, m, before, s, out)
		}
	})
}

func TestEveryFlowBalancesEveryMonth(t *testing.T) {
	everyMonth(t, func(t *rapid.T, m *Model, before []float64, s *State, out *Outcome) {
		for f, offered := range out.FlowOfferedMt {
			require.InDelta(t, offered, out.CarriedMt[f]+s.Backlog[f]+out.FlowDivertedMt[f], near(offered, 1e-12), "flow %d in %s", f, out.Month)
			if o, ok := m.outletAt(f); ok {
				require.InDelta(t, turnedAway(m, o, s, out), offered, near(offered, 1e-12), "outlet %d in %s", f, out.Month)
				continue
			}
			came := s.markets.potential[m.flows[f].market]*s.Share[f] + before[f]
			require.InDelta(t, came, offered, near(offered, 1e-12), "flow %d in %s", f, out.Month)
		}
	})
}

// outletAt returns the outlet that a flow is.
func (m *Model) outletAt(flow int) (outlet, bool) {
	for _, o := range m.outlets {
		if o.flow == flow {
			return o, true
		}
	}
	return outlet{}, false
}

// turnedAway is what an outlet has to take: all that its market sends or had waiting, less what
// others carry and what waits.
func turnedAway(m *Model, o outlet, s *State, out *Outcome) float64 {
	if sum(s.Share[o.first:o.end]) == 0 {
		return s.markets.potential[o.market] + sum(out.FlowDivertedMt[o.first:o.end])
	}
	mt := 0.0
	for f := o.first; f < o.end; f++ {
		if f != o.flow {
			mt += out.FlowOfferedMt[f] - out.CarriedMt[f] - s.Backlog[f]
		}
	}
	return mt
}

func TestAllThatIsNotCarriedIsHeldBackSomewhere(t *testing.T) {
	everyMonth(t, func(t *rapid.T, m *Model, _ []float64, s *State, out *Outcome) {
		held, own := make([]float64, len(m.corridor.Segments)), 0.0
		for f, segment := range out.FlowBinding {
			if segment == fill.None {
				continue
			}
			mt := out.FlowOfferedMt[f] - out.CarriedMt[f]
			held[segment] += mt
			if !m.flows[f].rival {
				own += mt
			}
		}
		require.Equal(t, held, out.HeldBackMt)
		require.InDelta(t, out.OfferedMt-out.ThroughputMt, own, near(out.OfferedMt, 1e-12))
		for i, mt := range held {
			require.LessOrEqual(t, out.WaitingMt[i], mt*(1+1e-12))
			if mt > near(out.SegmentCapacityMt[i], 1e-9) {
				require.GreaterOrEqual(t, out.LoadMt[i], out.SegmentCapacityMt[i]*(1-1e-9), "segment %d holds back %v and has room", i, mt)
			}
		}
	})
}

func TestNothingExceedsItsBound(t *testing.T) {
	everyMonth(t, func(t *rapid.T, m *Model, _ []float64, s *State, out *Outcome) {
		waiting := make([]float64, len(m.corridor.Segments))
		for f, binding := range out.FlowBinding {
			if binding == fill.None {
				require.Zero(t, s.Backlog[f])
				continue
			}
			waiting[binding] += s.Backlog[f]
		}
		for i, capacity := range out.SegmentCapacityMt {
			require.LessOrEqual(t, out.LoadMt[i], capacity*(1+1e-9), "load of segment %d", i)
			require.LessOrEqual(t, waiting[i], s.segments.storage[i]*(1+1e-12), "backlog at segment %d", i)
			require.InDelta(t, waiting[i], out.WaitingMt[i], near(waiting[i], 1e-12))
			require.LessOrEqual(t, out.Availability[i], 1.0)
		}
		require.GreaterOrEqual(t, out.CapacityMt, out.ThroughputMt)
	})
}

func TestEverythingIsFiniteAndNotNegative(t *testing.T) {
	everyMonth(t, func(t *rapid.T, _ *Model, _ []float64, s *State, out *Outcome) {
		numbers(s, out, func(what string, v float64, _ bool) {
			none := math.IsNaN(v) && out.ThroughputMt == 0 && (what == "days" || what == "cost")
			if !none && !(v >= 0 && v <= math.MaxFloat64) {
				t.Fatalf("%s of %v in %s", what, v, out.Month)
			}
		})
	})
}

func TestSharesOfAnOpenMarketAddToOne(t *testing.T) {
	everyMonth(t, func(t *rapid.T, m *Model, _ []float64, s *State, out *Outcome) {
		m.eachMarket(func(_, first, end int) {
			open := false
			for f := first; f < end; f++ {
				open = open || s.flows.open[f] && m.corridor.Markets[m.flows[f].market].Routes[m.flows[f].route].Share > 0
				if !s.flows.open[f] {
					require.Zero(t, s.Share[f], "flow %d in %s is not open", f, out.Month)
				}
			}
			want := 0.0
			if open {
				want = 1
			}
			require.InDelta(t, want, sum(s.Share[first:end]), 1e-12, "market of flow %d in %s", first, out.Month)
		})
	})
}

// TestNothingVanishesOverTheRun adds up what came, of the corridor and its
// rivals, and where it went.
func TestNothingVanishesOverTheRun(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := must(randomCorridor(t))
		s, out := m.NewState(), m.NewOutcome()
		came, carried, diverted := 0.0, 0.0, 0.0
		for range m.corridor.Months {
			m.Step(s, out)
			for f := range m.flows {
				came += s.markets.potential[m.flows[f].market] * s.Share[f]
			}
			for f := range m.flows {
				if _, ok := m.outletAt(f); !ok { // it carries what counts as diverted, or is offered to nobody
					carried += out.CarriedMt[f]
				}
			}
			diverted += sum(out.FlowDivertedMt)
		}
		require.InDelta(t, came, carried+sum(s.Backlog)+diverted, near(came, 1e-12))
	})
}

// TestSameBits: a state that was reset, and states of one model stepped side by
// side, go the same way as a new one.
func TestSameBits(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := must(randomCorridor(t))
		s := m.NewState()
		want := digest(m, s, m.corridor.Months)
		m.Reset(s)
		require.Equal(t, want, digest(m, s, m.corridor.Months), "after Reset")

		other := make(chan string)
		go func() { other <- digest(m, m.NewState(), m.corridor.Months) }()
		require.Equal(t, want, digest(m, m.NewState(), m.corridor.Months), "beside another")
		require.Equal(t, want, <-other, "beside another")
	})
}
