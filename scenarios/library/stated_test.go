package library_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/model/calendar"
	"corridor/scenarios"
	"corridor/sim"
	"corridor/sim/tables"
)

func result(t testing.TB, scenario string, with ...string) *sim.Result {
	t.Helper()
	s, err := scenarios.Load(scenarios.Request{Scenario: scenario, With: with})
	require.NoError(t, err)
	r, err := s.Run().Run()
	require.NoError(t, err)
	return r
}

func annual(r *sim.Result, column string, year int) float64 {
	return r.Annual.Numbers(column)[year-int(tables.Annual.Year.Of(r.Annual)[0])]
}

// TestStatedFigures holds the run to the figures as stated in November 2025
// (Mission of Kazakhstan to the EU, 24 November 2025), to the last bit.
func TestStatedFigures(t *testing.T) {
	r := result(t, "stated")
	for _, figure := range []struct {
		column string
		year   int
		want   float64
	}{
		{"throughput_mt", 2023, 2.78},
		{"throughput_mt", 2024, 4.5},
		{"throughput_mt", 2025, 5.2},
		{"capacity_mt", 2024, 6},
		{"capacity_mt", 2025, 6},
		{"capacity_mt", 2028, 10},
	} {
		require.Equal(t, figure.want, annual(r, figure.column, figure.year), "%s in %d", figure.column, figure.year)
	}
	require.InDelta(t, 1.62, annual(r, "throughput_mt", 2024)/annual(r, "throughput_mt", 2023), 0.005)
	require.Equal(t, calendar.NewMonth(2028, 12), r.Judged[0].First)
	require.True(t, r.Judged[0].Met)
}

// TestOverlaysMoveTheResult holds each overlay to what its title says.
func TestOverlaysMoveTheResult(t *testing.T) {
	base := result(t, "stated")
	t.Run("the overlays that repeat the scenario change nothing", func(t *testing.T) {
		same := result(t, "stated", "growth/stated", "investment/on-time")
		for _, column := range []string{"throughput_mt", "capacity_mt", "diverted_mt", "capex_musd"} {
			require.Equal(t, base.Annual.Numbers(column), same.Annual.Numbers(column), column)
		}
	})
	t.Run("two years late is two years late", func(t *testing.T) {
		late := result(t, "stated", "investment/late-2-years")
		require.Equal(t, base.Judged[0].First+24, late.Judged[0].First)
		require.Greater(t, annual(late, "diverted_mt", 2029), annual(base, "diverted_mt", 2029))
		require.Equal(t, annual(base, "capex_musd", 2025), annual(late, "capex_musd", 2025), "what is past is past")
		require.InDelta(t, 3650, tables.Projects.SpentMUSD.Of(late.Projects)[0], 1e-9, "and the whole costs the same")
	})
	t.Run("half brings half, for all of the money", func(t *testing.T) {
		half := result(t, "stated", "investment/half")
		require.Equal(t, 8.0, annual(half, "capacity_mt", 2028))
		require.Equal(t, tables.Annual.CapexMUSD.Of(base.Annual), tables.Annual.CapexMUSD.Of(half.Annual))
	})
	t.Run("nothing built, nothing spent", func(t *testing.T) {
		none := result(t, "stated", "investment/none")
		require.Equal(t, 6.0, annual(none, "capacity_mt", 2035))
		require.Zero(t, annual(none, "capex_musd", 2026))
	})
	t.Run("phased reaches the same capacity in steps", func(t *testing.T) {
		phased := result(t, "stated", "investment/phased")
		for year, want := range map[int]float64{2025: 6, 2026: 7, 2027: 8.5, 2028: 10} {
			require.Equal(t, want, annual(phased, "capacity_mt", year))
		}
	})
	t.Run("more growth, more potential", func(t *testing.T) {
		last := 0.0
		for _, growth := range []string{"none", "low", "ebrd", "stated", "high"} {
			r := result(t, "stated", "growth/"+growth)
			now := annual(r, "potential_mt", 2029)
			require.Greater(t, now, last, growth)
			last = now
		}
	})
}

// TestAnnualBalance holds the yearly sums to the identity of the table: offered =
// throughput + queue + diverted.
func TestAnnualBalance(t *testing.T) {
	for _, scenario := range []string{"stated", "teaching"} {
		r := result(t, scenario)
		for row, offered := range tables.Annual.OfferedMt.Of(r.Annual) {
			sum := tables.Annual.ThroughputMt.Of(r.Annual)[row] + tables.Annual.QueueMt.Of(r.Annual)[row] + tables.Annual.DivertedMt.Of(r.Annual)[row]
			require.InDelta(t, offered, sum, 1e-12)
		}
	}
}

func BenchmarkRunStated(b *testing.B) {
	s, err := scenarios.Load(scenarios.Request{Scenario: "stated"})
	require.NoError(b, err)
	run := s.Run()
	b.ReportAllocs()
	for b.Loop() {
		if _, err := run.Run(); err != nil {
			b.Fatal(err)
		}
	}
}
