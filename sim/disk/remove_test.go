package disk

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestRemoveAll: a directory goes with all that is in it, in either way, and what a link
// in it points to stays.
func TestRemoveAll(t *testing.T) {
	for name, remove := range map[string]func(string) error{"as the system does": RemoveAll, "by path": removeByPath} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			gone, stays := filepath.Join(dir, "gone"), filepath.Join(dir, "stays")
			require.NoError(t, os.MkdirAll(filepath.Join(gone, "a", "b"), 0o755))
			require.NoError(t, os.Mkdir(stays, 0o755))
			for _, file := range []string{filepath.Join(gone, "x"), filepath.Join(gone, "a", "b", "y"), filepath.Join(stays, "z")} {
				require.NoError(t, os.WriteFile(file, nil, 0o644))
			}
			require.NoError(t, os.Symlink(stays, filepath.Join(gone, "a", "link")))
			require.NoError(t, remove(gone))
			require.NoDirExists(t, gone)
			require.FileExists(t, filepath.Join(stays, "z"))
		})
	}
	require.NoError(t, RemoveAll(filepath.Join(t.TempDir(), "never")))
}
