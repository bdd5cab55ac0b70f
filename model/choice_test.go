package model

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/model/calendar"
)

// chooser is a market on two ways through the corridor and a rival, with shares
// that are no round numbers. A third segment is built in 2025.
func chooser(change func(*Market)) *Model {
	cheap, dear := fixed("cheap", 10), fixed("dear", 10)
	cheap.CostUSDPerT, cheap.FreeFlowDays = 10, 2
	dear.CostUSDPerT, dear.FreeFlowDays = 17, 1.5
	other := rival("rival", 0.37)
	other.CostUSDPerT, other.Days, other.ReliabilityUSDPerT = 40, 9, 3
	m := market("boxes", 12, route("cheap", 0.41, 0), route("dear", 0.22, 1), other)
	m.Sensitivity, m.ValueOfTimeUSD = 0.07, 4
	if change != nil {
		change(&m)
	}
	c := corridor([]Segment{cheap, dear, fixed("planned", 0)}, m)
	c.Projects = []Project{{Name: "built in 2025", Start: calendar.NewMonth(2025, 1), EffectiveShare: 1,
		Changes: []Change{{Segment: 2, Quantity: Capacity, Add: 10}}}}
	return must(c)
}

// sharesAfter steps some months and returns the shares.
func (m *Model) sharesAfter(months int) []float64 {
	s, out := m.NewState(), m.NewOutcome()
	for range months {
		m.Step(s, out)
	}
	return s.Share
}

func TestBaseSharesAreReproduced(t *testing.T) {
	m := chooser(nil) // nothing is full, so that every delay is 0
	require.InDeltaSlice(t, []float64{0.41, 0.22, 0.37}, m.sharesAfter(1), 1e-12)
	require.InDeltaSlice(t, []float64{0.41, 0.22, 0.37}, m.sharesAfter(24), 1e-12)
}

// TestTwoRouteLogit: from equal shares, a route that becomes Δ dearer keeps
// 1/(1 + exp(θΔ)).
func TestTwoRouteLogit(t *testing.T) {
	for _, delta := range []float64{-30, -1, 0, 0.5, 8, 200} {
		segment := fixed("corridor", 100)
		segment.CostUSDPerT = 300
		demand := market("boxes", 1, route("corridor", 0.5, 0), rival("rival", 0.5))
		demand.Sensitivity = 0.11
		c := corridor([]Segment{segment}, demand)
		c.Projects = []Project{{EffectiveShare: 1, Start: c.Start, Changes: []Change{{Quantity: CostUSDPerT, Add: delta}}}}
		require.InDelta(t, 1/(1+math.Exp(0.11*delta)), must(c).sharesAfter(1)[0], 1e-12, "Δ = %v", delta)
	}
}

// TestTimeCountsAtItsValue: a day is worth as much as its value of time in money.
func TestTimeCountsAtItsValue(t *testing.T) {
	share := func(quantity Quantity, add float64) float64 {
		demand := market("boxes", 1, route("corridor", 0.5, 0), rival("rival", 0.5))
		demand.Sensitivity, demand.ValueOfTimeUSD = 0.11, 6
		c := corridor([]Segment{fixed("corridor", 100)}, demand)
		c.Projects = []Project{{EffectiveShare: 1, Start: c.Start, Changes: []Change{{Quantity: quantity, Add: add}}}}
		return must(c).sharesAfter(1)[0]
	}
	require.InDelta(t, share(CostUSDPerT, 18), share(FreeFlowDays, 3), 1e-12)
}

// TestInertia: the distance to the new choice shrinks by 1 − ι a month.
func TestInertia(t *testing.T) {
	const inertia, target = 0.3, 0.2 // P = 1/(1+e^{ln 4})
	demand := market("boxes", 1, route("corridor", 0.5, 0), rival("rival", 0.5))
	demand.Sensitivity, demand.Inertia = 1, inertia
	c := corridor([]Segment{fixed("corridor", 100)}, demand)
	c.Projects = []Project{{EffectiveShare: 1, Start: c.Start + 6, Changes: []Change{{Quantity: CostUSDPerT, Add: math.Log(4)}}}}
	m := must(c)
	for n := range 18 {
		require.InDelta(t, target+(0.5-target)*math.Pow(1-inertia, float64(n)), m.sharesAfter(6 + n)[0], 1e-12, "after %d months", n)
	}
}

func TestNoSensitivityKeepsShares(t *testing.T) {
	m := chooser(func(m *Market) {
		m.Sensitivity = 0
	})
	m.corridor.Segments[0].CostUSDPerT *= 3 // costs have no part in it
	require.InDeltaSlice(t, []float64{0.41, 0.22, 0.37}, m.sharesAfter(24), 1e-12)
}

// TestRouteNotBuilt: nobody can choose a way that is not there, however slowly
// habits move; its share goes to the others in proportion, which is what the
// logit says of a choice taken away (independence of irrelevant alternatives).
func TestRouteNotBuilt(t *testing.T) {
	m := chooser(func(m *Market) {
		m.Inertia = 0.25
		m.Routes[1].Segments = []int{2}
	})
	for _, months := range []int{1, 5, 12} {
		require.InDeltaSlice(t, []float64{0.41 / 0.78, 0, 0.37 / 0.78}, m.sharesAfter(months), 1e-12)
	}
	// Once built it comes up to its share as inertia lets it.
	for n := 1; n <= 12; n++ {
		require.InDelta(t, 0.22*(1-math.Pow(0.75, float64(n))), m.sharesAfter(12 + n)[1], 1e-12)
	}
}

// TestRouteClosed: a way that closes is left at once.
func TestRouteClosed(t *testing.T) {
	m := chooser(func(m *Market) { m.Inertia = 0.25 })
	m.corridor.Segments[1].Supply.Fixed = Fixed{Years: []int{2024, 2025}, MtPerYear: []float64{10, 0}}
	require.InDeltaSlice(t, []float64{0.41, 0.22, 0.37}, m.sharesAfter(12), 1e-12)
	require.InDeltaSlice(t, []float64{0.41 / 0.78, 0, 0.37 / 0.78}, m.sharesAfter(13), 1e-12)
}

// TestMarketNotOpen: a market none of whose routes is built offers nothing; when
// they are built it is there at once and as a whole.
func TestMarketNotOpen(t *testing.T) {
	m := chooser(func(m *Market) {
		m.Inertia = 0.25
		m.Routes = []Route{route("short", 0.6, 2), route("long", 0.4, 0, 2)}
	})
	require.Equal(t, []float64{0, 0}, m.sharesAfter(12))
	require.InDeltaSlice(t, []float64{0.6, 0.4}, m.sharesAfter(13), 1e-12)
	alone := chooser(func(m *Market) { m.Routes = []Route{route("only", 1, 2)} })
	require.Equal(t, []float64{0}, alone.sharesAfter(12))
	require.Equal(t, []float64{1}, alone.sharesAfter(13))
}

func TestRouteWithoutShareIsNeverChosen(t *testing.T) {
	m := chooser(func(m *Market) { m.Routes[0].Share, m.Routes[1].Share = 0, 0.63 })
	require.Zero(t, m.sharesAfter(24)[0])
}

func BenchmarkChoose(b *testing.B) {
	m := must(network())
	s, out := m.NewState(), m.NewOutcome()
	for range 120 { // to a month with waits
		m.Step(s, out)
	}
	b.ReportAllocs()
	for b.Loop() {
		for f := range s.Perceived {
			s.Perceived[f] += 1e-9 // nothing is as it was
		}
		m.choose(s)
	}
}
