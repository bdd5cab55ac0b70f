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

func compareTables(t *testing.T, out, want string) {
	t.Helper()
	written, err := filepath.Glob(filepath.Join(out, "*.csv"))
	require.NoError(t, err)
	require.NotEmpty(t, written)
	if *update {
		require.NoError(t, os.MkdirAll(want, 0o755))
	}
	for _, file := range written {
		got, err := os.ReadFile(file)
		require.NoError(t, err)
		path := filepath.Join(want, filepath.Base(file))
		if *update {
			require.NoError(t, os.WriteFile(path, got, 0o644))
			continue
		}
		expected, err := os.ReadFile(path)
		require.NoError(t, err)
		require.True(t, bytes.Equal(expected, got), "%s differs from the golden table; run with -update and read the difference", path)
	}
}
