package main

import (
	"context"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"

	"github.com/stretchr/testify/require"
)

// full is a writer on a disk that has room for some bytes only.
type full struct {
	room int
	err  error
}

func (f *full) Write(text []byte) (int, error) {
	n := min(f.room, len(text))
	if f.room -= n; n < len(text) {
		return n, &fs.PathError{Op: "write", Path: "/dev/stdout", Err: f.err}
	}
	return n, nil
}

// line is the smallest scenario with an uncertainty.
const line = `scenario: line
time: {start: 2030-01, end: 2030-12}
cargo: {boxes: {}}
segments: {line: {capacity: {fixed_mt_per_year: 12}, cost_usd_per_t: 20}}
markets: {m: {cargo: boxes, growth: {path_mt_per_year: {2030: 10}}, routes: {r: {segments: [line]}}}}
uncertainties: {works: {path: segments.line.effectiveness, distribution: uniform, low: 0.5, high: 0.9}}
targets: {much: {metric: throughput_mt, at: 2030, at_least: 99}}
`

// TestLostOutput: no command is done when what it printed is lost.
func TestLostOutput(t *testing.T) {
	t.Chdir(t.TempDir())
	require.NoError(t, os.WriteFile("line.yaml", []byte(line), 0o600))
	require.NoError(t, os.WriteFile("other.yaml", []byte(strings.Replace(line, "scenario: line", "scenario: other", 1)), 0o600))
	require.NoError(t, os.WriteFile("works.yaml", []byte(line+"projects: {track: {cost_musd: 3, start: 2030-01, duration_months: 6, changes: {line: {add_capacity_mt_per_year: 1}}}}\n"), 0o600))
	require.NoError(t, os.WriteFile("checks.yaml", []byte(line+"expect: {some: throughput_mt 2030 > 0, all: throughput_mt 2030 > 0 in 1 % of futures}\n"), 0o600))
	require.NoError(t, os.WriteFile("spec.yaml", []byte("charts: [{chart: throughput}]"), 0o600))
	commands := map[string][]string{
		"":            {"", "--version"},
		"run":         {"run line.yaml --charts none --out r", "run line.yaml --charts none --json --out r"},
		"report":      {"report r"},
		"plot":        {"plot r --format svg", "plot r --spec spec.yaml --out figures"},
		"verify":      {"verify r", "verify r --json"},
		"matrix":      {"matrix stated --growth low --investment none --charts none", "matrix stated --growth low --investment none --charts none --json --out x"},
		"ensemble":    {"ensemble line.yaml --draws 10 --charts none --out e", "ensemble line.yaml --draws 10 --charts none --json --out f", "ensemble line.yaml --draws 10 --shard 1/1 --out s"},
		"merge":       {"merge s --charts none --out m", "merge s --charts none --json --out m"},
		"compare":     {"compare line.yaml other.yaml --charts none --out c"},
		"validate":    {"validate stated", "validate stated --json"},
		"check":       {"check checks.yaml", "check checks.yaml --json", "check checks.yaml --draws 10"},
		"show":        {"show stated"},
		"version":     {"version"},
		"explain":     {"explain segments.rail-ferry", "explain segments.rail-ferry --json"},
		"list":        {"list", "list stated", "list --json"},
		"sources":     {"sources stated", "sources stated --json"},
		"schema":      {"schema", "schema --of run"},
		"new":         {"new my.yaml"},
		"explore":     {"explore stated"},
		"routes":      {"routes line.yaml", "routes line.yaml --json"},
		"evidence":    {"evidence line.yaml --draws 20 --charts none --out v", "evidence line.yaml --draws 20 --charts none --json --out v"},
		"seek":        {"seek line.yaml --figure segments.line.effectiveness --metric throughput_mt_2030 --at 9 --from 0.2 --to 1 --draws 10 --out k", "seek line.yaml --figure segments.line.effectiveness --metric throughput_mt_2030 --at 9 --from 0.2 --to 1 --json --out k"},
		"sensitivity": {"sensitivity line.yaml --method given --draws 100 --charts none --out w", "sensitivity line.yaml --method given --draws 100 --charts none --json --out w"},
		"discover":    {"discover line.yaml --draws 300 --where throughput_mt_2030<10 --charts none --out v", "discover line.yaml --draws 300 --where throughput_mt_2030<10 --charts none --json --out v"},
		"appraise":    {"appraise stated --draws 10 --charts none --out a", "appraise stated --draws 10 --charts none --json --out a"},
		"plan":        {"plan works.yaml --draws 20 --trial-draws 20 --charts none --out p", "plan works.yaml --draws 20 --trial-draws 20 --charts none --json --out p"},
		"indicators":  {"indicators r", "indicators r --json"},
		"completion":  {"completion bash", "completion zsh", "completion fish", "completion powershell"},
		"help":        {"help", "help run", "help scenario", "help scenario markets", "help scenario figures"},
		"hindcast":    nil, // takes half a minute and prints as the others do
		"task":        nil, // prints nothing
		"calibrate":   {"calibrate reference --points 64 --rows 8 --charts none --out k"},
	}
	lose := func(line string, room int, why error) string {
		t.Helper()
		for _, made := range []string{"my.yaml", "e.journal", "f.journal", "s.journal", "c.journal", "k.journal", "p.journal", "w.journal"} {
			_ = os.Remove(made)
		}
		var told strings.Builder
		require.Equal(t, exitFailure, run(context.Background(), strings.Fields(line), &full{room, why}, &told), "corridor %s: %s", line, &told)
		return told.String()
	}
	// In this order each finds the directories that it needs.
	names := []string{"", "run", "report", "plot", "verify", "ensemble", "merge"}
	for _, c := range append(newRoot().Commands(), newHelpCommand()) {
		if !slices.Contains(names, c.Name()) {
			names = append(names, c.Name())
		}
	}
	for _, name := range names {
		more, known := commands[name]
		require.True(t, known, "corridor %s needs a line here that ends in exit code 0", name)
		help := strings.TrimSpace(name + " --help")
		require.Empty(t, lose(help, 10, syscall.EPIPE))
		for _, line := range append(more, help) {
			require.Equal(t, "corridor: cannot write to standard output: no space left on device\n", lose(line, 0, syscall.ENOSPC), line)
		}
	}
}

