package library_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/sim/tables"
)

// TestWhatAProjectAdds: projects.csv says what the capacity of a segment rises by in
// segments.csv, of ferries that storms shut and whose water falls.
func TestWhatAProjectAdds(t *testing.T) {
	path := filepath.Join(t.TempDir(), "ferries.yaml")
	require.NoError(t, os.WriteFile(path, []byte(`
scenario: ferries
extends: reference
projects:
  four-ferries: {cost_musd: 150, start: 2025-01, duration_months: 24, changes: {rail-ferry: {add_units_per_year: 32000}}}
`), 0o644))
	without, with := runOf(t, "reference"), runOf(t, path)
	rise := with.on("rail-ferry", "capacity_mt", "2027") - without.on("rail-ferry", "capacity_mt", "2027")
	found := false
	for row, name := range tables.Projects.Project.Of(with.Projects) {
		if name == "four-ferries" {
			found = true
			require.InDelta(t, rise, tables.Projects.AddedCapacityMt.Of(with.Projects)[row], 1e-9)
			require.InDelta(t, 1.92, rise, 0.005)
		}
	}
	require.True(t, found)
}
