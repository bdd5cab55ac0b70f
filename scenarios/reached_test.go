package scenarios_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/scenarios"
)

// A path that selects leads to what --set on it changes, and is explained and shown as each of them
// is; what selects nothing is told at its step.
func TestPathsOfSeveral(t *testing.T) {
	s := load(t, scenarios.Request{Scenario: "reference"})
	const path = "segments.alat-*.cost_usd_per_t"
	want := []string{"segments.alat-boxes.cost_usd_per_t", "segments.alat-trucks.cost_usd_per_t", "segments.alat-boyuk-kesik.cost_usd_per_t"}
	reached, err := s.Reached(path)
	require.NoError(t, err)
	require.Equal(t, want, reached)
	e, err := s.Explain(path)
	require.NoError(t, err)
	require.True(t, e.Several())
	require.Equal(t, "Price of crossing it", e.Key.Meaning)
	require.Equal(t, path+"=8", e.Change.Set)
	set, err := s.Set(e.Change.Set)
	require.NoError(t, err)
	shown := ""
	for i, one := range want {
		alone, err := s.Explain(one)
		require.NoError(t, err)
		require.False(t, alone.Several())
		require.Equal(t, one, e.Below[i].Name)
		require.Equal(t, alone.Given.Value, e.Below[i].Value)
		require.Equal(t, alone.Given.Place, e.Below[i].Laid[0].Place)
		after, err := set.Explain(one)
		require.NoError(t, err)
		require.Equal(t, "8", after.Given.Value)
		part, err := s.ShowPart(scenarios.Part{Path: one})
		require.NoError(t, err)
		shown += strings.TrimPrefix(part, "segments:\n")
	}
	part, err := s.ShowPart(scenarios.Part{Path: path})
	require.NoError(t, err)
	require.Equal(t, strings.Fields("segments: "+shown), strings.Fields(part))

	reached, err = s.Reached("markets.*.growth.path_mt_per_year.2025")
	require.NoError(t, err)
	require.NotEmpty(t, reached, "those that have the year")
	for _, one := range reached {
		require.NotContains(t, one, "*")
	}
	for path, want := range map[string]string{
		"segments.all of Kazakstan.capacity": `path:1:10: there is no place or country "Kazakstan", did you mean "Kazakhstan"?`,
		"segments.alta-*":                    `path:1:10: no name among the segments is like "alta-*", did you mean "alat-*"?`,
		"segments.alat-*.capacty":            `unknown name "capacty" in segments.alat-boxes.capacty, did you mean "capacity"?`,
	} {
		_, err := s.Explain(path)
		require.ErrorContains(t, err, want)
		_, err = s.ShowPart(scenarios.Part{Path: path})
		require.ErrorContains(t, err, want)
	}
}
