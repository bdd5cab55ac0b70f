package sim_test

import (
	"math"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/scenarios"
	"corridor/sim/ensemble"
	"corridor/sim/tables"
)

// crowded is a line for 6 Mt to which 5 come in 2030 by itself and more every year.
const crowded = `
scenario: crowded
time: {start: 2030-01, end: 2033-12}
cargo: {containers: {title: Boxes, tonnes_per_unit: 12}, ore: {title: Ore}}
segments: {s: {capacity: {fixed_mt_per_year: 6}, cost_usd_per_t: 30, free_flow_days: 10, storage_mt: 0}}
markets:
  boxes: {cargo: containers, growth: {path_mt_per_year: {2030: 1, 2033: 8}}, routes: {a: {segments: [s]}}}
  ore: {cargo: ore, growth: {path_mt_per_year: {2030: 4, 2033: 4}}, routes: {a: {segments: [s]}}}
uncertainties: {line: {path: segments.s.effectiveness, distribution: discrete, values: [0.5, 2], weights: [1, 1]}}
targets:
  nine: {metric: throughput_mt, at: 2031, at_least: 9}
  eleven: {metric: throughput_mt, at: 2033, at_least: 11}
  boxes: {metric: containers_kteu, at: 2033, at_least: 600}
  room: {metric: capacity_mt, at: 2033, at_least: 11}
`

func crowdedScenario(t *testing.T) *scenarios.Scenario {
	t.Helper()
	path := filepath.Join(t.TempDir(), "crowded.yaml")
	require.NoError(t, os.WriteFile(path, []byte(crowded), 0o644))
	s, err := scenarios.Load(scenarios.Request{Scenario: path})
	require.NoError(t, err)
	return s
}

// TestTargetsWithoutLimits: 9 Mt in 2031 are not asked for, and would be in 2033; 11 Mt and
// 600,000 TEU, 7.2 Mt of boxes, in 2033 are, and the line is in the way. Of what could pass
// nothing is said.
func TestTargetsWithoutLimits(t *testing.T) {
	r, err := crowdedScenario(t).Run().Run()
	require.NoError(t, err)
	boxes := []float64{1, 2, 4, 8} // doubled every year
	for i, mt := range boxes {
		require.InDelta(t, mt+4, tables.Annual.DemandMt.Of(r.Annual)[i], 1e-9)
		require.InDelta(t, mt/12*1000, tables.Annual.ContainersDemandKTEU.Of(r.Annual)[i], 1e-9)
		require.InDelta(t, mt, tables.Classes.DemandMt.Of(r.Classes)[2*i], 1e-9)
		require.InDelta(t, 4, tables.Classes.DemandMt.Of(r.Classes)[2*i+1], 1e-9)
	}
	nine, eleven, teu, room := r.Judged[0], r.Judged[1], r.Judged[2], r.Judged[3]
	require.False(t, nine.Met || eleven.Met || teu.Met || room.Met)
	require.InDelta(t, 6, nine.Unlimited, 1e-9)
	require.Equal(t, "2033", nine.FirstUnlimited())
	require.InDelta(t, 12, eleven.Unlimited, 1e-9)
	require.Equal(t, "2033", eleven.FirstUnlimited())
	require.InDelta(t, 8.0/12*1000, teu.Unlimited, 1e-9)
	require.True(t, math.IsNaN(room.Unlimited))
	require.Equal(t, []string{"2033", "2033", "2033", ""}, tables.Targets.UnlimitedFirstMet.Of(r.Targets))
}

// TestTargetsInReach: the demand is the same whether the line is half as wide or twice.
func TestTargetsInReach(t *testing.T) {
	s := crowdedScenario(t)
	e := &ensemble.Ensemble{Alternatives: []ensemble.Alternative{s.Alternative("crowded")}, Draws: 100, Workers: 2}
	f, err := e.Run(t.Context(), ensemble.RunOptions{})
	require.NoError(t, err)
	chances := e.Tables(f, 0, 0.01)[2]
	c := &tables.Chances
	require.Equal(t, []string{"nine", "eleven", "boxes", "room"}, c.Target.Of(chances))
	require.Equal(t, []float64{0, 1, 1}, c.InReach.Share.Of(chances)[:3])
	require.True(t, math.IsNaN(c.InReach.Share.Of(chances)[3]))
	met := c.Met.Share.Of(chances)
	require.Zero(t, met[0])
	require.InDelta(t, 0.5, met[1], 0.2, "where the line is wide")
	require.Equal(t, met[1], met[2])
	demand := f.Alternatives[0].Metrics.At(1, 3)
	require.InDelta(t, 12, demand.Mean(), 1e-9)
	require.InDelta(t, 0, demand.SD(), 1e-9)
}
