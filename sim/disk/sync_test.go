package disk

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestMakeDirectories: those above are made too; what is in the way and is no directory
// is an error that names it.
func TestMakeDirectories(t *testing.T) {
	dir := t.TempDir()
	deep := filepath.Join(dir, "a", "b", "c")
	require.NoError(t, MakeDirectories(deep))
	info, err := os.Stat(deep)
	require.NoError(t, err)
	require.True(t, info.IsDir())

	file := filepath.Join(dir, "file")
	write(t, file, "")
	for _, wanted := range []string{file, filepath.Join(file, "below")} {
		require.ErrorIs(t, MakeDirectories(wanted), syscall.ENOTDIR)
	}
	require.ErrorContains(t, MakeDirectories(file), file)

	denied := errors.New("read-only file system")
	defer failing("mkdir", denied)()
	require.ErrorIs(t, MakeDirectories(filepath.Join(dir, "x", "y")), denied)
	require.NoDirExists(t, filepath.Join(dir, "x"))
}

// TestExchange: two directories, or a directory and a file, change places.
func TestExchange(t *testing.T) {
	dir := t.TempDir()
	old, new := filepath.Join(dir, "old"), filepath.Join(dir, "new")
	require.NoError(t, MakeDirectories(old))
	require.NoError(t, MakeDirectories(new))
	write(t, filepath.Join(old, "in old"), "")
	write(t, filepath.Join(new, "in new"), "")
	before, err := os.Stat(old)
	require.NoError(t, err)
	err = Exchange(new, old)
	if errors.Is(err, errors.ErrUnsupported) {
		t.Skip(err)
	}
	require.NoError(t, err)
	require.Equal(t, []string{"in new"}, names(t, old))
	require.Equal(t, []string{"in old"}, names(t, new))
	after, err := os.Stat(new)
	require.NoError(t, err)
	require.True(t, os.SameFile(before, after), "it is the same directory under another name")

	err = Exchange(new, filepath.Join(dir, "none"))
	require.ErrorIs(t, err, fs.ErrNotExist)
	require.NotErrorIs(t, err, errors.ErrUnsupported, "which would have it done in another way")
	require.Equal(t, []string{"in old"}, names(t, new))
}

// TestExchangeUnsupported: whatever a system says where names cannot change places, the
// caller hears of one error, with the system's in it.
func TestExchangeUnsupported(t *testing.T) {
	dir := t.TempDir()
	err := Exchange(dir, filepath.Join(dir, "below")) // a directory and what is in it
	require.Error(t, err)
	write(t, filepath.Join(dir, "below"), "")
	require.ErrorIs(t, Exchange(dir, filepath.Join(dir, "below")), errors.ErrUnsupported)
	require.Equal(t, []string{"below"}, names(t, dir))
}

// TestChangesAreAskedFor: a change that is refused is not made.
func TestChangesAreAskedFor(t *testing.T) {
	refused := errors.New("stop here")
	dir := t.TempDir()
	a, b := filepath.Join(dir, "a"), filepath.Join(dir, "b")
	write(t, a, "a")
	for kind, change := range map[string]func() error{
		"rename":   func() error { return Rename(a, b) },
		"remove":   func() error { return Remove(a) },
		"link":     func() error { return Link(a, b) },
		"exchange": func() error { return Exchange(a, dir) },
		"sync":     func() error { return SyncDirectory(dir) },
	} {
		mend := failing(kind, refused)
		require.ErrorIs(t, change(), refused, kind)
		mend()
		require.Equal(t, []string{"a"}, names(t, dir), kind)
	}
	require.NoError(t, Link(a, b))
	require.NoError(t, Remove(a))
	require.NoError(t, Rename(b, a))
	require.Equal(t, "a", read(t, a))
	require.NoError(t, SyncDirectory(dir))
	require.ErrorIs(t, SyncDirectory(b), fs.ErrNotExist)
	require.ErrorIs(t, Remove(b), fs.ErrNotExist)
}
