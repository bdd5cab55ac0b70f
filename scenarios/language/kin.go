package language

import (
	"fmt"
	"slices"

	"corridor/scenarios/text"
)

// Projects and measures have most keys in common, and some of their own: a measure may stand under
// projects by mistake, and a project under measures.

// kin returns the section whose entries have most keys of an object, the object itself being that
// of the entries of another; nil where there is none.
func (s *spec) kin() *field {
	entries := func(f field) bool { return f.spec.form == formNamed && f.spec.item == s }
	if !slices.ContainsFunc(schema.fields, entries) {
		return nil
	}
	for i := range schema.fields {
		f := &schema.fields[i]
		if f.spec.form == formNamed && f.spec.item != s && 2*s.shared(f.spec.item) > len(s.fields) {
			return f
		}
	}
	return nil
}

// shared counts the keys that two objects have in common, with one meaning.
func (s *spec) shared(other *spec) (n int) {
	for _, f := range s.fields {
		if other.field(f.name) == f.spec {
			n++
		}
	}
	return n
}

// fitsBeside reports whether the section next to that of an entry has all of its keys.
func (s *spec) fitsBeside(t *text.Tree) bool {
	return !slices.ContainsFunc(t.Keys(), func(key string) bool { return s.child(key) == nil })
}

// elsewhere says that a key which an entry cannot have is one of the section next to its own, "" where
// it is not.
func (s *spec) elsewhere(t *text.Tree, key, name string) string {
	switch kin := s.kin(); {
	case kin == nil || kin.spec.item.field(key) == nil:
		return ""
	case kin.spec.item.fitsBeside(t):
		return fmt.Sprintf("; give %s under %s, which have it", name, kin.name)
	default:
		return fmt.Sprintf("; it is a key of %s", kin.name)
	}
}

// unneeded says that an entry which lacks a key could stand in the section next to its own, where
// it need not have it; "" where it could not.
func (s *spec) unneeded(t *text.Tree, key, name string) string {
	kin := s.kin()
	if kin == nil || kin.spec.item.field(key) == nil || kin.spec.item.requires(key) || !kin.spec.item.fitsBeside(t) {
		return ""
	}
	return fmt.Sprintf("; or give %s under %s, where none is needed", name, kin.name)
}
