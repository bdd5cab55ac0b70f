package disk

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestReplace(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "a", "page.html")
	for _, text := range []string{"one", "two"} {
		require.NoError(t, Replace(path, []byte(text)))
		require.Equal(t, text, read(t, path))
	}
	require.Equal(t, []string{"page.html"}, names(t, filepath.Dir(path)))
}

// A link gives way, and what it points to stays; neither a directory nor a device does.
func TestReplaceThroughNoLink(t *testing.T) {
	dir := t.TempDir()
	path, victim := filepath.Join(dir, "page.html"), filepath.Join(dir, "victim")
	write(t, victim, "precious")
	require.NoError(t, os.Symlink("victim", path))
	require.NoError(t, os.Symlink("victim", filepath.Join(dir, ".page.html.writing")))
	require.NoError(t, Replace(path, []byte("page")))
	require.Equal(t, "page", read(t, path))
	require.Equal(t, "precious", read(t, victim))

	require.ErrorContains(t, Replace(dir, nil), "not a regular file")
	require.ErrorContains(t, Replace(os.DevNull, nil), "not a regular file")
}

// What a process that is gone has left is cleared, what others hold or own is not.
func TestReplaceClears(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{".a.svg.writing", ".b.svg.writing-12", ".c.svg.writing-13", "d.writing-1", ".e.writing-mine"} {
		write(t, filepath.Join(dir, name), "")
	}
	held, err := os.Open(filepath.Join(dir, ".c.svg.writing-13"))
	require.NoError(t, err)
	defer held.Close()
	require.NoError(t, Lock(held))
	require.NoError(t, Replace(filepath.Join(dir, "z.svg"), nil))
	require.Equal(t, []string{".c.svg.writing-13", ".e.writing-mine", "d.writing-1", "z.svg"}, names(t, dir))
}

func TestFailedReplaceLeavesTheOld(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "page.html")
	write(t, path, "old")
	for _, fails := range []string{"write", "sync", "rename"} {
		full := errors.New("no space left on device")
		Before = func(change, _ string) error {
			if change == fails {
				return full
			}
			return nil
		}
		err := Replace(path, []byte("new"))
		Before = nil
		require.ErrorIs(t, err, full)
		require.Equal(t, "old", read(t, path))
		require.Equal(t, []string{"page.html"}, names(t, dir))
	}
}

func TestCreate(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "my.yaml")
	require.NoError(t, Create(path, []byte("one")))
	require.ErrorIs(t, Create(path, []byte("two")), fs.ErrExist)
	require.Equal(t, "one", read(t, path))
	link := filepath.Join(dir, "link.yaml")
	require.NoError(t, os.Symlink("nowhere", link))
	require.ErrorIs(t, Create(link, []byte("two")), fs.ErrExist)
	require.Equal(t, []string{"link.yaml", "my.yaml"}, names(t, dir))

	Before = func(change, _ string) error { // as on a file system without second names
		if change == "link" {
			return errors.ErrUnsupported
		}
		return nil
	}
	defer func() { Before = nil }()
	require.NoError(t, Create(filepath.Join(dir, "other.yaml"), []byte("three")))
	require.Equal(t, "three", read(t, filepath.Join(dir, "other.yaml")))
}
