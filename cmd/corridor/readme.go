package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"corridor/sim/tables"
)

// parts are what README.md says of results, by the name in its marks. Each is
// made from what the program prints and writes now; one whose sentence the results no
// longer bear out is an error.
func (t *trials) parts() []readmePart {
	return []readmePart{
		{"stated", t.statedBlock},
		{"stated in words", t.statedInWords},
		{"what reference is", t.sizeOfReference},
		{"reference", t.referenceBlock},
		{"reference in words", t.referenceInWords},
		{"hindcast", t.hindcastBlock},
		{"hindcast in words", t.hindcastInWords},
		{"hazards in words", t.hazardsInWords},
		{"questions", t.answers},
		{"what 2025 was", t.whatYearWas},
		{"sources", t.sourcesOfStated},
		{"matrix", t.matrixBlock},
		{"mistakes", t.mistakesBlock},
	}
}

// readmePart is a part of README.md between marks that name it.
type readmePart struct {
	name  string
	write func() (string, error)
}

// readme returns the README with all its parts as they are now.
func readme(ctx context.Context, page []byte) ([]byte, error) {
	dir, err := os.MkdirTemp("", "corridor-readme-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	t := &trials{ctx: ctx, dir: dir, printed: map[string]string{}, written: map[string]*tables.Package{}}
	for _, part := range t.parts() {
		text, err := part.write()
		if err != nil {
			return nil, fmt.Errorf("%s: %w", part.name, err)
		}
		if page, err = replacePart(page, part.name, text+"\n"); err != nil {
			return nil, err
		}
	}
	return page, nil
}

// trials are the commands of the README, each run once, in a directory of their own.
type trials struct {
	ctx     context.Context
	dir     string
	printed map[string]string
	written map[string]*tables.Package
}

// prints returns what a command prints, on standard output or as an error, as if it
// were run in the directory.
func (t *trials) prints(command string) (string, error) {
	if text, known := t.printed[command]; known {
		return text, nil
	}
	var out, errors bytes.Buffer
	switch code := run(t.ctx, within(t.dir, command), &out, &errors); {
	case code == exitInvalid:
		out = errors
	case code == exitInterrupted:
		return "", t.ctx.Err()
	case code != exitDone:
		return "", fmt.Errorf("corridor %s: %s", command, strings.TrimSpace(errors.String()))
	}
	text := strings.ReplaceAll(out.String(), t.dir+string(filepath.Separator), "")
	text = strings.Trim(regexp.MustCompile(`(?m)[ \t]+$`).ReplaceAllString(filepath.ToSlash(text), ""), "\n")
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
	return "out/" + strings.NewReplacer(" ", "-", "/", "-").Replace(command)
}

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

// paragraph breaks a text into lines as long as those of the README.
func paragraph(format string, args ...any) string { return wrap(fmt.Sprintf(format, args...), 120) }

// inYear returns a number of annual.csv.
func inYear(p *tables.Package, column string, year int) (float64, error) {
	annual := p.Table(tables.Annual)
	row := slices.Index(annual.Numbers("year"), float64(year))
	if row < 0 {
		return 0, fmt.Errorf("%s has no year %d", annual.Schema.File(), year)
	}
	return annual.Numbers(column)[row], nil
}
