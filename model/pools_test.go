package model

import (
	"math"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"corridor/model/calendar"
)

// twoFerries: a fleet serves a northern line of 6 Mt a year and a southern one of 12, both of
// voyages of 3 days, so that a third of it is in the north. The north is full in the base
// year, 2024, the south half full. Each has a market that goes its way only.
func twoFerries(speed float64) Corridor {
	north, south := fixed("north", 6), fixed("south", 12)
	c := corridor([]Segment{north, south}, market("metals", 6, route("north", 1, 0)), market("copper", 6, route("south", 1, 1)))
	c.Pools = []Pool{{Name: "ferries", Speed: speed, Sensitivity: 1, Services: []Service{
		{Name: "north", Segment: 0, VoyageDays: 3}, {Name: "south", Segment: 1, VoyageDays: 3},
	}}}
	c.Months = 60
	return c
}

// after runs some months and returns the capacities of the next, Mt per year.
func after(m *Model, months int) []float64 {
	s, out := m.NewState(), m.NewOutcome()
	for range months + 1 {
		m.Step(s, out)
	}
	capacity := slices.Clone(out.SegmentCapacityMt)
	for i := range capacity {
		capacity[i] *= 12
	}
	return capacity
}

func TestPoolInTheBaseYearStays(t *testing.T) {
	m := must(twoFerries(1))
	require.InDeltaSlice(t, []float64{1. / 3, 2. / 3}, []float64{m.berths[0].ships, m.berths[1].ships}, 1e-15)
	require.InDeltaSlice(t, []float64{6, 12}, after(m, 12), 1e-9)
}

// TestPoolMovesToWhatPays, checked by hand. In 2025 the south offers half as much again, 9 Mt,
// so that its 2/3 of the fleet earns 1.5 there; at η = 1 it draws 2/3 × 1.5 to 1/3, 3/4 of all,
// 13.5 of 18 Mt, and half way there at half the speed.
func TestPoolMovesToWhatPays(t *testing.T) {
	more := Growth{Years: []int{2024, 2025}, MtPerYear: []float64{6, 9}}
	c := twoFerries(1)
	c.Markets[1].Growth = more
	require.InDeltaSlice(t, []float64{4.5, 13.5}, after(must(c), 13), 1e-9)
	c.Pools[0].Speed = 0.5
	require.InDeltaSlice(t, []float64{5.25, 12.75}, after(must(c), 13), 1e-9)
	c.Pools[0].Sensitivity = 3 // 2/3 × 1.5³ to 1/3: 27/31
	require.InDelta(t, (12+18*27./31)/2, after(must(c), 13)[1], 1e-9)

	// Where it stays. In the south n ships earn 2/3 × 1.5/n, in the north they are full, so that
	// at η = 1 n/(1 − n) = 2 × 1/n and n = √3 − 1.
	c.Pools[0].Speed, c.Pools[0].Sensitivity = 0.5, 1
	require.InDelta(t, 18*(math.Sqrt(3)-1), after(must(c), 40)[1], 1e-9)
	// With a large η the south would earn hardly more than full ships of the north, and has
	// nearly all, 2/3 × 1.5 of the fleet.
	c.Pools[0].Speed, c.Pools[0].Sensitivity = 0.05, 30
	require.InDelta(t, 18*0.9, after(must(c), 55)[1], 0.9)

	// A fifth more for a tonne in the north: 1.2/3 to 2/3.
	c = twoFerries(1)
	c.Segments[0].CostUSDPerT, c.Segments[0].CostFrom = 20, []Dated{{calendar.NewMonth(2025, 1), 24}}
	require.InDelta(t, 18*1.2/3.2, after(must(c), 13)[0], 1e-9)
	// Of a rate of its own it is the rate that counts.
	c.Pools[0].Services[0].RateUSDPerT = Constant(20)
	require.InDeltaSlice(t, []float64{6, 12}, after(must(c), 13), 1e-9)
}

// TestPoolFeelsStorms: shut for half of the month, full ships earn half.
func TestPoolFeelsStorms(t *testing.T) {
	c := twoFerries(1)
	c.Shocks = []Shock{{From: calendar.NewMonth(2025, 1), To: calendar.NewMonth(2025, 1), Segment: 0, Market: -1, Factor: 0.5}}
	require.InDeltaSlice(t, []float64{18 * 0.5 / 2.5, 18 * 2 / 2.5}, after(must(c), 13), 1e-9)
	c.Shocks[0].Factor = 0 // all leave, and come back to the cargo that waits
	require.InDeltaSlice(t, []float64{0, 18}, after(must(c), 13), 1e-9)
	require.InDeltaSlice(t, []float64{6, 12}, after(must(c), 30), 0.1)
}

