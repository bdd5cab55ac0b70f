package main

import (
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"corridor/sim/tables"
)

// trials are the commands that the pages show and pictures are drawn from, each run once.
type trials struct {
	*program
	printed map[string]string
	written map[string]*tables.Package
	results map[string]string // directory, by the command without what does not change tables
}

func newTrials(p *program) *trials {
	return &trials{p, map[string]string{}, map[string]*tables.Package{}, map[string]string{}}
}

var trailing = regexp.MustCompile(`(?m)[ \t\r]+$`)

// prints returns what a command prints, as lines of a page.
func (t *trials) prints(command string) (string, error) {
	if text, known := t.printed[command]; known {
		return text, nil
	}
	text, err := t.run(command)
	if err != nil {
		return "", err
	}
	if of, out, writes := resultsOf(command); writes {
		t.results[of] = out
	}
	text = strings.Trim(trailing.ReplaceAllString(filepath.ToSlash(text), ""), "\n")
	t.printed[command] = text
	return text, nil
}

// resultsOf parts a command that writes results: what they are, and their directory.
func resultsOf(command string) (of, out string, writes bool) {
	of, out, writes = strings.Cut(command, " --out ")
	return strings.TrimSuffix(of, " --charts none"), out, writes
}

// keeps has the results of a command in its directory, without charts, from another that wrote the
// same where there was one.
func (t *trials) keeps(command string) error {
	of, out, _ := resultsOf(command)
	from, known := t.results[of]
	switch {
	case !known:
		_, err := t.run(command + " --charts none")
		return err
	case from == out:
		return nil
	}
	to := filepath.Join(t.dir, filepath.FromSlash(out))
	if err := os.RemoveAll(to); err != nil {
		return err
	}
	return os.CopyFS(to, os.DirFS(filepath.Join(t.dir, filepath.FromSlash(from))))
}

// shows returns what a command prints that draws no charts.
func (t *trials) shows(command string) (string, error) {
	return t.prints(command + " --charts none --out " + outOf(command))
}

// writes returns the tables that a command writes.
func (t *trials) writes(command string) (*tables.Package, error) {
	if p, known := t.written[command]; known {
		return p, nil
	}
	if _, err := t.shows(command); err != nil {
		return nil, err
	}
	p, err := tables.ReadDir(filepath.Join(t.dir, filepath.FromSlash(outOf(command))))
	t.written[command] = p
	return p, err
}

// outOf names a directory for the results of a command.
func outOf(command string) string {
	name := strings.NewReplacer(" ", "-", "/", "-").Replace(command)
	if len(name) > longestName {
		name = fmt.Sprintf("%s-%x", name[:longestName], sha256.Sum224([]byte(command)))
	}
	return "out/" + name
}

// longestName leaves room for what a file system lets a name have.
const longestName = 120

// block returns the lines of an output from one that begins with some text to one that
// begins with another, which is left out.
func block(text, from, to string) (string, error) {
	lines := strings.Split(text, "\n")
	begins := func(with string) func(string) bool {
		return func(line string) bool { return strings.HasPrefix(line, with) }
	}
	first := slices.IndexFunc(lines, begins(from))
	if first < 0 {
		return "", fmt.Errorf("no line begins with %q", from)
	}
	n := slices.IndexFunc(lines[first:], begins(to))
	if n < 0 {
		return "", fmt.Errorf("no line after it begins with %q", to)
	}
	return strings.Trim(strings.Join(lines[first:first+n], "\n"), "\n"), nil
}

func fenced(text string) string { return "```text\n" + text + "\n```" }
