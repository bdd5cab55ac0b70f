//go:build goexperiment.simd && amd64

package model

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"corridor/model/lanes"
)

// TestLanes: futures side by side come to what each comes to by itself, in every bit, on random
// corridors with every hazard, and again after the numbers have changed.
func TestLanes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := randomCorridor(t)
		c.Pools = nil
		numbers := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "numbers"), 0))
		var models [lanes.Width]*Model
		for l := range models {
			models[l] = must(c.Clone())
		}
		m := NewLanes(models)
		s, out := m.NewState(), m.NewOutcome()
		for range 2 {
			for _, of := range models {
				of.Change(func(c *Corridor) { disturb(c, numbers) })
			}
			if !m.Take() {
				t.Skip("other ways")
			}
			sideBySide(t, m, s, out, numbers)
		}
	})
}

// TestLanesAllocateNothing, with path sizes, nests and everything else.
func TestLanesAllocateNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := randomCorridor(t)
		c.Pools = nil
		var models [lanes.Width]*Model
		for l := range models {
			models[l] = must(c.Clone())
		}
		m := NewLanes(models)
		s, out := m.NewState(), m.NewOutcome()
		require.Zero(t, testing.AllocsPerRun(1, func() {
			m.Take()
			m.Reset(s)
			for range c.Months {
				m.Step(s, out)
			}
			m.YearlyCapacityMt(s, out)
		}))
	})
}

// disturb changes numbers as uncertainties do.
func disturb(c *Corridor, numbers *rand.Rand) {
	some := func(x *float64) {
		if numbers.IntN(3) == 0 {
			*x *= math.Exp(numbers.NormFloat64() / 2)
		}
	}
	share := func(x *float64) {
		if numbers.IntN(3) == 0 {
			*x = float64(*x * numbers.Float64())
		}
	}
	for i := range c.Segments {
		s := &c.Segments[i]
		some(&s.Effectiveness)
		some(&s.CostUSDPerT)
		some(&s.FreeFlowDays)
		some(&s.StorageMt)
		some(&s.Congestion.Alpha)
		some(&s.Congestion.Beta)
		some(&s.DraftLossPerM)
		if !s.IncludesWeather {
			share(&s.Availability[numbers.IntN(12)])
		}
		for _, mt := range [][]float64{s.Supply.Fixed.MtPerYear, s.OtherTraffic.Values} {
			for j := range mt {
				some(&mt[j])
			}
		}
	}
	for i := range c.Markets {
		m := &c.Markets[i]
		some(&m.Sensitivity)
		some(&m.ValueOfTimeUSD)
		share(&m.Inertia)
		share(&m.PerceptionLag)
		share(&m.GiveUp)
		for j := range m.Growth.MtPerYear {
			some(&m.Growth.MtPerYear[j])
		}
		for j := range m.Schedule {
			some(&m.Schedule[j].MtPerYear)
		}
		for j := range m.Routes {
			some(&m.Routes[j].CostUSDPerT)
			some(&m.Routes[j].ReliabilityUSDPerT)
		}
		for j := range m.Nests {
			if l := &m.Nests[j].Dissimilarity; *l < 1 {
				share(l)
				*l = max(*l, 0.1)
			}
		}
	}
	for i := range c.Projects {
		p := &c.Projects[i]
		p.DelayMonths = numbers.IntN(9)
		some(&p.DelayFactor)
		some(&p.EffectiveShare)
		some(&p.CostMUSD)
		for j := range p.Changes {
			some(&p.Changes[j].Add)
		}
	}
	for i := range c.Shocks {
		some(&c.Shocks[i].Factor)
		some(&c.Shocks[i].AddUSDPerT)
	}
	for i := range c.Rivals {
		for j := range c.Rivals[i].CostUSDPerT.Values {
			some(&c.Rivals[i].CostUSDPerT.Values[j])
		}
	}
	c.Water.MPerYear -= numbers.Float64()
}

