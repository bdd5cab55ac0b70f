package language

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

const selectable = `
nodes: {source: assumption, aktau: {country: KZ}, alat: {country: AZ}, poti: {country: GE}, kars: {country: TR}}
segments:
  note: Of a corridor with four places
  aktau-boxes: {kind: port, from: aktau, to: aktau}
  feeder: {kind: sea, from: aktau, to: alat}
  alat-boxes: {kind: port, from: alat, to: alat}
  line: {kind: rail, from: alat, to: poti}
  free: {kind: rail}
markets:
  east: {cargo: boxes, from: aktau, to: poti}
  west: {cargo: oil}
rivals: {north: {}, south: {}}
`

// TestSelected: what each form of a selector names, in the order of the section, and what is said
// of one that names nothing.
func TestSelected(t *testing.T) {
	root := document(t, selectable)
	for _, c := range []struct{ section, selector, want, mistake string }{
		{"segments", "feeder", "feeder", ""},
		{"segments", "all", "aktau-boxes feeder alat-boxes line free", ""},
		{"segments", "*", "aktau-boxes feeder alat-boxes line free", ""},
		{"segments", "*-boxes", "aktau-boxes alat-boxes", ""},
		{"segments", "al*-*s", "alat-boxes", ""},
		{"segments", "all of alat", "feeder alat-boxes line", ""},
		{"segments", "all of KZ", "aktau-boxes feeder", ""},
		{"segments", "all of Kazakhstan", "aktau-boxes feeder", ""},
		{"segments", "all of azerbaijan", "feeder alat-boxes line", ""},
		{"segments", "all of kind port", "aktau-boxes alat-boxes", ""},
		{"markets", "all of cargo oil", "west", ""},
		{"markets", "all of aktau", "east", ""},
		{"rivals", "*th", "north south", ""},
		{"rivals", "all", "north south", ""},
		{"segments", "feedr", "", `there is no "feedr" among the segments, did you mean "feeder"?`},
		{"segments", "alatt-*", "", `no name among the segments is like "alatt-*", did you mean "alat-*"?`},
		{"segments", "x*", "", `no name among the segments is like "x*"; valid: aktau-boxes, feeder, alat-boxes, line, free`},
		{"segments", "all of alet", "", `there is no place or country "alet", did you mean "alat"?`},
		{"segments", "all of Kazakstan", "", `there is no place or country "Kazakstan", did you mean "Kazakhstan"?`},
		{"segments", "all of kars", "", `none of the segments begins or ends in kars`},
		{"segments", "all of TR", "", `none of the segments begins or ends in TR`},
		{"segments", "all of kind prot", "", `none of the segments is of kind "prot", did you mean "port"?`},
		{"segments", "note", "", `there is no "note" among the segments; valid: aktau-boxes, feeder, alat-boxes, line, free`},
		{"rivals", "all of alat", "", `there is no "all of alat" among the rivals; valid: north, south`},
		{"projects", "all", "", `there is no "all" among the projects`},
	} {
		names, mistake := selected(root, c.section, c.selector)
		require.Equal(t, c.want, strings.Join(names, " "), c.selector)
		require.Equal(t, c.mistake, mistake, c.selector)
	}
}

// TestPatternFits: * stands for any letters, none too, and the rest for itself.
func TestPatternFits(t *testing.T) {
	for _, c := range []struct {
		pattern, name string
		fits          bool
	}{
		{"a", "a", true}, {"a", "ab", false}, {"*", "", true}, {"a*", "a", true}, {"a*a", "a", false}, {"a*a", "aa", true},
		{"*b*", "abc", true}, {"*b*c", "abc", true}, {"*b*b*", "abc", false}, {"a*b*c", "a-bc-bc", true}, {"a**c", "ac", true}, {"a*c", "acd", false},
	} {
		require.Equal(t, c.fits, fits(c.pattern, c.name), "%s and %s", c.pattern, c.name)
	}
}

// What is said of one entry holds before what is said of several, wherever it stands, and of what
// is said of several the later.
func TestOneBeforeSeveral(t *testing.T) {
	for _, over := range []string{
		`segments: {feeder: {distance_km: 7}, "*": {distance_km: 1}}`,
		`segments: {"*": {distance_km: 1}, feeder: {distance_km: 7}}`,
		`segments: {feeder: {distance_km: 7}, all: {distance_km: 2}, "*": {distance_km: 1}}`,
	} {
		got, mistakes := merged(t, selectable, over)
		require.Empty(t, mistakes)
		require.Equal(t, 1, strings.Count(got, "distance_km: 7"), over)
		require.Positive(t, strings.Count(got, "distance_km: 1"), over)
		require.NotContains(t, got, "distance_km: 2", over)
	}
}

// A selector laid on a map changes the entries that it names, in the order written.
func TestMergeOfSelected(t *testing.T) {
	for _, c := range []struct{ over, want, mistakes string }{
		{`segments: {"*-boxes": {distance_km: 1}}`, "aktau-boxes alat-boxes", ""},
		{`segments: {all of alat: {distance_km: 1}}`, "feeder alat-boxes line", ""},
		{`segments: {all of KZ: {distance_km: 1}, feeder: {distance_km: null}}`, "aktau-boxes", ""},
		{`segments: {feeder: null, all of KZ: {distance_km: 1}}`, "aktau-boxes", ""},
		{`segments: {all of kars: {distance_km: 1}}`, "", `over:1:12: none of the segments begins or ends in kars`},
		{`segments: {"alatt-*": {distance_km: 1}}`, "", `over:1:12: no name among the segments is like "alatt-*", did you mean "alat-*"?`},
		{`segments: {"alat-*": null}`, "", `over:1:12: "alat-*" has no value, expected what to change in every entry that it names`},
		{`projects: {"rail-*": {cost_musd: 1}}`, "", `over:1:12: "rail-*" changes entries of the scenario below, and there is none here to change`},
		{`projects: {p: {changes: {"*": {save_days: 1}}}}`, "", `over:1:26: "*" changes every entry, and there is none here to change; all is every one of the segments`},
	} {
		got, mistakes := merged(t, selectable, c.over)
		require.Equal(t, c.mistakes, mistakes, c.over)
		var changed []string
		words := strings.Fields(got)
		for i, word := range words {
			if word == "distance_km:" {
				for i--; !strings.Contains("aktau-boxes: feeder: alat-boxes: line: free:", words[i]) || !strings.HasSuffix(words[i], ":"); i-- {
				}
				changed = append(changed, strings.TrimSuffix(words[i], ":"))
			}
		}
		require.Equal(t, c.want, strings.Join(changed, " "), c.over)
	}
}
