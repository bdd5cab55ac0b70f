package rundir

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/sim/disk"
)

// listed reads a manifest that is a list of paths.
func listed(dir string) ([]string, error) {
	text, err := os.ReadFile(filepath.Join(dir, Manifest))
	if err != nil {
		return nil, err
	}
	var list []string
	err = json.Unmarshal(text, &list)
	return append(list, Manifest), err
}

// results returns results called by a letter, which stands in every file.
func results(letter string, names ...string) Results {
	r := Results{Files: map[string][]byte{}}
	for _, name := range names {
		r.Files[name] = []byte(letter)
	}
	r.Manifest, _ = json.Marshal(names)
	return r
}

var (
	oldResults = results("o", "annual.csv", "charts/a.svg", "charts/b.svg", "old.csv")
	newResults = results("n", "annual.csv", "charts/a.svg", "new.csv")
)

func commit(dir string, r Results) error {
	p, err := At(dir, listed)
	if err != nil {
		return err
	}
	return errors.Join(p.Commit(r), p.Close())
}

// tree returns the files below a directory with what is in them.
func tree(t *testing.T, dir string) map[string]string {
	t.Helper()
	files := map[string]string{}
	require.NoError(t, filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := os.ReadFile(path)
		if d.Type()&fs.ModeSymlink != 0 {
			text, err = []byte("a link"), nil
		}
		name, _ := filepath.Rel(dir, path)
		files[filepath.ToSlash(name)] = string(text)
		return err
	}))
	return files
}

// asTree is what a directory with results and nothing else holds.
func asTree(r Results) map[string]string {
	files := map[string]string{Manifest: string(r.Manifest)}
	for name, text := range r.Files {
		files[name] = string(text)
	}
	return files
}

func write(t *testing.T, path, text string) {
	t.Helper()
	require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o755))
	require.NoError(t, os.WriteFile(path, []byte(text), 0o644))
}

// step is the way from one change to the disk that is tried to the next: each is in the
// long proofs that CI asks for, and every third otherwise.
func step() int {
	if os.Getenv("CORRIDOR_TESTS") == "long" {
		return 1
	}
	return 3
}

// alone checks that nothing is left beside a directory.
func alone(t *testing.T, dir string) {
	t.Helper()
	entries, err := os.ReadDir(filepath.Dir(dir))
	require.NoError(t, err)
	require.Len(t, entries, 1, "%v", entries)
}

func TestResultsComeAndGo(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "a", "b", "out")
	require.NoError(t, commit(dir, oldResults))
	require.Equal(t, asTree(oldResults), tree(t, dir))
	require.NoError(t, commit(dir, newResults))
	require.Equal(t, asTree(newResults), tree(t, dir))
	alone(t, dir)
}

func TestEmptyDirectoryTakesResults(t *testing.T) {
	dir := t.TempDir()
	require.NoError(t, commit(dir, newResults))
	require.Equal(t, asTree(newResults), tree(t, dir))
}

// The directory stays the one that it is: another name of it, or a shell in it, sees
// the new results, and its mode is kept.
func TestDirectoryStays(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "out")
	require.NoError(t, commit(dir, oldResults))
	require.NoError(t, os.Chmod(dir, 0o775))
	before, err := os.Stat(dir)
	require.NoError(t, err)
	require.NoError(t, commit(dir, newResults))
	after, err := os.Stat(dir)
	require.NoError(t, err)
	require.True(t, os.SameFile(before, after))
	require.Equal(t, before.Mode(), after.Mode())
}

// Who reads the directory that was opened before finds every file of both results.
func TestReadMeanwhile(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "out")
	require.NoError(t, commit(dir, oldResults))
	root, err := os.OpenRoot(dir)
	require.NoError(t, err)
	defer root.Close()
	disk.Before = func(string, string) error {
		for _, name := range []string{"annual.csv", "charts/a.svg", Manifest} {
			for _, read := range []func(string) ([]byte, error){root.ReadFile, func(name string) ([]byte, error) { return os.ReadFile(filepath.Join(dir, name)) }} {
				_, err := read(name)
				require.NoError(t, err)
			}
		}
		return nil
	}
	defer func() { disk.Before = nil }()
	require.NoError(t, commit(dir, newResults))
}

