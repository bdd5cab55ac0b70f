package disk

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestResolve(t *testing.T) {
	dir, err := filepath.EvalSymlinks(t.TempDir())
	require.NoError(t, err)
	require.NoError(t, os.MkdirAll(filepath.Join(dir, "a", "b"), 0o755))
	for link, to := range map[string]string{"deep": "a/b", "none": "nowhere/x", "far": filepath.Join(dir, "a"), "chain": "none", "loop": "loop", "up": "a/.."} {
		require.NoError(t, os.Symlink(to, filepath.Join(dir, link)))
	}
	t.Chdir(dir)
	for path, want := range map[string]string{
		".": "", "x": "x", "deep": "a/b", "deep/..": "a", "deep/../c": "a/c", "none": "nowhere/x", "none/y": "nowhere/x/y",
		"far/b": "a/b", "chain": "nowhere/x", "up/a": "a", dir + "/deep/": "a/b", "nowhere/../x": "x",
	} {
		got, err := Resolve(path)
		require.NoError(t, err, path)
		require.Equal(t, filepath.Join(dir, want), got, path)
	}
	_, err = Resolve("loop")
	require.ErrorContains(t, err, "too many links")
}
