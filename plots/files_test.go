package plots

import (
	"context"
	"maps"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestFiles: charts drawn side by side are those that are drawn one after the other, and
// one that cannot be drawn keeps none away.
func TestFiles(t *testing.T) {
	run := exampleCorridor()
	want := map[string][]byte{}
	for _, chart := range Charts {
		if chart.Usual(run) {
			figure, err := chart.Draw(run)
			require.NoError(t, err)
			files, err := figure.Files(t.Context(), chart.Name, []string{SVG, PNG})
			require.NoError(t, err)
			maps.Copy(want, files)
		}
	}
	require.Greater(t, len(want), 6)
	var notes Notes
	got, err := Files(t.Context(), run, []string{SVG, PNG}, &notes)
	require.NoError(t, err)
	require.Empty(t, notes.Lines())
	require.Equal(t, want, got)

	got, err = Files(t.Context(), run, []string{SVG, "gif"}, &notes)
	require.NoError(t, err)
	require.Empty(t, got)
	require.Len(t, notes.Lines(), len(want)/2)
	require.Contains(t, notes.Lines()[0], "the chart map is left out")
}

func TestFilesInterrupted(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err := Files(ctx, exampleCorridor(), Formats, nil)
	require.ErrorIs(t, err, context.Canceled)
}
