package sim_test

import (
	"bytes"
	"context"
	"math"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/scenarios"
	"corridor/sim"
	"corridor/sim/draws"
	"corridor/sim/ensemble"
	"corridor/sim/tables"
)

// shut is a line that carries in two futures of three, and then in ten days.
const shut = `
scenario: shut
time: {start: 2030-01, end: 2031-12}
cargo: {b: {title: Boxes}}
segments: {s: {capacity: {fixed_mt_per_year: 12}, cost_usd_per_t: 30, free_flow_days: 10}}
markets: {m: {cargo: b, growth: {path_mt_per_year: {2030: 10}}, routes: {a: {segments: [s]}}}}
uncertainties: {open: {path: segments.s.effectiveness, distribution: discrete, values: [0, 1], weights: [1, 2]}}
targets:
  fast: {metric: transit_days, at: 2031, at_most: 11}
  fast-in-december: {metric: transit_days, at: 2031-12, at_most: 11}
  slow: {metric: transit_days, at: 2031, at_least: 0}
  filled: {metric: 1 / throughput_mt, at: 2031, at_least: 0}
  idle: {metric: utilisation, at: 2031, at_most: 0.9}
`

func shutScenario(t *testing.T, set ...string) *scenarios.Scenario {
	t.Helper()
	path := filepath.Join(t.TempDir(), "shut.yaml")
	require.NoError(t, os.WriteFile(path, []byte(shut), 0o644))
	s, err := scenarios.Load(scenarios.Request{Scenario: path, Set: set})
	require.NoError(t, err)
	return s
}

// TestNoValueInARun: where nothing is carried there is no time, no cost and no
// utilisation, and none of them meets a target.
func TestNoValueInARun(t *testing.T) {
	s := shutScenario(t, "segments.s.effectiveness=0")
	r, err := s.Run().Run()
	require.NoError(t, err)
	for _, table := range []*tables.Table{r.Monthly, r.Annual} {
		for _, column := range []string{"transit_days", "cost_usd_per_t", "utilisation"} {
			for _, v := range table.Numbers(column) {
				require.True(t, math.IsNaN(v), "%s of %s is %v", column, table.Schema.Name, v)
			}
		}
		require.Zero(t, tables.Annual.EmissionsKt.Of(table)[0], "what is carried adds to nothing")
	}
	require.True(t, math.IsNaN(tables.Segments.Utilisation.Of(r.Segments)[0]))
	require.True(t, math.IsNaN(tables.Segments.WaitDays.Of(r.Segments)[0]), "nobody waits where nothing passes")
	for i, j := range r.Judged {
		require.False(t, j.Met, j.Target.Name)
		require.True(t, math.IsNaN(j.Value) && math.IsNaN(tables.Targets.Value.Of(r.Targets)[i]), j.Target.Name)
		require.Empty(t, tables.Targets.FirstMet.Of(r.Targets)[i], j.Target.Name)
	}

	waiting := shutScenario(t, "segments.s.availability=0")
	r, err = sim.Run{Name: s.Name, Corridor: waiting.Corridor}.Run()
	require.NoError(t, err)
	require.Equal(t, 90.0, tables.Segments.WaitDays.Of(r.Segments)[0], "cargo waits for a line that opens in no month")
	require.True(t, math.IsNaN(tables.Monthly.TransitDays.Of(r.Monthly)[0]))
}

// TestNoValueInFutures: means and quantiles are of the futures that have a value, and
// chances of all; kept draws say the same.
func TestNoValueInFutures(t *testing.T) {
	s := shutScenario(t)
	a := s.Alternative(s.Name)
	open := a
	open.Name, open.Uncertainties = "open", nil
	e := &ensemble.Ensemble{Alternatives: []ensemble.Alternative{a, open}, Seed: 7, Draws: 500, Workers: 2, Keep: true}
	var file bytes.Buffer
	w, err := draws.NewWriter(&file, e.Columns(), t.TempDir())
	require.NoError(t, err)
	f, err := e.Run(context.Background(), ensemble.RunOptions{Rows: w.Write})
	require.NoError(t, err)
	require.NoError(t, w.Close())
	require.Zero(t, f.Failed(), "no value is no failure")

	list := e.Tables(f, 0, 0.01)
	quantiles, probabilities, chances, attainment := list[0], list[1], list[2], list[3]
	opened := 0
	for row, metric := range tables.Quantiles.Metric.Of(quantiles) {
		n := tables.Quantiles.Futures.Of(quantiles)[row]
		switch metric {
		case "transit_days", "cost_usd_per_t", "utilisation", "mix_capacity_mt":
			opened = int(n)
			value := map[string]float64{"transit_days": 10, "cost_usd_per_t": 30, "utilisation": 10. / 12, "mix_capacity_mt": 12}[metric]
			for _, column := range []string{"mean", "min", "max"} {
				require.InDelta(t, value, quantiles.Numbers(column)[row], 1e-12)
			}
		case "containers_kteu", "containers_demand_kteu", "wagons_k", "trucks_k":
			require.Zero(t, n, "nobody knows what a unit weighs here")
		case "co2e_g_per_tkm":
			require.Zero(t, n, "nor how long the line is")
		case "operating_musd", "surplus_musd", "waiting_musd", "turned_away_musd", "co2e_musd", "net_benefit_musd":
			require.Zero(t, n, "nothing is counted in money")
		default:
			require.Equal(t, 500.0, n, metric)
		}
	}
	require.InDelta(t, 333, opened, 40)
	part := float64(opened) / 500
	for i := range a.Targets {
		require.Equal(t, part, tables.Chances.Met.Share.Of(chances)[i], a.Targets[i].Name)
	}
	for row, event := range tables.Attainment.Event.Of(attainment) {
		if event == "slow" {
			require.Equal(t, part, tables.Attainment.Reached.Share.Of(attainment)[row])
		}
	}
	for row, metric := range tables.Probabilities.Metric.Of(probabilities) {
		if metric == "transit_days" {
			want := map[float64]float64{11: 0, 0: part}[tables.Probabilities.Threshold.Of(probabilities)[row]]
			require.Equal(t, want, tables.Probabilities.Reached.Share.Of(probabilities)[row])
			require.Equal(t, []float64{500, float64(opened)}, []float64{tables.Probabilities.Draws.Of(probabilities)[row], tables.Probabilities.Futures.Of(probabilities)[row]})
		}
	}

	d := e.Differences(f)
	for row, metric := range tables.Differences.Metric.Of(d) {
		if metric == "transit_days" {
			n := func(column string) float64 { return d.Numbers(column)[row] }
			require.Equal(t, []float64{float64(opened), float64(opened), 500, 0, 0}, []float64{n("draws"), n("baseline_futures"), n("scenario_futures"), n("mean"), n("higher")})
		}
	}

	kept, err := draws.NewReader(bytes.NewReader(file.Bytes()), int64(file.Len()))
	require.NoError(t, err)
	exact, err := e.ExactQuantiles(f, func(name string) ([]float64, error) { return kept.Column(nil, name) })
	require.NoError(t, err)
	for row, metric := range tables.Quantiles.Metric.Of(exact) {
		require.InDelta(t, tables.Quantiles.P05.Of(quantiles)[row], tables.Quantiles.P05.Of(exact)[row], 0.02, metric)
		require.Equal(t, tables.Quantiles.Futures.Of(quantiles)[row], tables.Quantiles.Futures.Of(exact)[row])
	}
}