// TestPoolServesATrade outside: as many ships again carry grain elsewhere, for 30 USD/t. They
// are half full in 2024; twice as much to carry in 2025 makes them full and draws 2 to 1, and
// when the trade ends they come to the segment.
func TestPoolServesATrade(t *testing.T) {
	c := corridor([]Segment{fixed("ships", 6)}, market("metals", 6, route("ships", 1, 0)))
	c.Months = 60
	c.Pools = []Pool{{Name: "dry", Speed: 1, Sensitivity: 1, Services: []Service{
		{Name: "ships", Segment: 0, VoyageDays: 8},
		{Name: "grain", Segment: -1, VoyageDays: 10, RateUSDPerT: Constant(30), CapacityMt: Constant(4.8),
			DemandMt: Series{Years: []int{2024, 2025, 2026, 2027}, Values: []float64{2.4, 4.8, 4.8, 0}}},
	}}}
	m := must(c)
	require.InDeltaSlice(t, []float64{0.5, 0.5}, []float64{m.berths[0].ships, m.berths[1].ships}, 1e-15)
	require.InDelta(t, 6, after(m, 12)[0], 1e-9)
	require.InDelta(t, 4, after(m, 13)[0], 1e-9)
	require.InDelta(t, 12, after(m, 37)[0], 1e-9)
	c.Pools[0].Services[1].RateUSDPerT = Series{Years: []int{2024, 2025, 2026}, Values: []float64{30, 45, 45}}
	require.InDelta(t, 12*1/(1+2*1.5), after(must(c), 13)[0], 1e-9)
}

// TestWhatIsAddedToPools: ships of a project begin where they are added and move; what makes
// ships better there adds none. A fleet of vessels counts them.
func TestWhatIsAddedToPools(t *testing.T) {
	serve := Project{Name: "ships", Start: calendar.NewMonth(2025, 1), DelayFactor: 1, EffectiveShare: 1, Changes: []Change{{Segment: 0, Quantity: Capacity, Add: 3}}}
	c := twoFerries(0)
	c.Projects = []Project{serve}
	m := must(c)
	require.InDeltaSlice(t, []float64{9, 12}, after(m, 12), 1e-9)
	s, out := m.NewState(), m.NewOutcome()
	for range 13 {
		m.Step(s, out)
	}
	require.InDelta(t, 1+1./6, sum(s.pools.ships), 1e-12)

	c.Pools[0].Speed = 0.25 // the cargo is what it was: ships spread to earn the same, 1/3 to 2/3
	require.InDeltaSlice(t, []float64{7, 14}, after(must(c), 55), 1e-6)

	c.Projects[0].Changes[0] = Change{Segment: 0, Quantity: Effectiveness, Scale: 1.5}
	require.InDeltaSlice(t, []float64{9, 12}, after(must(c), 13), 1e-9)

	c = twoFerries(0)
	c.Segments[0].Supply = Supply{Fleet: Fleet{Vessels: 4, PayloadT: 1e6 * 1.5 * 3 / DaysPerYear, LoadFactor: 1, SailingDays: 1, PortDays: 1}} // 1.5 each
	c.Projects = []Project{serve}
	c.Projects[0].Changes = []Change{{Segment: 0, Quantity: Vessels, Add: 2}}
	require.InDeltaSlice(t, []float64{9, 12}, after(must(c), 12), 1e-9)
}

// TestShipsLeaveAlike: what a service loses is lost by all.
func TestShipsLeaveAlike(t *testing.T) {
	c := twoFerries(0)
	c.Segments[0].Supply.Fixed = Fixed{Years: []int{2024, 2025}, MtPerYear: []float64{6, 3}} // a sixth of the fleet
	require.InDeltaSlice(t, []float64{5, 10}, after(must(c), 12), 1e-9)
}

