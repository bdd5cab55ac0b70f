package library_test

import (
	"math"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/scenarios"
	"corridor/sim/ensemble"
	"corridor/sim/hindcast"
)

// TestWhoWouldHaveComeAnyway: the boxes that choose are, at the prices of 2024, between what
// those who sent 11,000 TEU in 2022 and those who sent 1,320 in 2023 come to.
func TestWhoWouldHaveComeAnyway(t *testing.T) {
	f := runSet(t, "reference", []string{"time.start=2022-01", "time.end=2024-12", "targets=null"})
	chose := func(year int) float64 {
		return (f.market("boxes-china-europe", year) + f.market("boxes-china-caucasus", year)) / 14e-6
	}
	const base = 2110 + 2890
	at2024 := map[int]float64{2022: 11000 * base / chose(2022), 2023: 1320 * base / chose(2023)}
	require.InDelta(t, 10500, at2024[2022], 100)
	require.InDelta(t, 2600, at2024[2023], 50)
	require.InEpsilon(t, base, math.Sqrt(at2024[2022]*at2024[2023]), 0.05)
}

// TestNoTrainsAreKnownBefore: the trains that ran in 2022 and 2023 hold nobody back, in the
// fullest month.
func TestNoTrainsAreKnownBefore(t *testing.T) {
	f := runSet(t, "reference", []string{"time.start=2022-01", "time.end=2024-12", "targets=null"})
	for _, month := range []string{"2022-08", "2023-08"} {
		require.Zero(t, f.on("china-trains", "held_back_mt", month), month)
	}
}

// TestBoxesOf2025: from the end of 2024 a sixth is missing of the 77,000 that came, and a third
// where all boxes of China choose.
func TestBoxesOf2025(t *testing.T) {
	forecast := func(with ...string) float64 {
		s, err := scenarios.Load(scenarios.Request{Scenario: "reference", With: with, Set: []string{"time.start=2022-01", "time.end=2025-12", "targets=null"}})
		require.NoError(t, err)
		run := s.Run()
		run.Corridor = hindcast.From(run.Corridor, 2024, nil)
		r, err := run.Run()
		require.NoError(t, err)
		return hindcast.Observe(r, hindcast.Containers, 2025)
	}
	require.InDelta(t, -0.16, forecast()/77-1, 0.01)
	require.InDelta(t, -0.33, forecast("structure/one-box-market")/77-1, 0.02)
}

// TestRangeOfBoxesIn2025: of 128 futures more than one in twenty have more boxes than came, and
// hardly any without agreed trains.
func TestRangeOfBoxesIn2025(t *testing.T) {
	more := func(with ...string) (n int) {
		s, err := scenarios.Load(scenarios.Request{Scenario: "reference", With: with, Set: []string{"time.end=2025-12", "targets=null"}})
		require.NoError(t, err)
		e := ensemble.Ensemble{Alternatives: []ensemble.Alternative{s.Alternative("")}, Draws: 128, Seed: 7}
		for draw := range e.Draws {
			future, err := e.Draw(draw)
			require.NoError(t, err)
			r, err := future.Run.Run()
			require.NoError(t, err)
			if hindcast.Observe(r, hindcast.Containers, 2025) > 77 {
				n++
			}
		}
		return n
	}
	require.Greater(t, more(), 128/20)
	require.Less(t, more("structure/one-box-market"), 128/40)
}

// TestLandNestOnTransit: who leaves the north comes by the corridor first, on the trains that
// agreements leave free.
func TestLandNestOnTransit(t *testing.T) {
	more := func(overlays ...string) float64 {
		return runOf(t, "reference", append(overlays, "shock/northern-closure")...).boxes(t, 2027)/runOf(t, "reference", overlays...).boxes(t, 2027) - 1
	}
	require.Less(t, more("structure/no-nest"), 0.02)
	require.Greater(t, more(), 0.08)
	require.Less(t, more(), 0.2)
}

// TestTrainsAreCapped: no more trains run than are agreed, whoever wants them; what is left
// goes by sea.
func TestTrainsAreCapped(t *testing.T) {
	f := runSet(t, "reference", []string{
		"markets.trains-china-europe.schedule.agreed-2025.fulfilment=1.5", "markets.trains-china-caucasus.schedule.agreed-2025.fulfilment=1.5",
	})
	require.InDelta(t, 0.84/12, f.on("china-trains", "load_mt", "2026-08"), 1e-9)
	require.Positive(t, rivalCarried(f, "trains-china-europe", "sea", "2026-08"))
}

// TestTrainsWithoutSubsidy: what is agreed on fades when nobody pays for it any more, and those
// who choose come less; boxes of Kazakhstan stay.
func TestTrainsWithoutSubsidy(t *testing.T) {
	ends := filepath.Join(t.TempDir(), "subsidies-end.yaml")
	require.NoError(t, os.WriteFile(ends, []byte(`
overlay: subsidies-end
segments: {china-trains: {cost_usd_per_t: {2024: 25, 2028: 114}}}
markets:
  trains-china-europe: &ending
    schedule: {agreed-2027: {to: 2027-12}, agreed-2029: {mt_per_year: 0, from: 2028-01, ramp_months: 24}}
  trains-china-caucasus: *ending
`), 0o644))
	paid, unpaid := runOf(t, "reference"), runOf(t, "reference", ends)
	require.Equal(t, paid.boxes(t, 2027), unpaid.boxes(t, 2027))
	trains := func(f *future, year int) float64 {
		return f.market("trains-china-europe", year) + f.market("trains-china-caucasus", year)
	}
	require.Less(t, trains(unpaid, 2029), trains(unpaid, 2028))
	require.Less(t, trains(unpaid, 2028), trains(unpaid, 2027))
	require.Zero(t, trains(unpaid, 2030))
	require.Less(t, unpaid.market("boxes-china-europe", 2030), 0.8*paid.market("boxes-china-europe", 2030))
	require.InEpsilon(t, paid.market("boxes-kazakhstan", 2030), unpaid.market("boxes-kazakhstan", 2030), 0.01)
}
