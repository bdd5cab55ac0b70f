package manual_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/scenarios"
	"corridor/scenarios/language"
	"corridor/scenarios/manual"
)

// TestEverySection: every key at the top of a file has its place in the manual, with a purpose
// of two or three sentences and an example that says it.
func TestEverySection(t *testing.T) {
	var told []string
	for _, s := range manual.Sections() {
		require.NotEmpty(t, s.Purpose, "scenarios/manual/%s.yaml says no purpose", s.Name)
		require.NotContains(t, s.Purpose, "\n")
		require.LessOrEqual(t, len(s.Purpose), 420, "%s: %s", s.Name, s.Purpose)
		require.True(t, strings.HasPrefix(s.Example, "scenario:") || strings.HasPrefix(s.Example, s.Name+":") || strings.Contains(s.Example, "\n"+s.Name+":"),
			"the example of %s does not say it:\n%s", s.Name, s.Example)
		for _, k := range s.Keys {
			top, _, _ := strings.Cut(k.Path, ".")
			told = append(told, top)
			require.NotEmpty(t, k.Meaning, k.Path)
			require.NotEmpty(t, k.Accepts, k.Path)
		}
	}
	slices.Sort(told)
	told = slices.DeleteFunc(slices.Compact(told), func(key string) bool { return slices.Contains([]string{"source", "note", "known"}, key) })
	keys := language.Sections()
	slices.Sort(keys)
	require.Equal(t, keys, told)
}

// TestNoFileIsLeft: every file of the room belongs to a section.
func TestNoFileIsLeft(t *testing.T) {
	files, err := filepath.Glob("*.yaml")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	for _, file := range files {
		_, known := manual.Of(strings.TrimSuffix(file, ".yaml"))
		require.True(t, known, "%s is about no key at the top of a file", file)
	}
}

// TestExamples loads every example, as changes of the reference where it is no whole file. None
// has anything to warn of.
func TestExamples(t *testing.T) {
	dir := t.TempDir()
	for _, s := range manual.Sections() {
		content := s.Example
		if !strings.HasPrefix(content, "scenario:") {
			content = "scenario: example\nextends: reference\n" + content
		}
		file := filepath.Join(dir, s.Name+".yaml")
		require.NoError(t, os.WriteFile(file, []byte(content), 0o600))
		loaded, err := scenarios.Load(scenarios.Request{Scenario: file})
		require.NoError(t, err, "%s\n%s", s.Name, content)
		require.Empty(t, loaded.Warnings(), s.Name)
	}
}

func TestSections(t *testing.T) {
	s, known := manual.Of("extends")
	require.True(t, known)
	require.Equal(t, manual.Head, s.Name)
	require.Equal(t, "extends", s.Below("extends"))

	s, known = manual.Of("segments")
	require.True(t, known)
	require.Equal(t, "A segment is a part of the corridor with a capacity", s.First())
	for path, want := range map[string]string{
		"segments":                             "",
		"segments.*.capacity.rail.net_tonnes":  "capacity.rail.net_tonnes",
		"segments.*.other_traffic_mt_per_year": "other_traffic_mt_per_year",
	} {
		require.Equal(t, want, s.Below(path))
	}
	_, known = manual.Of("segnents")
	require.False(t, known)
}
