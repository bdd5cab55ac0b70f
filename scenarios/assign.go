package scenarios

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"corridor/sim/tables"
)

// assigned sets one value from path=value, which begins at a place.
func (l *loader) assigned(scenario *tree, assignment string, start Position) *tree {
	file := start.File
	path, text, ok := strings.Cut(assignment, "=")
	if !ok || path == "" || text == "" {
		l.report.report(start, "expected path=value, such as segments.corridor.effectiveness=0.8")
		return scenario
	}
	if at, why := unreadable(assignment); why != "" {
		l.report.report(Position{file, 1, start.Column + utf8.RuneCountInString(assignment[:at])}, "%s", why)
		return scenario
	}
	steps := strings.Split(path, ".")
	if i, valid := missingStep(scenario, steps); i < len(steps) && !dates(scenario, steps, i) {
		l.report.report(stepPosition(start, steps, i), "unknown name %q in %s%s", short(steps[i]), short(path), didYouMean(steps[i], valid))
		return scenario
	}
	if head := schema.field(steps[0]); len(steps) == 1 && (head.form == formEntry || head.form == formName) {
		l.report.report(start, "%s cannot be set, it says what the file is", path)
		return scenario
	}
	l.lay(file)
	at := Position{file, 1, start.Column + utf8.RuneCountInString(path) + 1}
	over := &tree{Position: at, text: text}
	if text == "null" || text == "~" {
		over.kind = nullKind
	}
	for i := len(steps) - 1; i >= 0; i-- {
		over = &tree{Position: at, kind: mapKind, entries: []entry{{steps[i], stepPosition(start, steps, i), over}}}
	}
	return calibrated(scenario, kept(scenario, merge(scenario, over, schema, &l.report)))
}

// unreadable says why something is no text, and where; "" where it is one.
func unreadable(text string) (offset int, why string) {
	if r, found := tables.FirstSteering(text); found {
		return strings.IndexRune(text, r), fmt.Sprintf(noText, r)
	}
	if at, found := firstInvalid(text); found {
		return at, "this is not UTF-8 text"
	}
	return 0, ""
}

// dates reports whether the missing step of a path is its last and a year or month from
// which a number that is plain, or not given, is to be another.
func dates(root *tree, steps []string, missing int) bool {
	at, s := root, schema
	for _, step := range steps[:missing] {
		at, s = at.get(step), s.resolve(at).child(step)
	}
	_, date := beginning(steps[missing])
	return date && missing == len(steps)-1 && s != nil && s.forms != nil && s.forms[1].form == formByYear
}

// stepPosition returns where a step of a path stands that begins at start.
func stepPosition(start Position, steps []string, i int) Position {
	for _, step := range steps[:i] {
		start.Column += utf8.RuneCountInString(step) + 1
	}
	return start
}

// missingStep returns the index of the first step of a path that neither the
// scenario has nor the language allows, and what would be valid there; or the
// number of steps. The step "*" is any entry.
func missingStep(root *tree, steps []string) (int, []string) {
	at, s := root, schema
	for i, step := range steps {
		s = s.resolve(at)
		switch {
		case s == nil:
			return i, nil
		case s.form == formObject && s.field(step) == nil:
			return i, s.names()
		case s.form == formNamed && step == star:
			if at != nil && len(at.entries) > 0 {
				at = &tree{kind: mapKind, entries: []entry{{key: star, tree: at.entries[0].tree}}}
			}
		case s.form == formNamed && at.get(step) == nil:
			return i, at.names()
		case s.form != formObject && !s.hasNames():
			return i, nil
		}
		at, s = at.get(step), s.child(step)
	}
	return len(steps), nil
}
