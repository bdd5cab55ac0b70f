package sim_test

import (
	"bytes"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/scenarios"
	"corridor/sim"
	"corridor/sim/tables"
)

// TestWanted: each table alone is what it is beside all others, and so are the targets.
func TestWanted(t *testing.T) {
	s, err := scenarios.Load(scenarios.Request{Scenario: "reference"})
	require.NoError(t, err)
	of := func(wanted ...tables.Described) *sim.Result {
		r := s.Run()
		r.Wanted = wanted
		result, err := r.Run()
		require.NoError(t, err)
		return result
	}
	text := func(table *tables.Table) string {
		var b bytes.Buffer
		require.NoError(t, table.WriteCSV(&b))
		return b.String()
	}
	all := of()
	for _, want := range all.Tables() {
		only := of(want.Schema)
		targets := 1
		if want.Schema != tables.Targets.Schema {
			targets = 2
		}
		require.Len(t, only.Tables(), targets, want.Schema.Name)
		for _, got := range only.Tables() {
			if got.Schema == want.Schema {
				require.Equal(t, text(want), text(got), want.Schema.Name)
			}
		}
		require.Equal(t, text(all.Targets), text(only.Targets))
	}
}
