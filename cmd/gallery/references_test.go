package main

import (
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/require"
)

// written are the pages of the repository, by path.
func written(t *testing.T) files {
	t.Helper()
	pages := files{}
	err := filepath.WalkDir(repository, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || filepath.Ext(path) != ".md" || entry.IsDir() {
			if entry != nil && entry.IsDir() && slices.Contains([]string{".git", "node_modules", "out"}, entry.Name()) {
				return fs.SkipDir
			}
			return err
		}
		name, err := filepath.Rel(repository, path)
		if err != nil {
			return err
		}
		pages[filepath.ToSlash(name)], err = os.ReadFile(path)
		return err
	})
	require.NoError(t, err)
	require.Greater(t, len(pages), 5)
	return pages
}

// TestReadmeIsShort: a planner reads it to its end.
func TestReadmeIsShort(t *testing.T) {
	require.Less(t, len(written(t)["README.md"]), 10400)
}

// TestCommandsOfPagesExist holds every command line of the pages to the flags that the
// program has: with --help it reads them all and does nothing.
func TestCommandsOfPagesExist(t *testing.T) {
	p := built(t)
	found := 0
	for path, page := range written(t) {
		if path == "CHANGELOG.md" {
			continue // it tells of older versions too
		}
		for _, command := range commandsOf(string(page)) {
			_, err := p.runWords(append(wordsOf(command), "--help"), command)
			require.NoError(t, err, "%s: corridor %s", path, command)
			found++
		}
	}
	require.Greater(t, found, 50)
}

var (
	shown  = regexp.MustCompile(`(?m)^(?:    |\$ )(?:go run ./cmd/)?corridor ([a-z].*)$`)
	inline = regexp.MustCompile("`corridor ([a-z][^`]*)`")
	remark = regexp.MustCompile(`^((?:'[^']*'|[^'])*?) +[#>].*$`) // behind a command, and not in quotes
)

// commandsOf returns the command lines of a page, without the program's name.
func commandsOf(page string) []string {
	var out []string
	for _, match := range slices.Concat(shown.FindAllStringSubmatch(page, -1), inline.FindAllStringSubmatch(page, -1)) {
		command := remark.ReplaceAllString(match[1], "$1")
		if !strings.Contains(command, "|") { // bash|zsh is a choice
			out = append(out, command)
		}
	}
	return out
}

// word is a word of a command line, in which parts may stand in quotes.
var word = regexp.MustCompile(`(?:[^\s'"]|'[^']*'|"[^"]*")+`)

// wordsOf parts a command line as a shell does.
func wordsOf(command string) (out []string) {
	for _, w := range word.FindAllString(command, -1) {
		out = append(out, strings.NewReplacer("'", "", `"`, "").Replace(w))
	}
	return out
}

func TestWordsOf(t *testing.T) {
	require.Equal(t, []string{"seek", "--at", "80 kTEU", "--set=a.b=+20 %", "x"}, wordsOf(`seek --at '80 kTEU' --set=a.b='+20 %'  "x"`))
}

var link = regexp.MustCompile(`\]\(([^)\s]+)\)`)

// TestLinksResolve finds the file, and in it the heading, of every link from page to page.
func TestLinksResolve(t *testing.T) {
	pages := written(t)
	found := 0
	for path, page := range pages {
		for _, match := range link.FindAllStringSubmatch(string(page), -1) {
			target, heading, _ := strings.Cut(match[1], "#")
			if strings.Contains(target, "://") {
				continue
			}
			found++
			file := path
			if target != "" {
				file = filepath.ToSlash(filepath.Join(filepath.Dir(path), target))
				_, err := os.Stat(filepath.Join(repository, file))
				require.NoError(t, err, "%s links to %s", path, match[1])
			}
			if heading != "" {
				require.Contains(t, anchorsOf(string(pages[file])), heading, "%s links to %s", path, match[1])
			}
		}
	}
	require.Greater(t, found, 40)
}

// anchorsOf returns the headings of a page as links name them.
func anchorsOf(page string) []string {
	var out []string
	for line := range strings.Lines(page) {
		if strings.HasPrefix(line, "#") {
			out = append(out, strings.Map(func(r rune) rune {
				switch {
				case r == ' ':
					return '-'
				case unicode.IsLetter(r), unicode.IsDigit(r), r == '-', r == '_':
					return unicode.ToLower(r)
				}
				return -1
			}, strings.TrimSpace(strings.TrimLeft(line, "#"))))
		}
	}
	return out
}

var directory = regexp.MustCompile(`(?:^|\s)\./([A-Za-z0-9/_.-]+)`)

