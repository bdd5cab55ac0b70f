package report

import (
	"math"
	"strings"

	"corridor/plots/words"
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
	Known, Note       string
}

type workLink struct{ Name, ID string }

type work struct {
	Name, ID, Title, Date string
	URL                   string
}

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
		a.Lists = append(a.Lists, figureList{m.w.Say("Assumed and derived figures: %s", numbersIn(m.w, integer(a.Total.Assumed+a.Total.Derived))), list})
	}
	if list := listFigures(t, known, isPublished); len(list) > 0 {
		a.Lists = append(a.Lists, figureList{m.w.Say("Published figures: %s", numbersIn(m.w, integer(a.Total.Published))), list})
	}
	a.Changed = changedIn(p, t, subjects)
	return a
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
	total.Name = words.Text("All figures")
	for row, path := range tables.Figures.Path.Of(t) {
		name := part(path)
		if !strings.Contains(path, ".") {
			name = words.Text("of the whole")
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
			Path: rest, Value: valueOf(t, row), Unit: tables.Figures.Unit.Of(t)[row],
			Range: rangeOf(tables.Figures.Low.Of(t)[row], tables.Figures.High.Of(t)[row]), Kind: tables.Figures.Kind.Of(t)[row], Known: tables.Figures.Known.Of(t)[row], Note: tables.Figures.Note.Of(t)[row],
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

// valueOf writes the value of a figure; thousands of years are not set apart.
func valueOf(t *tables.Table, row int) string {
	v := tables.Figures.Value.Of(t)[row]
	if tables.Figures.Unit.Of(t)[row] == "year" {
		return raw(v)
	}
	return plain(v)
}

// rangeOf writes a range, which may be open at one end.
func rangeOf(low, high float64) string {
	switch {
	case math.IsNaN(low) && math.IsNaN(high):
		return ""
	case math.IsNaN(low):
		return "≤ " + plain(high)
	case math.IsNaN(high):
		return "≥ " + plain(low)
	}
	return plain(low) + " to " + plain(high)
}
