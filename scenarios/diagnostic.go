package scenarios

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

// File is a piece of input with a name for messages.
type File struct {
	Name string
	Text string

	layer int // files are laid one on the other in this order
}

// line returns the text of a line, counted from 1, or "".
func (f *File) line(n int) string {
	if f == nil || n < 1 {
		return ""
	}
	for line := range strings.Lines(f.Text) {
		if n--; n == 0 {
			return strings.TrimRight(line, "\r\n")
		}
	}
	return ""
}

// Position is a place in a file; line and column count from 1.
type Position struct {
	File         *File
	Line, Column int
}

// String writes the position as file:line:col.
func (p Position) String() string {
	if p.File == nil {
		return "-"
	}
	if p.Line == 0 {
		return p.File.Name
	}
	return fmt.Sprintf("%s:%d:%d", p.File.Name, p.Line, p.Column)
}

// Diagnostic is one mistake in a scenario: where it is, what is wrong, and what
// was expected.
type Diagnostic struct {
	Position
	Message string
}

// Render writes the diagnostic as file:line:col: message with the source line and
// a caret under the place.
func (d Diagnostic) Render() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %s", d.Position, d.Message)
	line := d.File.line(d.Line)
	if strings.TrimSpace(line) == "" || len(line) > 300 {
		return b.String()
	}
	before := line
	if d.Column >= 1 && d.Column <= utf8.RuneCountInString(line) {
		before = string([]rune(line)[:d.Column-1])
	}
	indent := strings.Map(func(r rune) rune {
		if r == '\t' {
			return '\t'
		}
		return ' '
	}, before)
	fmt.Fprintf(&b, "\n%5d | %s\n      | %s^", d.Line, line, indent)
	return b.String()
}

// Error is every mistake found in a scenario and the files it is made of.
type Error struct {
	Diagnostics []Diagnostic
}

// Error writes the diagnostics one to a line.
func (e *Error) Error() string {
	lines := make([]string, len(e.Diagnostics))
	for i, d := range e.Diagnostics {
		lines[i] = d.Position.String() + ": " + d.Message
	}
	return strings.Join(lines, "\n")
}

// Render writes the diagnostics with their source lines.
func (e *Error) Render() string {
	parts := make([]string, len(e.Diagnostics))
	for i, d := range e.Diagnostics {
		parts[i] = d.Render()
	}
	return strings.Join(parts, "\n")
}

// maxDiagnostics bounds the list: nobody reads more, and a broken file has more.
const maxDiagnostics = 1000

// diagnostics collects mistakes.
type diagnostics struct {
	list   []Diagnostic
	places map[Position]bool
}

// report adds a mistake, once.
func (d *diagnostics) report(at Position, format string, args ...any) {
	found := Diagnostic{at, fmt.Sprintf(format, args...)}
	if len(d.list) >= maxDiagnostics || d.places[at] && slices.Contains(d.list, found) {
		return
	}
	if d.places == nil {
		d.places = map[Position]bool{}
	}
	d.list, d.places[at] = append(d.list, found), true
}

// sound reports whether nothing in a tree has been found wrong, so that it may be
// compared with others.
func (d *diagnostics) sound(t *tree) bool {
	if t == nil {
		return true
	}
	if d.places[t.Position] {
		return false
	}
	for _, e := range t.entries {
		if d.places[e.at] || !d.sound(e.tree) {
			return false
		}
	}
	return !slices.ContainsFunc(t.items, func(item *tree) bool { return !d.sound(item) })
}

// err returns the mistakes in the order of the files and lines, or nil.
func (d *diagnostics) err() error {
	if len(d.list) == 0 {
		return nil
	}
	slices.SortStableFunc(d.list, func(a, b Diagnostic) int {
		return comparePositions(a.Position, b.Position)
	})
	return &Error{d.list}
}

func comparePositions(a, b Position) int {
	name := func(p Position) string {
		if p.File == nil {
			return ""
		}
		return p.File.Name
	}
	if c := strings.Compare(name(a), name(b)); c != 0 {
		return c
	}
	if a.Line != b.Line {
		return a.Line - b.Line
	}
	return a.Column - b.Column
}