func TestNamedFromWithin(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "out")
	require.NoError(t, commit(dir, oldResults))
	t.Chdir(dir)
	for i, name := range []string{".", "../out", "charts/..", filepath.Join("..", "..", filepath.Base(filepath.Dir(dir)), "out")} {
		r := results(fmt.Sprint(i), "annual.csv", "charts/a.svg")
		require.NoError(t, commit(name, r), name)
		require.Equal(t, asTree(r), tree(t, "."), name)
		require.Equal(t, asTree(r), tree(t, dir), name)
	}
	alone(t, dir)
}

func TestThroughLinks(t *testing.T) {
	dir := t.TempDir()
	require.NoError(t, os.Mkdir(filepath.Join(dir, "disk"), 0o755))
	for link, to := range map[string]string{"relative": "disk/a", "absolute": filepath.Join(dir, "disk", "b"), "there": "disk", "twice": "relative"} {
		require.NoError(t, os.Symlink(to, filepath.Join(dir, link)))
	}
	for _, c := range [][2]string{{"relative", "disk/a"}, {"absolute", "disk/b"}, {"relative/../../c", "c"}} {
		require.NoError(t, commit(dir+"/"+c[0], newResults), c[0])
		require.Equal(t, asTree(newResults), tree(t, filepath.Join(dir, c[1])), c[0])
	}
	require.NoError(t, commit(filepath.Join(dir, "twice"), oldResults))
	require.Equal(t, asTree(oldResults), tree(t, filepath.Join(dir, "disk", "a")))
	for _, link := range []string{"relative", "absolute", "there", "twice"} {
		info, err := os.Lstat(filepath.Join(dir, link))
		require.NoError(t, err)
		require.NotZero(t, info.Mode()&fs.ModeSymlink, link)
	}
}

// What no results list is named, and nothing is touched.
func TestOthersAreRefused(t *testing.T) {
	for name, c := range map[string]struct {
		make func(t *testing.T, dir string)
		says string
	}{
		"notes":            {func(t *testing.T, dir string) { write(t, dir+"/notes.md", "mine") }, "holds notes.md, which"},
		"a chart":          {func(t *testing.T, dir string) { write(t, dir+"/charts/mine.svg", "mine") }, "charts/mine.svg"},
		"results within":   {func(t *testing.T, dir string) { write(t, dir+"/teaching/manifest.json", "[]") }, "teaching/"},
		"an empty one":     {func(t *testing.T, dir string) { require.NoError(t, os.Mkdir(dir+"/empty", 0o755)) }, "empty/"},
		"a forged list":    {func(t *testing.T, dir string) { write(t, dir+"/manifest.json", "[]") }, "annual.csv, charts/, old.csv, which"},
		"another manifest": {func(t *testing.T, dir string) { write(t, dir+"/manifest.json", "{}") }, "holds no earlier results"},
		"a linked file": {func(t *testing.T, dir string) {
			require.NoError(t, os.Rename(dir+"/old.csv", dir+"/../old.csv"))
			require.NoError(t, os.Symlink("../old.csv", dir+"/old.csv"))
		}, "old.csv"},
		"a linked directory": {func(t *testing.T, dir string) {
			require.NoError(t, os.Rename(dir+"/charts", dir+"/../charts"))
			require.NoError(t, os.Symlink("../charts", dir+"/charts"))
		}, "charts"},
		"many": {func(t *testing.T, dir string) {
			for i := range 12 {
				write(t, fmt.Sprintf("%s/x%02d", dir, i), "mine")
			}
		}, "x00, x01, x02, x03, x04 and 7 more"},
		"no text": {func(t *testing.T, dir string) { write(t, dir+"/a\x1b[2Jb", "mine") }, `"a\x1b[2Jb"`},
	} {
		t.Run(name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "out")
			require.NoError(t, commit(dir, oldResults))
			c.make(t, dir)
			before := tree(t, filepath.Dir(dir))
			_, err := At(dir, listed)
			var refused *RefusedError
			require.ErrorAs(t, err, &refused)
			require.ErrorContains(t, err, c.says)
			require.Equal(t, before, tree(t, filepath.Dir(dir)))
		})
	}
}

