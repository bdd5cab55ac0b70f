package disk

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestLockDirectory(t *testing.T) {
	dir := t.TempDir()
	none, err := LockDirectory(filepath.Join(dir, "none"))
	require.NoError(t, err)
	require.Nil(t, none)

	held, err := LockDirectory(dir)
	require.NoError(t, err)
	other, err := os.Open(dir)
	require.NoError(t, err)
	defer other.Close()
	require.ErrorIs(t, Lock(other), ErrInUse)
	held.Close()
	require.NoError(t, Lock(other))
}

// A directory that is exchanged for another while it is waited for is not the one that
// bears the name: what is locked is.
func TestLockDirectoryThatIsReplaced(t *testing.T) {
	above := t.TempDir()
	dir, moved := filepath.Join(above, "out"), filepath.Join(above, "moved")
	require.NoError(t, os.Mkdir(dir, 0o755))
	held, err := LockDirectory(dir)
	require.NoError(t, err)
	got := make(chan *os.File)
	go func() {
		var d *os.File
		var err error
		for d == nil && err == nil { // for a moment there is no directory of that name
			d, err = LockDirectory(dir)
		}
		if err != nil {
			t.Error(err)
		}
		got <- d
	}()
	require.NoError(t, os.Rename(dir, moved))
	require.NoError(t, os.Mkdir(dir, 0o755))
	held.Close()
	d := <-got
	require.NotNil(t, d)
	defer d.Close()
	require.True(t, Names(dir, d))
	require.False(t, Names(moved, d))
}

func TestNames(t *testing.T) {
	dir := t.TempDir()
	path, link := filepath.Join(dir, "journal"), filepath.Join(dir, "link")
	write(t, path, "")
	f, err := os.Open(path)
	require.NoError(t, err)
	defer f.Close()
	require.NoError(t, os.Symlink("journal", link))
	require.True(t, Names(path, f))
	require.False(t, Names(link, f), "a link is another thing than what it points to")
	require.NoError(t, os.Remove(path))
	require.False(t, Names(path, f))
	write(t, path, "")
	require.False(t, Names(path, f), "another file of that name")
}

// A file that another process, or another opening, holds is told from one that is free.
func TestLock(t *testing.T) {
	path := filepath.Join(t.TempDir(), "lock")
	write(t, path, "")
	first, err := os.Open(path)
	require.NoError(t, err)
	second, err := os.Open(path)
	require.NoError(t, err)
	defer second.Close()
	require.NoError(t, Lock(first))
	require.NoError(t, Lock(first), "its own lock")
	require.ErrorIs(t, Lock(second), ErrInUse)
	first.Close()
	require.NoError(t, Lock(second))
}
