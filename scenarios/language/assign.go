package language

import (
	"slices"
	"strings"
	"unicode/utf8"

	"corridor/scenarios/text"
)

// Assignment reads path=value, which begins at a place, into a file that sets that one
// value of a scenario. It returns nil for one that cannot be set, which is reported.
func Assignment(scenario *text.Tree, set string, start text.Position, report *text.Report) *text.Tree {
	file := start.File
	path, to, ok := strings.Cut(set, "=")
	if !ok || path == "" || to == "" {
		report.Mistake(start, "expected path=value, such as segments.corridor.effectiveness=0.8")
		return nil
	}
	if at, why := text.Unreadable(set); why != "" {
		report.Mistake(text.Position{File: file, Line: 1, Column: start.Column + utf8.RuneCountInString(set[:at])}, "%s", why)
		return nil
	}
	steps := strings.Split(path, ".")
	if i, valid := missingStep(scenario, steps); i < len(steps) && !dates(scenario, steps, i) {
		if why := unselected(scenario, steps, i); why != "" {
			report.Mistake(stepPosition(start, steps, i), "%s", why)
			return nil
		}
		report.Mistake(stepPosition(start, steps, i), "unknown name %q in %s%s", text.Short(steps[i]), text.Short(path), text.DidYouMean(steps[i], valid))
		return nil
	}
	if head := schema.field(steps[0]); len(steps) == 1 && (head.form == formEntry || head.form == formName) {
		report.Mistake(start, "%s cannot be set, it says what the file is", path)
		return nil
	}
	at := text.Position{File: file, Line: 1, Column: start.Column + utf8.RuneCountInString(path) + 1}
	over := &text.Tree{Position: at, Text: to}
	if to == "null" || to == "~" {
		over.Kind = text.Null
	}
	for i := len(steps) - 1; i >= 0; i-- {
		over = &text.Tree{Position: at, Kind: text.Map, Entries: []text.Entry{{Key: steps[i], At: stepPosition(start, steps, i), Tree: over}}}
	}
	return over
}

// unselected says why a step that selects names selects none, "" of one that is a name.
func unselected(scenario *text.Tree, steps []string, i int) string {
	at, s := scenario, schema
	for _, step := range steps[:i] {
		s = s.resolve(at).child(step)
		at = at.Get(step)
	}
	if s = s.resolve(at); s == nil || !s.changesSeveral(steps[i], at) || len(namesIn(at)) == 0 {
		return ""
	}
	_, mistake := namesAt(scenario, at, s, steps[i])
	return mistake
}

// namesAt returns the names that a step of a path means in a map with names, or what is wrong.
func namesAt(scenario, at *text.Tree, s *spec, step string) ([]string, string) {
	switch {
	case step == star:
		return namesIn(at), ""
	case s.changesSeveral(step, at):
		of := selection{root: scenario, parts: at, section: sectionOf(s)}
		return of.named(step)
	}
	return []string{step}, ""
}

// Paths lists the paths of a scenario that an assignment to a path sets: with every name that is
// meant in the place of * and of each selector.
func Paths(scenario *text.Tree, path string) []string {
	type place struct {
		path []string
		at   *text.Tree
		s    *spec
	}
	places := []place{{nil, scenario, schema}}
	for _, step := range strings.Split(path, ".") {
		var next []place
		for _, p := range places {
			s := p.s.resolve(p.at)
			names := []string{step}
			if s != nil && s.hasNames() {
				names, _ = namesAt(scenario, p.at, s, step)
			}
			for _, name := range names {
				next = append(next, place{append(slices.Clone(p.path), name), p.at.Get(name), s.child(name)})
			}
		}
		places = next
	}
	list := make([]string, len(places))
	for i := range places {
		list[i] = strings.Join(places[i].path, ".")
	}
	return list
}

// dates reports whether the missing step of a path is its last and a year or month from
// which a number that is plain, or not given, is to be another.
func dates(root *text.Tree, steps []string, missing int) bool {
	at, s := root, schema
	for _, step := range steps[:missing] {
		at, s = at.Get(step), s.resolve(at).child(step)
	}
	_, date := beginning(steps[missing])
	return date && missing == len(steps)-1 && s != nil && s.forms != nil && s.forms[1].form == formByYear
}

// stepPosition returns where a step of a path stands that begins at start.
func stepPosition(start text.Position, steps []string, i int) text.Position {
	for _, step := range steps[:i] {
		start.Column += utf8.RuneCountInString(step) + 1
	}
	return start
}

// missingStep returns the index of the first step of a path that neither the
// scenario has nor the language allows, and what would be valid there; or the
// number of steps. The step "*" is any entry, and a selector those that it names.
func missingStep(root *text.Tree, steps []string) (int, []string) {
	at, s := root, schema
	for i, step := range steps {
		s = s.resolve(at)
		switch {
		case s == nil:
			return i, nil
		case s.form == formObject && s.field(step) == nil:
			return i, s.names()
		case s.form == formNamed && step == star:
			if at != nil && len(at.Entries) > 0 {
				at = &text.Tree{Kind: text.Map, Entries: []text.Entry{{Key: star, Tree: at.Entries[0].Tree}}}
			}
		case s.changesSeveral(step, at):
			names, _ := namesAt(root, at, s, step)
			if len(names) == 0 {
				return i, namesIn(at)
			}
			at = &text.Tree{Kind: text.Map, Entries: []text.Entry{{Key: step, Tree: at.Get(names[0])}}}
		case s.form == formNamed && at.Get(step) == nil:
			return i, namesIn(at)
		case s.form != formObject && !s.hasNames():
			return i, nil
		}
		at, s = at.Get(step), s.child(step)
	}
	return len(steps), nil
}
