package scenarios

import (
	"fmt"

	"corridor/scenarios/language"
	"corridor/scenarios/text"
	"corridor/sim/tables"
)

// Set returns the scenario with values set on top, each as path=value.
func (s *Scenario) Set(assignments ...string) (*Scenario, error) {
	return s.set("--set", assignments)
}

// SetFigure returns the scenario with a number set on top, at a path that was named by a flag
// of that name, in which mistakes of the path are shown.
func (s *Scenario) SetFigure(path string, v float64) (*Scenario, error) {
	return s.set("--figure", []string{path + "=" + tables.FormatNumber(v)})
}

// Paths lists the paths that are set by an assignment to a path, in which * stands for every name.
func (s *Scenario) Paths(path string) []string { return language.Paths(s.root, path) }

func (s *Scenario) set(called string, assignments []string) (*Scenario, error) {
	l := &loader{layers: s.layers}
	return l.compiled(l.all(s.root, called, assignments), func(string) string { return s.Name })
}

// all sets values, one on top of the other.
func (l *loader) all(root *text.Tree, called string, assignments []string) *text.Tree {
	for _, a := range assignments {
		root = l.assigned(root, a, text.Position{File: &text.File{Name: called, Text: a}, Line: 1, Column: 1})
	}
	return root
}

// assigned sets one value from path=value, which begins at a place.
func (l *loader) assigned(scenario *text.Tree, set string, start text.Position) *text.Tree {
	over := language.Assignment(scenario, set, start, &l.report)
	if over == nil {
		return scenario
	}
	language.FromTables(over, l.sheet, &l.report)
	l.lay(start.File)
	return language.Lay(scenario, over, &l.report)
}

// NumberOf reads a number for the figure at a path as files have it: plain, with a unit, or as a
// change of what the figure is. Called is the flag that gives it, in which mistakes are shown.
func (s *Scenario) NumberOf(called, path, written string) (float64, error) {
	if text.IsNumber(written) {
		return text.Number(written)
	}
	l := &loader{layers: s.layers}
	root := l.all(s.root, called, []string{path + "=" + written})
	if err := l.report.Err(); err != nil {
		return 0, err
	}
	var number float64
	for i, one := range s.Paths(path) {
		v, is := language.NumberAt(root, one)
		switch {
		case !is:
			return 0, fmt.Errorf("%s is %q, which comes to no one number of %s", called, text.Short(written), text.Short(path))
		case i > 0 && v != number:
			return 0, fmt.Errorf("%s is %q, which comes to %v and %v among the figures that %s stands for", called, text.Short(written), number, v, text.Short(path))
		}
		number = v
	}
	return number, nil
}
