package scenarios

import (
	"slices"
	"strings"

	"corridor/scenarios/text"
)

// Effective returns the scenario after all it extends and all overlays, as one
// YAML document that Parse reads back to the same scenario. Of the works it holds
// those that it names.
func (s *Scenario) Effective() string {
	if s.effective != "" {
		return s.effective
	}
	return s.complete().Print()
}

// Part is the part of an effective scenario that is asked for.
type Part struct {
	Path    string // what stands at a path alone, such as segments.rail-ferry; "" for everything
	Changed bool   // what the scenario says on top of the one that it extends alone, with its overlays and the values set
}

// Show returns the effective scenario with the place that set each value beside it.
func (s *Scenario) Show() string {
	return s.complete().PrintPlaces()
}

// ShowPart shows a part of it alone. A path that leads nowhere, or to what the scenario does not
// give, is an error.
func (s *Scenario) ShowPart(of Part) (string, error) {
	t, err := s.part(of)
	if err != nil {
		return "", err
	}
	return t.PrintPlaces(), nil
}

// part is empty where nothing is changed.
func (s *Scenario) part(of Part) (*text.Tree, error) {
	t := s.complete()
	if of.Path != "" {
		var err error
		if t, err = s.alone(of.Path); err != nil {
			return nil, err
		}
	}
	if !of.Changed {
		return t, nil
	}
	if t = t.Since(s.first); t == nil {
		t = &text.Tree{Kind: text.Map}
	}
	return t, nil
}

// alone returns the effective scenario with nothing beside a path.
func (s *Scenario) alone(path string) (*text.Tree, error) {
	paths, err := s.Reached(path)
	if err != nil {
		return nil, err
	}
	out := s.complete()
	paths = slices.DeleteFunc(paths, func(one string) bool { return out.Below(one) == nil })
	if len(paths) == 0 {
		report := &text.Report{}
		start := text.Position{File: &text.File{Name: "path", Text: path}, Line: 1, Column: 1}
		report.Mistake(start, "%s is not given in the scenario: corridor explain %[1]s says what holds without it", path)
		return nil, report.Err()
	}
	return onlyAt(out, paths), nil
}

// onlyAt returns a tree with nothing beside paths of maps that lead to something.
func onlyAt(t *text.Tree, paths []string) *text.Tree {
	out := &text.Tree{Position: t.Position, Kind: text.Map}
	for _, e := range t.Entries {
		var inside []string
		whole := false
		for _, path := range paths {
			step, rest, more := strings.Cut(path, ".")
			if step != e.Key {
				continue
			}
			whole = whole || !more
			inside = append(inside, rest)
		}
		switch {
		case whole:
			out.Entries = append(out.Entries, e)
		case len(inside) > 0:
			out.Entries = append(out.Entries, text.Entry{Key: e.Key, At: e.At, Tree: onlyAt(e.Tree, inside)})
		}
	}
	return out
}

// complete is the merged tree with only the works it uses.
func (s *Scenario) complete() *text.Tree {
	out := &text.Tree{Position: s.root.Position, Kind: text.Map, Removed: s.root.Removed}
	used := &text.Tree{Position: s.root.Position, Kind: text.Map}
	cited := map[string]bool{}
	cite(s.root, cited)
	for _, e := range s.root.Get("sources").Entries {
		if cited[e.Key] {
			used.Entries = append(used.Entries, e)
		}
	}
	for _, e := range s.root.Entries {
		switch {
		case e.Key != "sources":
			out.Entries = append(out.Entries, e)
		case len(used.Entries) > 0:
			out.Entries = append(out.Entries, text.Entry{Key: e.Key, At: e.At, Tree: used})
		}
	}
	return out
}

// cite finds the works that a tree names, beside figures or elsewhere.
func cite(t *text.Tree, works map[string]bool) {
	for _, e := range t.Entries {
		if e.Key == "source" {
			works[e.Text] = true
			for _, item := range e.Items {
				works[item.Text] = true
			}
			continue
		}
		cite(e.Tree, works)
	}
	for _, item := range t.Items {
		cite(item, works)
	}
}
