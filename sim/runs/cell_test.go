package runs

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/scenarios"
)

// A manifest cannot hide what its scenario still warns of: a run made again has the
// warnings recorded, in the places they were given for, and all others besides.
func TestWarningsOfACellAreThoseRecordedAndAllOthers(t *testing.T) {
	file := filepath.Join(t.TempDir(), "late.yaml")
	text := "scenario: late\nextends: stated\nshocks:\n  flood: {segment: corridor, factor: 1, from: 2030-01, to: 2030-03}\n"
	require.NoError(t, os.WriteFile(file, []byte(text), 0o600))
	s, err := scenarios.Load(scenarios.Request{Scenario: file})
	require.NoError(t, err)
	require.Len(t, s.Warnings(), 1)

	cell := NewCell(s, "late")
	again, err := cell.Parse()
	require.NoError(t, err)
	require.Len(t, again.Warnings(), 1)
	require.Equal(t, s.Warnings()[0].String(), again.Warnings()[0].String())

	cell.Warnings = nil
	again, err = cell.Parse()
	require.NoError(t, err)
	require.Len(t, again.Warnings(), 1)
	require.Equal(t, s.Warnings()[0].Message, again.Warnings()[0].Message)
}
