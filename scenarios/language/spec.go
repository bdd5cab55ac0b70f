package language

import (
	"math"
	"strings"

	"corridor/scenarios/text"
)

// form is what a value must look like.
type form int

const (
	formObject     form = iota // a fixed set of keys
	formNamed                  // a map from free names to items
	formList                   // a list of items
	formByYear                 // a map from years to items
	formNumber                 // a number, plain or with its range and source
	formText                   // any text
	formName                   // a short name: letters, digits, - and _
	formEntry                  // the name of a file of the library, such as growth/low, or a path to a .yaml file
	formMonth                  // 2024-01
	formDay                    // 2024-01-15, or 2024-01
	formPeriod                 // 2024-01 or 2024
	formYear                   // 2024
	formBoolean                // true or false
	formChoice                 // one of a few words
	formReference              // the name of something defined elsewhere in the scenario
	formSelector               // parts of the corridor, see selector.go
	formRival                  // true, false, or the name of a rival
	formExpression             // an expression on result columns
	formPath                   // a path to a number of the scenario
	formPattern                // the name of an uncertainty, or a pattern with *
	formCountry                // KZ
	formSource                 // one or more names of sources
)

// spec describes one value: its form, what it means, and what it may be. The
// schema is a tree of specs; check, defaults, JSON Schema and help follow from it.
type spec struct {
	form     form
	doc      string // what it means, a sentence without its full stop
	unit     string
	least    float64 // of a number
	most     float64
	above    bool // the number must be above least, not at it
	whole    bool // the number is an integer
	factor   bool // the number multiplies something: where nothing is said of it, by 1
	standard string
	fields   []field           // of an object
	oneOf    []string          // exactly one of these keys of an object
	idle     map[string]string // keys of an object that have no effect beside another key, by key
	item     *spec             // of a named map, a list or a map by year
	orNone   bool              // a named map may be empty
	drawn    bool              // the names are those of uncertainties, such as delay/anaklia
	by       string            // the top-level key whose names those of a named map are, "" where they are its own
	dates    bool              // the keys of a map by year may be months too
	course   course            // of a map by year: what holds between its dates
	count    int               // how many items a list must have, 0 for any
	words    []string          // of a choice
	sections []string          // a reference's or selector's: the top-level keys that define the names
	selects  string            // a named map's: the section whose parts its keys select
	lines    bool              // a text may have several
	worded   string            // what a text says in words, of which a number alone is none; "" where it may be one, as a title
	forms    []*spec           // alternatives: a simple form and a grouped one
	told     bool              // a text that readers are told, in English or by language
	slot     slot              // of a number: where it goes in the corridor, nil where nowhere
}

// course is what holds between the dates of a map by year, and after the last of them.
type course int

const (
	apart    course = iota // each number is of its own year alone
	holding                // each holds until the next; the first before as well
	begun                  // each holds until the next, and none before the first
	straight               // straight lines join them; the first holds before and the last after
	growing                // growth at a constant rate joins them, and after the last goes on by a rate of its own
)

// field is a key of an object.
type field struct {
	name     string
	required bool
	unless   string // the key that can stand in the place of one that is required
	spec     *spec
}

func (s *spec) field(name string) *spec {
	for i := range s.fields {
		if s.fields[i].name == name {
			return s.fields[i].spec
		}
	}
	return nil
}

func (s *spec) names() []string {
	names := make([]string, len(s.fields))
	for i := range s.fields {
		names[i] = s.fields[i].name
	}
	return names
}

// child returns the spec of what stands under a key, or nil.
func (s *spec) child(key string) *spec {
	switch {
	case s == nil:
		return nil
	case s.hasNames() && commentary[key] == nil:
		return s.item
	case s.form == formObject && s.field(key) != nil:
		return s.field(key)
	case s.hasNames() || s.form == formObject:
		return commentary[key]
	}
	return nil
}

// hasNames reports whether the keys are names or years that the scenario chooses.
func (s *spec) hasNames() bool {
	return s != nil && (s.form == formNamed || s.form == formByYear)
}

// The constructors keep the schema readable as a table.

func object(doc string, fields ...field) *spec {
	return &spec{form: formObject, doc: doc, fields: fields}
}

func (s *spec) exactlyOne(names ...string) *spec { s.oneOf = names; return s }

