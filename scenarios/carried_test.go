package scenarios_test

import (
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/scenarios"
	"corridor/sim/tables"
)

// byFerry is a market that carried 9 Mt in 2030 by a ferry that storms shut for most of the
// winter, and goes by sea for the rest. Without the storms 18 Mt of potential would bring that.
const byFerry = `scenario: by-ferry
title: By ferry
time: {start: 2030-01, end: 2032-12}
cargo: {boxes: {}}
segments:
  ferry: {capacity: {fixed_mt_per_year: 12}, availability: [0.4, 0.4, 1, 1, 1, 1, 1, 1, 1, 1, 0.4, 0.4], storage_mt: 0.3, cost_usd_per_t: 20, free_flow_days: 5}
rivals:
  sea: {cost_usd_per_t: 60, days: 30}
markets:
  boxes:
    cargo: boxes
    growth: {carried_mt_per_year: {2030: {value: 9, source: study}}, rate_per_year: 0.1}
    give_up_per_month: 0.3
    value_of_time_usd_per_t_day: 3
    sensitivity_per_usd: 0.02
    inertia_per_month: 0.4
    perception_per_month: 0.5
    routes:
      by-ferry: {segments: [ferry], share: 0.5}
      by-sea: {rival: sea, share: 0.5}
sources: {study: {title: A study}}
`

// ferryCarried is what a scenario carries in a year, Mt.
func ferryCarried(t *testing.T, s *scenarios.Scenario, year int) float64 {
	t.Helper()
	result, err := s.Run().Run()
	require.NoError(t, err)
	return tables.Annual.ThroughputMt.Of(result.Annual)[year-2030]
}

func potential(s *scenarios.Scenario) float64 { return s.Corridor.Markets[0].Growth.MtPerYear[0] }

// TestCarriedIsCarried: the base year carries what is stated, and more was asked for.
func TestCarriedIsCarried(t *testing.T) {
	s := load(t, scenarios.Request{Scenario: file(t, t.TempDir(), "by-ferry", byFerry)})
	require.InDelta(t, 9, ferryCarried(t, s, 2030), 1e-8)
	require.Greater(t, potential(s), 19.0)
	require.Less(t, potential(s), 23.0)
	require.Positive(t, s.Corridor.Markets[0].BaseShiftUSDPerT)
	require.NotContains(t, s.Effective(), "calibration:", "nothing has changed since")
}

// TestChangesOnWhatWasCarried: what is changed on top acts against the potential there was, in
// any number of layers, and the effective scenario says all.
func TestChangesOnWhatWasCarried(t *testing.T) {
	dir := t.TempDir()
	base := file(t, dir, "by-ferry", byFerry)
	wide := file(t, dir, "wide", "overlay: wide\nsegments: {ferry: {capacity: {fixed_mt_per_year: 16}}}\n")
	longer := file(t, dir, "longer", "scenario: longer\nextends: by-ferry.yaml\ntime: {end: 2040-12}\n")
	for _, c := range []struct {
		request      scenarios.Request
		least, most  float64 // carried in 2030
		same, atOnce bool    // the potential of the scenario below; nothing need be kept
	}{
		{scenarios.Request{Scenario: base, With: []string{wide}}, 9.2, 12, true, false},
		{scenarios.Request{Scenario: base, Set: []string{"segments.ferry.capacity.fixed_mt_per_year=8"}}, 6, 8, true, false},
		{scenarios.Request{Scenario: base, With: []string{wide}, Set: []string{"segments.ferry.cost_usd_per_t=30"}}, 7, 9.2, true, false},
		{scenarios.Request{Scenario: base, Set: []string{"title=Mine", "time.end=2031-12"}}, 9 - 1e-8, 9 + 1e-8, true, true},
		{scenarios.Request{Scenario: longer}, 9 - 1e-8, 9 + 1e-8, true, true},
		{scenarios.Request{Scenario: base, With: []string{wide}, Set: []string{"recalibrate=true"}}, 9 - 1e-8, 9 + 1e-8, false, true},
		{scenarios.Request{Scenario: base, With: []string{wide}, Set: []string{"markets.boxes.growth.carried_mt_per_year.2030=10"}}, 10 - 1e-8, 10 + 1e-8, false, true},
		{scenarios.Request{Scenario: base, Set: []string{"markets.boxes.growth.path_mt_per_year.2030=12"}}, 5.5, 6.1, false, true},
	} {
		s := load(t, c.request)
		mt := ferryCarried(t, s, 2030)
		require.GreaterOrEqual(t, mt, c.least, "%+v", c.request)
		require.LessOrEqual(t, mt, c.most, "%+v", c.request)
		before := load(t, scenarios.Request{Scenario: base})
		require.Equal(t, c.same, potential(before) == potential(s), "%+v", c.request)
		if c.atOnce {
			require.NotContains(t, s.Effective(), "calibration:", "%+v", c.request)
		} else {
			require.Contains(t, s.Effective(), "carried:", "%+v", c.request)
			require.Equal(t, before.Corridor.Markets[0].BaseShiftUSDPerT, s.Corridor.Markets[0].BaseShiftUSDPerT, "%+v", c.request)
		}
		again, err := scenarios.Parse("again", s.Effective())
		require.NoError(t, err)
		require.Equal(t, s.Corridor, again.Corridor, "%+v", c.request)
		require.Equal(t, s.Effective(), again.Effective())
	}
}

