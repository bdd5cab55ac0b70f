package scenarios_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/scenarios"
	"corridor/scenarios/language"
)

// changing writes a scenario that changes, adds and takes away, and returns its name.
func changing(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "my.yaml")
	require.NoError(t, os.WriteFile(path, []byte(`scenario: my
extends: teaching
segments:
  border: {cost_usd_per_t: {2031: 7}, storage_mt: null}
projects:
  wider-border: null
nodes:
  quay: {country: KZ}
`), 0o644))
	return path
}

// What a scenario says itself is shown without what it extends, with overlays and values set, and
// with what it takes away; laid again on what it extends it makes the same.
func TestShowChanged(t *testing.T) {
	path := changing(t)
	own := func(part string, r scenarios.Request) string {
		s := load(t, r)
		shown, err := s.ShowPart(scenarios.Part{Path: part, Changed: true})
		require.NoError(t, err)
		values, err := s.Values(scenarios.Part{Path: part, Changed: true})
		require.NoError(t, err)
		require.Equal(t, strings.Count(shown, "# "), len(values))
		return strings.Join(strings.Fields(strings.ReplaceAll(shown, path, "my")), " ")
	}
	border := "segments: border: cost_usd_per_t: 2031: 7 # my:4:35 storage_mt: null # my:4:39"
	all := own("", scenarios.Request{Scenario: path})
	require.Contains(t, all, border)
	require.Contains(t, all, "projects: wider-border: null # my:6:3")
	require.Contains(t, all, "nodes: quay: country: KZ # my:8:19")
	require.NotContains(t, all, "library/")
	require.Equal(t, border, own("segments", scenarios.Request{Scenario: path}))
	require.Equal(t, "segments: ships: distance_km: 510 # --set:1:28", own("", scenarios.Request{Scenario: "teaching", Set: []string{"segments.ships.distance_km=510"}}))
	require.Contains(t, own("", scenarios.Request{Scenario: path, Set: []string{"segments.ships.distance_km=510"}}), "ships: distance_km: 510 # --set:1:28")
	require.Empty(t, own("", scenarios.Request{Scenario: "teaching"}), "it extends nothing")

	again := filepath.Join(t.TempDir(), "again.yaml")
	shown, err := load(t, scenarios.Request{Scenario: path}).ShowPart(scenarios.Part{Changed: true})
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(again, []byte("extends: teaching\n"+shown), 0o644))
	require.Equal(t, load(t, scenarios.Request{Scenario: path}).Effective(), load(t, scenarios.Request{Scenario: again}).Effective())
}

// An explanation has the place of each value below it that another file gave, and of what was taken
// away; what is explained in its own file has none.
func TestExplainedPlaces(t *testing.T) {
	path := changing(t)
	s := load(t, scenarios.Request{Scenario: path})
	e, err := s.Explain("segments.border")
	require.NoError(t, err)
	laid, gone := map[string][]language.Laid{}, map[string]string{}
	for _, b := range e.Below {
		if len(b.Laid) > 0 {
			laid[b.Name] = b.Laid
		}
		if b.TakenAway != "" {
			gone[b.Name] = b.TakenAway
		}
	}
	require.Equal(t, map[string][]language.Laid{"cost_usd_per_t": {{Path: "2031", Place: path + ":4:35"}}}, laid)
	require.Equal(t, map[string]string{"storage_mt": path + ":4:39"}, gone)
	e, err = s.Explain("segments.border.storage_mt")
	require.NoError(t, err)
	require.Equal(t, path+":4:39", e.TakenAway)
	e, err = s.Explain("nodes.quay")
	require.NoError(t, err)
	require.Empty(t, e.Below[0].Laid, "it is all of one file")
	for _, leads := range []string{"projects.wider-border", "projects.wider-border.start"} {
		_, err = s.Explain(leads)
		require.ErrorContains(t, err, "path:1:10: projects.wider-border is taken away at "+path+":6:3")
	}
	_, err = s.Explain("projects.wider-bordr")
	require.ErrorContains(t, err, "unknown name")
}
