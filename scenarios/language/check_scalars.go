package language

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"corridor/scenarios/text"
	"corridor/sim/tables"
)

func (c *checker) scalar(t *text.Tree, s *spec, name string) {
	var ok bool
	hint := ""
	switch s.form {
	case formName:
		ok = IsName(t.Text)
		hint = TooLong(t.Text)
	case formEntry:
		ok = IsPath(t.Text) || !slices.ContainsFunc(strings.Split(t.Text, "/"), func(part string) bool { return !IsName(part) })
	case formMonth:
		_, err := parseMonth(t.Text)
		ok = err == nil
	case formDay:
		_, err := parseSpan(t.Text)
		ok = err == nil
	case formPeriod:
		_, err := parsePeriod(t.Text)
		ok = err == nil
	case formYear:
		_, err := parseYear(t.Text)
		ok = err == nil
	case formPattern:
		ok = patternPattern.MatchString(t.Text)
	case formCountry:
		ok = countryPattern.MatchString(t.Text)
		if code := tables.CountryCode(t.Text); code != t.Text {
			hint = fmt.Sprintf(", did you mean %q?", code)
		}
	case formBoolean:
		ok = !t.Quoted && (t.Text == "true" || t.Text == "false")
		if word := truth[strings.ToLower(t.Text)]; word != "" {
			hint = "; write " + word
		}
	case formChoice:
		ok = slices.Contains(s.words, t.Text)
		if near := text.Nearest(t.Text, s.words); len(near) > 1 {
			hint = text.DidYouMean(t.Text, s.words)
		}
	case formText:
		if !s.lines && strings.ContainsAny(t.Text, "\n\t\r") {
			c.report.Mistake(t.Position, "%s has a line break or a tab in it, expected a text of one line", name)
			return
		}
		ok = strings.TrimSpace(t.Text) != "" && (s.worded == "" || saysMore(t))
	case formReference, formRival:
		if s.form == formReference || t.Text != "true" && t.Text != "false" {
			c.reference(t, s)
		}
		return
	case formSelector:
		c.selector(t.Text, t.Position, s.sections[0])
		return
	default: // expressions and paths are checked where they are compiled
		ok = strings.TrimSpace(t.Text) != ""
	}
	if !ok {
		c.report.Mistake(t.Position, "%s is %q, expected %s%s", name, text.Short(t.Text), expected(s), hint)
	}
}

// truth is true or false by what YAML readers of old, spreadsheets and people write for it.
var truth = map[string]string{
	"true": "true", "yes": "true", "y": "true", "on": "true", "1": "true",
	"false": "false", "no": "false", "n": "false", "off": "false", "0": "false",
}

// inLanguages checks that a text by language is no number in any of them.
func (c *checker) inLanguages(t *text.Tree, s *spec) {
	for _, e := range t.Entries {
		if e.Kind == text.Scalar && strings.TrimSpace(e.Text) != "" && !saysMore(e.Tree) {
			c.report.Mistake(e.Position, "%s is %q, expected %s", e.Key, text.Short(e.Text), s.worded)
		}
	}
}

// saysMore reports whether a text says more than a number, a date, or true or false.
func saysMore(t *text.Tree) bool {
	if !t.Quoted && (t.Text == "true" || t.Text == "false") || text.IsNumber(t.Text) {
		return false
	}
	says := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsSymbol(r) || r == '%' || r == '‰' }
	return strings.ContainsFunc(t.Text, says) || !strings.ContainsFunc(t.Text, unicode.IsDigit)
}

// reference checks a name that must be defined. Where the section that defines it
// is broken, that is the mistake, and it is reported already.
func (c *checker) reference(t *text.Tree, s *spec) {
	var all []string
	for _, name := range s.sections {
		if isBroken(c.root, name) || c.defines(name)[t.Text] {
			return
		}
	}
	if c.report.Full() {
		return
	}
	for _, name := range s.sections {
		if c.takenAway(name, t.Text, t.Position) {
			return
		}
		all = append(all, namesIn(c.root.Get(name))...)
	}
	hint := text.DidYouMean(t.Text, all)
	if text.Nearest(t.Text, all) == "" {
		hint = cmp.Or(c.entitled(t.Text, s.sections), hint)
	}
	c.report.Mistake(t.Position, "there is no %q among the %s%s", text.Short(t.Text), s.defining(), hint)
}

// entitled names the entry of a section that has a word in its title, "" where there is none.
func (c *checker) entitled(word string, sections []string) string {
	if len(word) < fewestLetters {
		return ""
	}
	for _, name := range sections {
		section := c.root.Get(name)
		for _, entry := range namesIn(section) {
			title := section.Get(entry).Get("title")
			if title != nil && strings.Contains(strings.ToLower(English(title)), strings.ToLower(word)) {
				return fmt.Sprintf("; %s is %q", entry, text.Short(English(title)))
			}
		}
	}
	return ""
}

// fewestLetters is how many letters a word needs to be looked for in titles.
const fewestLetters = 3

// defines returns the names that a section defines.
func (c *checker) defines(section string) map[string]bool {
	names, known := c.defined[section]
	if !known {
		names = map[string]bool{}
		for _, name := range namesIn(c.root.Get(section)) {
			names[name] = true
		}
		if c.defined == nil {
			c.defined = map[string]map[string]bool{}
		}
		c.defined[section] = names
	}
	return names
}

// requires reports whether a field must be there.
func (s *spec) requires(name string) bool {
	return slices.ContainsFunc(s.fields, func(f field) bool { return f.name == name && f.required })
}
