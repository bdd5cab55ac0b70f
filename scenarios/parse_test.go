package scenarios

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// TestParseSets: values set while a scenario is parsed come to what they come to when they are
// set afterwards.
func TestParseSets(t *testing.T) {
	s, err := Load(Request{Scenario: "reference"})
	require.NoError(t, err)
	for _, set := range [][]string{
		{"time.start=2025-01", "targets=null", "correlations=null", "uncertainties=null"},
		{"segments.rail-ferry.effectiveness=0.7"},
	} {
		first, err := Parse("reference", s.Effective())
		require.NoError(t, err)
		want, err := first.Set(set...)
		require.NoError(t, err)
		got, err := Parse("reference", s.Effective(), set...)
		require.NoError(t, err)
		require.Equal(t, want.Effective(), got.Effective())
		require.Equal(t, want.Corridor, got.Corridor)
		require.Equal(t, len(want.Uncertainties), len(got.Uncertainties))
		require.Equal(t, want.Warnings(), got.Warnings())
	}
	_, err = Parse("reference", s.Effective(), "segments.rail-fery.effectiveness=0.7")
	require.ErrorContains(t, err, `--set`)
}
