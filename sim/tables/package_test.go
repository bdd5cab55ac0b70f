package tables

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

// What a package says comes back from its files, from memory and from a directory.
func TestPackageComesBack(t *testing.T) {
	targets := New(Targets)
	targets.Append("s", "ten", "capacity_mt", "2028-12", 10.0, 7.5, false, "2031-06")
	p := &Package{
		Name: "s", Title: "A title", Description: "A question?", Remarks: "What it leaves out.", Program: "corridor 1", Figures: 3, Assumptions: 2,
		Sources: []Source{{Name: "a", Title: "Work", Date: "2025", Path: "https://example.org"}},
		Aims:    []Aim{{Name: "ten", Title: "Ten", Metric: "capacity_mt", At: "2028-12", Threshold: 10}, {Name: "few", Metric: "queue_mt", At: "2030", Threshold: 0.5, AtMost: true}},
		Tables:  []*Table{targets},
	}
	descriptor, err := p.Descriptor()
	require.NoError(t, err)
	var csv bytes.Buffer
	require.NoError(t, targets.WriteCSV(&csv))
	files := map[string][]byte{PackageFile: descriptor, "targets.csv": csv.Bytes()}

	got, err := ReadFiles(files)
	require.NoError(t, err)
	require.Equal(t, p, got)

	dir := t.TempDir()
	for name, content := range files {
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), content, 0o644))
	}
	got, err = ReadDir(dir)
	require.NoError(t, err)
	require.Equal(t, p, got)

	require.NoError(t, os.Remove(filepath.Join(dir, "targets.csv")))
	_, err = ReadDir(dir)
	require.ErrorContains(t, err, "holds no result table")
	require.NoError(t, os.Remove(filepath.Join(dir, PackageFile)))
	_, err = ReadDir(dir)
	require.ErrorContains(t, err, "is not a run directory, it has no datapackage.json")
	require.ErrorIs(t, err, fs.ErrNotExist)
}
