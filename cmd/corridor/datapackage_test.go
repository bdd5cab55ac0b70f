package main

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/sim/tables"
)

// own is a scenario that cites no work, and whose texts look like formulas.
const own = `scenario: own
extends: teaching
source: assumption
segments: {railway: {title: "=1+1"}}
uncertainties: {practice: {path: segments.railway.effectiveness, distribution: uniform, low: 0.5, high: 0.9}}
`

// Every run directory is a Tabular Data Package, as the specification 1.0 has it
// (specs.frictionlessdata.io): names, lists that may not be empty, and cells that are of
// the type of their column or empty. CI reads them with the reference implementation.
func TestRunDirectoriesAreDataPackages(t *testing.T) {
	t.Chdir(t.TempDir())
	require.NoError(t, os.WriteFile("own.yaml", []byte(own), 0o600))
	for name, args := range map[string][]string{
		"own":      {"run", "own.yaml"},
		"changed":  {"run", "stated", "--with", "growth/high", "--set", "segments.corridor.effectiveness=0.8"},
		"draw":     {"run", "own.yaml", "--draw", "3"},
		"ensemble": {"ensemble", "own.yaml", "--draws", "20"},
		"kept":     {"ensemble", "own.yaml", "--draws", "20", "--keep"},
		"beside":   {"ensemble", "own.yaml", "--draws", "20", "--keep", "--tables", "csv-draws,parquet,csv-bom,xlsx"},
		"compare":  {"compare", "stated", "stated+growth/high"},
		"matrix":   {"matrix", "stated", "--growth", "low", "--investment", "none"},
	} {
		t.Run(name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), name)
			var stderr bytes.Buffer
			code := run(context.Background(), append(args, "--charts", "none", "--out", dir), new(bytes.Buffer), &stderr)
			require.Equal(t, exitDone, code, stderr.String())
			checkDataPackage(t, dir)
			require.Empty(t, undescribed(t, dir))
		})
	}
}

type packageResource struct {
	Profile, Name, Path, Encoding, Format, MediaType string
	Schema                                           struct {
		Fields        []struct{ Name, Type string }
		MissingValues []string
	}
}

var packageName = regexp.MustCompile(`^([-a-z0-9._/])+$`)

func checkDataPackage(t *testing.T, dir string) {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(dir, tables.PackageFile))
	require.NoError(t, err)
	var d struct {
		Profile, Name string
		Title         *string
		Sources       *[]struct{ Title, Path *string }
		Resources     []packageResource
	}
	require.NoError(t, json.Unmarshal(text, &d))
	if slices.ContainsFunc(d.Resources, func(r packageResource) bool { return r.Profile != "tabular-data-resource" }) {
		require.Equal(t, "data-package", d.Profile)
	} else {
		require.Equal(t, "tabular-data-package", d.Profile)
	}
	require.Regexp(t, packageName, d.Name)
	require.NotNil(t, d.Title)
	if d.Sources != nil {
		require.NotEmpty(t, *d.Sources, "a list of sources has at least one")
		for _, s := range *d.Sources {
			require.NotNil(t, s.Title)
		}
	}
	require.NotEmpty(t, d.Resources)
	names := map[string]bool{}
	for _, r := range d.Resources {
		require.Regexp(t, packageName, r.Name)
		require.False(t, names[r.Name], "%s is there twice", r.Name)
		names[r.Name] = true
		require.True(t, filepath.IsLocal(r.Path))
		require.FileExists(t, filepath.Join(dir, r.Path))
		if r.Profile != "tabular-data-resource" {
			require.NotEmpty(t, r.Format)
			require.NotEmpty(t, r.MediaType)
			continue
		}
		require.Contains(t, r.Schema.MissingValues, "")
		file, err := os.Open(filepath.Join(dir, r.Path))
		require.NoError(t, err)
		defer file.Close()
		rows, err := csv.NewReader(file).ReadAll()
		require.NoError(t, err)
		require.Len(t, rows[0], len(r.Schema.Fields))
		for i, f := range r.Schema.Fields {
			require.Equal(t, rows[0][i], f.Name)
			for _, row := range rows[1:] {
				require.True(t, slices.Contains(r.Schema.MissingValues, row[i]) || castable(f.Type, row[i]), "%s: %s is %q, not of type %s", r.Path, f.Name, row[i], f.Type)
			}
		}
	}
}

// undescribed lists files of a run directory, but for the descriptions, that its package does not name.
func undescribed(t *testing.T, dir string) (list []string) {
	text, err := os.ReadFile(filepath.Join(dir, tables.PackageFile))
	require.NoError(t, err)
	var d struct{ Resources []struct{ Path string } }
	require.NoError(t, json.Unmarshal(text, &d))
	entries, err := os.ReadDir(dir)
	require.NoError(t, err)
	for _, e := range entries {
		named := slices.ContainsFunc(d.Resources, func(r struct{ Path string }) bool { return r.Path == e.Name() })
		if !named && e.Name() != tables.PackageFile && e.Name() != "manifest.json" {
			list = append(list, e.Name())
		}
	}
	return list
}

var yearMonth = regexp.MustCompile(`^-?\d{4}-\d\d$`)

// castable reports whether a cell is of a type of Table Schema.
func castable(kind, cell string) bool {
	switch kind {
	case "string":
		return true
	case "integer":
		_, err := strconv.ParseInt(cell, 10, 64)
		return err == nil
	case "number":
		_, err := strconv.ParseFloat(cell, 64)
		return err == nil
	case "boolean":
		return cell == "true" || cell == "false"
	case "yearmonth":
		return yearMonth.MatchString(cell)
	}
	return false
}
