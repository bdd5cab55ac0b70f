package library_test

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/scenarios"
	"corridor/sim/tables"
)

var quoted = regexp.MustCompile("`([^`]+)`")

// TestTheStatementIsInTheLibrary: what stands in the table of the statement in
// scenarios/library/README.md is there, a scenario, an overlay, or a key of the scenario named
// before it in the row, of reference where none is.
func TestTheStatementIsInTheLibrary(t *testing.T) {
	page, err := os.ReadFile("README.md")
	require.NoError(t, err)
	_, table, found := strings.Cut(string(page), "## What the statement of November 2025 names\n")
	require.True(t, found)
	table, _, _ = strings.Cut(table, "\n## ")
	rows := 0
	for line := range strings.Lines(table) {
		cells := strings.Split(line, "|")
		if len(cells) != 5 || strings.HasPrefix(cells[1], "---") || strings.TrimSpace(cells[1]) == "it names" {
			continue
		}
		rows++
		names := quoted.FindAllStringSubmatch(cells[2], -1)
		require.NotEmpty(t, names, "nothing holds it: %s", line)
		in := "reference"
		for _, name := range names {
			switch {
			case slices.ContainsFunc(scenarios.Library(), func(e scenarios.Entry) bool { return e.Name == name[1] }):
				in = name[1]
			default:
				require.True(t, holds(t, in, name[1]), "%s has no %s", in, name[1])
			}
		}
	}
	require.GreaterOrEqual(t, rows, 20)
}

// holds reports whether an entry of the library has a figure at a path or below it.
func holds(t *testing.T, name, path string) bool {
	if _, ok := tables.Metric(path); ok {
		return true
	}
	return slices.ContainsFunc(entry(t, libraryEntry(t, name)).scenario.Figures(), func(f scenarios.Figure) bool {
		return f.Path == path || strings.HasPrefix(f.Path, path+".")
	})
}
