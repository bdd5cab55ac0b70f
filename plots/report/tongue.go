package report

import (
	"html/template"

	"corridor/plots/words"
	"corridor/sim/tables"
)

// inEnglish is the attribute of what is in English on a page in another language, so that it is
// read out as English is (WCAG 2.2, 3.1.2).
const inEnglish template.HTMLAttr = ` lang="en"`

// asWritten is the attribute of what stands as its author or a file says it, which is in English.
func asWritten(w *words.Language) template.HTMLAttr {
	if w.Code == words.Languages[0] {
		return ""
	}
	return inEnglish
}

// leftOver are the texts of scenarios that nobody has said in the language of the page.
type leftOver map[string]bool

// add takes the texts of a package, which has them in English, that are the same in another one.
func (l leftOver) add(english, own *tables.Package) {
	same := func(a, b string) {
		if a == b {
			l[a] = true
		}
	}
	same(english.Title, own.Title)
	same(english.Description, own.Description)
	same(english.Remarks, own.Remarks)
	for i := range english.Targets {
		same(english.Targets[i].Title, own.Targets[i].Title)
	}
}

// Lang is the attribute of a text that scenarios say.
func (l leftOver) Lang(text string) template.HTMLAttr {
	if l[text] {
		return inEnglish
	}
	return ""
}
