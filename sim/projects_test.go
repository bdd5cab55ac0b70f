package sim_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
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
	for row, name := range with.Projects.Text("project") {
		if name == "four-ferries" {
			found = true
			require.InDelta(t, rise, with.Projects.Numbers("added_capacity_mt")[row], 1e-9)
			require.InDelta(t, 1.92, rise, 0.005)
		}
	}
	require.True(t, found)
}

// TestWhatIsSpentIsPast: no delay and no overrun that is drawn changes what was spent
// before things are known to, and a delay moves none of it into the years simulated.
func TestWhatIsSpentIsPast(t *testing.T) {
	e := ensemble(t, "reference", 60, 2)
	f := simulated(t, e)
	quantiles := e.Tables(f, 0, 0.01)[0]
	plan, late := runOf(t, "reference"), runOf(t, "reference", "investment/late-2-years")
	for row, metric := range quantiles.Text("metric") {
		year := quantiles.Text("period")[row]
		if metric != "capex_musd" {
			continue
		}
		least, most := quantiles.Numbers("min")[row], quantiles.Numbers("max")[row]
		if year < "2026" { // as of April 2026
			require.InDelta(t, least, most, 1e-9*most, year)
		} else {
			require.Less(t, least, most, year)
		}
	}
	for _, year := range []int{2024, 2025} {
		require.Equal(t, annual(plan.Result, "capex_musd", year), annual(late.Result, "capex_musd", year), year)
	}
	require.InDelta(t, sumOf(plan, "capex_musd"), sumOf(late, "capex_musd"), 1e-6)
	before := func(f *future) (sum float64) {
		for _, musd := range f.Projects.Numbers("spent_before_musd") {
			sum += musd
		}
		return sum
	}
	require.InDelta(t, before(plan), before(late), 1e-9)
}
