package explore

import (
	"maps"
	"regexp"
	"slices"

	"corridor/plots/atlas"
	"corridor/plots/words"
)

// said finds a text in the page: the first argument of say or text in a script, and what
// stands in an element with the attribute data-say.
var said = regexp.MustCompile(`\b(?:say|text)\("([^"]+)"|data-say(?: hidden)?>([^<]+)<|data-say-label="([^"]+)"`)

// Texts lists the English texts of the page.
func Texts() []string {
	set := map[string]bool{}
	for _, m := range said.FindAllStringSubmatch(pageText+script(), -1) {
		set[m[1]+m[2]+m[3]] = true
	}
	for _, l := range atlas.Regions {
		set[l.Name] = true
	}
	return slices.Sorted(maps.Keys(set))
}

// language is how the page speaks in one of its languages.
type language struct {
	Code   string            `json:"code"`
	Name   string            `json:"name"`
	Marks  [2]string         `json:"marks"` // of decimals and of thousands
	Months []string          `json:"months"`
	Month  string            `json:"month"` // how a month of a year is written, such as {month} {year}
	Texts  map[string]string `json:"texts,omitempty"`
}

func languages() (out []language, err error) {
	texts := Texts()
	for _, code := range words.Languages {
		w, err := words.Of(code)
		if err != nil {
			return nil, err
		}
		l := language{Code: code, Name: w.Name, Marks: [2]string{w.Marks.Decimal, w.Marks.Thousands}, Months: w.Months, Month: w.Month, Texts: map[string]string{}}
		for _, text := range texts {
			if own, ok := w.Texts[text]; ok {
				l.Texts[text] = own
			}
		}
		out = append(out, l)
	}
	return out, nil
}
