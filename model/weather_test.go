package model

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/model/calendar"
)

// stormy is a corridor of two ferries, a line and a rival over two years, with a
// hazard of every kind. The second ferry is shut half as often as the first.
func stormy(contained bool) Corridor {
	north := Route{Name: "north", Rival: true, Share: 0.4}
	c := corridor([]Segment{fixed("ferry", 6), fixed("other", 4), fixed("line", 9)},
		market("ore", 5, route("sea", 0.6, 2, 0), north), market("oil", 3, route("sea", 1, 1)))
	c.Markets[0].Sensitivity, c.Markets[0].ValueOfTimeUSD = 0.02, 2
	c.Rivals = []Rival{{Name: "north", CostUSDPerT: Constant(90), Days: Constant(20)}}
	for month := range calendar.MonthsPerYear {
		c.Segments[0].Availability[month] = 0.5 + 0.04*float64(month)
		c.Segments[1].Availability[month] = 0.75 + 0.02*float64(month)
	}
	c.Segments[0].DraftLossPerM, c.Segments[0].DraftFullM = 0.13, 1.5
	c.Water = WaterLevel{Given: Series{Years: []int{2024}, Values: []float64{0}}, MPerYear: -0.2}
	lasting := Days{5, 60}
	c.Hazards = []Hazard{
		{Name: "storms", Kind: StormClosure, Segments: []int{0, 1}, Spells: Days{1, 7}},
		{Name: "level", Kind: LevelWalk, SDMPerYear: 0.1},
		{Name: "jam", Kind: Outage, Segments: []int{2}, Events: Events{2, in(9, 10), lasting}, Severity: 0.6, Contained: contained},
		{Name: "surge", Kind: MarketShock, Markets: []int{1}, Events: Events{1, in(), lasting}, Factor: 1.5, Contained: contained},
		{Name: "closed", Kind: RivalShock, Rivals: []int{0}, Events: Events{1, in(), lasting}, AddUSDPerT: 40, AddDays: 9, Contained: contained},
	}
	return c
}

// realise draws every hazard over a calm weather.
func realise(m *Model, w *Weather, numbers Uniform) {
	w.Reset()
	for i := range m.corridor.Hazards {
		m.Realise(i, numbers, w)
	}
}

// TestMeanOfManyFutures: over many futures each hazard has in every month the value a
// step without weather takes, and the water the variance of a random walk.
func TestMeanOfManyFutures(t *testing.T) {
	const futures = 20_000
	for _, contained := range []bool{false, true} {
		m := must(stormy(contained))
		w, numbers := m.NewWeather(), numbersOf(11)
		total, squares := make([]float64, len(w.values)), make([]float64, len(w.values))
		for range futures {
			realise(m, w, numbers)
			for i, v := range w.values {
				total[i] += v
				squares[i] += v * v
			}
		}
		calm := m.NewWeather()
		for month := range m.corridor.Months {
			for i := range m.corridor.Hazards {
				want := calm.at(i, month)
				if m.corridor.Hazards[i].Kind.hasEvents() && !contained {
					want = m.events[i].mean[month%12]
				}
				at := i*m.corridor.Months + month
				mean := total[at] / futures
				variance := squares[at]/futures - mean*mean
				require.InDelta(t, want, mean, 4.5*math.Sqrt(variance/futures)+1e-9, "%s in month %d", m.corridor.Hazards[i].Name, month)
			}
		}
	}
}

// TestMeansAreRateTimesLengthTimesSeverity, where events are too few to overlap.
func TestMeansAreRateTimesLengthTimesSeverity(t *testing.T) {
	h := Hazard{Kind: Outage, Events: Events{PerYear: 0.01, Lasting: Days{5, 15}}, Severity: 0.5}
	lost := 0.01 * 10 / 365.25 * 0.5
	for _, mean := range meanOf(h) {
		require.InDelta(t, 1-lost, mean, lost*lost)
	}
	h.Kind, h.Factor = MarketShock, 3
	for _, mean := range meanOf(h) {
		require.InDelta(t, 1+4*lost, mean, 16*lost*lost)
	}
	h.Kind = RivalShock
	for _, mean := range meanOf(h) {
		require.InDelta(t, 2*lost, mean, 1e-15)
	}
}

func meanOf(h Hazard) [calendar.MonthsPerYear]float64 {
	var e events
	e.refresh(&h)
	return e.mean
}

// TestLevelWanders: the standard deviation of the level grows with the root of the
// years since it was known, and not at all while it is.
func TestLevelWanders(t *testing.T) {
	const futures = 20_000
	c := stormy(true)
	c.Months, c.Start = 12*12, calendar.NewMonth(2023, 1)
	m := must(c)
	w, numbers := m.NewWeather(), numbersOf(5)
	squares := make([]float64, 12)
	for range futures {
		w.Reset()
		m.Realise(1, numbers, w)
		for year := range squares {
			january, december := w.at(1, year*12), w.at(1, year*12+11)
			require.Equal(t, january, december)
			squares[year] += january * january / futures
		}
	}
	require.Zero(t, squares[0], "2023")
	require.Zero(t, squares[1], "2024, the last year given")
	for year := 2; year < len(squares); year++ {
		want := 0.01 * float64(year-1)
		// The variance of a sample variance of a normal number: 2 σ⁴/n.
		require.InDelta(t, want, squares[year], 4.5*want*math.Sqrt(2.0/futures), "%d years on", year-1)
	}
}

// TestStormsAreWholeDays of all ferries together, and none shuts more than the month.
func TestStormsAreWholeDays(t *testing.T) {
	m := must(stormy(true))
	w, numbers := m.NewWeather(), numbersOf(9)
	s, out := m.NewState(), m.NewOutcome()
	s.Weather = w
	for range 200 {
		w.Reset()
		m.Realise(0, numbers, w)
		m.Reset(s)
		for month := range m.corridor.Months {
			m.Step(s, out)
			shut := (1 - out.Availability[0]) * float64(calendar.Days(month%12))
			require.InDelta(t, math.Round(shut), shut, 1e-9)
			require.InDelta(t, (1-out.Availability[0])/2, 1-out.Availability[1], 1e-12)
		}
	}
}

// TestRealiseIsPure: the same numbers give the same weather, whatever was drawn before,
// and one hazard's numbers do not touch another's.
func TestRealiseIsPure(t *testing.T) {
	m := must(stormy(true))
	w, other := m.NewWeather(), m.NewWeather()
	realise(m, w, numbersOf(1))
	for i := len(m.corridor.Hazards) - 1; i >= 0; i-- {
		realise(m, other, numbersOf(2))
		w.Reset()
		other.Reset()
		for range 2 {
			w.Reset()
			m.Realise(i, numbersOf(3), w)
		}
		m.Realise(i, numbersOf(3), other)
		require.Equal(t, w.values, other.values)
	}
}

func TestRealiseAllocatesNothing(t *testing.T) {
	m := must(stormy(false))
	w, numbers := m.NewWeather(), numbersOf(1)
	require.Zero(t, testing.AllocsPerRun(50, func() { realise(m, w, numbers) }))
	require.Zero(t, testing.AllocsPerRun(50, m.refresh))
}

func BenchmarkRealise(b *testing.B) {
	m := must(stormy(true))
	w, numbers := m.NewWeather(), numbersOf(1)
	b.ReportAllocs()
	for b.Loop() {
		realise(m, w, numbers)
	}
}
