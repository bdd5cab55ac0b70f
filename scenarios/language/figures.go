package language

import (
	"slices"

	"corridor/scenarios/text"
)

// Words that stand in the place of a source where a figure has none.
const (
	Assumption = "assumption" // chosen by the author of the scenario
	Derived    = "derived"    // arithmetic on published figures
)

// Figure is a number of a scenario with where it comes from.
type Figure struct {
	Path     string
	Value    string
	Low      string // empty where no range is given
	High     string
	Unit     string
	Sources  []string // names of works, and the words assumption and derived
	Note     string
	Known    string // month in which it was published, empty where that is not said
	Position text.Position
}

// Assumed reports whether the figure was assumed or derived rather than
// published, or has no source at all.
func (f *Figure) Assumed() bool {
	return len(f.Sources) == 0 || slices.Contains(f.Sources, Assumption) || slices.Contains(f.Sources, Derived)
}

// Kind says in one word how the figure came about: published, derived or assumed.
func (f *Figure) Kind() string {
	switch {
	case len(f.Sources) == 0 || slices.Contains(f.Sources, Assumption):
		return "assumed"
	case slices.Contains(f.Sources, Derived):
		return "derived"
	}
	return "published"
}

// Remark is the note, after the month in which the figure was published where that is said.
func (f *Figure) Remark() string {
	switch {
	case f.Known == "":
		return f.Note
	case f.Note == "":
		return "known " + f.Known
	}
	return "known " + f.Known + "; " + f.Note
}

// Works names the works behind the figure, without the words assumption and derived.
func (f *Figure) Works() []string {
	return slices.DeleteFunc(slices.Clone(f.Sources), func(s string) bool { return s == Assumption || s == Derived })
}

// Figures lists the numbers of the scenario in the order of its file.
func (s *Compiled) Figures() []Figure { return s.figures }

// Assumptions counts the figures that are assumed or derived.
func (s *Compiled) Assumptions() int {
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
func collectFigures(t *text.Tree, s *spec, path string, sources []string, known string, into *[]Figure) {
	if t == nil || s == nil {
		return
	}
	s = s.resolve(t)
	switch s.form {
	case formNumber:
		figure := Figure{Path: path, Value: t.Text, Unit: s.unit, Sources: sources, Known: known, Position: t.Position}
		if isValue(t) {
			figure.Value, figure.Note = t.TextOf("value"), t.TextOf("note")
			figure.Low, figure.High = t.TextOf("low"), t.TextOf("high")
			if own := sourceNames(t); own != nil {
				figure.Sources = own
			}
		}
		*into = append(*into, figure)
	case formObject, formNamed, formByYear:
		if own := sourceNames(t); own != nil {
			sources = own
		}
		if s.form == formObject && s.field("known") != nil && t.Get("known") != nil {
			known = t.TextOf("known")
		}
		for _, e := range t.Entries {
			item := s.item
			if s.form == formObject {
				item = s.field(e.Key)
			}
			if e.Key != "sources" {
				collectFigures(e.Tree, item, join(path, e.Key), sources, known, into)
			}
		}
	case formList:
		for i, item := range t.Items {
			collectFigures(item, s.item, join(path, itoa(i+1)), sources, known, into)
		}
	}
}

// sourceNames returns what a map's source key names.
func sourceNames(t *text.Tree) []string {
	source := t.Get("source")
	switch {
	case source == nil:
		return nil
	case source.Kind == text.Scalar:
		return []string{source.Text}
	}
	var names []string
	for _, item := range source.Items {
		names = append(names, item.Text)
	}
	return names
}

func join(path, key string) string {
	if path == "" {
		return key
	}
	return path + "." + key
}
