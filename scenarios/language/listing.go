package language

import (
	"slices"
	"strings"

	"corridor/scenarios/text"
)

// Listing is the things of a section of a scenario, by the names they are spoken of, with a
// telling figure or two of each.
type Listing struct {
	Section string
	Columns []ListColumn // besides name and title
	Rows    []ListRow
}

// ListColumn is what is told of every thing of a section.
type ListColumn struct {
	Key      string // for programs
	Head     string // for readers
	Decimals int    // of a number, at most
}

// ListRow is one thing. Its cells are texts, numbers, or nil for what is not said.
type ListRow struct {
	Name, Title string
	Cells       []any
	Change      string   // against the scenario below: Added, Changed, TakenAway, or "" for nothing
	Changed     []string // the keys of the thing that are changed
	Meant       []string // what the selections in it come to, such as all of alat
}

// unlisted are works, which corridor sources has, and what no one names.
var unlisted = []string{"sources"}

// Listings lists what the scenario names, section by section, those of the table first.
//
// What is otherwise than in the scenario below is marked, and what that has besides is listed too;
// nil stands for no scenario below.
func (s *Compiled) Listings(below *text.Tree) (all []Listing) {
	selections := s.Selections()
	for _, name := range ListedSections() {
		entries := s.compiler.top.of(name).each()
		l := s.listing(name, entries, selections)
		if below != nil {
			l.mark(below.Get(name), s.compiler.top.Get(name))
		}
		if len(l.Rows) > 0 {
			all = append(all, l)
		}
	}
	return all
}

// ListedSections names the sections that can be listed.
func ListedSections() (names []string) {
	for i := range listedSections {
		names = append(names, listedSections[i].section)
	}
	for _, f := range schema.fields {
		if f.spec.form == formNamed && f.spec.forms == nil && !slices.Contains(names, f.name) && !slices.Contains(unlisted, f.name) {
			names = append(names, f.name)
		}
	}
	return names
}

func (s *Compiled) listing(name string, entries []namedValue, selections []Selection) Listing {
	l := Listing{Section: name}
	cells := func(*Compiled, namedValue) []any { return nil }
	if i := slices.IndexFunc(listedSections, func(of listedSection) bool { return of.section == name }); i >= 0 {
		l.Columns, cells = slices.Clone(listedSections[i].columns), listedSections[i].cells
	}
	years := strings.NewReplacer(firstYearSaid, itoa(s.compiler.first.Year()), lastYearSaid, itoa(s.compiler.last.Year()))
	for i := range l.Columns {
		l.Columns[i].Head = years.Replace(l.Columns[i].Head)
	}
	for _, v := range entries {
		row := ListRow{Name: v.name, Cells: cells(s, v), Meant: namesOfAll(selectionsBelow(selections, join(name, v.name)))}
		if v.Kind == text.Map {
			row.Title = English(v.Get("title"))
		}
		l.Rows = append(l.Rows, row)
	}
	return l
}

// ListedColumns are what is told of every thing of a section, with the years in words.
func ListedColumns(section string) []ListColumn {
	i := slices.IndexFunc(listedSections, func(of listedSection) bool { return of.section == section })
	if i < 0 {
		return nil
	}
	return slices.Clone(listedSections[i].columns)
}
