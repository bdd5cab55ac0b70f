package model

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// TestWhatHazardsDo steps one month with one value of one hazard, everything else as
// the figures say.
func TestWhatHazardsDo(t *testing.T) {
	m := must(stormy(true))
	step := func(hazard int, v float64, seen func(s *State, out *Outcome) float64) float64 {
		s, out, w := m.NewState(), m.NewOutcome(), m.NewWeather()
		w.fill(hazard, v)
		s.Weather = w
		m.Reset(s)
		m.Step(s, out)
		return seen(s, out)
	}
	capacity := func(segment int) func(*State, *Outcome) float64 {
		return func(_ *State, out *Outcome) float64 { return out.SegmentCapacityMt[segment] }
	}
	open := func(segment int) func(*State, *Outcome) float64 {
		return func(_ *State, out *Outcome) float64 { return out.Availability[segment] }
	}
	potential := func(s *State, _ *Outcome) float64 { return s.markets.potential[1] }
	cost := func(s *State, _ *Outcome) float64 { return s.rivals.month[0].costUSD }
	days := func(s *State, _ *Outcome) float64 { return s.rivals.month[0].days }
	north := func(s *State, _ *Outcome) float64 { return s.Share[1] }
	for _, c := range []struct {
		name   string
		hazard int
		value  float64
		seen   func(*State, *Outcome) float64
		want   float64
	}{
		{"the mean of January", 0, 1, open(0), 0.5},
		{"no storm", 0, 0, open(0), 1},
		{"half as much again", 0, 1.5, open(0), 0.25},
		{"the other ferry in proportion", 0, 1.5, open(1), 0.625},
		{"capacity follows", 0, 1.5, capacity(0), 6.0 / 12 * 0.25},
		{"a metre of water less", 1, -1, capacity(0), 6.0 / 12 * 0.5 * 0.87},
		{"a metre more", 1, 1, capacity(0), 6.0 / 12 * 0.5 * 1.13},
		{"until ships are full", 1, 9, capacity(0), 6.0 / 12 * 0.5 * 1.195},
		{"no ship floats on the line", 1, -1, capacity(2), 9.0 / 12},
		{"a part out", 2, 0.7, capacity(2), 9.0 / 12 * 0.7},
		{"and not open", 2, 0.7, open(2), 0.7},
		{"better than the mean", 2, 1.1, capacity(2), 9.0 / 12 * 1.1},
		{"which is open", 2, 1.1, open(2), 1},
		{"more oil", 3, 1.2, potential, 3.0 / 12 * 1.2},
		{"dearer for half the month", 4, 0.5, cost, 90 + 20},
		{"slower for half the month", 4, 0.5, days, 20 + 4.5},
		{"the usual share", 4, 0, north, 0.4},
	} {
		require.InDelta(t, c.want, step(c.hazard, c.value, c.seen), 1e-12, c.name)
	}
	require.Less(t, step(4, 0.5, north), 0.35, "shippers leave the rival")
}

// TestExpectedValues: a calm weather is a run without one, and where the figures do
// not contain the events a run without weather has their mean.
func TestExpectedValues(t *testing.T) {
	for _, contained := range []bool{true, false} {
		m := must(stormy(contained))
		plain, calm := m.NewState(), m.NewState()
		calm.Weather = m.NewWeather()
		if !contained {
			for i := range m.corridor.Hazards {
				for month := range m.corridor.Months {
					if m.corridor.Hazards[i].Kind.hasEvents() {
						calm.Weather.of(i)[month] = m.events[i].mean[month%12]
					}
				}
			}
		}
		m.Reset(calm)
		a, b := m.NewOutcome(), m.NewOutcome()
		for range m.corridor.Months {
			m.Step(plain, a)
			m.Step(calm, b)
			require.InDeltaSlice(t, a.CarriedMt, b.CarriedMt, 1e-12)
			require.InDeltaSlice(t, a.SegmentCapacityMt, b.SegmentCapacityMt, 1e-12)
			require.InDelta(t, m.YearlyCapacityMt(plain, a), m.YearlyCapacityMt(calm, b), 1e-12)
		}
	}
	with, without := stormy(true), stormy(true)
	without.Hazards = nil
	a, b := must(with), must(without)
	require.Equal(t, digest(b, b.NewState(), 24), digest(a, a.NewState(), 24), "what the figures contain changes no run")
	c := must(stormy(false))
	require.NotEqual(t, digest(b, b.NewState(), 24), digest(c, c.NewState(), 24), "what they do not contain does")
}

