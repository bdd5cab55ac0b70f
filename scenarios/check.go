package scenarios

import (
	"regexp"
	"slices"
	"strings"
)

// checker compares a tree with the schema and reports every difference.
type checker struct {
	root   *tree
	report *diagnostics
	works  map[string]bool // names that a source may have, once one is asked for
}

func (c *checker) check(t *tree, s *spec, name string) {
	either := s
	s = s.resolve(t)
	if either.forms != nil && t.kind == listKind && s.form != formList {
		c.report.report(t.Position, "%s is %v, expected %s", name, t.kind, expected(either))
		return
	}
	switch s.form {
	case formObject:
		c.object(t, s, name)
	case formNamed, formByYear:
		c.named(t, s, name)
	case formList:
		c.list(t, s, name)
	case formNumber:
		c.number(t, s, name)
	case formSource:
		c.source(t)
	default:
		if t.kind != scalarKind {
			c.report.report(t.Position, "%s is %v, expected %s", name, t.kind, expected(s))
			return
		}
		c.scalar(t, s, name)
	}
}

// Any object may say where its figures come from.
var commentary = map[string]*spec{
	"source": plain(formSource, "Where the figures come from: names of sources, or assumption, or derived"),
	"note":   prose("Remark for readers"),
}

func (c *checker) object(t *tree, s *spec, name string) {
	if t.kind != mapKind {
		c.report.report(t.Position, "%s is %v, expected the keys %s", name, t.kind, strings.Join(s.names(), ", "))
		return
	}
	for _, e := range t.entries {
		item := s.child(e.key)
		if item == nil {
			c.report.report(e.at, "unknown key %q in %s%s", short(e.key), name, didYouMean(e.key, s.names()))
			continue
		}
		if e.kind == nullKind {
			c.report.report(e.at, "%s has no value, expected %s", e.key, expected(item))
			continue
		}
		c.check(e.tree, item, e.key)
	}
	for _, f := range s.missing(t) {
		if at, ok := t.removal(f.name); ok {
			c.report.report(at, "%s needs its %s, expected %s", name, f.name, expected(f.spec))
		} else {
			c.report.report(t.Position, "%s has no %s, expected %s", name, f.name, expected(f.spec))
		}
	}
	c.exactlyOne(t, s, name)
}

// missing returns the fields that a map needs and has not.
func (s *spec) missing(t *tree) []field {
	return slices.DeleteFunc(slices.Clone(s.fields), func(f field) bool {
		return !f.required || t.get(f.name) != nil
	})
}

// removal returns the place that last took away one of the keys.
func (t *tree) removal(keys ...string) (Position, bool) {
	for _, e := range slices.Backward(t.removed) {
		if slices.Contains(keys, e.key) {
			return e.at, true
		}
	}
	return Position{}, false
}

func (c *checker) exactlyOne(t *tree, s *spec, name string) {
	if len(s.oneOf) == 0 {
		return
	}
	var given []string
	at := t.Position
	for _, e := range t.entries {
		if slices.Contains(s.oneOf, e.key) {
			given, at = append(given, e.key), e.at
		}
	}
	switch removed, ok := t.removal(s.oneOf...); {
	case len(given) == 0 && ok:
		c.report.report(removed, "%s needs one of %s", name, strings.Join(s.oneOf, ", "))
	case len(given) == 0:
		c.report.report(t.Position, "%s needs one of %s", name, strings.Join(s.oneOf, ", "))
	case len(given) > 1:
		hint := ""
		if first := t.placeOf(given[0]); first.File != at.File {
			hint = "; take the other away with " + given[0] + ": null"
		}
		c.report.report(at, "%s has %s, expected only one of them%s", name, strings.Join(given, " and "), hint)
	}
}

var namePattern = regexp.MustCompile(`^[a-z0-9]+([-_][a-z0-9]+)*$`)

// patternPattern accepts names of uncertainties with * for any part of them.
var patternPattern = regexp.MustCompile(`^[a-z0-9*_-]+(/[a-zA-Z0-9*_-]+)?$`)

