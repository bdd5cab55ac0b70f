package scenarios

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestWordsAreAScenariosOwn: what a file says of itself is not said of one that
// extends it, and of a run that changes it by overlays or values it is said whose
// words they are, also when the run is read back.
func TestWordsAreAScenariosOwn(t *testing.T) {
	stated, err := Load(Request{Scenario: "stated"})
	require.NoError(t, err)
	require.NotEmpty(t, stated.Question)
	require.NotEmpty(t, stated.Remarks())

	path := filepath.Join(t.TempDir(), "mine.yaml")
	require.NoError(t, os.WriteFile(path, []byte("scenario: mine\nextends: stated\n"), 0o644))
	mine, err := Load(Request{Scenario: path})
	require.NoError(t, err)
	require.Equal(t, "mine", mine.Title)
	require.Empty(t, mine.Question)
	require.Empty(t, mine.Remarks())

	for _, r := range []Request{
		{Scenario: "stated", With: []string{"growth/high"}},
		{Scenario: "stated", Set: []string{"segments.corridor.effectiveness=0.9"}},
	} {
		changed, err := Load(r)
		require.NoError(t, err)
		require.Equal(t, "Of stated, which is changed here: "+stated.Remarks(), changed.Remarks())
		again, err := Parse(changed.Name, changed.Effective())
		require.NoError(t, err)
		again.Variant = changed.Variant
		require.Equal(t, changed.Remarks(), again.Remarks())
	}
}
