package model

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// boundless is a corridor in which no segment ever limits, with the ways of another in the
// same months.
func boundless(c Corridor) Corridor {
	c = c.Clone()
	c.Pools = nil
	for i := range c.Segments {
		s := &c.Segments[i]
		s.Effectiveness *= 1e30
		s.Availability, s.IncludesWeather, s.Congestion, s.StorageMt = always(1), false, Congestion{}, inf
	}
	for i := range c.Shocks {
		if c.Shocks[i].disturbs(c.Shocks[i].Segment) {
			c.Shocks[i].Factor = 1
		}
	}
	return c
}

// TestDemandIsWhatABoundlessCorridorCarries, to the last bit, in every flow and month, whatever
// the corridor itself holds back.
func TestDemandIsWhatABoundlessCorridorCarries(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := randomCorridor(t)
		m, free := must(c), must(boundless(c))
		s, s2, out, out2 := m.NewState(), free.NewState(), m.NewOutcome(), free.NewOutcome()
		for range m.corridor.Months {
			m.Step(s, out)
			free.Step(s2, out2)
			for f := range m.flows {
				if _, outlet := m.outletAt(f); outlet {
					continue // takes what the corridor turns away
				}
				require.Equal(t, out2.CarriedMt[f], out.FlowDemandMt[f], "flow %d in %s", f, out.Month)
				require.Equal(t, out2.FlowDemandMt[f], out.FlowDemandMt[f], "flow %d in %s", f, out.Month)
			}
			require.Equal(t, out2.ThroughputMt, out2.DemandMt)
			require.Equal(t, out2.ThroughputMt, out.DemandMt)
			require.Zero(t, out2.QueueMt)
		}
	})
}

// TestNoMoreIsEverCarriedThanWasAskedFor: what is late is chosen less, and what waits came
// before, so that all that was carried so far is at most all the demand so far.
func TestNoMoreIsEverCarriedThanWasAskedFor(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := must(randomCorridor(t))
		for i := range m.corridor.Markets {
			for _, r := range m.corridor.Markets[i].Routes {
				if r.Rival && len(r.Segments) > 0 {
					t.Skip() // a rival through a full segment sends shippers here
				}
			}
		}
		s, out := m.NewState(), m.NewOutcome()
		carried, asked := 0.0, 0.0
		for range m.corridor.Months {
			m.Step(s, out)
			carried += out.ThroughputMt
			asked += out.DemandMt
			require.LessOrEqual(t, carried, asked+near(asked, 1e-9), "%s", out.Month)
		}
	})
}

// TestDemandWithQueues: of 12 Mt a year half would go by a corridor that takes 3. Who waits
// believes in a delay and goes elsewhere; the demand stays 6, and is 6 × e^(−θ Δg) of the odds
// once it has become dearer.
func TestDemandWithQueues(t *testing.T) {
	line := fixed("line", 3)
	line.CostFrom = []Dated{{From: corridor(nil).Start + 12, Value: 20}}
	demand := market("boxes", 12, route("line", 0.5, 0), rival("road", 0.5))
	demand.Sensitivity, demand.ValueOfTimeUSD, demand.GiveUp = 0.05, 2, 0.1
	m := must(corridor([]Segment{line}, demand))
	s, out := m.NewState(), m.NewOutcome()
	for month := range m.corridor.Months {
		m.Step(s, out)
		if month < 12 {
			require.InDelta(t, 0.25, out.ThroughputMt, 1e-12)
			require.InDelta(t, 0.5, out.DemandMt, 1e-12)
			if month > 0 {
				require.Positive(t, s.Perceived[0])
				require.Less(t, s.Share[0], 0.5)
			}
			continue
		}
		odds := math.Exp(-0.05 * 20)
		require.InDelta(t, odds/(1+odds), out.DemandMt, 1e-12)
	}
}

// TestDemandHasNoWayThatIsNotBuilt: a project opens the line after a year, and the demand
// comes with it.
func TestDemandHasNoWayThatIsNotBuilt(t *testing.T) {
	c := corridor([]Segment{fixed("line", 0)}, market("boxes", 12, route("line", 0.5, 0), rival("road", 0.5)))
	c.Projects = []Project{{Name: "line", Start: c.Start, DurationMonths: 12, DelayFactor: 1, EffectiveShare: 1, Changes: []Change{{Segment: 0, Quantity: Capacity, Add: 1}}}}
	m := must(c)
	s, out := m.NewState(), m.NewOutcome()
	for month := range m.corridor.Months {
		m.Step(s, out)
		want := 0.0
		if month >= 12 {
			want = 0.5
		}
		require.InDelta(t, want, out.DemandMt, 1e-12, "%s", out.Month)
	}
}

// TestUncensoringAsksForNoDemand: it would be found in every run of it and used in none.
func TestUncensoringAsksForNoDemand(t *testing.T) {
	m := must(corridor([]Segment{fixed("line", 3)}, market("boxes", 12, route("line", 1, 0))))
	s, out := m.NewState(), m.NewOutcome()
	s.unlimited = nil
	m.Reset(s)
	m.Step(s, out)
	require.Zero(t, out.DemandMt)
	require.InDelta(t, 0.25, out.ThroughputMt, 1e-12)
}
