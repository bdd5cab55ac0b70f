package tables

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
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
	targets.Append("s", "ten", "capacity_mt", "2028-12", 10.0, 7.5, false, "2031-06", 8.0, "2030-01")
	p := &Package{
		Name: "s", Title: "A title", Description: "A question?", Remarks: "What it leaves out.", Program: "corridor 1", Figures: 3, Assumptions: 2,
		Sources: []Source{{Name: "a", Title: "Work", Date: "2025", Path: "https://example.org"}},
		Targets: []Target{
			{Name: "ten", Title: "Ten", Metric: text("own / capacity_mt"), At: Period{calendar.NewMonth(2028, 12), false}, Threshold: 10},
			{Name: "few", Metric: text("queue_mt"), At: Period{calendar.NewMonth(2030, 12), true}, Threshold: 0.5, AtMost: true},
		},
		Observed: []Observation{{Metric: "throughput_mt", Year: 2024, Value: 4.484, Path: "https://example.org"}},
		Tables:   []*Table{targets},
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
		`{"name": "ten", "metric": "capacity_mt", "at": "soon"}`:    `datapackage.json: "soon" is not a period, expected a year such as 2028 or a month such as 2028-12`,
		`{"name": "ten", "metric": "capacity_mt", "at": "2028-13"}`: `datapackage.json: "2028-13" is not a period, expected a year such as 2028 or a month such as 2028-12`,
	} {
		_, err := ReadFiles(map[string][]byte{PackageFile: []byte(`{"targets": [` + target + `]}`), "warnings.csv": []byte("scenario,place,warning\n")})
		require.EqualError(t, err, want)
	}
}

// The description names every table with the type, unit and meaning of its columns.
func TestDescriptor(t *testing.T) {
	p := &Package{Name: "Ақтау Ports/1", Title: "T", Tables: []*Table{New(Segments), New(Attainment)}}
	text, err := p.Descriptor()
	require.NoError(t, err)
	var d descriptor
	require.NoError(t, json.Unmarshal(text, &d))
	require.Equal(t, "------ports/1", d.Name, "signs that the name of a package may have")
	require.Equal(t, "Ақтау Ports/1", d.Scenario)
	require.Len(t, d.Resources, 2)
	segments := d.Resources[0]
	require.Equal(t, "segments.csv", segments.Path)
	require.Equal(t, field{"month", "yearmonth", "", "calendar month, 2024-01"}, segments.Schema.Fields[1])
	require.Equal(t, field{"wait_days", "number", "d", Segments.WaitDays.Description}, segments.Schema.Fields[8])
	require.Equal(t, []string{""}, segments.Schema.MissingValues)
	require.Equal(t, "reached_high", d.Resources[1].Schema.Fields[7].Name)
	require.NotContains(t, string(text), `"targets"`, "a list of nothing is left out")
	require.True(t, strings.HasSuffix(string(text), "}\n"))
}

func TestPackageName(t *testing.T) {
	for name, want := range map[string]string{"stated": "stated", "a+b, c": "a-b--c", "GROWTH/High_2.1": "growth/high_2.1", "": "results", "é": "-"} {
		require.Equal(t, want, packageName(name))
	}
}

// A description that is damaged is not read.
func TestDamagedDescription(t *testing.T) {
	warnings := []byte("scenario,place,warning\n")
	for text, want := range map[string]string{
		"":                           "datapackage.json: unexpected end of JSON input",
		"{":                          "datapackage.json: unexpected end of JSON input",
		`{"title": 1}`:               "datapackage.json: json: cannot unmarshal number into Go struct field descriptor.title of type string",
		`{"seed": -1}`:               "datapackage.json: json: cannot unmarshal number -1 into Go struct field descriptor.seed of type uint64",
		`{"program": "other 1"}`:     `datapackage.json: the program is "other 1", expected corridor and its version`,
		`{"program": "corridor"}`:    `datapackage.json: the program is "corridor", expected corridor and its version`,
		`{"remarks": "a\u2029b"}`:    "datapackage.json: a text cannot have the control character U+2029",
		`{"other": ["x", "\u0007"]}`: "datapackage.json: a text cannot have the control character U+0007",
	} {
		_, err := ReadFiles(map[string][]byte{PackageFile: []byte(text), "warnings.csv": warnings})
		require.EqualError(t, err, want, text)
	}
	p, err := ReadFiles(map[string][]byte{PackageFile: []byte(`{"name": "old"}`), "warnings.csv": warnings})
	require.NoError(t, err)
	require.Equal(t, "old", p.Name, "where no scenario is named")
	require.NotNil(t, p.Table(Warnings))
	require.Nil(t, p.Table(Annual))
	_, err = ReadFiles(map[string][]byte{PackageFile: []byte(`{}`)})
	require.EqualError(t, err, "there is no result table")
	_, err = ReadFiles(map[string][]byte{PackageFile: []byte(`{}`), "warnings.csv": []byte("scenario\n")})
	require.EqualError(t, err, `warnings.csv:1: the column "place" is missing`)
}

// A file that cannot be read is not one that is missing.
func TestUnreadableFiles(t *testing.T) {
	for _, broken := range []string{PackageFile, "annual.csv"} {
		_, err := ReadWith("runs/a", func(name string) ([]byte, error) {
			if name == broken {
				return nil, fs.ErrPermission
			}
			return []byte("{}"), nil
		})
		require.EqualError(t, err, "runs/a: permission denied")
		require.ErrorIs(t, err, fs.ErrPermission)
	}
}
