package scenarios_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/scenarios"
	"corridor/scenarios/language"
)

// row finds what is listed of a thing.
func row(t *testing.T, s *scenarios.Scenario, section, name string) (language.ListRow, []string) {
	t.Helper()
	for _, l := range s.Listings() {
		i := slices.IndexFunc(l.Rows, func(r language.ListRow) bool { return r.Name == name })
		if l.Section == section && i >= 0 {
			var heads []string
			for _, column := range l.Columns {
				heads = append(heads, column.Head)
			}
			return l.Rows[i], heads
		}
	}
	t.Fatalf("%s.%s is not listed", section, name)
	return language.ListRow{}, nil
}

// TestListings holds what is listed of some things to their files.
func TestListings(t *testing.T) {
	stated := load(t, scenarios.Request{Scenario: "stated"})
	got, heads := row(t, stated, "segments", "corridor")
	require.Equal(t, "Middle Corridor", got.Title)
	require.Equal(t, []any{"corridor", nil, nil, 5.8, 12.0, 103.0}, got.Cells, "the capacity is that of 2023")
	require.Equal(t, []string{"Kind", "From", "To", "Mt/yr", "Days", "USD/t"}, heads)

	got, heads = row(t, stated, "markets", "corridor-cargo")
	require.Equal(t, []string{"Cargo", "Mt in 2023", "Mt in 2035", "Routes"}, heads)
	require.Equal(t, "general", got.Cells[0])
	require.Equal(t, 2.78, got.Cells[1])
	require.InDelta(t, 13.63, got.Cells[2], 0.005, "as the README says of 2035")
	require.Equal(t, "middle-corridor", got.Cells[3])

	got, _ = row(t, stated, "projects", "programme")
	require.Equal(t, []any{"2025-04", "2028-12", 3650.0, "corridor"}, got.Cells)
	got, _ = row(t, load(t, scenarios.Request{Scenario: "stated", Set: []string{"projects.programme.enabled=false"}}), "projects", "programme")
	require.Equal(t, "never", got.Cells[1])
	got, _ = row(t, stated, "targets", "capacity-10")
	require.Equal(t, []any{"capacity_mt", "2028-12", 10.0, nil}, got.Cells)
	got, _ = row(t, stated, "levers", "growth")
	require.Equal(t, "overlays", got.Cells[0])
	got, _ = row(t, stated, "levers", "fade")
	require.Equal(t, []any{"sets", 0.7, 1.0, "markets.corridor-cargo.growth.fade_per_year"}, got.Cells)

	reference := load(t, scenarios.Request{Scenario: "reference", With: []string{"shock/storm-year"}})
	got, _ = row(t, reference, "hazards", "ships-dear")
	require.Equal(t, []any{"shock", 0.1, "suez"}, got.Cells)
	got, _ = row(t, reference, "nodes", "kuryk")
	require.Equal(t, []any{"KZ"}, got.Cells)
	got, _ = row(t, reference, "rivals", "suez")
	require.Equal(t, []any{188.0, 46.0}, got.Cells)
	require.True(t, slices.ContainsFunc(reference.Listings(), func(l language.Listing) bool { return l.Section == "shocks" && len(l.Columns) == 4 }))
}

// TestEverythingIsListed: all that a scenario with every key names is listed, each row with a cell
// for every column.
func TestEverythingIsListed(t *testing.T) {
	s := load(t, scenarios.Request{Scenario: "../testdata/good/everything.yaml"})
	listed := map[string][]string{}
	for _, l := range s.Listings() {
		for _, r := range l.Rows {
			require.Len(t, r.Cells, len(l.Columns), "%s.%s", l.Section, r.Name)
			listed[l.Section] = append(listed[l.Section], r.Name)
		}
	}
	for _, section := range language.ListedSections() {
		require.Equal(t, s.Steps(section), listed[section], section)
	}
	require.Len(t, listed, len(language.ListedSections()))
}

// What overlays add, change and take away is marked, and what a scenario does to the one it extends.
func TestListingsAreMarked(t *testing.T) {
	marks := func(s *scenarios.Scenario) (all []string) {
		for _, l := range s.Listings() {
			for _, r := range l.Rows {
				if r.Change != "" {
					all = append(all, strings.Join(append([]string{l.Section + "." + r.Name, r.Change}, r.Changed...), " "))
				}
			}
		}
		return all
	}
	const says = "segments: {border: {cost_usd_per_t: 7, storage_mt: null}}\nprojects: {wider-border: null}\nnodes: {quay: {}}\n"
	want := []string{"nodes.quay added", "segments.border changed cost_usd_per_t storage_mt", "projects.wider-border taken away"}
	over, own := filepath.Join(t.TempDir(), "over.yaml"), filepath.Join(t.TempDir(), "own.yaml")
	require.NoError(t, os.WriteFile(over, []byte("overlay: over\n"+says), 0o644))
	require.NoError(t, os.WriteFile(own, []byte("scenario: own\nextends: teaching\n"+says), 0o644))
	require.Equal(t, want, marks(load(t, scenarios.Request{Scenario: "teaching", With: []string{over}})))
	require.Equal(t, want, marks(load(t, scenarios.Request{Scenario: own})))
	require.Equal(t, []string{"segments.ships changed distance_km"}, marks(load(t, scenarios.Request{Scenario: own, Set: []string{"segments.ships.distance_km=510"}})))
	require.Empty(t, marks(load(t, scenarios.Request{Scenario: "teaching"})))
}
