package text

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"corridor/sim/tables"
)

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
	line := d.File.Line(d.Line)
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
