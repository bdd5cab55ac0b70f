package language

import (
	"regexp"
	"slices"
	"strings"

	"corridor/scenarios/text"
)

// checker compares a tree with the schema and reports every difference.
type checker struct {
	root   *text.Tree
	report *text.Report
	works  map[string]bool // names that a source may have, once one is asked for

	defined map[string]map[string]bool // names by section, of those that were asked for

	removals []*removal // of what is named

	left map[string]bool // sections at the left of which something is told of
}

func (c *checker) check(t *text.Tree, s *spec, name string) {
	if t.Kind == text.Scalar && !c.report.Sound(t) {
		return // reported where it was converted
	}
	either := s
	s = s.resolve(t)
	if either.forms != nil && t.Kind == text.List && s.form != formList {
		c.report.Mistake(t.Position, "%s is %v, expected %s", name, t.Kind, expected(either))
		return
	}
	if either.worded != "" && t.Kind == text.Map {
		c.inLanguages(t, either)
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
		if t.Kind != text.Scalar {
			c.report.Mistake(t.Position, "%s is %v, expected %s", name, t.Kind, expected(s))
			return
		}
		c.scalar(t, s, name)
	}
}

// Any object may say where its figures come from and when they became known.
var commentary = map[string]*spec{
	"source": plain(formSource, "Where the figures come from: names of sources, or assumption, or derived"),
	"note":   prose("Remark for readers"),
	"known":  plain(formMonth, "Month in which it became known; without it the latest date of its sources"),
}

func (c *checker) object(t *text.Tree, s *spec, name string) {
	if t.Kind != text.Map {
		c.report.Mistake(t.Position, "%s is %v, expected the keys %s", name, t.Kind, strings.Join(s.names(), ", "))
		return
	}
	for _, e := range t.Entries {
		item := s.child(e.Key)
		if item == nil {
			if section := leftOf(t, e); s == schema && section != "" {
				c.atTheLeft(e, section)
				continue
			}
			c.report.Mistake(e.At, "unknown key %q in %s%s", text.Short(e.Key), name, s.meantBy(t, e.Key, name))
			continue
		}
		if e.Kind == text.Null {
			c.report.Mistake(e.At, "%s has no value, expected %s", e.Key, expected(item))
			continue
		}
		c.check(e.Tree, item, e.Key)
	}
	c.incomplete(t, s, name)
	c.exactlyOne(t, s, name)
}

// incomplete reports what a map needs and does not have, but what a key that the language does
// not know may have been meant to give.
func (c *checker) incomplete(t *text.Tree, s *spec, name string) {
	missing := slices.DeleteFunc(s.missing(t), func(f field) bool {
		return s.mayGive(t, f.name) || s == schema && isLost(t, f.name)
	})
	if s == schema && t.Get("extends") == nil && slices.ContainsFunc(missing, func(f field) bool { return f.name == "segments" && !isRemoved(t, f) }) {
		c.withoutBase(t, missing)
		return
	}
	for _, f := range missing {
		if at, ok := t.Removal(f.name, f.unless); ok {
			c.report.Mistake(at, "%s needs its %s, expected %s", name, f.name, expected(f.spec))
		} else {
			c.report.Mistake(t.Position, "%s has no %s, expected %s%s", name, f.name, expected(f.spec), s.unneeded(t, f.name, name))
		}
	}
}

// withoutBase reports a scenario without a network, which may have been meant to extend one.
func (c *checker) withoutBase(t *text.Tree, missing []field) {
	var names []string
	for _, f := range missing {
		names = append(names, f.name)
	}
	c.report.Mistake(t.Position, "the scenario has no %s; give them, or say extends: and the name of a scenario that has them, such as reference", strings.Join(names, ", "))
}

func isRemoved(t *text.Tree, f field) bool {
	_, removed := t.Removal(f.name, f.unless)
	return removed
}

// byYearOnly returns the only key of an object that values by year stand in, where a key is a year
// or a month and there is one such; else "".
func (s *spec) byYearOnly(key string) (only string) {
	if _, is := beginning(key); !is {
		return ""
	}
	for _, f := range s.fields {
		byYear := func(form *spec) bool { return form.form == formByYear }
		switch {
		case !byYear(f.spec) && !slices.ContainsFunc(f.spec.forms, byYear):
		case only != "":
			return ""
		default:
			only = f.name
		}
	}
	return only
}

// missing returns the fields that a map needs and does not have.
func (s *spec) missing(t *text.Tree) []field {
	return slices.DeleteFunc(slices.Clone(s.fields), func(f field) bool {
		return !f.required || t.Get(f.name) != nil || f.unless != "" && t.Get(f.unless) != nil
	})
}

func (c *checker) exactlyOne(t *text.Tree, s *spec, name string) {
	if len(s.oneOf) == 0 {
		return
	}
	var given []string
	at := t.Position
	for _, e := range t.Entries {
		if slices.Contains(s.oneOf, e.Key) {
			given, at = append(given, e.Key), e.At
		}
	}
	switch removed, ok := t.Removal(s.oneOf...); {
	case len(given) == 0 && s.mayGive(t, s.oneOf...):
	case len(given) == 0 && ok:
		c.report.Mistake(removed, "%s needs one of %s", name, strings.Join(s.oneOf, ", "))
	case len(given) == 0:
		c.report.Mistake(t.Position, "%s needs one of %s", name, strings.Join(s.oneOf, ", "))
	case len(given) > 1:
		hint := ""
		if first := t.PlaceOf(given[0]); first.File != at.File {
			hint = "; take the other away with " + given[0] + ": null"
		}
		c.report.Mistake(at, "%s has %s, expected only one of them%s", name, strings.Join(given, " and "), hint)
	}
}

