package main

import (
	"bytes"
	"context"
	"flag"
	"io"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "write the golden tables anew")

// golden is where the golden tables stand, by name of the run.
const golden = "../../testdata/golden"

// TestGoldenTables holds the results of the library to the bit. The tables were
// first accepted when the figures as stated and the pencil check of the teaching
// scenario agreed with them; a change of the model shows here as a difference.
func TestGoldenTables(t *testing.T) {
	for name, args := range map[string][]string{
		"stated":             {"run", "stated"},
		"teaching":           {"run", "teaching"},
		"stated-matrix":      {"matrix", "stated"},
		"reference-hindcast": {"hindcast", "reference"},
	} {
		t.Run(name, func(t *testing.T) {
			if args[0] == "hindcast" {
				onlyLong(t) // README holds what it prints
			}
			out := filepath.Join(t.TempDir(), name)
			code := run(context.Background(), append(args, "--charts", "none", "--out", out), io.Discard, os.Stderr)
			require.Equal(t, exitDone, code)
			compareTables(t, out, filepath.Join(golden, name))
		})
	}
}

// compareTables compares all tables of a directory with those of another: neither may
// hold one that the other has not.
func compareTables(t *testing.T, out, want string) {
	t.Helper()
	written := tablesIn(t, out)
	require.NotEmpty(t, written)
	if *update {
		require.NoError(t, os.RemoveAll(want))
		require.NoError(t, os.MkdirAll(want, 0o755))
		for _, name := range written {
			require.NoError(t, os.WriteFile(filepath.Join(want, name), contentOf(t, filepath.Join(out, name)), 0o644))
		}
	}
	require.Equal(t, tablesIn(t, want), written, "%s holds other tables than are written", want)
	for _, name := range written {
		same := bytes.Equal(contentOf(t, filepath.Join(want, name)), contentOf(t, filepath.Join(out, name)))
		require.True(t, same, "%s differs from the golden table; run with -update and read the difference", filepath.Join(want, name))
	}
}

func tablesIn(t *testing.T, dir string) (names []string) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "*.csv"))
	require.NoError(t, err)
	for _, file := range files {
		names = append(names, filepath.Base(file))
	}
	return names
}

func contentOf(t *testing.T, file string) []byte {
	t.Helper()
	content, err := os.ReadFile(file)
	require.NoError(t, err)
	return content
}
