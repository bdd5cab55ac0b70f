package scenarios

import (
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"corridor/model"
)

// checker compares a tree with the schema and reports every difference.
type checker struct {
	root   *tree
	report *diagnostics
}

func (c *checker) check(t *tree, s *spec, name string) {
	s = s.resolve(t)
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
	"note":   plain(formText, "Remark for readers"),
}

func (c *checker) object(t *tree, s *spec, name string) {
	if t.kind != mapKind {
		c.report.report(t.Position, "%s is %v, expected the keys %s", name, t.kind, strings.Join(s.names(), ", "))
		return
	}
	for _, e := range t.entries {
		item := s.field(e.key)
		if item == nil {
			item = commentary[e.key]
		}
		if item == nil {
			c.report.report(e.at, "unknown key %q in %s%s", e.key, name, didYouMean(e.key, s.names()))
			continue
		}
		if e.kind == nullKind {
			c.report.report(e.at, "%s has no value, expected %s", e.key, expected(item))
			continue
		}
		c.check(e.tree, item, e.key)
	}
	for _, f := range s.fields {
		if f.required && t.get(f.name) == nil {
			c.report.report(t.Position, "%s has no %s, expected %s", name, f.name, expected(f.spec))
		}
	}
	c.exactlyOne(t, s, name)
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
	if len(given) == 0 {
		c.report.report(t.Position, "%s needs one of %s", name, strings.Join(s.oneOf, ", "))
	}
	if len(given) > 1 {
		c.report.report(at, "%s has %s, expected only one of them", name, strings.Join(given, " and "))
	}
}

var namePattern = regexp.MustCompile(`^[a-z0-9]+([-_][a-z0-9]+)*$`)

func (c *checker) named(t *tree, s *spec, name string) {
	if t.kind != mapKind {
		c.report.report(t.Position, "%s is %v, expected %s", name, t.kind, expected(s))
		return
	}
	if len(t.entries) == 0 {
		c.report.report(t.Position, "%s is empty, expected at least one entry", name)
	}
	for _, e := range t.entries {
		if own := commentary[e.key]; own != nil {
			c.check(e.tree, own, e.key)
			continue
		}
		if s.form == formByYear {
			c.year(e)
		} else if !namePattern.MatchString(e.key) {
			c.report.report(e.at, "%q is not a name, expected small letters and digits joined by - or _", e.key)
		}
		if e.kind == nullKind {
			c.report.report(e.at, "%s has no value, expected %s", e.key, expected(s.item))
			continue
		}
		c.check(e.tree, s.item, e.key)
	}
}

const firstYear, lastYear = 1900, 2200

// year checks a key that must be a year; the order in the file does not matter.
func (c *checker) year(e entry) {
	year, err := strconv.Atoi(e.key)
	if err != nil || year < firstYear || year > lastYear {
		c.report.report(e.at, "%q is not a year, expected one from %d to %d", e.key, firstYear, lastYear)
	}
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

// decimal is how a number is written: no hexadecimal, no thousands separators.
var decimal = regexp.MustCompile(`^[-+]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][-+]?[0-9]+)?$`)

func parseNumber(t *tree) (float64, bool) {
	if t == nil || t.kind != scalarKind || t.quoted || !decimal.MatchString(t.text) {
		return 0, false
	}
	v, err := strconv.ParseFloat(t.text, 64)
	return v, err == nil && !math.IsInf(v, 0)
}

func (c *checker) number(t *tree, s *spec, name string) {
	if !t.isValue() {
		c.plainNumber(t, s, name)
		return
	}
	for _, e := range t.entries {
		switch e.key {
		case "value", "low", "high":
			c.plainNumber(e.tree, s, name+"'s "+e.key)
		case "source", "note":
			c.check(e.tree, commentary[e.key], e.key)
		default:
			c.report.report(e.at, "unknown key %q beside value%s", e.key, didYouMean(e.key, []string{"value", "low", "high", "source", "note"}))
		}
	}
	value, ok := parseNumber(t.get("value"))
	if low, given := parseNumber(t.get("low")); ok && given && low > value {
		c.report.report(t.get("low").Position, "%s's low %v is above its value %v", name, t.get("low").text, t.get("value").text)
	}
	if high, given := parseNumber(t.get("high")); ok && given && high < value {
		c.report.report(t.get("high").Position, "%s's high %v is below its value %v", name, t.get("high").text, t.get("value").text)
	}
}

func (c *checker) plainNumber(t *tree, s *spec, name string) {
	if t.kind != scalarKind {
		c.report.report(t.Position, "%s is %v, expected %s", name, t.kind, expected(s))
		return
	}
	v, ok := parseNumber(t)
	switch {
	case !ok:
		c.report.report(t.Position, "%s is %q, expected %s", name, t.text, expected(s))
	case v < s.least || v > s.most || s.above && v <= s.least || s.whole && v != math.Trunc(v):
		c.report.report(t.Position, "%s is %s, expected %s", name, t.text, expected(s))
	}
}

func (c *checker) scalar(t *tree, s *spec, name string) {
	var ok bool
	hint := ""
	switch s.form {
	case formName:
		ok = validName(t.text)
	case formMonth:
		_, err := model.ParseMonth(t.text)
		ok = err == nil
	case formPeriod:
		_, _, err := parsePeriod(t.text)
		ok = err == nil
	case formBoolean:
		ok = !t.quoted && (t.text == "true" || t.text == "false")
	case formChoice:
		ok = slices.Contains(s.words, t.text)
		if near := nearest(t.text, s.words); near != "" {
			hint = didYouMean(t.text, s.words)
		}
	case formReference:
		defined := c.root.get(s.section).names()
		if ok = slices.Contains(defined, t.text); !ok {
			c.report.report(t.Position, "there is no %q among the %s%s", t.text, s.section, didYouMean(t.text, defined))
			return
		}
	default: // texts; expressions and paths are checked where they are compiled
		ok = strings.TrimSpace(t.text) != ""
	}
	if !ok {
		c.report.report(t.Position, "%s is %q, expected %s%s", name, t.text, expected(s), hint)
	}
}

func validName(name string) bool {
	for part := range strings.SplitSeq(name, "/") {
		if !namePattern.MatchString(strings.TrimSuffix(part, ".yaml")) {
			return isPath(name)
		}
	}
	return true
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
	known := append([]string{assumption, derived}, c.root.get("sources").keys()...)
	for _, item := range items {
		if item.kind != scalarKind || !slices.Contains(known, item.text) {
			c.report.report(item.Position, "there is no source %q%s", item.text, didYouMean(item.text, known))
		}
	}
}
