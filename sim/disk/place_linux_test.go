package disk

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestMountPoint(t *testing.T) {
	dir := t.TempDir()
	require.False(t, MountPoint(dir))
	require.False(t, MountPoint(filepath.Join(dir, "none")))
	link := filepath.Join(dir, "link")
	require.NoError(t, os.Symlink("/proc", link))
	require.False(t, MountPoint(link), "a link to one can be renamed")
	if _, err := os.Stat("/proc/self"); err != nil {
		t.Skip("there is no /proc")
	}
	require.True(t, MountPoint("/proc"))
	require.False(t, MountPoint("/proc/self/fd"))
}

func TestWritable(t *testing.T) {
	dir := t.TempDir()
	require.NoError(t, Writable(dir))
	require.ErrorIs(t, Writable(filepath.Join(dir, "none")), os.ErrNotExist)
	if os.Geteuid() == 0 {
		t.Skip("root may write anywhere")
	}
	require.NoError(t, os.Chmod(dir, 0o555))
	defer os.Chmod(dir, 0o755)
	require.ErrorIs(t, Writable(dir), os.ErrPermission)
}
