package scenarios_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/scenarios"
	"corridor/scenarios/language"
)

// Wherever a scenario names several things at once, what they are is told: those that the shocks
// of the model befall, that changes are of and that levers multiply. Names are no selections.
func TestSelections(t *testing.T) {
	path := filepath.Join(t.TempDir(), "my.yaml")
	require.NoError(t, os.WriteFile(path, []byte(`scenario: my
extends: teaching
shocks:
  shut: {from: 2030-03, months: 1, segment: [all of quay, border], factor: 0}
projects:
  calm: {cost_musd: 1, start: 2030-02, duration_months: 1, changes: {all of kind sea: {scale_cost: 0.5}, border: {scale_cost: 0.7}}}
levers:
  tolls: {multiplies: ["segments.*.cost_usd_per_t"], from: 0.5, to: 1, step: 0.1}
nodes:
  gate: {}
  quay: {}
segments:
  border: {from: gate, to: quay}
  ships: {from: quay, to: gate}
`), 0o644))
	s := load(t, scenarios.Request{Scenario: path})
	below := func(path string) (own []language.Selection) {
		e, err := s.Explain(path)
		require.NoError(t, err)
		return e.Given.Selections
	}
	both := []string{"ships", "border"} // in the order of the scenario
	shut := []language.Selection{{Path: "shocks.shut.segment.1", Said: "all of quay", Names: both, Place: path + ":4:46"}}
	require.Equal(t, shut, below("shocks.shut"))
	require.Equal(t, shut, below("shocks.shut.segment"))
	require.Empty(t, below("shocks.shut.factor"))
	calm := []language.Selection{{Path: "projects.calm.changes.all of kind sea", Said: "all of kind sea", Names: []string{"ships"}, Place: path + ":6:70"}}
	require.Equal(t, calm, below("projects.calm"))
	tolls := []language.Selection{{Path: "levers.tolls.multiplies.1", Said: "segments.*.cost_usd_per_t", Names: []string{"segments.railway.cost_usd_per_t", "segments.ships.cost_usd_per_t", "segments.border.cost_usd_per_t"}, Place: path + ":8:24"}}
	require.Equal(t, tolls, below("levers.tolls"))
	require.Subset(t, s.Selections(), append(append(shut, calm...), tolls...))

	got, _ := row(t, s, "shocks", "shut")
	require.Equal(t, both, got.Meant)
	got, _ = row(t, s, "segments", "border")
	require.Empty(t, got.Meant)
}
