package scenarios

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/scenarios/text"
)

// TestLayingGrowsWithTheFiles: a file that speaks of every place of another, in another order,
// passes in step with their number the entries among which it looks for them: at most 100 for
// each, where to look through all of them were 2,000 and more.
func TestLayingGrowsWithTheFiles(t *testing.T) {
	const places = 4000
	dir := t.TempDir()
	write := func(name, head, tail string, place func(i int) string) string {
		var b strings.Builder
		b.WriteString(head + "nodes:\n")
		for i := range places {
			b.WriteString(place(i))
		}
		path := filepath.Join(dir, name)
		require.NoError(t, os.WriteFile(path, []byte(b.String()+tail), 0o600))
		return path
	}
	write("base.yaml", "scenario: base\ntime: {start: 2030-01, end: 2030-12}\ncargo: {boxes: {}}\n", `
segments: {line: {from: n0, to: n1, capacity: {fixed_mt_per_year: 12}}}
markets: {m: {cargo: boxes, growth: {path_mt_per_year: {2030: 10}}, routes: {r: {segments: [line]}}}}
`, func(i int) string { return fmt.Sprintf("  n%d: {title: Place %d}\n", i, i) })
	const over = "scenario: over\nextends: ./base.yaml\n"
	for name, place := range map[string]func(i int) string{
		"changed":      func(i int) string { return fmt.Sprintf("  n%d: {title: Other %d}\n", places-1-i, i) },
		"added":        func(i int) string { return fmt.Sprintf("  m%d: {title: More %d}\n", i, i) },
		"taken away":   func(i int) string { return fmt.Sprintf("  n%d: null\n", places-1-i) },
		"all together": func(i int) string { return fmt.Sprintf("  n%d: {title: Other %d}\n", i*7%places, i) },
	} {
		tail := ""
		switch name {
		case "taken away":
			tail = "  n0: {title: Here}\n  n1: {title: There}\n"
		case "all together":
			tail = "  \"*\": {x: 5, y: 5}\n"
		}
		file := write("over.yaml", over, tail, func(i int) string {
			if name == "taken away" && i >= places-2 {
				return ""
			}
			return place(i)
		})
		passed := 0
		text.Passed = &passed
		_, err := Load(Request{Scenario: file})
		text.Passed = nil
		require.NoError(t, err, name)
		require.Less(t, passed, 100*places, name)
	}
}
