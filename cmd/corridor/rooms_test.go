package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// rooms are the packages of the house from the cellar up, each with those of ours that it
// may import. A name that ends in /... stands for all below it.
var rooms = []struct{ name, imports string }{
	{"model/bitset", ""},
	{"model/calendar", ""},
	{"model/lanes", ""},
	{"model/portable", "model/lanes"},
	{"model/fill", "model/bitset model/lanes"},
	{"model/network", "model/portable"},
	{"model", "model/..."},

	{"testdata", ""},

	{"sim/disk", ""},
	{"sim/journal", "sim/disk"},

	{"sim/rundir", "sim/disk"},
	{"sim/random", "model/portable"},
	{"sim/sheet", ""},
	{"sim/seek", ""},
	{"sim/shell", ""},
	{"sim/jsonschema", ""},
	{"sim/score", "model/portable"},
	{"sim/economics", "model model/calendar model/portable"},
	{"sim/calibration", "model/portable sim/random sim/score sim/sheet"},
	{"sim/tables", "model model/calendar"},
	{"sim/tables/workbook", "model/calendar sim/tables"},
	{"sim/draws", "sim/tables"},
	{"sim/tables/columnar", "sim/draws sim/tables"},
	{"sim/stats", "model/portable sim/tables"},
	{"sim/cluster", "sim/disk sim/journal sim/shell"},
	{"sim/cluster/simulated", "model/portable sim/random sim/stats"},
	{"sim/parts", "model model/calendar sim/stats sim/tables"},
	{"sim/sensitivity", "model/portable sim/random sim/stats"},
	{"sim/discovery", "sim/random sim/stats"},
	{"sim/portfolio", "sim/random sim/stats"},
	{"sim/findings", "model model/calendar model/portable sim/economics sim/tables"},
	{"sim", "model model/calendar sim/economics sim/findings sim/stats sim/tables"},
	{"sim/expect", "model model/calendar sim sim/stats sim/tables"},
	{"sim/matrix", "model/calendar sim sim/findings sim/stats sim/tables"},
	{"sim/ensemble", "model model/bitset model/calendar model/lanes sim sim/economics sim/findings sim/journal sim/random sim/sheet sim/stats sim/tables"},
	{"sim/probe", "model model/calendar sim sim/economics sim/ensemble sim/tables"},
	{"sim/swings", "model sim sim/ensemble sim/findings sim/probe sim/random sim/tables"},
	{"sim/hindcast", "model model/calendar model/portable sim sim/calibration sim/random sim/score sim/sheet sim/tables"},
	{"sim/evidence", "model model/calendar sim sim/ensemble sim/findings sim/hindcast sim/probe sim/random sim/sheet sim/stats sim/swings sim/tables"},

	{"sim/appraisal", "model sim sim/economics sim/ensemble sim/probe sim/random sim/sheet sim/stats sim/tables"},

	{"sim/explorer", "model model/calendar sim sim/economics sim/ensemble sim/probe sim/random sim/stats sim/tables"},

	{"scenarios/text", "sim/tables"},
	{"scenarios/spreadsheet", "scenarios/text"},
	{"scenarios/units", "scenarios/text"},
	{"scenarios/library", "scenarios/text"},
	{"scenarios/language", "model model/... scenarios/spreadsheet scenarios/text scenarios/units sim sim/ensemble sim/expect sim/hindcast sim/random sim/tables"},
	{"scenarios/large", "scenarios/text"},
	{"scenarios/manual", "scenarios/language"},
	{"scenarios", "model model/... scenarios/... sim sim/disk sim/ensemble sim/explorer sim/hindcast sim/random sim/tables"},

	{"sim/runs", "model model/calendar scenarios scenarios/text sim sim/... testdata"},

	{"plots/ink", ""},
	{"plots/words", "model/calendar"},
	{"plots/page", "model/portable plots/ink plots/words sim/tables"},
	{"plots/series", "plots/words sim/tables"},
	{"plots/atlas", ""},
	{"plots/atlas/make", "plots/atlas"},
	{"plots/explore", "plots/atlas plots/page plots/words"},
	{"plots/explore/engine", ""},
	{"plots", "model/portable plots/atlas plots/ink plots/page plots/series plots/words sim/findings sim/tables"},
	{"plots/spec", "plots scenarios/text sim/tables"},
	{"plots/report", "plots plots/ink plots/page plots/words sim/findings sim/rundir sim/tables"},

	// Flags, a call, and what is printed of what came out.
	{"cmd/corridor", "plots plots/... scenarios scenarios/language scenarios/manual scenarios/text sim sim/calibration sim/cluster sim/disk sim/economics sim/ensemble sim/expect sim/explorer sim/findings sim/hindcast sim/jsonschema sim/parts sim/portfolio sim/random sim/runs sim/seek sim/shell sim/tables"},
	{"cmd/engine", "plots/explore/engine scenarios sim/explorer"},
	{"cmd/lanes", ""},
	{"cmd/gallery", "model/calendar plots scenarios scenarios/language scenarios/manual scenarios/units sim/disk sim/findings sim/tables"},
}

