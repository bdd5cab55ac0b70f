package scenarios

import (
	"slices"
	"sync"

	"corridor/sim/tables"
)

// Words that stand in the place of a source where a figure has none.
const (
	assumption = "assumption" // chosen by the author of the scenario
	derived    = "derived"    // arithmetic on published figures
)

const bibliographyName = "sources"

// bibliography returns the works of the library's sources.yaml.
var bibliography = sync.OnceValue(func() *tree {
	return libraryTree(bibliographyName).get("sources")
})

// Figure is a number of a scenario with where it comes from.
type Figure struct {
	Path     string
	Value    string
	Low      string // empty where no range is given
	High     string
	Unit     string
	Sources  []string // names of works, and the words assumption and derived
	Note     string
	Position Position
}

// Assumed reports whether the figure was assumed or derived rather than
// published, or has no source at all.
func (f *Figure) Assumed() bool {
	return len(f.Sources) == 0 || slices.Contains(f.Sources, assumption) || slices.Contains(f.Sources, derived)
}

// Kind says in one word how the figure came about: published, derived or assumed.
func (f *Figure) Kind() string {
	switch {
	case len(f.Sources) == 0 || slices.Contains(f.Sources, assumption):
		return "assumed"
	case slices.Contains(f.Sources, derived):
		return "derived"
	}
	return "published"
}

// Works names the works behind the figure, without the words assumption and derived.
func (f *Figure) Works() []string {
	return slices.DeleteFunc(slices.Clone(f.Sources), func(s string) bool { return s == assumption || s == derived })
}

// Figures lists the numbers of the scenario in the order of its file.
func (s *Scenario) Figures() []Figure { return s.figures }

// Works lists the works the scenario's figures name: those behind most figures
// first, then by first use.
func (s *Scenario) Works() []tables.Source {
	var works []tables.Source
	uses := map[string]int{}
	for i := range s.figures {
		for _, id := range s.figures[i].Sources {
			if id == assumption || id == derived {
				continue
			}
			if uses[id]++; uses[id] == 1 {
				t := s.root.get("sources").get(id)
				works = append(works, tables.Source{Name: id, Title: textOf(t, "title"), Date: textOf(t, "date"), Path: textOf(t, "url")})
			}
		}
	}
	slices.SortStableFunc(works, func(a, b tables.Source) int { return uses[b.Name] - uses[a.Name] })
	return works
}

// Assumptions counts the figures that are assumed or derived.
func (s *Scenario) Assumptions() int {
	n := 0
	for i := range s.figures {
		if s.figures[i].Assumed() {
			n++
		}
	}
	return n
}

// collectFigures walks the checked tree. A figure without a source of its own has
// that of the nearest map around it.
func collectFigures(t *tree, s *spec, path string, sources []string, into *[]Figure) {
	if t == nil || s == nil {
		return
	}
	s = s.resolve(t)
	switch s.form {
	case formNumber:
		figure := Figure{Path: path, Value: t.text, Unit: s.unit, Sources: sources, Position: t.Position}
		if t.isValue() {
			figure.Value, figure.Note = textOf(t, "value"), textOf(t, "note")
			figure.Low, figure.High = textOf(t, "low"), textOf(t, "high")
			if own := sourceNames(t); own != nil {
				figure.Sources = own
			}
		}
		*into = append(*into, figure)
	case formObject, formNamed, formByYear:
		if own := sourceNames(t); own != nil {
			sources = own
		}
		for _, e := range t.entries {
			item := s.item
			if s.form == formObject {
				item = s.field(e.key)
			}
			if e.key != "sources" {
				collectFigures(e.tree, item, join(path, e.key), sources, into)
			}
		}
	case formList:
		for i, item := range t.items {
			collectFigures(item, s.item, join(path, itoa(i+1)), sources, into)
		}
	}
}

// sourceNames returns what a map's source key names.
func sourceNames(t *tree) []string {
	source := t.get("source")
	switch {
	case source == nil:
		return nil
	case source.kind == scalarKind:
		return []string{source.text}
	}
	var names []string
	for _, item := range source.items {
		names = append(names, item.text)
	}
	return names
}

func join(path, key string) string {
	if path == "" {
		return key
	}
	return path + "." + key
}
