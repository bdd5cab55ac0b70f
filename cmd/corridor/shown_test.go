package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/sim/runs"
	"corridor/sim/tables"
)

// Nothing that comes from a file, a directory or an argument steers the terminal, in
// whatever command and message it is shown.
func TestNothingSteersTheTerminal(t *testing.T) {
	t.Chdir(t.TempDir())
	const odd = "\x1b[31m\u009b2J\u202egnp\x9b"
	ctx := context.Background()
	require.Equal(t, exitDone, run(ctx, []string{"run", "stated", "--charts", "none", "--out", "good"}, new(bytes.Buffer), os.Stderr))
	write := func(path, text string) {
		require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o755))
		require.NoError(t, os.WriteFile(path, []byte(text), 0o644))
	}
	copied := func(dir string, change func(manifest string) string) {
		require.NoError(t, os.CopyFS(dir, os.DirFS("good")))
		text, err := os.ReadFile(filepath.Join(dir, runs.ManifestFile))
		require.NoError(t, err)
		write(filepath.Join(dir, runs.ManifestFile), change(string(text)))
	}
	write("raw.yaml", "scenario: x\nextends: stated\nti\x1b[31mtle: t\n")
	write("escaped.yaml", "scenario: x\nextends: stated\ntitle: \"\\e[31m\\u202e\"\n")
	write("spec.yaml", "charts:\n  - {chart: throughput, title: \"\\e[31m\"}\n  - {chart: \"\\x9b\"}\n")
	write(odd+".yaml", "scenario: x\nextends: stated\n")
	copied("paths", func(m string) string { return strings.Replace(m, `"annual.csv"`, `"\u001b[31m\u202e.csv"`, 1) })
	copied("versions", func(m string) string { return strings.Replace(m, `"version": "`, `"version": "\u001b[31m\u202e`, 1) })
	copied("cells", func(m string) string { return strings.Replace(m, `"name": "stated"`, `"name": "\u001b[31m\u202e"`, 1) })
	copied("commands", func(m string) string { return strings.Replace(m, `"command": "run"`, `"command": "\u009b31m"`, 1) })

	for _, args := range [][]string{
		{"validate", "raw.yaml"}, {"validate", "escaped.yaml"}, {"validate", odd + ".yaml"}, {"validate", odd}, {"run", odd + "/none.yaml"},
		{"run", "stated", "--with", odd}, {"run", "stated", "--with", odd + ".yaml"}, {"run", "stated", "--set", "title=" + odd}, {"run", "stated", "--set", odd},
		{"run", "stated", "--charts", odd}, {"run", "stated", "--charts", "none", "--out", odd}, {"run", "stated", "--" + odd}, {odd},
		{"compare", "stated", odd}, {"matrix", "stated", "--growth", odd}, {"ensemble", "stated", "--design", odd}, {"new", odd + ".yaml"}, {"new", odd},
		{"plot", odd}, {"plot", "good", "--spec", "spec.yaml", "--out", "charts"}, {"plot", "good", "--chart", odd}, {"plot", "good", "--chart", "throughput", "--format", "svg", "--out", "to" + odd},
		{"report", odd}, {"report", "good", "--title", odd}, {"report", "versions", "--out", "none.html"}, {"report", "cells", "--out", "page.html"}, {"verify", "cells"}, {"verify", odd}, {"verify", "paths"}, {"verify", "versions"}, {"verify", "commands"},
		{"merge", odd}, {"show", odd}, {"routes", odd}, {"sources", odd}, {"list", odd},
	} {
		var stdout, stderr bytes.Buffer
		run(ctx, args, &stdout, &stderr)
		for _, text := range []string{stdout.String(), stderr.String()} {
			r, found := tables.FirstSteering(text)
			require.False(t, found, "%q prints %U: %q", args, r, text)
			require.Equal(t, strings.ToValidUTF8(text, ""), text, "%q", args)
		}
	}
	require.NoFileExists(t, "page.html", "a manifest that steers is none of ours")
}

// A character that comes in two pieces is shown as one.
func TestShownInPieces(t *testing.T) {
	var out bytes.Buffer
	s := &shown{to: &out}
	for _, b := range []byte("Ба\u202eку\x1b") {
		n, err := s.Write([]byte{b})
		require.NoError(t, err)
		require.Equal(t, 1, n)
	}
	require.Equal(t, `Ба\u202eку\u001b`, out.String())
}
