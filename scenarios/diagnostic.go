package scenarios

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"corridor/sim/tables"
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
	name := tables.ShownInLine(p.File.Name)
	if p.Line == 0 {
		return name
	}
	return fmt.Sprintf("%s:%d:%d", name, p.Line, p.Column)
}

// Diagnostic is one mistake in a scenario: where it is, what is wrong, and what
// was expected. A warning is of what is allowed and can hardly be meant.
type Diagnostic struct {
	Position
	Message string
	Warning bool
}

// String writes the diagnostic as file:line:col: message, a warning as
// file:line:col: warning: message.
func (d Diagnostic) String() string {
	if d.Warning {
		return d.Position.String() + ": warning: " + d.Message
	}
	return d.Position.String() + ": " + d.Message
}

// Render writes the diagnostic with the source line and a caret under the place.
func (d Diagnostic) Render() string {
	var b strings.Builder
	b.WriteString(d.String())
	line := d.File.line(d.Line)
	if strings.TrimSpace(line) == "" || len(line) > 300 {
		return b.String()
	}
	before := line
	if d.Column >= 1 && d.Column <= utf8.RuneCountInString(line) {
		before = string([]rune(line)[:d.Column-1])
	}
	line, before = tables.Shown(line), tables.Shown(before)
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
		lines[i] = d.String()
	}
	return strings.Join(lines, "\n")
}

// Render writes the diagnostics with their source lines.
func (e *Error) Render() string { return Render(e.Diagnostics) }

// Render writes diagnostics with their source lines, one after the other.
func Render(list []Diagnostic) string {
	parts := make([]string, len(list))
	for i, d := range list {
		parts[i] = d.Render()
	}
	return strings.Join(parts, "\n")
}

// maxDiagnostics bounds the list: nobody reads more, and a broken file has more.
const maxDiagnostics = 1000

// diagnostics collects mistakes, and warnings for when there are none.
type diagnostics struct {
	list     []Diagnostic
	places   map[Position]bool // of mistakes
	warnings []Diagnostic
}

// report adds a mistake, once.
func (d *diagnostics) report(at Position, format string, args ...any) {
	found := Diagnostic{Position: at, Message: tables.ShownInLine(fmt.Sprintf(format, args...))}
	if len(d.list) >= maxDiagnostics || d.places[at] && slices.Contains(d.list, found) {
		return
	}
	if d.places == nil {
		d.places = map[Position]bool{}
	}
	d.list, d.places[at] = append(d.list, found), true
}

// warn adds a warning, once: of something that is allowed and works, and that whoever
// wrote it can hardly have meant.
func (d *diagnostics) warn(at Position, format string, args ...any) {
	found := Diagnostic{at, tables.ShownInLine(fmt.Sprintf(format, args...)), true}
	if len(d.warnings) < maxDiagnostics && !slices.Contains(d.warnings, found) {
		d.warnings = append(d.warnings, found)
	}
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
	return &Error{inOrder(d.list)}
}

// inOrder sorts diagnostics by file and line.
func inOrder(list []Diagnostic) []Diagnostic {
	slices.SortStableFunc(list, func(a, b Diagnostic) int { return comparePositions(a.Position, b.Position) })
	return list
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
