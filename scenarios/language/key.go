package language

import (
	"fmt"
	"math"
	"slices"
	"strings"
)

// Key is what a manual says of a key of the language.
type Key struct {
	Path     string `json:"path" doc:"from the top, with * for what the scenario names and YEAR for a date"`
	Meaning  string `json:"meaning" doc:"what it means"`
	Unit     string `json:"unit,omitempty" doc:"its unit"`
	Accepts  string `json:"accepts" doc:"what it may be, in words"`
	Default  string `json:"default,omitempty" doc:"what holds without it"`
	Required bool   `json:"required,omitempty" doc:"whether it must be there"`
	Unless   string `json:"unless,omitempty" doc:"key that may take its place"`
}

// Sections are the keys at the top of a file, in the order of the schema.
func Sections() []string { return schema.names() }

// Keys lists a key at the top of a file, and all keys below it. What has the same keys as
// something above it in the list refers to that.
func Keys(section string) []Key {
	for _, f := range schema.fields {
		if f.name == section {
			l := lister{shown: map[*spec]string{}}
			l.add(section, f)
			return l.keys
		}
	}
	return nil
}

// CommonKeys lists the keys that any map may have beside its own.
func CommonKeys() (keys []Key) {
	for _, name := range []string{"source", "note", "known"} {
		keys = append(keys, keyOf(name, may(name, commentary[name])))
	}
	return keys
}

// lister lists keys in the order of the schema.
type lister struct {
	keys  []Key
	shown map[*spec]string // where each was listed first
}

func (l *lister) add(path string, f field) {
	k := keyOf(path, f)
	inner, below := f.spec.grouped()
	if inner == nil {
		l.keys = append(l.keys, k)
		return
	}
	below = path + below
	if same := inner.alike(); same != nil {
		l.keys = append(l.keys, k)
		l.add(join(below, star), *same)
		return
	}
	listed, where := l.listed(inner)
	switch {
	case len(listed) == len(inner.fields):
		k.Accepts = "the keys of " + where
	case len(listed) > 0:
		k.Accepts = "the keys of " + where + " from " + listed[0] + " to " + listed[len(listed)-1] + ", and those below"
	}
	l.keys = append(l.keys, k)
	for _, f := range inner.fields {
		if slices.Contains(listed, f.name) {
			continue
		}
		at := join(below, f.name)
		if l.shown[f.spec] == "" {
			l.shown[f.spec] = at
		}
		l.add(at, f)
	}
}

// fewAlike is how many keys are repeated rather than referred to.
const fewAlike = 4

// listed returns the keys of an object that stand in the list already, and where; none where
// they are few.
func (l *lister) listed(s *spec) (names []string, where string) {
	for _, f := range s.fields {
		if at := l.shown[f.spec]; at != "" {
			names, where = append(names, f.name), strings.TrimSuffix(at, "."+f.name)
		}
	}
	if len(names) <= fewAlike && len(names) < len(s.fields) {
		return nil, ""
	}
	return names, where
}

// grouped returns the object whose keys stand below a value, and the steps to it; nil where
// there is none.
func (s *spec) grouped() (inner *spec, below string) {
	switch {
	case s.told:
		return nil, ""
	case s.forms != nil:
		return s.forms[1].grouped()
	case s.form == formObject:
		return s, ""
	case s.hasNames():
		inner, below = s.item.grouped()
		return inner, "." + star + below
	}
	return nil, ""
}

// alike returns the one key that stands for all keys of an object where they say the same,
// or nil.
func (s *spec) alike() *field {
	if len(s.fields) < 2 {
		return nil
	}
	first := s.fields[0]
	for _, f := range s.fields[1:] {
		if f.spec != first.spec && (len(first.spec.fields) > 0 || keyOf("", f) != keyOf("", first)) {
			return nil
		}
	}
	return &first
}

func keyOf(path string, f field) Key {
	k := Key{Path: path, Meaning: f.spec.doc, Unit: f.spec.unitBelow(), Accepts: accepts(f.spec), Default: f.spec.standard, Required: f.required, Unless: f.unless}

	if f.spec.forms != nil && !f.spec.told && k.Unit == "" {
		k.Unit = f.spec.forms[1].unitBelow()
	}
	return k
}

// unitBelow is the unit of a number, or of the numbers of a list or a map by name or year.
func (s *spec) unitBelow() string {
	for ; s != nil; s = s.item {
		if s.unit != "" {
			return s.unit
		}
	}
	return ""
}

// accepts says in a few words what a value may be; a message says it in full.
func accepts(s *spec) string {
	switch {
	case s.told:
		return "a text, or texts by language"
	case s.forms != nil && s.forms[1].form == formByYear:
		return accepts(s.forms[0]) + "; or by " + s.forms[1].dateWord()
	case s.forms != nil && s.forms[0].form == formSelector:
		return accepts(s.forms[0])
	case s.forms != nil:
		return accepts(s.forms[0]) + "; or " + accepts(s.forms[1])
	}
	switch s.form {
	case formObject:
		return s.keysBelow()
	case formNamed:
		if s.by != "" {
			return "by name among the " + s.by + ": " + accepts(s.item)
		}
		return "by name: " + accepts(s.item)
	case formByYear:
		return "by " + s.dateWord() + ": " + accepts(s.item)
	case formList:
		if s.count > 0 {
			return fmt.Sprintf("a list of %d: %s", s.count, accepts(s.item))
		}
		return "a list: " + accepts(s.item)
	case formNumber:
		return s.numbers()
	case formChoice:
		return "one of " + strings.Join(s.words, ", ")
	case formSelector:
		return "one or several of the " + s.defining()
	case formReference:
		return "a name among the " + s.defining()
	case formMonth:
		return "a month"
	case formDay:
		return "a month or a day"
	case formYear:
		return "a year"
	case formPeriod:
		return "a year or a month"
	case formName:
		return "a name"
	case formEntry:
		return "a name of the library or a .yaml file"
	case formSource:
		return "names of sources"
	}
	return expected(s)
}

func (s *spec) dateWord() string {
	if s.dates {
		return "year or month"
	}
	return "year"
}

// keysBelow says which keys of an object there may be.
func (s *spec) keysBelow() string {
	switch {
	case s.alike() != nil:
		return "keys " + strings.Join(s.names(), ", ")
	case len(s.oneOf) > 0:
		return "keys; exactly one of " + strings.Join(s.oneOf, ", ")
	}
	return "keys"
}

// numbers says what a number may be.
func (s *spec) numbers() string {
	whole := ""
	if s.whole {
		whole = "whole, "
	}
	low, high := !math.IsInf(s.least, 0), !math.IsInf(s.most, 0)
	least, most := plainNumber(s.least), plainNumber(s.most)
	switch {
	case low && high && s.above:
		return whole + "more than " + least + " and at most " + most
	case low && high:
		return whole + least + " to " + most
	case low && s.above:
		return whole + "more than " + least
	case low:
		return whole + least + " or more"
	case high:
		return whole + most + " or less"
	}
	return whole + "any number"
}

// Or says what holds where the key is not given: its default, or that it must be.
func (k *Key) Or() string {
	switch {
	case k.Unless != "":
		return "required unless " + k.Unless
	case k.Required:
		return "required"
	}
	return k.Default
}
