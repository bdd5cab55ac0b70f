package report

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"corridor/plots/words"
	"corridor/sim/tables"
)

// changedFigures are the figures in which another scenario differs.
type changedFigures struct {
	Label    string
	Projects string // which go ahead, where that differs
	Rows     []changedFigure
	Less     int
}

type changedFigure struct {
	Path, Unit, Here, There string
}

const mostChanged = 150

// changedIn compares the figures of the page's scenario with those of the other
// scenarios, each once.
func changedIn(p *tables.Package, figures *tables.Table, subjects []*subject) []changedFigures {
	var out []changedFigures
	compared := map[string]bool{p.Name: true}
	for _, s := range subjects {
		other := s.Package.Table(tables.Figures)
		if other == nil || compared[s.Package.Name] {
			continue
		}
		compared[s.Package.Name] = true
		c := changedFigures{Label: s.Package.Name, Projects: otherProjects(s.w, p, s.Package), Rows: changes(figures, other)}
		if n := len(c.Rows); n > mostChanged {
			c.Less, c.Rows = n-mostChanged, c.Rows[:mostChanged]
		}
		out = append(out, c)
	}
	return out
}

// changes lists the figures that differ, are missing or are new in another scenario,
// in the order of their paths.
func changes(here, there *tables.Table) []changedFigure {
	values := func(t *tables.Table) map[string]int {
		rows := map[string]int{}
		for row, path := range tables.Figures.Path.Of(t) {
			rows[path] = row
		}
		return rows
	}
	a, b := values(here), values(there)
	all := maps.Clone(a)
	maps.Copy(all, b)
	var out []changedFigure
	for _, path := range slices.Sorted(maps.Keys(all)) {
		i, inA := a[path]
		j, inB := b[path]
		c := changedFigure{Path: path, Here: none, There: none}
		if inA {
			c.Here, c.Unit = valueOf(here, i), tables.Figures.Unit.Of(here)[i]
		}
		if inB {
			c.There, c.Unit = valueOf(there, j), tables.Figures.Unit.Of(there)[j]
		}
		if inA != inB || c.Here != c.There {
			out = append(out, c)
		}
	}
	return out
}

// otherProjects says which projects and measures another scenario does without, and
// which it adds; nothing where they are the same, or a run holds no table of them.
func otherProjects(w *words.Language, here, there *tables.Package) string {
	a, b := here.Table(tables.Projects), there.Table(tables.Projects)
	if a == nil || b == nil {
		return ""
	}
	without, added := missingFrom(b, a), missingFrom(a, b)
	var said []string
	switch {
	case len(without) == 1 && a.Len() == 1:
		said = append(said, w.Say("%[1]s does without the only project or measure of %[2]s.", there.Name, here.Name))
	case len(without) == a.Len() && len(without) > 0:
		said = append(said, w.Say("%[1]s does without all %[2]d projects and measures of %[3]s.", there.Name, a.Len(), here.Name))
	case len(without) > 0:
		said = append(said, w.Say("Of the %[1]d projects and measures of %[2]s, %[3]s does without %[4]d: %[5]s.", a.Len(), here.Name, there.Name, len(without), strings.Join(without, "; ")))
	}
	if len(added) > 0 {
		said = append(said, w.Say("%[1]s adds %[2]d: %[3]s.", there.Name, len(added), strings.Join(added, "; ")))
	}
	return strings.Join(said, " ")
}

// missingFrom lists the titles of the projects of one table that the other has not.
func missingFrom(other, table *tables.Table) []string {
	var out []string
	for row, name := range tables.Projects.Project.Of(table) {
		if !slices.Contains(tables.Projects.Project.Of(other), name) {
			out = append(out, cmp.Or(tables.Projects.Title.Of(table)[row], name))
		}
	}
	return out
}