var namePattern = regexp.MustCompile(`^[a-z0-9]+([-_][a-z0-9]+)*$`)

// drawnPattern accepts names of uncertainties.
var drawnPattern = regexp.MustCompile(`^([a-z]+/)?[a-z0-9]+([-_][a-z0-9]+)*$`)

// patternPattern accepts names of uncertainties with * for any part of them.
var patternPattern = regexp.MustCompile(`^[a-z0-9*_-]+(/[a-zA-Z0-9*_-]+)?$`)

// countryPattern accepts codes of ISO 3166.
var countryPattern = regexp.MustCompile(`^[A-Z]{2}$`)

func (c *checker) named(t *text.Tree, s *spec, name string) {
	if t.Kind != text.Map {
		c.report.Mistake(t.Position, "%s is %v, expected %s", name, t.Kind, expected(s))
		return
	}
	if len(namesIn(t)) == 0 && !s.orNone {
		at := t.Position
		if len(t.Removed) > 0 {
			at = t.Removed[len(t.Removed)-1].At
		}
		c.report.Mistake(at, "%s is empty, expected at least one entry", name)
	}
	for _, e := range t.Entries {
		if !c.key(e, s) {
			continue
		}
		if e.Kind == text.Null {
			if !c.report.Told(e.At) { // as one that is not there to take away
				c.report.Mistake(e.At, "%s has no value, expected %s", e.Key, expected(s.child(e.Key)))
			}
			continue
		}
		if at, gone := t.Removal(e.Key); gone && s.needs(e.Tree) && at.File != e.At.File {
			c.report.Mistake(e.At, "there is no %q in %s to change: %v takes it away, and a new one needs %s", e.Key, name, at, s.item.missing(e.Tree)[0].name)
			continue
		}
		if none := c.noneToChange(t, e, s, name); none != "" {
			c.report.Mistake(e.At, "%s", none)
			continue
		}
		c.check(e.Tree, s.child(e.Key), e.Key)
	}
}

// key checks a key that the scenario chooses; the order in the file does not matter.
func (c *checker) key(e text.Entry, s *spec) bool {
	switch {
	case commentary[e.Key] != nil:
		return true
	case s.selects != "":
		c.selector(e.Key, e.At, s.selects)
	case s.form == formByYear && s.dates:
		if _, ok := beginning(e.Key); !ok {
			c.report.Mistake(e.At, "%q is neither a year nor a month, expected one such as 2027 or 2027-03, from %d to %d%s", text.Short(e.Key), firstYear, lastYear, dateBehind(e.Key))
			return false
		}
	case s.form == formByYear:
		if _, err := parseYear(e.Key); err != nil {
			c.report.Mistake(e.At, "%q is not a year, expected one from %d to %d%s", text.Short(e.Key), firstYear, lastYear, dateBehind(e.Key))
			return false
		}
	case e.Key == star:
		c.report.Mistake(e.At, nothingToChange)
		return false
	case s.changesSeveral(e.Key, nil):
		c.report.Mistake(e.At, noneToSelect, text.Short(e.Key))
		return false
	case s.drawn && drawnPattern.MatchString(e.Key) && len(e.Key) <= maxName:
	case !IsName(e.Key):
		c.report.Mistake(e.At, "%q is not a name, expected small letters and digits joined by - or _%s%s", text.Short(e.Key), TooLong(e.Key), asName(e.Key))
		return !s.needs(e.Tree) // it may be meant to change another
	}
	return true
}

// needs reports whether an entry of a map with names lacks what a new one must have.
func (s *spec) needs(entry *text.Tree) bool {
	return s.form == formNamed && entry.Kind == text.Map && len(s.item.missing(entry)) > 0
}

func (c *checker) list(t *text.Tree, s *spec, name string) {
	if t.Kind != text.List {
		c.report.Mistake(t.Position, "%s is %v, expected %s", name, t.Kind, expected(s))
		return
	}
	if s.count > 0 && len(t.Items) != s.count {
		if len(t.Items) == 2*s.count && s.item.form == formNumber {
			c.report.Mistake(t.Position, "%s has %d items, expected %d: a decimal comma makes two of a number, write 1.5 for 1,5", name, len(t.Items), s.count)
			return
		}
		c.report.Mistake(t.Position, "%s has %d items, expected %d", name, len(t.Items), s.count)
	}
	if s.item.form == formSelector && len(t.Items) == 0 {
		c.report.Mistake(t.Position, "%s is empty, expected at least one of the %s", name, s.item.sections[0])
	}
	for _, item := range t.Items {
		c.check(item, s.item, name)
	}
}

func (c *checker) source(t *text.Tree) {
	items := t.Items
	if t.Kind == text.Scalar {
		items = []*text.Tree{t}
	}
	if len(items) == 0 {
		c.report.Mistake(t.Position, "source is %v, expected names of sources", t.Kind)
	}
	if c.works == nil {
		c.works = map[string]bool{}
		for _, name := range c.sources() {
			c.works[name] = true
		}
	}
	for _, item := range items {
		switch {
		case item.Kind != text.Scalar:
			c.report.Mistake(item.Position, "source is %v, expected names of sources", item.Kind)
		case !c.works[item.Text] && c.root.Get("sources").Kind == text.Map:
			c.report.Mistake(item.Position, "there is no source %q%s", text.Short(item.Text), text.DidYouMean(item.Text, c.sources()))
		}
	}
}

// namesIn returns the keys that name entries, leaving out remarks.
func namesIn(t *text.Tree) []string {
	return slices.DeleteFunc(t.Keys(), func(key string) bool { return commentary[key] != nil })
}

func (c *checker) sources() []string {
	return append([]string{Assumption, Derived}, namesIn(c.root.Get("sources"))...)
}
