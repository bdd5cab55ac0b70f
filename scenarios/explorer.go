package scenarios

import (
	"strings"

	"corridor/model"
	"corridor/sim/explorer"
)

// Explorer is a scenario for the explorer: its corridor with levers, and what is said of each.
type Explorer struct {
	Corridor *explorer.Corridor
	Levers   []Moved  // in the order of those of the corridor
	Classes  []string // cargo classes, in the order in which results have them
}

// Moved is a lever, in words. A choice stands at the place of what is chosen, a switch at 0 or 1.
type Moved struct {
	Name, Title, Unit string
	Group, Kind       string   // kind: range, choice or switch
	From, To, Step    float64  // of a range
	Value             float64  // where the scenario is as it is
	Labels            []string // of choices
	Project           string   // of one that every project has: whose
}

// Explorer compiles the scenario for the explorer: the levers that it declares, and of every project
// and measure whether it goes ahead and how late it is. Where levers stand, alone and together,
// the corridor is that of the scenario with those values set; it is an error where it would not be,
// as where a lever brings other ways and not only other numbers. Asked is
// the scenario as a command takes it.
func (s *Scenario) Explorer(asked string) (*Explorer, error) {
	e := &exploring{scenario: s, base: s.Corridor.Clone(), out: &Explorer{Corridor: &explorer.Corridor{
		Name: s.Name, Asked: asked, Model: s.Corridor.Clone(), Shared: s.Shared, Labels: s.Labels,
	}}}
	e.targets()
	for _, step := range []func() error{e.drawn, e.declare, e.projects, e.apart, e.prove} {
		if err := step(); err != nil {
			return nil, err
		}
	}
	m, err := explorer.NewMachine(e.out.Corridor)
	if err != nil {
		return nil, err
	}
	e.out.Classes = m.Classes()
	return e.out, nil
}

// exploring is an explorer as it is compiled.
type exploring struct {
	scenario *Scenario
	all      *Scenario // with every project and measure
	base     model.Corridor
	out      *Explorer
}

func (e *exploring) targets() {
	s, c := e.scenario, e.out.Corridor
	for _, name := range s.metricOrder() {
		c.Metrics = append(c.Metrics, explorer.Metric{Name: name, Expression: s.Metrics[name].String()})
	}
	for _, t := range s.Targets {
		c.Targets = append(c.Targets, explorer.Target{Name: t.Name, Metric: t.Metric.String(), At: t.At, Threshold: t.Threshold, AtMost: t.AtMost})
	}
}

// metricOrder names the metrics that the scenario defines, as the file has them.
func (s *Scenario) metricOrder() (names []string) {
	if section := s.root.Get("metrics"); section != nil {
		for _, entry := range section.Entries {
			if s.Metrics[entry.Key] != nil {
				names = append(names, entry.Key)
			}
		}
	}
	return names
}

func (e *exploring) add(l explorer.Lever, said Moved) {
	e.out.Corridor.Levers = append(e.out.Corridor.Levers, l)
	e.out.Levers = append(e.out.Levers, said)
}

// declare compiles the levers that the scenario declares, but for those that choose overlays, as
// they may bring other ways.
func (e *exploring) declare() error {
	for i := range e.scenario.Levers {
		l := &e.scenario.Levers[i]
		var err error
		switch {
		case l.Overlays != nil:
		case l.Choices != nil:
			err = e.choice(l)
		default:
			err = e.numbers(l)
		}
		if err != nil {
			return e.wrong(l.Name, "lever %s: %s", l.Name, first(err))
		}
	}
	return nil
}

// path is where a project or measure stands, to its keys.
func (e *exploring) path(p *model.Project) string {
	section := "projects"
	if e.scenario.Labels.Projects[p.Name].Soft {
		section = "measures"
	}
	return strings.Join([]string{section, p.Name, ""}, ".")
}
