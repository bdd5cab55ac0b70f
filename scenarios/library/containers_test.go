package library_test

import (
	"context"
	"math"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/model/calendar"
	"corridor/scenarios"
	"corridor/sim"
	"corridor/sim/ensemble"
	"corridor/sim/tables"
)

// TestContainers: containers are the mass that the corridor's own flows of the class
// carry over what one weighs, by month, by year, in a target and in many futures.
func TestContainers(t *testing.T) {
	path := filepath.Join(t.TempDir(), "boxes.yaml")
	require.NoError(t, os.WriteFile(path, []byte(`overlay: boxes
targets:
  low: {metric: containers_kteu, at: 2030, at_least: 60}
  high: {metric: containers_kteu, at: 2030-12, at_least: 1000}
  mean: {metric: throughput_mt / containers_kteu, at: 2030, at_least: 0}
`), 0o644))
	s, err := scenarios.Load(scenarios.Request{Scenario: "reference", With: []string{path}})
	require.NoError(t, err)
	f := runOf(t, "reference")
	weight := s.Labels.Cargo[tables.Containers].TonnesPerUnit
	require.Positive(t, weight)
	for year := 2024; year <= 2035; year++ {
		mt := f.onFlows(period(year), func(_, cargo string) bool { return cargo == tables.Containers }, "carried_mt")
		require.Positive(t, mt)
		require.InDelta(t, mt/weight*1000, annual(f.Result, "containers_kteu", year), 1e-9)
		months := 0.0
		for row, month := range tables.Monthly.Month.Of(f.Monthly) {
			if month[:4] == period(year) {
				months += tables.Monthly.ContainersKTEU.Of(f.Monthly)[row]
			}
		}
		require.InDelta(t, months, annual(f.Result, "containers_kteu", year), 1e-9)
	}

	r, err := s.Run().Run()
	require.NoError(t, err)
	judged := map[string]sim.Judgement{}
	for _, j := range r.Judged {
		judged[j.Target.Name] = j
	}
	require.Equal(t, annual(f.Result, "containers_kteu", 2030), judged["low"].Value)
	require.True(t, judged["low"].Met)
	december := tables.Monthly.ContainersKTEU.Of(f.Monthly)[len(tables.Monthly.Month.Of(f.Monthly))-1-5*12] // of 2030
	require.InDelta(t, december*calendar.MonthsPerYear, judged["high"].Value, 1e-9, "a month as a rate per year")
	require.False(t, judged["high"].Met)

	e := &ensemble.Ensemble{Alternatives: []ensemble.Alternative{{Run: s.Run()}}, Draws: 1, Expected: true}
	futures, err := e.Run(context.Background(), ensemble.RunOptions{})
	require.NoError(t, err)
	chances := e.Tables(futures, 0, 0.01)[2]
	met := map[string]float64{}
	for row, name := range tables.Chances.Target.Of(chances) {
		met[name] = tables.Chances.Met.Share.Of(chances)[row]
	}
	require.Equal(t, 1.0, met["low"])
	require.Equal(t, 0.0, met["high"])
}

// TestNoContainers: a scenario that does not count them has no number of them, which
// is no failure of its futures.
func TestNoContainers(t *testing.T) {
	for _, v := range tables.Annual.ContainersKTEU.Of(runOf(t, "stated").Annual) {
		require.True(t, math.IsNaN(v))
	}
	s, err := scenarios.Load(scenarios.Request{Scenario: "stated"})
	require.NoError(t, err)
	e := &ensemble.Ensemble{Alternatives: []ensemble.Alternative{{Run: s.Run()}}, Draws: 3}
	futures, err := e.Run(context.Background(), ensemble.RunOptions{})
	require.NoError(t, err)
	require.Zero(t, futures.Failed())
}

// TestCarriedNearWhatIsFull: what was carried is found where ferries could hardly have carried more.
func TestCarriedNearWhatIsFull(t *testing.T) {
	for _, vehicles := range []string{"27050", "27150", "27340"} {
		f := runSet(t, "reference", []string{"segments.truck-ferry.capacity.units.per_year=" + vehicles, "recalibrate=true"})
		require.InEpsilon(t, 0.648, f.cargo("trucks", 2024), 1e-6, vehicles)
	}
}
