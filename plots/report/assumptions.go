package report

import (
	"cmp"
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"

	"corridor/sim/tables"
)

// assumptions is what the figures of the scenario rest on.
type assumptions struct {
	Name    string // of the scenario
	Missing bool   // the run directory holds no figures.csv
	Groups  []assumptionGroup
	Total   assumptionGroup
	Lists   []figureList
	Changed []changedFigures
	Works   []work
}

// assumptionGroup counts the figures of one part of the scenario by kind.
type assumptionGroup struct {
	Name                             string
	Assumed, Derived, Published, All int
}

// Count writes a number of figures.
func (assumptionGroup) Count(n int) string { return integer(n) }

// figureList is a list of figures by the thing they belong to.
type figureList struct {
	Title  string
	Things []figuresOfThing
}

type figuresOfThing struct {
	Name    string
	Figures []figure
}

type figure struct {
	Path              string // below the thing
	Value             string
	Unit, Range, Kind string
	Sources           []workLink
	Note              string
}

type workLink struct{ Name, ID string }

type work struct {
	Name, ID, Title, Date string
	URL                   string
}

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

func assumptionsOf(m *topic, subjects []*subject) assumptions {
	p := m.described()
	a := assumptions{Name: p.Name, Works: worksOf(p)}
	t := p.Table(tables.Figures)
	if t == nil {
		a.Missing = true
		return a
	}
	known := map[string]bool{}
	for _, w := range a.Works {
		known[w.Name] = true
	}
	a.Groups, a.Total = countFigures(t)
	isPublished := func(row int) bool { return tables.Figures.Kind.Of(t)[row] == "published" }
	if list := listFigures(t, known, func(row int) bool { return !isPublished(row) }); len(list) > 0 {
		a.Lists = append(a.Lists, figureList{"Assumed and derived figures (" + integer(a.Total.Assumed+a.Total.Derived) + ")", list})
	}
	if list := listFigures(t, known, isPublished); len(list) > 0 {
		a.Lists = append(a.Lists, figureList{"Published figures (" + integer(a.Total.Published) + ")", list})
	}
	compared := map[string]bool{p.Name: true}
	for _, s := range subjects {
		other := s.Package.Table(tables.Figures)
		if other == nil || compared[s.Package.Name] {
			continue
		}
		compared[s.Package.Name] = true
		c := changedFigures{Label: s.Package.Name, Projects: otherProjects(p, s.Package), Rows: changes(t, other)}
		if n := len(c.Rows); n > mostChanged {
			c.Less, c.Rows = n-mostChanged, c.Rows[:mostChanged]
		}
		a.Changed = append(a.Changed, c)
	}
	return a
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

func worksOf(p *tables.Package) []work {
	var out []work
	for _, s := range p.Sources {
		out = append(out, work{s.Name, "work-" + s.Name, s.Title, s.Date, s.Path})
	}
	return out
}

// part is the first word of a path: what kind of thing the figure belongs to.
func part(path string) string {
	name, _, _ := strings.Cut(path, ".")
	return name
}

// thing and rest split segments.corridor.capacity.fixed after the name.
func thing(path string) (name, rest string) {
	steps := strings.SplitN(path, ".", 3)
	switch len(steps) {
	case 3:
		return steps[0] + "." + steps[1], steps[2]
	case 2:
		return steps[0], steps[1]
	}
	return "", path
}

func countFigures(t *tables.Table) (groups []assumptionGroup, total assumptionGroup) {
	index := map[string]int{}
	total.Name = "All figures"
	for row, path := range tables.Figures.Path.Of(t) {
		name := part(path)
		if !strings.Contains(path, ".") {
			name = "of the whole"
		}
		i, ok := index[name]
		if !ok {
			i = len(groups)
			index[name] = i
			groups = append(groups, assumptionGroup{Name: name})
		}
		for _, g := range []*assumptionGroup{&groups[i], &total} {
			g.All++
			switch tables.Figures.Kind.Of(t)[row] {
			case "published":
				g.Published++
			case "derived":
				g.Derived++
			default:
				g.Assumed++
			}
		}
	}
	return groups, total
}

// listFigures groups the figures wanted by the thing they belong to, in the order of
// the scenario.
func listFigures(t *tables.Table, known map[string]bool, wanted func(row int) bool) []figuresOfThing {
	var out []figuresOfThing
	for row, path := range tables.Figures.Path.Of(t) {
		if !wanted(row) {
			continue
		}
		name, rest := thing(path)
		if n := len(out); n == 0 || out[n-1].Name != name {
			out = append(out, figuresOfThing{Name: name})
		}
		f := figure{
			Path: rest, Value: plain(tables.Figures.Value.Of(t)[row]), Unit: tables.Figures.Unit.Of(t)[row],
			Range: rangeOf(tables.Figures.Low.Of(t)[row], tables.Figures.High.Of(t)[row]), Kind: tables.Figures.Kind.Of(t)[row], Note: tables.Figures.Note.Of(t)[row],
		}
		if f.Unit == "year" {
			f.Value = raw(tables.Figures.Value.Of(t)[row])
		}
		for id := range strings.SplitSeq(tables.Figures.Source.Of(t)[row], ";") {
			switch {
			case id == "":
			case known[id]:
				f.Sources = append(f.Sources, workLink{id, "work-" + id})
			default:
				f.Sources = append(f.Sources, workLink{Name: id})
			}
		}
		last := &out[len(out)-1]
		last.Figures = append(last.Figures, f)
	}
	return out
}

func rangeOf(low, high float64) string {
	if math.IsNaN(low) && math.IsNaN(high) {
		return ""
	}
	return plain(low) + " to " + plain(high)
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
			c.Here, c.Unit = plain(tables.Figures.Value.Of(here)[i]), tables.Figures.Unit.Of(here)[i]
		}
		if inB {
			c.There, c.Unit = plain(tables.Figures.Value.Of(there)[j]), tables.Figures.Unit.Of(there)[j]
		}
		if inA != inB || c.Here != c.There {
			out = append(out, c)
		}
	}
	return out
}
