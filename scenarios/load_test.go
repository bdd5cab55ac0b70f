package scenarios

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// layered writes a scenario that extends another with an overlay between them, and an
// overlay to lay on it. It returns how to ask for them.
func layered(t *testing.T) Request {
	t.Helper()
	dir := t.TempDir()
	file := func(name, text string) string {
		path := filepath.Join(dir, name)
		write(t, path, text)
		return path
	}
	file("base.yaml", `scenario: base
title: Base
question: Which way?
time: {start: 2030-01, end: 2032-12}
cargo: {ore: {}}
segments:
  line: {capacity: {fixed_mt_per_year: 6}, free_flow_days: 4, cost_usd_per_t: 20, distance_km: 900}
  port: {capacity: {fixed_mt_per_year: 8}, free_flow_days: 1}
markets:
  ore: {cargo: ore, growth: {path_mt_per_year: {2030: 5}}, routes: {rail: {segments: [line, port]}}}
projects:
  track: {cost_musd: 100, start: 2030-01, duration_months: 12, changes: {line: {add_capacity_mt_per_year: 2}}}
`)
	file("between.yaml", "overlay: between\nsegments: {line: {free_flow_days: 5, cost_usd_per_t: 25, distance_km: 950}}\n")
	mine := file("mine.yaml", "scenario: mine\nextends: base.yaml\nwith: [between.yaml]\nsegments: {line: {cost_usd_per_t: 30, distance_km: 960}}\nprojects: {track: null}\n")
	on := file("on.yaml", "overlay: on\nsegments: {line: {distance_km: 970}}\n")
	return Request{Scenario: mine, With: []string{on}, Set: []string{"segments.line.storage_mt=0.1"}}
}

// Each file is laid on those before: what it extends, the overlays it names, itself, the
// overlays asked for, the values set. Show says which of them set each value.
func TestLayers(t *testing.T) {
	r := layered(t)
	s, err := Load(r)
	require.NoError(t, err)
	line := s.Corridor.Segments[0]
	require.Equal(t, []float64{6, 5, 30, 970, 0.1}, []float64{line.Supply.Fixed.MtPerYear[0], line.FreeFlowDays, line.CostUSDPerT, line.DistanceKm, line.StorageMt})
	require.Empty(t, s.Corridor.Projects)
	require.Equal(t, "mine", s.Title, "what a scenario is called is its own")
	require.Empty(t, s.Question)
	require.Equal(t, "on.yaml; segments.line.storage_mt=0.1", s.Variant)
	require.Equal(t, "mine (on.yaml; segments.line.storage_mt=0.1)", s.Heading())

	set := map[string]string{}
	for row := range strings.Lines(s.Show()) {
		if value, place, ok := strings.Cut(row, "# "); ok {
			set[strings.TrimSpace(value)] = strings.TrimSpace(filepath.Base(place))
		}
	}
	for value, place := range map[string]string{
		"free_flow_days: 5": "between.yaml:2:35", "cost_usd_per_t: 30": "mine.yaml:4:35", "distance_km: 970": "on.yaml:2:32",
		"storage_mt: 0.1": "--set:1:26", "fixed_mt_per_year: 8": "base.yaml:8:40",
	} {
		require.Equal(t, place, set[value], value)
	}
	checkRoundTrip(t, s)
}

// What was changed on top of a scenario with base shares is kept under calibration, as it
// was below, whichever layer changed it; recalibrate forgets it.
func TestLayersKeepWhatTheSharesBelongTo(t *testing.T) {
	s, err := Load(layered(t))
	require.NoError(t, err)
	base := s.Corridor.Segments[0].Base
	require.Equal(t, []float64{20, 4}, []float64{*base.CostUSDPerT, *base.Days})
	again, err := s.Set("segments.line.cost_usd_per_t=40")
	require.NoError(t, err)
	require.Equal(t, 20.0, *again.Corridor.Segments[0].Base.CostUSDPerT, "what was kept first")
	fresh, err := s.Set("recalibrate=true")
	require.NoError(t, err)
	require.Nil(t, fresh.Corridor.Segments[0].Base.CostUSDPerT)
}

// Mistakes of several files come together, each with its file.
func TestMistakesOfLayers(t *testing.T) {
	r := layered(t)
	dir := filepath.Dir(r.Scenario)
	write(t, r.With[0], "overlay: on\nsegments: {line: {distance_km: -1}, prot: null}\n")
	r.Set = append(r.Set, "segments.line.effectiveness=3", "tilte=Mine")
	_, err := Load(r)
	require.Error(t, err)
	got := strings.Split(strings.ReplaceAll(err.Error(), dir+string(filepath.Separator), ""), "\n")
	require.Equal(t, []string{
		`--set:1:1: unknown name "tilte" in tilte, did you mean "title"?`,
		"--set:1:29: effectiveness is 3, expected a number from 0 to 2",
		"on.yaml:2:32: distance_km is -1, expected a number in km of at least 0",
		`on.yaml:2:37: there is no "prot" here to take away, did you mean "port"?`,
	}, got)
}

// What one layer takes away a later one gives whole, or not at all.
func TestTakenAwayThroughLayers(t *testing.T) {
	dir := t.TempDir()
	away, part, whole, again := filepath.Join(dir, "away.yaml"), filepath.Join(dir, "part.yaml"), filepath.Join(dir, "whole.yaml"), filepath.Join(dir, "again.yaml")
	write(t, away, "overlay: away\nprojects: {wider-border: null}\n")
	write(t, part, "overlay: part\nprojects: {wider-border: {cost_musd: 90}}\n")
	write(t, whole, "overlay: whole\nprojects: {wider-border: {cost_musd: 90, start: 2030-05, duration_months: 1, changes: {border: {save_days: 0.1}}}}\n")
	write(t, again, "overlay: again\nprojects: {wider-border: null}\n")
	for _, c := range []struct {
		with     []string
		mistakes string
	}{
		{[]string{away, whole}, ""},
		{[]string{away, whole, again}, ""},
		{[]string{away, part}, `part.yaml:2:12: there is no "wider-border" in projects to change: away.yaml:2:12 takes it away, and a new one needs start`},
		{[]string{away, again}, `again.yaml:2:12: there is no "wider-border" here to take away`},
	} {
		s, err := Load(Request{Scenario: "teaching", With: c.with})
		if c.mistakes == "" {
			require.NoError(t, err)
			require.Equal(t, len(c.with)%2, 1-len(s.Corridor.Projects), c.with)
			continue
		}
		require.Error(t, err)
		require.Equal(t, c.mistakes, strings.ReplaceAll(err.Error(), dir+string(filepath.Separator), ""))
	}
}
