package scenarios_test

import (
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/scenarios"
	"corridor/sim/tables"
)

// TestEveryMetricInATarget: each column of annual.csv that is a metric can be a target, and a
// part of a metric of the scenario, and is judged by what the column says.
func TestEveryMetricInATarget(t *testing.T) {
	var file strings.Builder
	file.WriteString("scenario: all\nextends: reference\nmetrics:\n")
	for i, metric := range tables.Metrics() {
		fmt.Fprintf(&file, "  twice%d: {expression: 2 * %s}\n", i, metric)
	}
	file.WriteString("targets:\n")
	for i, metric := range tables.Metrics() {
		fmt.Fprintf(&file, "  t%d: {metric: %s, at: 2030, at_least: 1}\n", i, metric)
		fmt.Fprintf(&file, "  june%d: {metric: twice%d, at: 2030-06, at_least: 1}\n", i, i)
	}
	path := filepath.Join(t.TempDir(), "all.yaml")
	require.NoError(t, os.WriteFile(path, []byte(file.String()), 0o644))
	s, err := scenarios.Load(scenarios.Request{Scenario: path})
	require.NoError(t, err)
	r, err := s.Run().Run()
	require.NoError(t, err)
	judged := map[string]float64{}
	for _, j := range r.Judged {
		judged[j.Target.Name] = j.Value
	}
	for i, metric := range tables.Metrics() {
		require.Equal(t, r.Annual.Numbers(metric)[2030-2024], judged[fmt.Sprint("t", i)], metric)
		require.False(t, math.IsNaN(judged[fmt.Sprint("june", i)]), metric)
	}
}

// TestNothingIsLostOutside: what markets would ship is carried, waits, or goes outside; in
// reference every market has a way there.
func TestNothingIsLostOutside(t *testing.T) {
	s, err := scenarios.Load(scenarios.Request{Scenario: "reference"})
	require.NoError(t, err)
	r, err := s.Run().Run()
	require.NoError(t, err)
	waiting := 0.0
	for year, mt := range tables.Annual.PotentialMt.Of(r.Annual) {
		queue := tables.Annual.QueueMt.Of(r.Annual)[year]
		require.InDelta(t, mt, tables.Annual.ThroughputMt.Of(r.Annual)[year]+tables.Annual.RivalMt.Of(r.Annual)[year]+queue-waiting, 1e-9)
		waiting = queue
	}
}
