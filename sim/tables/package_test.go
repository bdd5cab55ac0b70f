package tables

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/model/calendar"
)

// What a package says comes back from its files, from memory and from a directory.
func TestPackageComesBack(t *testing.T) {
	text := func(metric string) *Expression {
		e := &Expression{}
		require.NoError(t, e.UnmarshalText([]byte(metric)))
		return e
	}
	targets := New(Targets)
	targets.Append("s", "ten", "capacity_mt", "2028-12", 10.0, 7.5, false, "2031-06")
	p := &Package{
		Name: "s", Title: "A title", Description: "A question?", Remarks: "What it leaves out.", Program: "corridor 1", Figures: 3, Assumptions: 2,
		Sources: []Source{{Name: "a", Title: "Work", Date: "2025", Path: "https://example.org"}},
		Targets: []Target{
			{Name: "ten", Title: "Ten", Metric: text("own / capacity_mt"), At: Period{calendar.NewMonth(2028, 12), false}, Threshold: 10},
			{Name: "few", Metric: text("queue_mt"), At: Period{calendar.NewMonth(2030, 12), true}, Threshold: 0.5, AtMost: true},
		},
		Tables: []*Table{targets},
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

// What a package says of a target can be read, or the package cannot.
func TestTargetsOfPackage(t *testing.T) {
	for target, want := range map[string]string{
		`{"name": "ten", "at": "2028"}`:                             `datapackage.json: the target "ten" has no metric or no date`,
		`{"name": "ten", "metric": null, "at": "2028"}`:             `datapackage.json: the target "ten" has no metric or no date`,
		`{"name": "ten", "metric": "capacity_mt"}`:                  `datapackage.json: the target "ten" has no metric or no date`,
		`{"name": "ten", "metric": "capacity_mt", "at": "soon"}`:    `datapackage.json: "soon" is no period, expected a year such as 2028 or a month such as 2028-12`,
		`{"name": "ten", "metric": "capacity_mt", "at": "2028-13"}`: `datapackage.json: "2028-13" is no period, expected a year such as 2028 or a month such as 2028-12`,
	} {
		_, err := ReadFiles(map[string][]byte{PackageFile: []byte(`{"targets": [` + target + `]}`), "warnings.csv": []byte("scenario,place,warning\n")})
		require.EqualError(t, err, want)
	}
}
