package scenarios

import (
	"slices"
	"strings"
)

func (c *checker) scalar(t *tree, s *spec, name string) {
	var ok bool
	hint := ""
	switch s.form {
	case formName:
		ok = isName(t.text)
		hint = tooLong(t.text)
	case formEntry:
		ok = isPath(t.text) || !slices.ContainsFunc(strings.Split(t.text, "/"), func(part string) bool { return !isName(part) })
	case formMonth:
		_, err := parseMonth(t.text)
		ok = err == nil
	case formPeriod:
		_, err := parsePeriod(t.text)
		ok = err == nil
	case formYear:
		_, err := parseYear(t.text)
		ok = err == nil
	case formPattern:
		ok = patternPattern.MatchString(t.text)
	case formCountry:
		ok = countryPattern.MatchString(t.text)
	case formBoolean:
		ok = !t.quoted && (t.text == "true" || t.text == "false")
	case formChoice:
		ok = slices.Contains(s.words, t.text)
		if near := nearest(t.text, s.words); len(near) > 1 {
			hint = didYouMean(t.text, s.words)
		}
	case formText:
		if !s.lines && strings.ContainsAny(t.text, "\n\t\r") {
			c.report.report(t.Position, "%s has a line break or a tab in it, expected a text of one line", name)
			return
		}
		ok = strings.TrimSpace(t.text) != ""
	case formReference, formRival:
		if s.form == formReference || t.text != "true" && t.text != "false" {
			c.reference(t, s)
		}
		return
	default: // expressions and paths are checked where they are compiled
		ok = strings.TrimSpace(t.text) != ""
	}
	if !ok {
		c.report.report(t.Position, "%s is %q, expected %s%s", name, short(t.text), expected(s), hint)
	}
}

// reference checks a name that must be defined. Where the section that defines it
// is broken, that is the mistake, and it is reported already.
func (c *checker) reference(t *tree, s *spec) {
	var defined []string
	for _, name := range s.sections {
		section := c.root.get(name)
		if section != nil && section.kind != mapKind || section == nil && schema.requires(name) {
			return
		}
		defined = append(defined, section.names()...)
	}
	if !slices.Contains(defined, t.text) {
		c.report.report(t.Position, "there is no %q among the %s%s", short(t.text), s.defining(), didYouMean(t.text, defined))
	}
}

// requires reports whether a field must be there.
func (s *spec) requires(name string) bool {
	return slices.ContainsFunc(s.fields, func(f field) bool { return f.name == name && f.required })
}
