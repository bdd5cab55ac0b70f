package main

import (
	"bytes"
	"cmp"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"maps"
	"math"
	"slices"

	"corridor/plots/explore"
	"corridor/scenarios"
	"corridor/sim/explorer"
	"corridor/sim/runs"
)

// explored describes a scenario to the page of the explorer, by the word that a command asks for it
// with.
func explored(s *scenarios.Scenario, asked string) (explore.Scenario, error) {
	e, err := s.Explorer(asked)
	if err != nil {
		return explore.Scenario{}, codedError{exitInvalid, err}
	}
	sum := sha256.Sum256([]byte(s.Effective()))
	named := namer(s)
	out := explore.Scenario{
		Name: s.Name, Hash: hex.EncodeToString(sum[:]), Title: named(s.Heading()), Question: named(s.Question),
		Years: yearsSimulated(s), FirstMonth: s.Corridor.Start.Index(),
		Levers: leversShown(e, named), Projects: projectsShown(s, e, named), Classes: classesShown(s, e, named),
		Nodes: nodesShown(s, named), Segments: segmentsShown(s, named), Targets: targetsShown(s, named), Observed: happened(s),
	}
	if err := asItIs(e, &out); err != nil {
		return out, err
	}
	out.Corridor, err = squeezed(explorer.Append(nil, e.Corridor))
	return out, err
}

// asItIs says what the scenario comes to with no lever moved.
func asItIs(e *scenarios.Explorer, out *explore.Scenario) error {
	m, err := explorer.NewMachine(e.Corridor)
	if err != nil {
		return err
	}
	values := make([]float64, len(e.Levers))
	for i := range values {
		values[i] = e.Levers[i].Value
	}
	r, err := m.Run(values)
	if err != nil {
		return err
	}
	for _, list := range m.Layout() {
		var parts []explore.Part
		for _, p := range list {
			parts = append(parts, explore.Part{Name: p.Name, Rows: p.Rows, Width: p.Width})
		}
		out.Layout = append(out.Layout, parts)
	}
	out.First, out.Command = explorer.Numbers(append(m.Carried(r), m.Money(r)...)), m.Command(values)
	return nil
}

func yearsSimulated(s *scenarios.Scenario) []int {
	first, n := s.Corridor.Years()
	years := make([]int, n)
	for i := range years {
		years[i] = first + i
	}
	return years
}

func leversShown(e *scenarios.Explorer, named names) []explore.Lever {
	list := []explore.Lever{}
	for i := range e.Levers {
		l := &e.Levers[i]
		shown := explore.Lever{
			Name: l.Name, Title: named(l.Title), Group: l.Group, Kind: l.Kind,
			From: min(l.From, l.Value), To: max(l.To, l.Value), Step: l.Step, Value: l.Value,
		}
		if l.Kind == "range" {
			unit := l.Unit
			shown.Scale, unit = inPercent(unit)
			shown.Unit = named(unit)
		}
		for _, label := range l.Labels {
			shown.Labels = append(shown.Labels, named(label))
		}
		list = append(list, shown)
	}
	return list
}

// projectsShown are the projects and measures, each with the levers that it has.
func projectsShown(s *scenarios.Scenario, e *scenarios.Explorer, named names) []explore.Project {
	list := []explore.Project{}
	for i := range s.Corridor.Projects {
		shown := explore.Project{Name: s.Corridor.Projects[i].Name, Title: named(s.Labels.Project(s.Corridor.Projects[i].Name))}
		for j := range e.Levers {
			switch l := &e.Levers[j]; {
			case l.Project != shown.Name:
			case l.Kind == "switch":
				shown.Switch = l.Name
			default:
				shown.Late = l.Name
			}
		}
		list = append(list, shown)
	}
	return list
}

func classesShown(s *scenarios.Scenario, e *scenarios.Explorer, named names) (list []explore.Class) {
	for _, class := range e.Classes {
		list = append(list, explore.Class{Name: class, Title: named(cmp.Or(s.Labels.Cargo[class].Title, class))})
	}
	return list
}

func segmentsShown(s *scenarios.Scenario, named names) (list []explore.Segment) {
	for i := range s.Corridor.Segments {
		name := s.Corridor.Segments[i].Name
		l := s.Labels.Segments[name]
		list = append(list, explore.Segment{Name: name, Title: named(cmp.Or(l.Title, name)), Kind: l.Kind, From: l.From, To: l.To})
	}
	return list
}

func nodesShown(s *scenarios.Scenario, named names) []explore.Node {
	list := []explore.Node{}
	for _, name := range slices.Sorted(maps.Keys(s.Labels.Nodes)) {
		l := s.Labels.Nodes[name]
		node := explore.Node{Name: name, Title: named(cmp.Or(l.Title, name))}
		if !math.IsNaN(l.Latitude) {
			node.Place = []float64{l.Latitude, l.Longitude}
		}
		list = append(list, node)
	}
	return list
}

func targetsShown(s *scenarios.Scenario, named names) []explore.Target {
	list := []explore.Target{}
	for _, t := range s.Targets {
		list = append(list, explore.Target{Name: t.Name, Title: named(t.Title), Metric: t.Metric.String(), At: t.At.String(), Value: t.Threshold})
	}
	return list
}

// happened is what the corridor is known to have carried.
func happened(s *scenarios.Scenario) []explore.Observed {
	list := []explore.Observed{}
	for _, o := range runs.ObservedIn(s) {
		list = append(list, explore.Observed{Year: o.Year, Metric: o.Metric, Value: o.Value})
	}
	return list
}

// inPercent returns the unit in which readers are shown a number of another, and what it is
// multiplied by for that: shares are read in per cent.
func inPercent(unit string) (scale float64, shown string) {
	switch unit {
	case "", "share":
		return 100, "%"
	case "per year", "share per year":
		return 100, "% a year"
	case "share per month", "per month":
		return 100, "% a month"
	}
	return 0, unit
}

// names gives a text in all languages that it is known in.
type names func(english string) explore.Names

func namer(s *scenarios.Scenario) names {
	own := s.Translations()
	return func(english string) explore.Names {
		if english == "" {
			return nil
		}
		names := explore.Names{"en": english}
		for code, texts := range own {
			if t, ok := texts[english]; ok {
				names[code] = t
			}
		}
		return names
	}
}

// squeezed is some bytes, gzip.
func squeezed(b []byte) ([]byte, error) {
	var out bytes.Buffer
	w, err := gzip.NewWriterLevel(&out, gzip.BestCompression)
	if err != nil {
		return nil, err
	}
	if _, err := w.Write(b); err != nil {
		return nil, err
	}
	err = w.Close()
	return out.Bytes(), err
}
