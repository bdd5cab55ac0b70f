package disk

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestFiles: all that was written lasts after one Sync, which closes every file.
func TestFiles(t *testing.T) {
	dir := t.TempDir()
	a, b := filepath.Join(dir, "a.csv"), filepath.Join(dir, "b.csv")
	var files Files
	require.Equal(t, []string{"write a.csv", "write b.csv", "sync a.csv", "sync b.csv"}, changes(t, func() error {
		return errors.Join(files.Write(a, []byte("one")), files.Write(b, []byte("two")), files.Sync())
	}))
	require.Equal(t, "one", read(t, a))
	require.Equal(t, "two", read(t, b))
	require.NoError(t, files.Sync(), "nothing is left to sync")
	files.Close()
}

// TestFilesReplaceNothing: a name that is taken, if only by a link, is an error, and what
// bears it stays.
func TestFilesReplaceNothing(t *testing.T) {
	dir := t.TempDir()
	taken, link := filepath.Join(dir, "taken"), filepath.Join(dir, "link")
	write(t, taken, "precious")
	require.NoError(t, os.Symlink("elsewhere", link))
	var files Files
	require.ErrorIs(t, files.Write(taken, []byte("new")), fs.ErrExist)
	require.ErrorIs(t, files.Write(link, []byte("new")), fs.ErrExist)
	require.Equal(t, "precious", read(t, taken))
	require.Equal(t, []string{"link", "taken"}, names(t, dir))
}

// TestFilesAfterAnError: the first failure is told, and all files are closed with it.
func TestFilesAfterAnError(t *testing.T) {
	full := errors.New("no space left on device")
	dir := t.TempDir()
	var files Files
	require.NoError(t, files.Write(filepath.Join(dir, "a"), nil))
	require.NoError(t, files.Write(filepath.Join(dir, "b"), nil))
	handles := append([]*os.File(nil), files.open...)
	mend := failing("sync", full)
	require.ErrorIs(t, files.Sync(), full)
	mend()
	for _, f := range handles {
		require.ErrorIs(t, f.Close(), os.ErrClosed)
	}

	defer failing("write", full)()
	require.ErrorIs(t, files.Write(filepath.Join(dir, "c"), nil), full)
	require.Equal(t, []string{"a", "b"}, names(t, dir))
}

func TestFilesClosed(t *testing.T) {
	var files Files
	require.NoError(t, files.Write(filepath.Join(t.TempDir(), "a"), nil))
	handle := files.open[0]
	files.Close()
	require.ErrorIs(t, handle.Close(), os.ErrClosed)
	require.Empty(t, files.open)
}

func TestSyncFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "draws.parquet")
	require.ErrorIs(t, SyncFile(path), fs.ErrNotExist)
	write(t, path, "rows")
	require.Equal(t, []string{"sync draws.parquet"}, changes(t, func() error { return SyncFile(path) }))
	require.Equal(t, "rows", read(t, path))
}