// TestYearlyCapacityIsOfMeanWeather: neither the storms of a December nor its outages
// stand for the year.
func TestYearlyCapacityIsOfMeanWeather(t *testing.T) {
	m := must(stormy(false))
	s, out, w := m.NewState(), m.NewOutcome(), m.NewWeather()
	s.Weather = w
	var seen []float64
	for _, shut := range []float64{0, 1.4} {
		w.Reset()
		w.fill(0, shut)
		w.fill(2, 1-shut/2)
		m.Reset(s)
		m.Step(s, out)
		press := make([]float64, len(out.FlowOfferedMt)) // what presses is the month's
		copy(press, []float64{1, 1, 1})
		copy(out.FlowOfferedMt, press)
		seen = append(seen, m.YearlyCapacityMt(s, out))
	}
	require.Equal(t, seen[0], seen[1])
}

// TestYearlyCapacityHasMeanOutages that the figures do not contain, and none that they do.
func TestYearlyCapacityHasMeanOutages(t *testing.T) {
	c := corridor([]Segment{fixed("line", 6)}, market("ore", 5, route("by land", 1, 0)))
	h := Hazard{Name: "floods", Kind: Outage, Segments: []int{0}, Events: Events{PerYear: 0.5, Lasting: Days{10, 30}}, Severity: 0.8}
	left := math.Exp(-0.8 * 0.5 * 20 / 365.25)
	for contained, want := range map[bool]float64{false: 6 * left, true: 6} {
		h.Contained = contained
		c.Hazards = []Hazard{h}
		m := must(c)
		s, out := m.NewState(), m.NewOutcome()
		m.Step(s, out)
		require.InDelta(t, want, m.YearlyCapacityMt(s, out), 1e-12)
		require.InDelta(t, want/12, out.SegmentCapacityMt[0], 1e-12)
	}
}

// TestIdleHazards: a hazard that does nothing changes no bit of a future in which the
// others do.
func TestIdleHazards(t *testing.T) {
	idle := func(c *Corridor) {
		c.Hazards = append([]Hazard{
			{Name: "idle outage", Kind: Outage, Segments: []int{2}, Events: Events{PerYear: 3, Lasting: Days{1, 9}}},
			{Name: "idle surge", Kind: MarketShock, Markets: []int{0}, Events: Events{PerYear: 3, Lasting: Days{1, 9}}, Factor: 1},
			{Name: "never", Kind: RivalShock, Rivals: []int{0}, Events: Events{Lasting: Days{1, 9}}, AddDays: 50},
			{Name: "nothing", Kind: Outage, Segments: []int{2}},
			{Name: "still water", Kind: LevelWalk},
		}, c.Hazards...)
	}
	future := func(c Corridor, first int) string {
		m := must(c)
		s, w := m.NewState(), m.NewWeather()
		for i := range m.corridor.Hazards {
			m.Realise(i, numbersOf(uint64(100+i-first)), w)
		}
		s.Weather = w
		m.Reset(s)
		return digest(m, s, m.corridor.Months)
	}
	with, without := stormy(true), stormy(true)
	idle(&with)
	require.Equal(t, future(without, 0), future(with, 5))
}

// TestHazardsAreRefreshed: a model whose hazards were changed in place draws the
// weather of one made anew.
func TestHazardsAreRefreshed(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := randomCorridor(t)
		change := func(c *Corridor) {
			for i := range c.Hazards {
				h := &c.Hazards[i]
				h.Spells = Days{2, 9}
				h.Events.PerYear *= 1.5
				h.Severity *= 0.5
				h.SDMPerYear += 0.1
			}
		}
		m := must(c.Clone())
		m.Change(change)
		changed := c.Clone()
		change(&changed)
		anew := must(changed)
		future := func(m *Model) string {
			s := m.NewState()
			s.Weather = m.NewWeather()
			realise(m, s.Weather, numbersOf(1))
			m.Reset(s)
			return digest(m, s, m.corridor.Months)
		}
		require.Equal(t, future(anew), future(m))
		require.Equal(t, digest(anew, anew.NewState(), c.Months), digest(m, m.NewState(), c.Months))
	})
}