// idleBeside says that a key has no effect where another one is given.
func (s *spec) idleBeside(other, key string) *spec { s.idle = map[string]string{key: other}; return s }

func named(doc string, item *spec) *spec  { return &spec{form: formNamed, doc: doc, item: item} }
func list(doc string, item *spec) *spec   { return &spec{form: formList, doc: doc, item: item} }
func byYear(doc string, item *spec) *spec { return &spec{form: formByYear, doc: doc, item: item} }

// joined is a map by year whose numbers straight lines join.
func joined(doc string, item *spec) *spec {
	s := byYear(doc+"; straight lines between the years", item)
	return s.going(straight)
}

// going says what holds between the dates of a map by year.
func (s *spec) going(on course) *spec { s.course = on; return s }

// section is a named map that may be empty.
func section(doc string, item *spec) *spec {
	s := named(doc, item)
	s.orNone = true
	return s
}

// selecting lets the names be selectors of a section.
func (s *spec) selecting(section string) *spec { s.selects = section; return s.ofThe(section) }

// ofUncertainties lets the names be those of uncertainties of projects too.
func (s *spec) ofUncertainties() *spec { s.drawn = true; return s.ofThe("uncertainties") }

// ofThe says that the names are those of a section.
func (s *spec) ofThe(section string) *spec { s.by = section; return s }

func number(doc, unit string, least, most float64) *spec {
	return &spec{form: formNumber, doc: doc, unit: unit, least: least, most: most}
}

// positive is a number above zero.
func positive(doc, unit string) *spec {
	return &spec{form: formNumber, doc: doc, unit: unit, most: math.Inf(1), above: true}
}

// aboveLeast excludes the least number itself.
func (s *spec) aboveLeast() *spec { s.above = true; return s }

// amount is a number of at least zero.
func amount(doc, unit string) *spec { return number(doc, unit, 0, math.Inf(1)) }

// asFactor says that a number without a default multiplies something.
func (s *spec) asFactor() *spec { s.factor = true; return s }

// share is a number from 0 to 1.
func share(doc string) *spec { return number(doc, "", 0, 1) }

// months is a whole number of months.
func months(doc string, most float64) *spec {
	return &spec{form: formNumber, doc: doc, unit: "months", most: most, whole: true}
}

func (s *spec) or(value string) *spec { s.standard = value; return s }

func words(doc string, words ...string) *spec {
	return &spec{form: formChoice, doc: doc, words: words}
}

func reference(doc string, sections ...string) *spec {
	return &spec{form: formReference, doc: doc, sections: sections}
}

// defining names the sections a reference may lead to, for messages.
func (s *spec) defining() string { return strings.Join(s.sections, " and ") }

// prose is a text that may have several lines.
func prose(doc string) *spec { return &spec{form: formText, doc: doc, lines: true} }

// What texts say that are not a number alone.
const (
	someWords = "a text in words"
	unitNamed = "the name of a unit, such as TEU"
)

// worded is a text that readers are told, and which is not a number alone.
func worded(doc, says string) *spec { return titled(doc).saying(says) }

// saying says what a text is that is not a number alone.
func (s *spec) saying(says string) *spec {
	s.worded = says
	if s.forms != nil {
		s.forms[0].worded = says
	}
	return s
}

func plain(form form, doc string) *spec { return &spec{form: form, doc: doc} }

func must(name string, s *spec) field { return field{name, true, "", s} }
func may(name string, s *spec) field  { return field{name, false, "", s} }

// mustUnless is a key that must be there unless another is.
func mustUnless(other, name string, s *spec) field { return field{name, true, other, s} }

// either is a value of one of two forms, told apart by whether it is a map or a
// list rather than a single value or a value with its source; where the first is a list, by
// whether it is a map.
func either(simple, grouped *spec) *spec {
	both := *simple
	both.forms = []*spec{simple, grouped}
	return &both
}

// resolve picks the alternative a value was written as.
func (s *spec) resolve(t *text.Tree) *spec {
	if s == nil || s.forms == nil || t == nil {
		return s
	}
	grouped := t.Kind == text.List || t.Kind == text.Map && !isValue(t)
	if s.forms[0].form == formList {
		grouped = t.Kind == text.Map
	}
	if grouped {
		return s.forms[1]
	}
	return s.forms[0]
}
