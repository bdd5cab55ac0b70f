package language

import (
	"slices"
	"strings"

	"corridor/scenarios/text"
)

// Selection is a place of a scenario that names several parts of it at once, such as all of alat,
// with the parts that are meant.
type Selection struct {
	Path  string   `json:"path" doc:"where it is said"`
	Said  string   `json:"written" doc:"what is written, such as all of KZ or alat-*"`
	Names []string `json:"names" doc:"what that comes to: names of segments, markets, rivals or uncertainties, or paths of numbers"`
	Place string   `json:"place" doc:"file:line:col"`
}

// Selections lists the selections of the scenario in the order of its file, with what each means.
// What is called by its name is none.
func (s *Compiled) Selections() []Selection {
	f := selectionFinder{in: s, root: s.compiler.top.Tree}
	f.walk(f.root, schema, "")
	return f.found
}

// selectionsBelow are those of some that stand at a path or below it.
func selectionsBelow(all []Selection, path string) []Selection {
	return slices.DeleteFunc(slices.Clone(all), func(one Selection) bool { return !below(one.Path, path) })
}

// namesOfAll lists what some selections mean, each once.
func namesOfAll(list []Selection) (names []string) {
	for _, one := range list {
		for _, name := range one.Names {
			if !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
	}
	return names
}

// selectionFinder finds selections.
type selectionFinder struct {
	in    *Compiled
	root  *text.Tree
	found []Selection
}

func (f *selectionFinder) walk(t *text.Tree, s *spec, path string) {
	if t == nil || s == nil || s.told {
		return
	}
	s = s.resolve(t)
	switch {
	case t.Kind == text.Scalar:
		f.add(t.Text, f.meant(t.Text, s), path, t.Position)
	case t.Kind == text.List:
		for i, item := range t.Items {
			f.walk(item, s.item, join(path, itoa(i+1)))
		}
	default:
		for _, e := range t.Entries {
			if s.selects != "" && commentary[e.Key] == nil {
				names, _ := selected(f.root, s.selects, e.Key)
				f.add(e.Key, names, join(path, e.Key), e.At)
			}
			f.walk(e.Tree, s.child(e.Key), join(path, e.Key))
		}
	}
}

// meant is what a value names, by its form.
func (f *selectionFinder) meant(said string, s *spec) (names []string) {
	switch s.form {
	case formSelector:
		names, _ = selected(f.root, s.sections[0], said)
	case formPattern:
		for i := range f.in.Uncertainties {
			if name := f.in.Uncertainties[i].Name; matches(said, name) {
				names = append(names, name)
			}
		}
	case formPath:
		if strings.Contains(said, star) || strings.Contains(said, allOf) {
			names = Paths(f.root, said)
		}
	}
	return names
}

func (f *selectionFinder) add(said string, names []string, path string, at text.Position) {
	if len(names) == 0 || len(names) == 1 && names[0] == said {
		return
	}
	f.found = append(f.found, Selection{Path: path, Said: said, Names: names, Place: at.String()})
}