// sideBySide steps the lanes and each by itself.
func sideBySide(t require.TestingT, m *ModelLanes, s *StateLanes, out *OutcomeLanes, numbers *rand.Rand) {
	var states [lanes.Width]*State
	var outs [lanes.Width]*Outcome
	s.Weather = nil
	stormy := numbers.IntN(3) > 0
	for l, of := range m.models {
		states[l], outs[l] = of.NewState(), of.NewOutcome()
		if stormy {
			w := of.NewWeather()
			for i := range of.corridor.Hazards {
				of.Realise(i, numbers, w)
			}
			states[l].Weather = w
			m.SetWeather(s, l, w)
			of.Reset(states[l])
		}
	}
	m.Reset(s)
	for month := range m.corridor.Months {
		m.Step(s, out)
		for l, of := range m.models {
			of.Step(states[l], outs[l])
			sameInLane(t, l, month, states[l], outs[l], s, out)
		}
		if month%3 == 2 {
			yearly := m.YearlyCapacityMt(s, out)
			for l, of := range m.models {
				bitsEqual(t, of.YearlyCapacityMt(states[l], outs[l]), yearly, l, "yearly")
			}
		}
	}
}

func bitsEqual(t require.TestingT, want float64, got lanes.Vec, lane int, what string, at ...any) {
	x := *lanes.Lane(&got, lane)
	if math.Float64bits(want) != math.Float64bits(x) && !(math.IsNaN(want) && math.IsNaN(x)) {
		require.Equal(t, want, x, "%s in lane %d: %s", what, lane, fmt.Sprint(at...))
	}
}

func sameInLane(t require.TestingT, l, month int, one *State, alone *Outcome, s *StateLanes, out *OutcomeLanes) {
	for _, v := range []struct {
		name string
		want []float64
		got  []lanes.Vec
	}{
		{"opening", one.segments.opening[(one.Month - 1).Index()], s.segments.opening[(one.Month - 1).Index()]},
		{"monthly", one.segments.monthly, s.segments.monthly},
		{"availability", alone.Availability, out.Availability},
		{"capacity", alone.SegmentCapacityMt, out.SegmentCapacityMt},
		{"price", one.flows.price, s.flows.price},
		{"days", one.flows.days, s.flows.days},
		{"potential", one.markets.potential, s.markets.potential},
		{"preferred", one.flows.preferred, s.flows.preferred},
		{"share", one.Share, s.Share},
		{"taste", one.taste, s.taste},
		{"gain", one.markets.gain, s.markets.gain},
		{"demand", alone.FlowDemandMt, out.FlowDemandMt},
		{"offered", alone.FlowOfferedMt, out.FlowOfferedMt},
		{"carried", alone.CarriedMt, out.CarriedMt},
		{"diverted", alone.FlowDivertedMt, out.FlowDivertedMt},
		{"held", alone.HeldBackMt, out.HeldBackMt},
		{"waiting", alone.WaitingMt, out.WaitingMt},
		{"load", alone.LoadMt, out.LoadMt},
		{"backlog", one.Backlog, s.Backlog},
		{"perceived", one.Perceived, s.Perceived},
		{"totals", []float64{
			alone.PotentialMt, alone.DemandMt, alone.OfferedMt, alone.ThroughputMt, alone.DivertedMt, alone.QueueMt, alone.CapacityMt, alone.TransitDays, alone.CostUSDPerT, alone.EmissionsKt,
			alone.CapexMUSD, alone.BorneMUSD, alone.UpkeepMUSD, alone.SurplusMUSD, alone.WaitingMUSD, alone.TurnedAwayMUSD,
		}, []lanes.Vec{
			out.PotentialMt, out.DemandMt, out.OfferedMt, out.ThroughputMt, out.DivertedMt, out.QueueMt, out.CapacityMt, out.TransitDays, out.CostUSDPerT, out.EmissionsKt,
			out.CapexMUSD, out.BorneMUSD, out.UpkeepMUSD, out.SurplusMUSD, out.WaitingMUSD, out.TurnedAwayMUSD,
		}},
	} {
		for i := range v.want {
			bitsEqual(t, v.want[i], v.got[i], l, v.name, i, " in month ", month)
		}
	}
	for f, at := range alone.FlowBinding {
		require.Equal(t, int64(at), *lanes.IntOf(&out.FlowBinding[f], l), "binding %d in month %d", f, month)
	}
	require.Equal(t, int64(alone.Limiting), *lanes.IntOf(&out.Limiting, l))
}
