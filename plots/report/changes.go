package report

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

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
		c := changedFigures{Label: s.Package.Name, Projects: otherProjects(p, s.Package), Rows: changes(figures, other)}
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
func otherProjects(here, there *tables.Package) string {
	a, b := here.Table(tables.Projects), there.Table(tables.Projects)
	if a == nil || b == nil {
		return ""
	}
	without, added := missingFrom(b, a), missingFrom(a, b)
	var text string
	switch {
	case len(without) == 1 && a.Len() == 1:
		text = fmt.Sprintf("%s does without the only project or measure of %s.", there.Name, here.Name)
	case len(without) == a.Len() && len(without) > 0:
		text = fmt.Sprintf("%s does without all %d projects and measures of %s.", there.Name, a.Len(), here.Name)
	case len(without) > 0:
		text = fmt.Sprintf("Of the %d projects and measures of %s, %s does without %d: %s.", a.Len(), here.Name, there.Name, len(without), strings.Join(without, "; "))
	}
	if len(added) > 0 {
		text += fmt.Sprintf(" %s adds %d: %s.", there.Name, len(added), strings.Join(added, "; "))
	}
	return strings.TrimSpace(text)
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