// TestStatedOnTop: of a year either the potential is given or what was carried, and the layer
// above says which.
func TestStatedOnTop(t *testing.T) {
	dir := t.TempDir()
	base := file(t, dir, "by-ferry", byFerry)
	given := load(t, scenarios.Request{Scenario: base, Set: []string{"markets.boxes.growth.path_mt_per_year.2030=20"}})
	require.Equal(t, 20.0, potential(given))
	require.NotContains(t, given.Effective(), "carried_mt_per_year")
	back, err := given.Set("markets.boxes.growth.carried_mt_per_year.2030=9")
	require.NoError(t, err)
	require.NotContains(t, back.Effective(), "path_mt_per_year")
	require.InDelta(t, 9, ferryCarried(t, back, 2030), 1e-8)
	other, err := given.Set("markets.boxes.growth.carried_mt_per_year.2029=8")
	require.NoError(t, err)
	require.Contains(t, other.Effective(), "path_mt_per_year", "of another year")
}

// TestSettersOfWhatWasCarried: an ensemble draws about the potentials that were found, which
// stay as they are; what was carried cannot be drawn.
func TestSettersOfWhatWasCarried(t *testing.T) {
	s := load(t, scenarios.Request{Scenario: file(t, t.TempDir(), "by-ferry", byFerry)})
	set, err := s.Setter("segments.ferry.capacity.fixed_mt_per_year")
	require.NoError(t, err)
	c := s.Corridor.Clone()
	set(&c, 16)
	want := load(t, scenarios.Request{Scenario: file(t, t.TempDir(), "by-ferry", byFerry), Set: []string{"segments.ferry.capacity.fixed_mt_per_year=16"}})
	require.Equal(t, want.Corridor, c)
	_, err = s.Setter("markets.boxes.growth.carried_mt_per_year.2030")
	require.ErrorContains(t, err, "carried_mt_per_year.2030 cannot differ")
}

// TestFitOfWhatWasCarried: numbers that are fitted make the corridor that is compiled with
// them, potentials found anew.
func TestFitOfWhatWasCarried(t *testing.T) {
	s, err := load(t, scenarios.Request{Scenario: file(t, t.TempDir(), "by-ferry", byFerry)}).Set("recalibrate=true")
	require.NoError(t, err)
	paths := []string{"markets.boxes.sensitivity_per_usd", "segments.ferry.capacity.fixed_mt_per_year"}
	fit, err := s.Fit(paths)
	require.NoError(t, err)
	for _, values := range [][]float64{{0.01, 13}, {0.02, 14}, {0, 13}} {
		got, err := fit(values)
		require.NoError(t, err)
		want, err := s.Set(paths[0]+"="+strconv.FormatFloat(values[0], 'g', -1, 64), paths[1]+"="+strconv.FormatFloat(values[1], 'g', -1, 64), "recalibrate=true")
		require.NoError(t, err)
		require.Equal(t, want.Corridor, got)
	}
	_, err = fit([]float64{0.01, 8})
	require.ErrorContains(t, err, "market boxes carried 9 Mt in 2030")
}
