package parts

import (
	"cmp"

	"corridor/model"
	"corridor/sim/tables"
)

// Words are what a scenario says of the names of its corridor.
type Words struct {
	tables.Labels
	tables.Countries
}

// Part is one of a dimension.
type Part struct{ Name, Title string }

// nowhere is the part of what belongs to none: what waits where no place is said, and what is
// spent on a project of no country.
var nowhere = Part{Title: "Not said"}

// List lists the parts of a corridor in a dimension, none where the scenario says nothing of
// them.
func List(of Dimension, c *model.Corridor, w *Words) (list []Part) {
	have := map[string]bool{}
	add := func(name, title string) {
		if name != "" && !have[name] {
			have[name] = true
			list = append(list, Part{name, cmp.Or(title, name)})
		}
	}
	switch of.Name {
	case segments.Name:
		for i := range c.Segments {
			add(c.Segments[i].Name, w.Segments[c.Segments[i].Name].Title)
		}
	case markets.Name:
		for i := range c.Markets {
			add(c.Markets[i].Name, w.Markets[c.Markets[i].Name].Title)
		}
	case classes.Name:
		for i := range c.Markets {
			add(c.Markets[i].Cargo, w.Cargo[c.Markets[i].Cargo].Title)
		}
	case countries.Name, places.Name:
		for i := range c.Segments {
			for _, node := range w.nodesOf(c, i) {
				if of.Name == places.Name {
					add(node, w.Labels.Nodes[node].Title)
				} else {
					code := w.Countries.Nodes[node]
					add(code, w.Title(code))
				}
			}
		}
	case projects.Name:
		for i := range c.Projects {
			if p := &c.Projects[i]; !p.Disabled {
				add(p.Name, w.Project(p.Name))
			}
		}
	}
	return list
}

// nodesOf are the places at the ends of a segment, none where none is said.
func (w *Words) nodesOf(c *model.Corridor, segment int) []string {
	label := w.Segments[c.Segments[segment].Name]
	if label.From == "" && label.To == "" {
		return nil
	}
	return []string{label.From, label.To}
}
