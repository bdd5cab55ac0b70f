package model

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"corridor/model/calendar"
)

// halves is a season of a calm and a busy half year.
var halves = [calendar.MonthsPerYear]float64{0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5}

// impatient is a market whose cargo never waits.
func impatient(name string, routes ...Route) Market {
	m := market(name, 0, routes...)
	m.GiveUp, m.Season = 1, halves
	return m
}

// TestUncensorByHand: a line of 1 Mt a month carried 10 Mt in a year whose busy half fills it:
// 6 then, and 4 in the calm half, which is half of a half of the potential, so that it was 16.
func TestUncensorByHand(t *testing.T) {
	c := corridor([]Segment{fixed("line", 12)}, impatient("ore", route("line", 1, 0)))
	short, err := c.Uncensor([]Observed{{0, 2024, 10}})
	require.NoError(t, err)
	require.Empty(t, short)
	require.InDelta(t, 16, c.Markets[0].Growth.MtPerYear[0], 1e-8)

	c = corridor([]Segment{fixed("line", 12)}, impatient("ore", route("line", 0.25, 0), rival("sea", 0.75)))
	_, err = c.Uncensor([]Observed{{0, 2024, 10}})
	require.NoError(t, err)
	require.InDelta(t, 64, c.Markets[0].Growth.MtPerYear[0], 1e-8, "a quarter of it comes")
}

// TestUncensorOfMarketsTogether: two markets share the line as they press on it. Where it is
// full, 1 Mt a month is 0.6 and 0.4 of it; their calm halves bring 4 and 2.
//
//	x₁ = D₁/4 + 6 D₁/(D₁+D₂),  x₂ = D₂/4 + 6 D₂/(D₁+D₂)
func TestUncensorOfMarketsTogether(t *testing.T) {
	c := corridor([]Segment{fixed("line", 12)}, impatient("ore", route("line", 1, 0)), impatient("grain", route("line", 1, 0)))
	const ore, grain = 9.6, 6.4
	short, err := c.Uncensor([]Observed{{0, 2024, ore/4 + 3.6}, {1, 2024, grain/4 + 2.4}})
	require.NoError(t, err)
	require.Empty(t, short)
	require.InDelta(t, ore, c.Markets[0].Growth.MtPerYear[0], 1e-7)
	require.InDelta(t, grain, c.Markets[1].Growth.MtPerYear[0], 1e-7)
}

// TestUncensorWhatCannotBe: 12 Mt a year is all that the line carries.
func TestUncensorWhatCannotBe(t *testing.T) {
	c := corridor([]Segment{fixed("port", 90), fixed("line", 12)}, impatient("ore", route("line", 1, 0, 1)), impatient("grain", route("port", 1, 0)))
	short, err := c.Uncensor([]Observed{{0, 2024, 12.5}, {1, 2024, 3}})
	require.NoError(t, err)
	require.Len(t, short, 1)
	require.Equal(t, Observed{0, 2024, 12.5}, short[0].Observed)
	require.InDelta(t, 12, short[0].CarriedMt, 1e-9)
	require.Equal(t, 1, short[0].Segment)
	require.InDelta(t, 3, c.Markets[1].Growth.MtPerYear[0], 1e-9, "others are found all the same")

	none := corridor([]Segment{fixed("line", 0)}, impatient("ore", route("line", 1, 0)))
	short, err = none.Uncensor([]Observed{{0, 2024, 1}})
	require.NoError(t, err)
	require.Equal(t, []Shortfall{{Observed{0, 2024, 1}, 0, -1}}, short, "no way is open")

	_, err = none.Uncensor([]Observed{{0, 2025, 1}})
	require.ErrorContains(t, err, "no potential of market 0 in 2025")
}

// TestUncensorMoreThanThereIsTogether: either could have carried what it did, both could not.
// They share the line as they would have filled it; a third market is found all the same.
func TestUncensorMoreThanThereIsTogether(t *testing.T) {
	c := corridor([]Segment{fixed("line", 12), fixed("road", 12)},
		impatient("ore", route("line", 1, 0)), impatient("grain", route("line", 1, 0)), impatient("trucks", route("road", 1, 1)))
	short, err := c.Uncensor([]Observed{{0, 2024, 9}, {1, 2024, 6}, {2, 2024, 10}})
	require.NoError(t, err)
	require.Len(t, short, 2)
	for i, s := range short {
		require.Equal(t, i, s.Market)
		require.InDelta(t, 12*s.Mt/15, s.CarriedMt, 1e-6)
		require.Equal(t, 0, s.Segment)
	}
	require.InDelta(t, 16, c.Markets[2].Growth.MtPerYear[0], 1e-8)
}

