package rundir

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/sim/disk"
)

// TestFailsAnywhere: whatever change to the disk fails, a run that goes on to its end
// leaves the old results or the new ones, whole, or none that pass for any; it says so,
// or the new results are there; and the next run leaves nothing else.
func TestFailsAnywhere(t *testing.T) {
	full := errors.New("no space left on device")
	for how, write := range map[string]func(dir string) error{
		"over old ones":                   func(dir string) error { return commit(dir, newResults) },
		"over old ones, without exchange": func(dir string) error { return commit(dir, newResults) },
		"update":                          add,
	} {
		t.Run(how, func(t *testing.T) {
			for fails, made := 1, false; !made; fails += step() {
				dir := filepath.Join(t.TempDir(), "out")
				require.NoError(t, commit(dir, oldResults))
				left := fails
				disk.Before = func(change, _ string) error {
					if left--; left == 0 {
						return full
					}
					if change == "exchange" && strings.Contains(how, "without exchange") {
						return errors.ErrUnsupported
					}
					return nil
				}
				err := write(dir)
				disk.Before = nil
				made = left > 0
				if err != nil {
					require.ErrorIs(t, err, full, "change %d", fails)
				} else if how == "update" {
					require.Equal(t, added(oldResults), tree(t, dir), "change %d", fails)
				} else {
					require.Equal(t, asTree(newResults), tree(t, dir), "change %d", fails)
				}
				holdsWhole(t, dir, how)
				require.NoError(t, commit(dir, newResults), "after change %d failed", fails)
				require.Equal(t, asTree(newResults), tree(t, dir))
				alone(t, dir)
			}
		})
	}
}

// TestFailedExchangeBack: where the directory cannot be put back, the one with the new
// results takes its place for good, and a file that came late goes along.
func TestFailedExchangeBack(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "out")
	require.NoError(t, commit(dir, oldResults))
	exchanges := 0
	disk.Before = func(change, _ string) error {
		if change == "exchange" {
			if exchanges++; exchanges == 1 {
				write(t, filepath.Join(dir, "late.md"), "mine")
			} else {
				return errors.ErrUnsupported
			}
		}
		return nil
	}
	err := commit(dir, newResults)
	disk.Before = nil
	require.NoError(t, err)
	require.Equal(t, 2, exchanges)
	want := asTree(newResults)
	want["late.md"] = "mine"
	require.Equal(t, want, tree(t, dir))
	alone(t, dir)
}

// TestLateFileInBoth: a file that came into a directory that was being replaced, and one
// of the same name that came into the directory since, are both kept, and the user asked.
func TestLateFileInBoth(t *testing.T) {
	above := t.TempDir()
	dir := filepath.Join(above, "out")
	require.NoError(t, commit(dir, oldResults))
	left := filepath.Join(above, ".out.writing-1")
	write(t, filepath.Join(left, whole, "notes.md"), "there")
	write(t, filepath.Join(left, whole, Manifest), "[]")
	write(t, filepath.Join(dir, "notes.md"), "here")
	before := tree(t, above)
	_, err := At(dir, listed)
	var refused *RefusedError
	require.ErrorAs(t, err, &refused)
	require.ErrorContains(t, err, "notes.md is in "+filepath.Join(left, whole))
	require.ErrorContains(t, err, "take away one of them")
	after := tree(t, above)
	delete(after, ".out.writing-1/"+lockFile)
	require.Equal(t, before, after)
}

// TestUpdateNeedsResults: there is nothing to add to where there is no directory, and what
// the caller finds wrong leaves all as it is.
func TestUpdateNeedsResults(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "out")
	p, err := Of(dir, listed)
	require.NoError(t, err)
	asked := false
	err = p.Update(func() (Results, error) {
		asked = true
		return Results{}, nil
	})
	require.ErrorIs(t, err, fs.ErrNotExist)
	require.ErrorContains(t, err, dir)
	require.False(t, asked)

	require.NoError(t, commit(dir, oldResults))
	p, err = Of(dir, listed)
	require.NoError(t, err)
	wrong := errors.New("it is not what it was")
	require.ErrorIs(t, p.Update(func() (Results, error) { return newResults, wrong }), wrong)
	require.NoError(t, p.Close())
	require.Equal(t, asTree(oldResults), tree(t, dir))
	alone(t, dir)
}

// TestPlacesThatCannotBe: a name that can hold no results is refused before any are made.
func TestPlacesThatCannotBe(t *testing.T) {
	above := t.TempDir()
	file := filepath.Join(above, "file")
	write(t, file, "mine")
	for name, says := range map[string]string{
		"":                          "the name of the directory for the results is empty",
		file:                        "is a file, expected a directory for the results",
		filepath.Join(file, "out"):  "not a directory",
		filepath.Join(above, "sub"): "",
	} {
		p, err := At(name, listed)
		if says == "" {
			require.NoError(t, err)
			require.Equal(t, name, p.String())
			continue
		}
		require.ErrorContains(t, err, says, name)
	}
	require.Equal(t, map[string]string{"file": "mine"}, tree(t, above))
}

// TestListsAreNotTrusted: what a manifest lists outside its directory, or as no file, is
// no result of it.
func TestListsAreNotTrusted(t *testing.T) {
	p := &Place{listed: func(string) ([]string, error) {
		return []string{"annual.csv", "../other.csv", "/etc/passwd", ".", "", "charts//a.svg", "charts/a.svg"}, nil
	}}
	require.Equal(t, []string{"annual.csv", "charts/a.svg"}, p.list("out"))
	p.listed = func(string) ([]string, error) { return []string{"annual.csv"}, os.ErrNotExist }
	require.Empty(t, p.list("out"))
}
