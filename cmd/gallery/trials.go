package main

import (
	"crypto/sha256"
	"fmt"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"corridor/sim/tables"
)

// trials are the commands that the pages show, each run once.
type trials struct {
	*program
	printed map[string]string
	written map[string]*tables.Package
}

func newTrials(p *program) *trials {
	return &trials{p, map[string]string{}, map[string]*tables.Package{}}
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
	text = strings.Trim(trailing.ReplaceAllString(filepath.ToSlash(text), ""), "\n")
	t.printed[command] = text
	return text, nil
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
