package rundir

import (
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"github.com/stretchr/testify/require"
)

// mounted returns a directory that is a mount point, with what the root of a file
// system often holds.
func mounted(t *testing.T) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "out")
	require.NoError(t, os.Mkdir(dir, 0o755))
	if err := syscall.Mount("tmpfs", dir, "tmpfs", 0, "size=1m"); err != nil {
		t.Skipf("nothing can be mounted here: %v", err)
	}
	t.Cleanup(func() { _ = syscall.Unmount(dir, 0) })
	require.NoError(t, os.Mkdir(filepath.Join(dir, "lost+found"), 0o700))
	return dir
}

func TestMountPoint(t *testing.T) {
	dir := mounted(t)
	p, err := At(dir, listed)
	require.NoError(t, err)
	require.Equal(t, filepath.Join(dir, ".results.journal"), p.Journal())
	for _, r := range []Results{oldResults, newResults} {
		require.NoError(t, commit(dir, r))
		require.Equal(t, asTree(r), tree(t, dir))
	}
	require.NoError(t, add(dir))
	require.Equal(t, added(newResults)["charts/c.svg"], tree(t, dir)["charts/c.svg"])
	alone(t, dir)
	require.DirExists(t, filepath.Join(dir, "lost+found"))

	// As is a directory of the same file system that is bound to another name.
	bound := filepath.Join(t.TempDir(), "out")
	require.NoError(t, os.Mkdir(bound, 0o755))
	require.NoError(t, syscall.Mount(t.TempDir(), bound, "", syscall.MS_BIND, ""))
	t.Cleanup(func() { _ = syscall.Unmount(bound, 0) })
	require.NoError(t, commit(bound, newResults))
	require.Equal(t, asTree(newResults), tree(t, bound))
}

func TestKilledAnywhereInAMountPoint(t *testing.T) {
	killedAnywhere(t, "over old ones, mounted", func() string { return mounted(t) })
}

func TestMountPointThatIsReadOnly(t *testing.T) {
	dir := mounted(t)
	require.NoError(t, syscall.Mount("tmpfs", dir, "tmpfs", syscall.MS_REMOUNT|syscall.MS_RDONLY, ""))
	_, err := At(dir, listed)
	require.ErrorIs(t, err, syscall.EROFS)
}