func TestFilesOfFileManagersAreNobodys(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "out")
	require.NoError(t, commit(dir, oldResults))
	write(t, dir+"/.DS_Store", "")
	require.NoError(t, commit(dir, newResults))
}

// A file that comes while the results are made stays.
func TestLateFilesStay(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "out")
	require.NoError(t, commit(dir, oldResults))
	p, err := At(dir, listed)
	require.NoError(t, err)
	write(t, dir+"/notes.md", "mine")
	write(t, dir+"/charts/mine.svg", "mine")
	require.NoError(t, p.Commit(newResults))
	require.NoError(t, p.Close())
	want := asTree(newResults)
	want["notes.md"], want["charts/mine.svg"] = "mine", "mine"
	require.Equal(t, want, tree(t, dir))
	alone(t, dir)
}

func TestLargeFilesAreMoved(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "out")
	p, err := At(dir, listed)
	require.NoError(t, err)
	scratch, err := p.Scratch()
	require.NoError(t, err)
	write(t, filepath.Join(scratch, "x"), "large")
	r := results("n", "annual.csv")
	r.Large = map[string]string{"draws.parquet": filepath.Join(scratch, "x")}
	r.Manifest = []byte(`["annual.csv","draws.parquet"]`)
	require.NoError(t, p.Commit(r))
	require.NoError(t, p.Close())
	require.Equal(t, map[string]string{"annual.csv": "n", "draws.parquet": "large", Manifest: string(r.Manifest)}, tree(t, dir))
	alone(t, dir)
}

// add adds a chart, and writes a file anew.
func add(dir string) error {
	p, err := Of(dir, listed)
	if err != nil {
		return err
	}
	return errors.Join(p.Update(func() (Results, error) {
		list, err := listed(dir)
		r := results("n", "annual.csv", "charts/c.svg")
		r.Manifest, _ = json.Marshal(append(slices.DeleteFunc(list, func(name string) bool { return name == Manifest }), "charts/c.svg"))
		return r, err
	}), p.Close())
}

func added(r Results) map[string]string {
	want := asTree(r)
	want["annual.csv"], want["charts/c.svg"] = "n", "n"
	list := slices.Sorted(maps.Keys(r.Files))
	text, _ := json.Marshal(append(list, "charts/c.svg"))
	want[Manifest] = string(text)
	return want
}

func TestUpdate(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "out")
	require.NoError(t, commit(dir, oldResults))
	write(t, dir+"/charts/.z.svg.writing", "left by an earlier version")
	require.NoError(t, add(dir))
	require.Equal(t, added(oldResults), tree(t, dir))
	require.NoError(t, commit(dir, results("o", "annual.csv"))) // without charts
	write(t, dir+"/charts/.z.svg.writing", "left by an earlier version")
	require.NoError(t, add(dir))
	require.Equal(t, added(results("o", "annual.csv")), tree(t, dir))
	require.NoError(t, commit(dir, oldResults))
	require.NoError(t, add(dir))
	write(t, dir+"/notes.md", "mine")
	require.NoError(t, add(dir))
	want := added(oldResults)
	want["notes.md"] = "mine"
	want[Manifest] = strings.Replace(want[Manifest], "]", `,"charts/c.svg"]`, 1)
	require.Equal(t, want, tree(t, dir))
	alone(t, dir)
}

// Nothing is written through links that somebody put into the results.
func TestUpdateThroughNoLink(t *testing.T) {
	for _, link := range []string{"annual.csv", "charts"} {
		dir := filepath.Join(t.TempDir(), "out")
		require.NoError(t, commit(dir, results("o", "annual.csv")))
		victim := filepath.Join(dir, "..", "victim")
		if link == "charts" {
			require.NoError(t, os.Mkdir(victim, 0o755))
		} else {
			write(t, victim, "precious")
			require.NoError(t, os.Remove(filepath.Join(dir, link)))
		}
		require.NoError(t, os.Symlink("../victim", filepath.Join(dir, link)))
		before := tree(t, victim)
		if err := add(dir); link == "charts" {
			require.ErrorContains(t, err, "charts is not a directory, but a link or a file")
		}
		require.Equal(t, before, tree(t, victim))
	}
}

