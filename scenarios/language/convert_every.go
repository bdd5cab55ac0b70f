package language

import (
	"slices"

	"corridor/scenarios/text"
	"corridor/scenarios/units"
)

// every is a change that a file says of every entry of a map, by "*", or of several. It changes
// those that have something to change.
type every struct {
	at      text.Position // of the key
	said    *text.Tree
	figure  units.Figure
	changed bool // at least one
}

// everyOf lists the changes that a file says of every entry of a map, or of several.
func everyOf(over *text.Tree) (list []*every) {
	for _, e := range over.Entries {
		if e.Key != star && e.Key != allParts && !isSelector(e.Key) {
			list = append(list, everyOf(e.Tree)...)
			continue
		}
		for _, said := range scalars(e.Tree) {
			if f, err := units.Read(said.Text); err == nil && f.Signed && !f.Unit.Plain() {
				list = append(list, &every{at: e.At, said: said, figure: f})
			}
		}
	}
	return list
}

// scalars lists the single values of a tree.
func scalars(t *text.Tree) (list []*text.Tree) {
	if t.Kind == text.Scalar {
		return []*text.Tree{t}
	}
	for _, e := range t.Entries {
		list = append(list, scalars(e.Tree)...)
	}
	for _, item := range t.Items {
		list = append(list, scalars(item)...)
	}
	return list
}

// everyOne returns the change of every entry that a number, plain or with its range, is; nil for
// none.
func (c *converter) everyOne(t *text.Tree) *every {
	if len(c.every) == 0 {
		return nil
	}
	if isValue(t) {
		t = t.Get("value")
	}
	if i := slices.IndexFunc(c.every, func(e *every) bool { return e.said == t }); i >= 0 {
		return c.every[i]
	}
	return nil
}

// changeable reports whether a key has a number to change where a scenario says nothing of it.
func (s *spec) changeable(f units.Figure) bool {
	return !relative(f, s) || s.factor || s.standard != "" && (s.standard != "0" || !f.Unit.Share())
}

func isZero(t *text.Tree) bool {
	if t.Kind == text.Map && !isValue(t) || t.Kind == text.List {
		return false
	}
	return value{Tree: t}.number() == 0
}

// unchanged reports changes of every entry that none has anything to change by.
func (c *converter) unchanged() {
	for _, e := range c.every {
		if !e.changed && c.report.Sound(e.said) && c.report.Sound(&text.Tree{Position: e.at}) {
			c.report.Mistake(e.said.Position, "%q changes numbers, and no entry here has one to change", text.Short(e.said.Text))
		}
	}
}