// countryPattern accepts codes of ISO 3166.
var countryPattern = regexp.MustCompile(`^[A-Z]{2}$`)

func (c *checker) named(t *tree, s *spec, name string) {
	if t.kind != mapKind {
		c.report.report(t.Position, "%s is %v, expected %s", name, t.kind, expected(s))
		return
	}
	if len(t.names()) == 0 && !s.orNone {
		at := t.Position
		if len(t.removed) > 0 {
			at = t.removed[len(t.removed)-1].at
		}
		c.report.report(at, "%s is empty, expected at least one entry", name)
	}
	for _, e := range t.entries {
		if !c.key(e, s) {
			continue
		}
		if e.kind == nullKind {
			c.report.report(e.at, "%s has no value, expected %s", e.key, expected(s.child(e.key)))
			continue
		}
		if near := c.meantToChange(t, e, s); near != "" {
			c.report.report(e.at, "there is no %q in %s to change, and it lacks %s to be a new one; did you mean %q?",
				e.key, name, s.item.missing(e.tree)[0].name, near)
			continue
		}
		c.check(e.tree, s.child(e.key), e.key)
	}
}

// key checks a key that the scenario chooses; the order in the file does not matter.
func (c *checker) key(e entry, s *spec) bool {
	switch {
	case commentary[e.key] != nil:
		return true
	case s.form == formByYear && s.dates:
		if _, ok := beginning(e.key); !ok {
			c.report.report(e.at, "%q is neither a year nor a month, expected such as 2027 or 2027-03, from %d to %d", short(e.key), firstYear, lastYear)
			return false
		}
	case s.form == formByYear:
		if _, err := parseYear(e.key); err != nil {
			c.report.report(e.at, "%q is not a year, expected one from %d to %d", short(e.key), firstYear, lastYear)
			return false
		}
	case e.key == star:
		c.report.report(e.at, nothingToChange)
		return false
	case !isName(e.key):
		c.report.report(e.at, "%q is not a name, expected small letters and digits joined by - or _%s", short(e.key), tooLong(e.key))
	}
	return true
}

// meantToChange returns the entry of another file whose name is near to one that
// is too incomplete to be new, or "".
func (c *checker) meantToChange(t *tree, e entry, s *spec) string {
	if s.form != formNamed || e.kind != mapKind || len(s.item.missing(e.tree)) == 0 {
		return ""
	}
	var others []string
	for _, other := range t.entries {
		if other.at.File != e.at.File && commentary[other.key] == nil {
			others = append(others, other.key)
		}
	}
	return nearest(e.key, others)
}

func (c *checker) list(t *tree, s *spec, name string) {
	if t.kind != listKind {
		c.report.report(t.Position, "%s is %v, expected %s", name, t.kind, expected(s))
		return
	}
	if s.count > 0 && len(t.items) != s.count {
		c.report.report(t.Position, "%s has %d items, expected %d", name, len(t.items), s.count)
	}
	for _, item := range t.items {
		c.check(item, s.item, name)
	}
}

// names returns the keys that name entries, leaving out remarks.
func (t *tree) names() []string {
	return slices.DeleteFunc(t.keys(), func(key string) bool { return commentary[key] != nil })
}

func (c *checker) source(t *tree) {
	items := t.items
	if t.kind == scalarKind {
		items = []*tree{t}
	}
	if len(items) == 0 {
		c.report.report(t.Position, "source is %v, expected names of sources", t.kind)
	}
	if c.works == nil {
		c.works = map[string]bool{}
		for _, name := range c.sources() {
			c.works[name] = true
		}
	}
	for _, item := range items {
		switch {
		case item.kind != scalarKind:
			c.report.report(item.Position, "source is %v, expected names of sources", item.kind)
		case !c.works[item.text] && c.root.get("sources").kind == mapKind:
			c.report.report(item.Position, "there is no source %q%s", short(item.text), didYouMean(item.text, c.sources()))
		}
	}
}

func (c *checker) sources() []string {
	return append([]string{assumption, derived}, c.root.get("sources").names()...)
}