// Two that write at once both get what they write into a whole directory.
func TestTogether(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "out")
	require.NoError(t, commit(dir, oldResults))
	ends := make(chan error)
	for i := range 4 {
		go func() {
			var err error
			for range 10 {
				if i == 0 {
					err = errors.Join(err, add(dir))
				} else {
					err = errors.Join(err, commit(dir, results(fmt.Sprint(i), "annual.csv", "charts/a.svg")))
				}
			}
			ends <- err
		}()
	}
	for range 4 {
		require.NoError(t, <-ends)
	}
	list, err := listed(dir)
	require.NoError(t, err)
	slices.Sort(list)
	require.Equal(t, slices.Compact(list), slices.Sorted(maps.Keys(tree(t, dir))))
	alone(t, dir)
}

// Scratch of a run that works is left alone, that of one that is gone is cleared.
func TestScratchOfOthers(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "out")
	working, err := At(dir, listed)
	require.NoError(t, err)
	scratch, err := working.Scratch()
	require.NoError(t, err)
	gone := filepath.Join(filepath.Dir(dir), ".out.writing-1")
	write(t, gone+"/new/annual.csv", "")
	mine := filepath.Join(filepath.Dir(dir), ".out.writing-of-my-own")
	write(t, mine+"/annual.csv", "")
	require.NoError(t, commit(dir, newResults))
	require.DirExists(t, scratch)
	require.DirExists(t, mine)
	require.NoDirExists(t, gone)
	require.NoError(t, working.Commit(oldResults))
	require.NoError(t, working.Close())
	require.Equal(t, asTree(oldResults), tree(t, dir))
}

// Earlier versions left the only results there were in their scratch.
func TestResultsLeftByEarlierVersions(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "out")
	require.NoError(t, commit(dir, oldResults))
	require.NoError(t, os.Mkdir(filepath.Join(dir, "..", ".out.writing-1"), 0o755))
	require.NoError(t, os.Rename(dir, filepath.Join(dir, "..", ".out.writing-1", "old")))
	_, err := At(dir, listed)
	require.NoError(t, err)
	require.Equal(t, asTree(oldResults), tree(t, dir))
	alone(t, dir)
}

func TestJournalStandsBeside(t *testing.T) {
	dir := t.TempDir()
	t.Chdir(dir)
	real, err := filepath.EvalSymlinks(dir)
	require.NoError(t, err)
	require.NoError(t, os.Mkdir("empty", 0o755))
	require.NoError(t, os.Symlink("disk/x", "link"))
	for name, want := range map[string]string{
		"out/e": "out/e.journal", "out/e/": "out/e.journal", "./e": "e.journal", "empty/.": "empty.journal", "empty/../e": "e.journal", "link": filepath.Join(real, "disk/x.journal"),
	} {
		p, err := At(name, listed)
		require.NoError(t, err)
		require.Equal(t, filepath.FromSlash(want), p.Journal(), name)
	}
}

// The results are on the disk before they take their place.
func TestSyncedBefore(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "out")
	for _, old := range []bool{false, true} {
		var changes []string
		disk.Before = func(change, path string) error {
			changes = append(changes, change+" "+filepath.Base(path))
			return nil
		}
		err := commit(dir, newResults)
		disk.Before = nil
		require.NoError(t, err)
		put := slices.Index(changes, "rename out")
		if old {
			put = slices.Index(changes, "exchange out")
		}
		require.Positive(t, put, "%v", changes)
		for _, name := range []string{"annual.csv", "a.svg", "new.csv", Manifest, "charts", "new"} {
			require.Contains(t, changes[:put], "sync "+name)
		}
		require.Equal(t, "sync "+filepath.Base(filepath.Dir(dir)), changes[put+1])
	}
}
