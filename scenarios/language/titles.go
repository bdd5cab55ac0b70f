package language

import (
	"slices"

	"corridor/scenarios/text"
)

// Languages are those in which what readers are told can be given, by ISO 639-1 code, English
// first.
var Languages = []string{"en", "kk", "ru", "az", "ka", "hy", "tr"}

// inLanguages is a text by language, proseInLanguages one that may have several lines.
var (
	inLanguages      = byLanguage(func(doc string) *spec { return plain(formText, doc) })
	proseInLanguages = byLanguage(prose)
)

func byLanguage(text func(doc string) *spec) *spec {
	fields := []field{must("en", text("In English"))}
	for i, name := range []string{"Kazakh", "Russian", "Azerbaijani", "Georgian", "Armenian", "Turkish"} {
		fields = append(fields, may(Languages[i+1], text("In "+name)))
	}
	return object("A text by language", fields...)
}

// titled is a text that readers are told: in English alone, or by language.
func titled(doc string) *spec { return forReaders(plain(formText, doc)) }

// forReaders lets a text be given by language too.
func forReaders(simple *spec) *spec {
	own := inLanguages
	if simple.lines {
		own = proseInLanguages
	}
	s := either(simple, own)
	s.told = true
	return s
}

// English is a text as it is given, or what it is in English where it is given by language.
func English(t *text.Tree) string {
	if t == nil {
		return ""
	}
	if t.Kind == text.Map {
		t = t.Get("en")
	}
	if t == nil || t.Kind != text.Scalar {
		return ""
	}
	return t.Text
}

// Translations are what English texts are in other languages: by language, then by text.
type Translations map[string]map[string]string

// Add says what a text is in a language. What was said first stays.
func (t Translations) Add(language, english, own string) {
	if t[language] == nil {
		t[language] = map[string]string{}
	}
	if _, known := t[language][english]; !known {
		t[language][english] = own
	}
}

// teller gathers the texts of a checked scenario that readers are told.
type teller struct {
	texts []string     // in English, in their order
	own   Translations // those that the scenario gives itself
}

func (c *teller) walk(t *text.Tree, s *spec, name string) {
	if t == nil || s == nil {
		return
	}
	if s.told {
		c.tell(t)
		return
	}
	switch s = s.resolve(t); {
	case s.form == formList:
		for _, item := range t.Items {
			c.walk(item, s.item, "")
		}
	case t.Kind == text.Map:
		if titled := s.field("title"); titled != nil && titled.told && t.Get("title") == nil && name != "" {
			c.texts = append(c.texts, name) // by which it is called
		}
		for _, e := range t.Entries {
			c.walk(e.Tree, s.child(e.Key), e.Key)
		}
	}
}

// tell takes one text.
func (c *teller) tell(t *text.Tree) {
	english := English(t)
	c.texts = append(c.texts, english)
	for _, code := range Languages[1:] {
		if own := t.Get(code); own != nil {
			c.own.Add(code, english, own.Text)
		}
	}
}

// Told returns the texts of a scenario that readers are told, in English, each once, and what
// the scenario itself says they are in other languages.
func (s *Compiled) Told() ([]string, Translations) {
	all := teller{own: Translations{}}
	all.walk(s.compiler.top.Tree, schema, "")
	slices.Sort(all.texts)
	return slices.Compact(all.texts), all.own
}