// TestImportsPointOneWay: no room imports one that stands above it, or that it has no
// business with, and no room is missing from the plan.
func TestImportsPointOneWay(t *testing.T) {
	const module = "corridor/"
	below := map[string]bool{}
	for _, room := range rooms {
		below[room.name] = true
		for _, file := range sources(t, room.name) {
			for _, spec := range file.Imports {
				imported, err := strconv.Unquote(spec.Path.Value)
				require.NoError(t, err)
				imported, ours := strings.CutPrefix(imported, module)
				if !ours {
					continue
				}
				require.True(t, below[imported], "%s imports %s, which stands above it", room.name, imported)
				require.True(t, allows(room.imports, imported), "%s imports %s, which is not among what it may import", room.name, imported)
			}
		}
	}
	for _, dir := range packages(t) {
		require.True(t, below[dir], "%s stands in no plan: add it to rooms, with what it may import", dir)
	}
}

// allows reports whether a list of rooms holds one.
func allows(list, room string) bool {
	return slices.ContainsFunc(strings.Fields(list), func(allowed string) bool {
		above, all := strings.CutSuffix(allowed, "...")
		return allowed == room || all && strings.HasPrefix(room, above)
	})
}

// repository is the root, from here.
const repository = "../.."

// packages lists the directories of the module that hold Go.
func packages(t *testing.T) []string {
	t.Helper()
	var dirs []string
	require.NoError(t, filepath.WalkDir(repository, func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && strings.HasPrefix(d.Name(), ".") && name != repository {
			return fs.SkipDir
		}
		if _, err := os.Stat(filepath.Join(name, "go.mod")); d.IsDir() && name != repository && err == nil {
			return fs.SkipDir // a module of its own
		}
		if dir := filepath.Dir(name); isSource(d.Name()) {
			rel, err := filepath.Rel(repository, dir)
			dirs = append(dirs, filepath.ToSlash(rel))
			return err
		}
		return nil
	}))
	slices.Sort(dirs)
	return slices.Compact(dirs)
}

func isSource(name string) bool {
	return path.Ext(name) == ".go" && !strings.HasSuffix(name, "_test.go")
}

// sources parses the files of a package that are no tests, for every system.
func sources(t *testing.T, room string) map[string]*ast.File {
	t.Helper()
	dir := filepath.Join(repository, filepath.FromSlash(room))
	entries, err := os.ReadDir(dir)
	require.NoError(t, err)
	files := map[string]*ast.File{}
	for _, e := range entries {
		if isSource(e.Name()) {
			files[e.Name()], err = parser.ParseFile(token.NewFileSet(), filepath.Join(dir, e.Name()), nil, parser.ParseComments|parser.SkipObjectResolution)
			require.NoError(t, err)
		}
	}
	require.NotEmpty(t, files, room)
	return files
}

// TestCommandsWriteNothingThemselves: a command has flags, a call and what it prints. It
// changes no file but through the rooms that make changes last.
func TestCommandsWriteNothingThemselves(t *testing.T) {
	changes := []string{"Create", "CreateTemp", "WriteFile", "OpenFile", "Rename", "Remove", "RemoveAll", "Mkdir", "MkdirAll", "MkdirTemp", "Symlink", "Link", "Truncate"}
	for name, file := range sources(t, "cmd/corridor") {
		ast.Inspect(file, func(n ast.Node) bool {
			call, ok := n.(*ast.SelectorExpr)
			if !ok {
				return true
			}
			if from, ok := call.X.(*ast.Ident); ok && from.Name == "os" {
				require.NotContains(t, changes, call.Sel.Name, "%s calls os.%s", name, call.Sel.Name)
			}
			return true
		})
	}
}

// TestEveryRoomSaysWhatItIsFor: a newcomer reads the doc.go of a room first.
func TestEveryRoomSaysWhatItIsFor(t *testing.T) {
	for _, room := range rooms {
		said := ""
		for _, file := range sources(t, room.name) {
			said += file.Doc.Text()
		}
		require.Greater(t, len(strings.Fields(said)), 8, "%s does not say in its package comment what it is for", room.name)
	}
}