// TestShipsAreConserved: in every month there are as many as the services are stated with.
func TestShipsAreConserved(t *testing.T) {
	everyMonth(t, func(t *rapid.T, m *Model, _ []float64, s *State, out *Outcome) {
		for _, f := range m.fleets {
			ships, own := s.pools.ships[f.first:f.end], s.pools.own[f.first:f.end]
			require.InDelta(t, sum(own), sum(ships), 1e-12+1e-9*sum(own), "%s", out.Month) // in parts of the ships of the base year
			for _, n := range ships {
				require.GreaterOrEqual(t, n, -1e-12)
			}
		}
	})
}

// TestAPoolThatStays is none, but for rounding.
func TestAPoolThatStays(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := randomCorridor(t)
		for i := range c.Segments { // no ship leaves, which they would do from all services alike
			if mt := c.Segments[i].Supply.Fixed.MtPerYear; len(mt) > 1 {
				mt[1] = max(mt[0], mt[1])
			}
		}
		for i := range c.Pools {
			c.Pools[i].Speed = 0
			for j := range c.Pools[i].Services {
				if v := &c.Pools[i].Services[j]; v.Segment < 0 {
					v.CapacityMt = Constant(3)
				}
			}
		}
		for i := range c.Projects {
			c.Projects[i].LifeMonths = 0
		}
		none := c.Clone()
		none.Pools = nil
		a, b := must(c), must(none)
		s, s2, out, out2 := a.NewState(), b.NewState(), a.NewOutcome(), b.NewOutcome()
		for range c.Months {
			a.Step(s, out)
			b.Step(s2, out2)
			require.InDeltaSlice(t, out2.SegmentCapacityMt, out.SegmentCapacityMt, 1e-9)
		}
	})
}

// TestPoolInFutures: figures that are changed in place are those of a corridor made with them,
// and a future may leave a trade without ships.
func TestPoolInFutures(t *testing.T) {
	change := func(c *Corridor) {
		c.Segments[0].Supply.Fixed.MtPerYear[0], c.Pools[0].Services[1].VoyageDays = 5, 2
		c.Pools[0].Sensitivity, c.Markets[1].Growth.Rates = 2, []Rate{{2025, 0.2}}
	}
	c := twoFerries(0.3)
	m := must(c.Clone())
	m.Change(change)
	change(&c)
	anew := must(c)
	require.Equal(t, digest(anew, anew.NewState(), 48), digest(m, m.NewState(), 48))

	m.Change(func(c *Corridor) { c.Segments[0].Supply.Fixed.MtPerYear[0] = 0 })
	require.Equal(t, []float64{0, 12}, after(m, 30))
}

// TestPoolsOfTheBaseYear: a corridor that begins in another year than the base year counts its
// ships by the base year.
func TestPoolsOfTheBaseYear(t *testing.T) {
	c := twoFerries(1)
	c.Start, c.BaseYear = calendar.NewMonth(2022, 1), 2024
	c.Segments[0].Supply.Fixed = Fixed{Years: []int{2022, 2024}, MtPerYear: []float64{3, 6}}
	m := must(c)
	require.InDeltaSlice(t, []float64{1. / 3, 2. / 3}, []float64{m.berths[0].ships, m.berths[1].ships}, 1e-15)
	require.InDeltaSlice(t, []float64{3, 12}, after(m, 0), 1e-9)
	require.False(t, math.IsNaN(sum(after(m, 30))))
}

func TestPoolsRefused(t *testing.T) {
	for what, change := range map[string]func(c *Corridor){
		"serve already":                          func(c *Corridor) { c.Pools[0].Services[1].Segment = 0 },
		"unknown segment":                        func(c *Corridor) { c.Pools[0].Services[1].Segment = 7 },
		"a voyage of 0 days":                     func(c *Corridor) { c.Pools[0].Services[0].VoyageDays = 0 },
		"expected a share":                       func(c *Corridor) { c.Pools[0].Speed = 2 },
		"no capacity in the base year":           func(c *Corridor) { c.Segments[0].Supply.Fixed.MtPerYear[0] = 0 },
		"a railway":                              func(c *Corridor) { c.Segments[0].Supply = Supply{Rail: Rail{2, 2000}} },
		"expected a finite number of at least 0": func(c *Corridor) { c.Pools[0].Services[0].RateUSDPerT = Constant(-1) },
	} {
		c := twoFerries(1)
		change(&c)
		_, err := New(c)
		require.ErrorContains(t, err, what)
	}
}