// What a command came to counts, and is told, beside the loss of what it printed.
func TestLostOutputHidesNoOtherError(t *testing.T) {
	t.Chdir(t.TempDir())
	require.NoError(t, os.WriteFile("line.yaml", []byte(line), 0o600))
	require.Equal(t, exitDone, run(context.Background(), strings.Fields("run line.yaml --charts none --out r"), io.Discard, io.Discard))
	require.NoError(t, os.WriteFile("r/annual.csv", nil, 0o600))
	var told strings.Builder
	require.Equal(t, exitMismatch, run(context.Background(), []string{"verify", "r"}, &full{0, syscall.ENOSPC}, &told))
	require.Contains(t, told.String(), "1 difference")
	require.Contains(t, told.String(), "cannot write to standard output")
	told.Reset()
	require.Equal(t, exitMismatch, run(context.Background(), []string{"verify", "r"}, &full{0, syscall.EPIPE}, &told))
	require.Contains(t, told.String(), "1 difference")
	require.NotContains(t, told.String(), "pipe")
}

// A reader that has gone ends the program quietly, by its exit code and no signal.
func TestClosedPipe(t *testing.T) {
	read, write, err := os.Pipe()
	require.NoError(t, err)
	require.NoError(t, read.Close())
	defer write.Close()
	var told strings.Builder
	command := exec.Command(built(t), "list")
	command.Stdout, command.Stderr = write, &told
	var exit *exec.ExitError
	require.ErrorAs(t, command.Run(), &exit)
	require.Equal(t, exitFailure, exit.ExitCode())
	require.Empty(t, told.String())
}

// Everything is printed through the writer that remembers what was lost.
func TestNobodyPrintsPastIt(t *testing.T) {
	sources, err := filepath.Glob("*.go")
	require.NoError(t, err)
	for _, name := range sources {
		text, err := os.ReadFile(name)
		require.NoError(t, err)
		if name != "main.go" && !strings.HasSuffix(name, "_test.go") {
			require.NotRegexp(t, `os\.Stdout|fmt\.Print`, string(text), name)
		}
	}
}
