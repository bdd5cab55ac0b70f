package text

import (
	"fmt"
	"slices"
	"strings"

	"corridor/sim/tables"
)

// maxDiagnostics bounds the list: nobody reads more, and a broken file has more.
const maxDiagnostics = 1000

// Report collects mistakes, and warnings for when there are none.
type Report struct {
	list     []Diagnostic
	places   map[Position]bool // of mistakes
	warnings []Diagnostic
}

// Mistake adds a mistake, once.
func (r *Report) Mistake(at Position, format string, args ...any) {
	found := Diagnostic{Position: at, Message: tables.ShownInLine(fmt.Sprintf(format, args...))}
	if len(r.list) >= maxDiagnostics || r.places[at] && slices.Contains(r.list, found) {
		return
	}
	if r.places == nil {
		r.places = map[Position]bool{}
	}
	r.list, r.places[at] = append(r.list, found), true
}

// Warn adds a warning, once: of something that is allowed and works, and that whoever
// wrote it can hardly have meant.
func (r *Report) Warn(at Position, format string, args ...any) {
	found := Diagnostic{at, tables.ShownInLine(fmt.Sprintf(format, args...)), true}
	if len(r.warnings) < maxDiagnostics && !slices.Contains(r.warnings, found) {
		r.warnings = append(r.warnings, found)
	}
}

// Sound reports whether nothing in a tree has been found wrong, so that it may be
// compared with others.
func (r *Report) Sound(t *Tree) bool {
	if t == nil {
		return true
	}
	if r.places[t.Position] {
		return false
	}
	for _, e := range t.Entries {
		if r.places[e.At] || !r.Sound(e.Tree) {
			return false
		}
	}
	return !slices.ContainsFunc(t.Items, func(item *Tree) bool { return !r.Sound(item) })
}

// Told reports whether a mistake has been found at a place.
func (r *Report) Told(at Position) bool { return r.places[at] }

// Full reports whether no more mistakes are listed: whoever would look for what was meant can
// stop.
func (r *Report) Full() bool { return len(r.list) >= maxDiagnostics }

// Found reports whether there is any mistake.
func (r *Report) Found() bool { return len(r.list) > 0 }

// Warned returns the warnings in the order of the files and lines.
func (r *Report) Warned() []Diagnostic { return inOrder(r.warnings) }

// Err returns the mistakes in the order of the files and lines, or nil.
func (r *Report) Err() error {
	if len(r.list) == 0 {
		return nil
	}
	return &Error{inOrder(r.list)}
}

// inOrder sorts diagnostics by file and line, those of the library after those of other files:
// they are changed to mend it.
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
	if last := a.inLibrary(); last != b.inLibrary() {
		return map[bool]int{false: -1, true: 1}[last]
	}
	if c := strings.Compare(name(a), name(b)); c != 0 {
		return c
	}
	if a.Line != b.Line {
		return a.Line - b.Line
	}
	return a.Column - b.Column
}