// TestPackagesOfPagesExist finds the packages that go commands of the pages name.
func TestPackagesOfPagesExist(t *testing.T) {
	found := 0
	for path, page := range written(t) {
		if path == "CHANGELOG.md" {
			continue
		}
		for line := range strings.Lines(string(page)) {
			if !strings.Contains(line, "go test") && !strings.Contains(line, "go run") && !strings.Contains(line, "go install") {
				continue
			}
			for _, match := range directory.FindAllStringSubmatch(line, -1) {
				name := strings.TrimRight(match[1], ".")
				if strings.HasSuffix(match[1], "...") || name == "" {
					continue
				}
				info, err := os.Stat(filepath.Join(repository, name))
				require.NoError(t, err, "%s: %s", path, line)
				require.True(t, info.IsDir(), "%s: %s", path, line)
				if strings.Contains(line, " -update") {
					require.True(t, hasUpdate(t, filepath.Join(repository, name)), "%s: %s", path, line)
				}
				found++
			}
		}
	}
	require.Positive(t, found)
}

// hasUpdate reports whether the tests of a package can renew what they compare with.
func hasUpdate(t *testing.T, dir string) bool {
	t.Helper()
	tests, err := filepath.Glob(filepath.Join(dir, "*_test.go"))
	require.NoError(t, err)
	return slices.ContainsFunc(tests, func(path string) bool {
		text, err := os.ReadFile(path)
		require.NoError(t, err)
		return strings.Contains(string(text), `flag.Bool("update"`)
	})
}

// TestLayoutIsComplete finds every package in the list of what stands where.
func TestLayoutIsComplete(t *testing.T) {
	page := string(written(t)[".github/CONTRIBUTING.md"])
	out, err := exec.Command("go", "list", "-C", repository, "./...").Output()
	require.NoError(t, err)
	packages := strings.Fields(string(out))
	require.Greater(t, len(packages), 20)
	for _, path := range packages {
		require.True(t, regexp.MustCompile(`(?m)^    .*\b`+filepath.Base(path)+"/").MatchString(page), ".github/CONTRIBUTING.md lists no room %s", path)
	}
}

// TestNothingElseIsAtTheTop finds nothing in the repository beside what belongs there.
func TestNothingElseIsAtTheTop(t *testing.T) {
	entries, err := os.ReadDir(repository)
	require.NoError(t, err)
	belongs := []string{"CHANGELOG.md", "CITATION.cff", "LICENSE", "README.md", "cmd", "go.mod", "go.sum", "model", "out", "plots", "scenarios", "sim", "testdata"}
	for _, e := range entries {
		require.True(t, strings.HasPrefix(e.Name(), ".") || slices.Contains(belongs, e.Name()), "%s at the top of the repository", e.Name())
	}
}

// csvBlock is a table of the page, below its name.
var csvBlock = regexp.MustCompile("(?s)`(\\w+\\.csv)`:\n\n```csv\n(.*?)```")

var yamlBlock = regexp.MustCompile("(?s)```yaml\n(.*?)```")

// TestExamplesOfTheLanguageAreValid checks all scenarios on the page of the language, overlays
// among them, and those that are no whole file as changes of the reference.
func TestExamplesOfTheLanguageAreValid(t *testing.T) {
	p := built(t)
	page := string(written(t)["scenarios/README.md"])
	for _, table := range csvBlock.FindAllStringSubmatch(page, -1) {
		require.NoError(t, os.WriteFile(filepath.Join(p.dir, table[1]), []byte(table[2]), 0o600))
	}
	blocks := yamlBlock.FindAllStringSubmatch(page, -1)
	require.Greater(t, len(blocks), 3)
	for i, block := range blocks {
		text := block[1]
		if !strings.HasPrefix(text, "scenario:") && !strings.HasPrefix(text, "overlay:") {
			text = "scenario: example\nextends: reference\n" + text
		}
		name := fmt.Sprintf("example-%d.yaml", i)
		require.NoError(t, os.WriteFile(filepath.Join(p.dir, name), []byte(text), 0o600))
		said, err := p.run("validate " + name)
		require.NoError(t, err)
		require.Regexp(t, `: valid(,| as an overlay)`, said, text)
	}
}

var goProgram = regexp.MustCompile("(?s)```go\n(package main.*?)```")

// TestProgramOfThePageRuns builds the program of the page in a module of its own, as
// others would, with the dependencies that the repository has.
func TestProgramOfThePageRuns(t *testing.T) {
	found := goProgram.FindSubmatch(written(t)["sim/README.md"])
	require.NotNil(t, found)
	root, err := filepath.Abs(repository)
	require.NoError(t, err)
	module, err := os.ReadFile(filepath.Join(root, "go.mod"))
	require.NoError(t, err)
	sums, err := os.ReadFile(filepath.Join(root, "go.sum"))
	require.NoError(t, err)
	dir := t.TempDir()
	for name, content := range map[string]string{
		"main.go": string(found[1]),
		"go.mod":  strings.Replace(string(module), "module corridor", "module example.org/mine", 1) + fmt.Sprintf("\nrequire corridor v0.0.0\nreplace corridor => %q\n", root),
		"go.sum":  string(sums),
	} {
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte(content), 0o600))
	}
	c := exec.Command("go", "run", "-mod=mod", ".")
	c.Dir = dir
	printed, err := c.CombinedOutput()
	require.NoError(t, err, "%s", printed)
	require.Regexp(t, `(?m)^2030  \d\.\d\d Mt$`, string(printed))
	require.FileExists(t, filepath.Join(dir, "throughput.svg"))
}