// yearOf runs a corridor and returns what a market carried in a year, and the share of what it
// asked for that chose the corridor.
func yearOf(t require.TestingT, c Corridor, market, year int) (mt, share float64) {
	m, err := New(c)
	require.NoError(t, err)
	s, out := m.NewState(), m.NewOutcome()
	asked := 0.0
	for range c.Months {
		m.Step(s, out)
		if out.Month.Year() != year {
			continue
		}
		asked += s.markets.potential[market]
		for f := range m.flows {
			if m.flows[f].market == market && !m.flows[f].rival {
				mt += out.CarriedMt[f]
				share += s.Share[f] * s.markets.potential[market]
			}
		}
	}
	return mt, share / asked
}

// waiting is a ferry that closes for most of two months, whose shippers wait, see it, and turn
// to the sea.
func waiting() Corridor {
	ferry := fixed("ferry", 12)
	ferry.Availability[10], ferry.Availability[11], ferry.StorageMt = 0.4, 0.4, 0.3
	m := market("boxes", 20, route("ferry", 0.5, 0), rival("sea", 0.5))
	m.Sensitivity, m.ValueOfTimeUSD, m.GiveUp, m.Inertia, m.PerceptionLag = 0.02, 3, 0.3, 0.4, 0.5
	return corridor([]Segment{ferry}, m)
}

// TestUncensorKeepsTheBaseShare: the share observed in the base year was that with its delays.
func TestUncensorKeepsTheBaseShare(t *testing.T) {
	c := waiting()
	_, without := yearOf(t, c, 0, 2024)
	require.Less(t, without, 0.495, "delays cost the ferry cargo")
	_, err := c.Uncensor([]Observed{{0, 2024, 10}})
	require.NoError(t, err)
	mt, share := yearOf(t, c, 0, 2024)
	require.InDelta(t, 10, mt, 1e-8)
	require.InDelta(t, 0.5, share, 1e-9)
	require.Positive(t, c.Markets[0].BaseShiftUSDPerT)
	require.Greater(t, c.Markets[0].Growth.MtPerYear[0], 20.0)

	indifferent := waiting()
	indifferent.Markets[0].Sensitivity = 0
	_, err = indifferent.Uncensor([]Observed{{0, 2024, 10}})
	require.NoError(t, err)
	require.Zero(t, indifferent.Markets[0].BaseShiftUSDPerT)
}

// TestUncensorYearsInOrder: years before the start are those of a run that begins with them,
// with what waits at the end of one in the next; the base year is that of the scenario's own.
func TestUncensorYearsInOrder(t *testing.T) {
	c := waiting()
	c.Markets[0].Growth = Growth{Years: []int{2022, 2023, 2024}, MtPerYear: []float64{0, 0, 0}, Rates: []Rate{{2025, 0.1}}}
	c.Segments[0].Supply.Fixed.Years[0] = 2022
	short, err := c.Uncensor([]Observed{{0, 2022, 9}, {0, 2023, 10.5}, {0, 2024, 10}})
	require.NoError(t, err)
	require.Empty(t, short)
	mt, share := yearOf(t, c, 0, 2024)
	require.InDelta(t, 10, mt, 1e-8)
	require.InDelta(t, 0.5, share, 1e-9)
	early := c.Clone()
	early.Start, early.BaseYear, early.Months = calendar.NewMonth(2022, 1), 2024, 36
	for year, want := range map[int]float64{2022: 9, 2023: 10.5} {
		mt, _ := yearOf(t, early, 0, year)
		require.InDelta(t, want, mt, 1e-8, year)
	}

	again := early.Clone()
	_, err = again.Uncensor([]Observed{{0, 2022, 9}, {0, 2023, 10.5}, {0, 2024, 10}})
	require.NoError(t, err)
	for year, want := range map[int]float64{2022: 9, 2023: 10.5, 2024: 10} {
		mt, _ := yearOf(t, again, 0, year)
		require.InDelta(t, want, mt, 1e-8, "in one run: %d", year)
	}
}

// TestUncensorRandom: what a corridor carried of a potential up to a few times as large as what
// came of it is explained by one that is found, unless it says that none was.
func TestUncensorRandom(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := randomCorridor(t)
		var observed []Observed
		for i := range c.Markets {
			if len(c.Markets[i].Schedule) > 0 {
				continue
			}
			mt, _ := yearOf(t, c, i, 2025)
			o := Observed{i, 2025, mt}
			if c.Markets[i].Growth.MtPerYear[1] <= 0.9*mostHidden*o.unhindered(&c) {
				observed = append(observed, o)
			}
		}
		found := c.Clone()
		short, err := found.Uncensor(observed)
		require.NoError(t, err)
		for _, o := range observed {
			if !slices.ContainsFunc(short, func(s Shortfall) bool { return s.Observed == o }) {
				mt, _ := yearOf(t, found, o.Market, 2025)
				require.InDelta(t, o.Mt, mt, 1e-6*o.Mt+1e-12)
			}
		}
	})
}
