package model

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// TestDoublingAllMasses doubles what came of them and leaves times, prices and
// shares: to the last bit, since doubling only moves exponents.
func TestDoublingAllMasses(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := randomCorridor(t)
		m, m2 := must(c), must(doubled(c))
		s, s2, out, out2 := m.NewState(), m2.NewState(), m.NewOutcome(), m2.NewOutcome()
		for range m.corridor.Months {
			m.Step(s, out)
			m2.Step(s2, out2)
			require.Equal(t, out.Limiting, out2.Limiting)
			require.Equal(t, out.FlowBinding, out2.FlowBinding)
			compareNumbers(t, s, out, s2, out2)
			require.Equal(t, 2*m.YearlyCapacityMt(s, out), m2.YearlyCapacityMt(s2, out2))
		}
	})
}

func compareNumbers(t *rapid.T, s *State, out *Outcome, s2 *State, out2 *Outcome) {
	once, twice := map[string][]float64{}, map[string][]float64{}
	numbers(s, out, func(what string, v float64, mass bool) {
		switch {
		case math.IsNaN(v):
			v = -1 // no value, which is not equal to itself
		case mass:
			v *= 2
		}
		once[what] = append(once[what], v)
	})
	numbers(s2, out2, func(what string, v float64, _ bool) {
		if math.IsNaN(v) {
			v = -1
		}
		twice[what] = append(twice[what], v)
	})
	require.Equal(t, once, twice, "%s", out.Month)
}

// doubled is the corridor with every mass twice as large: potentials and
// ceilings, capacities, loads of trains and ships, storage.
func doubled(c Corridor) Corridor {
	twice := func(values []float64) []float64 {
		out := make([]float64, len(values))
		for i, v := range values {
			out[i] = 2 * v
		}
		return out
	}
	c.Segments = append([]Segment{}, c.Segments...)
	for i := range c.Segments {
		s := &c.Segments[i]
		s.Supply.Fixed.MtPerYear = twice(s.Supply.Fixed.MtPerYear)
		s.Supply.Rail.NetTonnes *= 2
		s.Supply.Fleet.PayloadT *= 2
		s.OtherTraffic.Values = twice(s.OtherTraffic.Values)
		s.StorageMt *= 2
	}
	c.Markets = append([]Market{}, c.Markets...)
	for i := range c.Markets {
		g := &c.Markets[i].Growth
		g.MtPerYear = twice(g.MtPerYear)
		g.CeilingMt *= 2
		c.Markets[i].Schedule = append(Schedule{}, c.Markets[i].Schedule...)
		for j := range c.Markets[i].Schedule {
			c.Markets[i].Schedule[j].MtPerYear *= 2
		}
	}
	c.Projects = append([]Project{}, c.Projects...)
	for i := range c.Projects {
		p := &c.Projects[i]
		p.Changes = append([]Change{}, p.Changes...)
		for j := range p.Changes {
			switch p.Changes[j].Quantity {
			case Capacity, StorageMt, OtherTraffic, NetTonnes, PayloadT:
				p.Changes[j].Add *= 2
			}
		}
	}
	c.Pools = append([]Pool{}, c.Pools...)
	for i := range c.Pools {
		c.Pools[i].Services = append([]Service{}, c.Pools[i].Services...)
		for j := range c.Pools[i].Services {
			v := &c.Pools[i].Services[j]
			v.CapacityMt.Values, v.DemandMt.Values = twice(v.CapacityMt.Values), twice(v.DemandMt.Values)
		}
	}
	return c
}

// numbers are all that a month came to, and whether each is a mass.
func numbers(s *State, out *Outcome, see func(what string, value float64, mass bool)) {
	for _, n := range []struct {
		what  string
		value float64
		mass  bool
	}{
		{"potential", out.PotentialMt, true}, {"demand", out.DemandMt, true}, {"offered", out.OfferedMt, true}, {"throughput", out.ThroughputMt, true},
		{"diverted", out.DivertedMt, true}, {"queue", out.QueueMt, true}, {"capacity", out.CapacityMt, true},
		{"days", out.TransitDays, false}, {"cost", out.CostUSDPerT, false}, {"emissions", out.EmissionsKt, true}, {"capex", out.CapexMUSD, false},
	} {
		see(n.what, n.value, n.mass)
	}
	for what, values := range map[string][]float64{
		"segment capacity": out.SegmentCapacityMt, "load": out.LoadMt, "waiting": out.WaitingMt,
		"flow offered": out.FlowOfferedMt, "carried": out.CarriedMt, "flow diverted": out.FlowDivertedMt, "backlog": s.Backlog,
	} {
		for _, v := range values {
			see(what, v, true)
		}
	}
	for what, values := range map[string][]float64{"availability": out.Availability, "share": s.Share, "perceived": s.Perceived, "ships": s.pools.ships} {
		for _, v := range values {
			see(what, v, false)
		}
	}
}
