package tables

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// IsName reports whether the cells of a column are names for readers, which may be
// translated: such columns are called title, or end in _title, _label or _labels.
func (c Column) IsName() bool {
	named := func(ending string) bool { return strings.HasSuffix(c.Name, ending) }
	return c.Type == String && (c.Name == "title" || named("_title") || named("_label") || named("_labels"))
}

// In returns the package with its names and texts in a language, by ISO 639-1 code, as far as
// the package says what they are in it, or what is said of titles that the program gives, and
// for good: it is not said in another one again. The package itself stays as it is.
func (p *Package) In(language string, titles ...map[string]string) *Package {
	own := translatorOf(append(titles, p.Translations[language])...)
	if own == nil || p.said {
		return p
	}
	out := *p
	out.Translations, out.said = nil, true
	out.Title, out.Description, out.Remarks = own.say(p.Title), own.say(p.Description), own.say(p.Remarks)
	out.Targets = slices.Clone(p.Targets)
	for i := range out.Targets {
		out.Targets[i].Title = own.say(out.Targets[i].Title)
	}
	out.Tables = make([]*Table, len(p.Tables))
	for i, t := range p.Tables {
		out.Tables[i] = own.table(t)
	}
	return &out
}

// translator says texts in a language.
type translator struct {
	whole   map[string]string
	phrases []phrase          // those with the most words of their own first
	before  map[string]string // what was said before, as titles stand in many rows
}

// phrase is a text with a place for a name or a number, such as a year.
type phrase struct{ before, after, own string }

const place = "%s"

// translatorOf returns a translator of what some texts are; the last know best.
func translatorOf(texts ...map[string]string) *translator {
	own := map[string]string{}
	for _, of := range texts {
		maps.Copy(own, of)
	}
	if len(own) == 0 {
		return nil
	}
	t := &translator{whole: own, before: map[string]string{}}
	for _, english := range slices.Sorted(maps.Keys(own)) {
		if before, after, found := strings.Cut(english, place); found {
			t.phrases = append(t.phrases, phrase{before, after, own[english]})
		}
	}
	t.withoutUnits()
	slices.SortStableFunc(t.phrases, func(a, b phrase) int {
		return cmp.Compare(len(b.before)+len(b.after), len(a.before)+len(a.after))
	})
	return t
}

// withoutUnits adds the names of figures whose titles have a unit behind a comma.
func (t *translator) withoutUnits() {
	for _, english := range slices.Sorted(maps.Keys(t.whole)) {
		i, j := strings.LastIndex(english, ", "), strings.LastIndex(t.whole[english], ", ")
		if i <= 0 || j <= 0 {
			continue
		}
		if _, known := t.whole[english[:i]]; !known {
			t.whole[english[:i]] = t.whole[english][:j]
		}
	}
}

// say returns what a text is: as a whole, as a name with its unit behind a comma, or as a phrase
// with a name in it. A text that the translator has no words for stays.
func (t *translator) say(text string) string {
	own, again := t.before[text]
	if !again {
		own = t.translated(text)
		t.before[text] = own
	}
	return own
}

func (t *translator) translated(text string) string {
	if own, known := t.known(text); known {
		return own
	}
	if i := strings.LastIndex(text, ", "); i > 0 {
		name, named := t.known(text[:i])
		if unit, known := t.whole[text[i+len(", "):]]; known && named {
			return name + ", " + unit
		}
	}
	return text
}

func (t *translator) known(text string) (string, bool) {
	if own, known := t.whole[text]; known {
		return own, true
	}
	for _, p := range t.phrases {
		inner, begins := strings.CutPrefix(text, p.before)
		inner, ends := strings.CutSuffix(inner, p.after)
		if !begins || !ends {
			continue
		}
		name, known := t.whole[inner]
		if _, err := strconv.Atoi(inner); err == nil {
			name, known = inner, true
		}
		if known {
			return strings.Replace(p.own, place, name, 1), true
		}
	}
	return "", false
}

// table returns a table with the names in it said in the language.
func (t *translator) table(of *Table) *Table {
	if !slices.ContainsFunc(of.Schema.Columns, Column.IsName) {
		return of
	}
	out := New(of.Schema)
	out.rows = of.rows
	for i, c := range of.Schema.Columns {
		switch {
		case c.numeric():
			out.numbers[i] = of.numbersOf(i)
		case !c.IsName():
			out.text[i] = of.textOf(i)
		default:
			out.text[i] = make([]string, of.rows)
			for row, cell := range of.textOf(i) {
				out.text[i][row] = t.cell(c, cell)
			}
		}
	}
	return out
}

// cell says a cell of a column of names, of which there are several between semicolons in one
// of labels.
func (t *translator) cell(c Column, cell string) string {
	if !strings.HasSuffix(c.Name, "_labels") {
		return t.say(cell)
	}
	names := strings.Split(cell, ";")
	for i := range names {
		names[i] = t.say(names[i])
	}
	return strings.Join(names, ";")
}
