package scenarios

import (
	"cmp"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"

	"corridor/model"
	"corridor/scenarios/language"
	"corridor/scenarios/text"
	"corridor/sim/explorer"
	"corridor/sim/tables"
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

// mostLate is how late a project can be made, in months, and lateStep by how many at a time.
const mostLate, lateStep = 60, 3

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
	if err := e.drawn(); err != nil {
		return nil, err
	}
	for i := range s.Levers {
		l := &s.Levers[i]
		var err error
		switch {
		case l.Overlays != nil:
		case l.Choices != nil:
			err = e.choice(l)
		default:
			err = e.numbers(l)
		}
		if err != nil {
			return nil, e.wrong(l.Name, "lever %s: %s", l.Name, first(err))
		}
	}
	e.projects()
	if err := e.apart(); err != nil {
		return nil, err
	}
	if err := e.prove(); err != nil {
		return nil, err
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

// numbers compiles a lever that moves numbers.
func (e *exploring) numbers(l *language.Lever) error {
	lever := explorer.Lever{Name: l.Name}
	moved := Moved{Name: l.Name, Title: l.Title, Unit: l.Unit, Group: l.Group, Kind: "range", From: l.From, To: l.To, Step: l.Step, Value: l.AsItIs()}
	var certain []string
	moves := func(path string) bool {
		return slices.ContainsFunc(l.Numbers, func(n language.MovedValue) bool { return n.Path == path })
	}
	for _, u := range e.all.Uncertainties {
		if moves(u.Path) {
			certain = append(certain, u.Name)
		}
		for _, s := range u.Sample {
			if moves(s.Path) {
				certain = append(certain, s.Name)
			}
		}
	}
	for i, at := range l.Positions() {
		position := explorer.Position{Value: at}
		if at == moved.Value {
			lever.As = i
		} else {
			for _, n := range l.Numbers {
				position.Set = append(position.Set, n.Path+"="+tables.FormatNumber(l.At(at, n)))
			}
			var err error
			if position.Moves, err = e.set(l, at, position.Set); err != nil {
				return err
			}
			position.Certain = certain
		}
		lever.Positions = append(lever.Positions, position)
	}
	e.add(lever, moved)
	return nil
}

// set finds what a lever at a number moves: by the setters of its numbers, or by compiling the
// scenario anew where one has none.
func (e *exploring) set(l *language.Lever, at float64, assignments []string) ([]explorer.Move, error) {
	c := e.base.Clone()
	for _, n := range l.Numbers {
		set, err := e.scenario.Setter(n.Path)
		if err != nil {
			other, err := e.scenario.Set(assignments...)
			if err != nil {
				return nil, err
			}
			return e.moves(other.Corridor)
		}
		set(&c, l.At(at, n))
	}
	return explorer.Moves(&e.base, &c)
}

// choice compiles a lever that has choices.
func (e *exploring) choice(l *language.Lever) error {
	lever := explorer.Lever{Name: l.Name}
	moved := Moved{Name: l.Name, Title: l.Title, Unit: l.Unit, Group: l.Group, Kind: "choice"}
	for i, c := range l.Choices {
		position := explorer.Position{Value: float64(i)}
		if len(c.With)+len(c.Set) == 0 {
			lever.As, moved.Value = i, float64(i)
		} else {
			other, err := e.scenario.changed(c.With, c.Set)
			if err != nil {
				return err
			}
			if position, err = e.between(float64(i), other); err != nil {
				return fmt.Errorf("choice %s: %w", c.Name, err)
			}
			position.With, position.Set = c.With, c.Set
		}
		lever.Positions = append(lever.Positions, position)
		moved.Labels = append(moved.Labels, c.Title)
	}
	moved.To, moved.Step = float64(len(l.Choices)-1), 1
	e.add(lever, moved)
	return nil
}

// between is the position that makes the scenario another one.
func (e *exploring) between(value float64, other *Scenario) (explorer.Position, error) {
	p := explorer.Position{Value: value}
	c := other.Corridor
	if n := len(e.base.Shocks); len(c.Shocks) > n {
		p.Shocks, c.Shocks = c.Shocks[n:], c.Shocks[:n]
	}
	still := inputs(other)
	for _, name := range inputs(e.scenario) {
		if !slices.Contains(still, name) {
			p.Certain = append(p.Certain, name)
		}
	}
	var err error
	p.Moves, err = e.moves(c)
	return p, err
}

// moves are those to another corridor, but for what the model finds anew of each.
func (e *exploring) moves(to model.Corridor) ([]explorer.Move, error) {
	to = to.Clone()
	for _, i := range e.scenario.Shared {
		to.Projects[i].OthersShare = e.base.Projects[i].OthersShare
	}
	return explorer.Moves(&e.base, &to)
}

// inputs names what is drawn of a scenario.
func inputs(s *Scenario) []string {
	a := s.Alternative(s.Name)
	return a.Inputs()
}

// drawn describes what is uncertain, with every project and measure: of those that do not go ahead
// nothing is drawn until they are made to.
func (e *exploring) drawn() error {
	e.all = e.scenario
	var ahead []string
	for i := range e.base.Projects {
		if p := &e.base.Projects[i]; p.Disabled {
			ahead = append(ahead, e.path(p)+"enabled=true")
		}
	}
	var err error
	if len(ahead) > 0 {
		if e.all, err = e.scenario.Set(ahead...); err != nil {
			return err
		}
	}
	d := &e.out.Corridor.Drawn
	if top := e.scenario.root.Get("within"); top != nil {
		d.Lack = "futures are drawn within limits, which a page cannot do: corridor ensemble does"
		return nil
	}
	var pairs []explorer.Pair
	for _, p := range e.all.Pairs {
		pairs = append(pairs, explorer.Pair(p))
	}
	described, err := explorer.Draws(&e.all.Corridor, e.all.Uncertainties, pairs)
	if err != nil {
		d.Lack = err.Error()
		return nil
	}
	*d = *described
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

// changed returns the scenario with overlays and then values on top.
func (s *Scenario) changed(with, assignments []string) (*Scenario, error) {
	l := &loader{layers: s.layers}
	root := s.root
	for _, name := range with {
		root = l.overlaid(root, name, text.Position{File: &text.File{Name: "--with " + name}})
	}
	for _, a := range assignments {
		root = l.assigned(root, a, text.Position{File: &text.File{Name: "--set", Text: a}, Line: 1, Column: 1})
	}
	return l.compiled(root, func(string) string { return s.Name })
}

// projects adds the levers that every project and measure has: whether it goes ahead, and of one
// that can still be late, by how many months it is later than planned.
func (e *exploring) projects() {
	for i := range e.base.Projects {
		p := &e.base.Projects[i]
		path := e.path(p)
		title := e.scenario.Labels.Project(p.Name)
		e.goes(i, p, path, title)
		e.late(i, p, path, title)
	}
}

func (e *exploring) goes(i int, p *model.Project, path, title string) {
	lever := explorer.Lever{Name: p.Name + "/goes-ahead"}
	moved := Moved{Name: lever.Name, Title: title, Group: "project", Kind: "switch", To: 1, Step: 1, Project: p.Name}
	for value := range 2 {
		position := explorer.Position{Value: float64(value)}
		if goes := value == 1; goes == !p.Disabled {
			lever.As, moved.Value = value, float64(value)
		} else {
			c := e.base.Clone()
			c.Projects[i].Disabled = !goes
			position.Moves, _ = explorer.Moves(&e.base, &c)
			position.Set = []string{fmt.Sprintf("%senabled=%t", path, goes)}
		}
		if value == 0 {
			position.Certain = e.outcomes(path)
		}
		lever.Positions = append(lever.Positions, position)
	}
	e.add(lever, moved)
}

// outcomes names what is drawn of how a project turns out, but for what the scenario itself says is
// uncertain of it.
func (e *exploring) outcomes(path string) (list []string) {
	for _, u := range e.all.Uncertainties {
		if strings.HasPrefix(u.Path, path) && e.scenario.root.Get("uncertainties").Get(u.Name) == nil {
			list = append(list, u.Name)
		}
	}
	return list
}

func (e *exploring) late(i int, p *model.Project, path, title string) {
	planned, late := *p, *p
	planned.Disabled, late.Disabled = false, false
	late.DelayMonths += mostLate
	if planned.Completion() == late.Completion() {
		return // it serves already
	}
	lever := explorer.Lever{Name: p.Name + "/late"}
	moved := Moved{Name: lever.Name, Title: title, Unit: "months", Group: "project", Kind: "range", To: mostLate, Step: lateStep, Project: p.Name}
	for months := 0; months <= mostLate; months += lateStep {
		position := explorer.Position{Value: float64(months)}
		if months > 0 {
			c := e.base.Clone()
			c.Projects[i].DelayMonths += months
			position.Moves, _ = explorer.Moves(&e.base, &c)
			position.Set = []string{fmt.Sprintf("%sdelay_months=%d", path, c.Projects[i].DelayMonths)}
		}
		lever.Positions = append(lever.Positions, position)
	}
	e.add(lever, moved)
}

// apart reports levers that move the same number: what it would be is not clear.
func (e *exploring) apart() error {
	by := map[string]string{}
	for _, l := range e.out.Corridor.Levers {
		for _, p := range l.Positions {
			for _, m := range p.Moves {
				at := fmt.Sprint(m.At)
				if other, moved := by[at]; moved && other != l.Name {
					return e.wrong(cmp.Or(e.declared(l.Name), other), "the levers %s and %s move the same number", other, l.Name)
				}
				by[at] = l.Name
			}
		}
	}
	return nil
}

// prove sets levers, all of them together, and compares the corridor with that of the scenario
// that is told so, with its values set. What the base shares belong to is then kept as it was
// before; the corridor keeps it from the beginning.
func (e *exploring) prove() error {
	for _, at := range []func(lever, positions int) int{
		func(_, positions int) int { return positions - 1 },
		func(int, int) int { return 0 },
		func(lever, positions int) int { return (7*lever + 1) % positions },
	} {
		places := make([]int, len(e.out.Levers))
		for i := range places {
			places[i] = at(i, len(e.out.Corridor.Levers[i].Positions))
		}
		differs, err := e.compare(places)
		if err == nil && differs == nil {
			continue
		}
		for i := range places { // which of them is it?
			alone := e.asItIs()
			alone[i] = places[i]
			if d, err := e.compare(alone); err != nil || d != nil {
				name, value := e.out.Levers[i].Name, e.out.Corridor.Levers[i].Positions[places[i]].Value
				return e.wrong(name, "lever %s at %s: %s", name, tables.FormatNumber(value), first(cmp.Or(err, d)))
			}
		}
		return fmt.Errorf("%s: its levers together: %w", e.scenario.Name, cmp.Or(err, differs))
	}
	return nil
}

// wrong is a mistake at the place of a lever.
func (e *exploring) wrong(lever, format string, args ...any) error {
	at := e.scenario.root.Position
	if levers := e.scenario.root.Get("levers"); levers.Get(lever) != nil {
		at = levers.PlaceOf(lever)
	}
	var report text.Report
	report.Mistake(at, format, args...)
	return report.Err()
}

// declared is the name of a lever that the scenario declares, "" for one that projects have.
func (e *exploring) declared(lever string) string {
	if e.scenario.root.Get("levers").Get(lever) == nil {
		return ""
	}
	return lever
}

// first is what an error says, of several mistakes the first.
func first(err error) string {
	var several *Error
	if errors.As(err, &several) && len(several.Diagnostics) > 0 {
		return several.Diagnostics[0].Message
	}
	return err.Error()
}

func (e *exploring) asItIs() []int {
	places := make([]int, len(e.out.Levers))
	for i := range places {
		places[i] = e.out.Corridor.Levers[i].As
	}
	return places
}

// compare says what of the corridor is not as the scenario with the same values has it; an error
// that it has itself is one that the scenario cannot be told so at all.
func (e *exploring) compare(places []int) (differs, err error) {
	var with, set []string
	c := e.out.Corridor
	values := make([]float64, len(places))
	for i, at := range places {
		said := &c.Levers[i].Positions[at]
		with, set = append(with, said.With...), append(set, said.Set...)
		values[i] = said.Value
	}
	told, err := e.scenario.changed(with, set)
	if err != nil {
		return nil, err
	}
	for {
		m, err := explorer.NewMachine(c)
		if err != nil {
			return nil, err
		}
		moved, err := m.Levers(values)
		if err != nil {
			return nil, err
		}
		moves, differs := explorer.Moves(moved, &told.Corridor)
		if differs != nil {
			return differs, nil
		}
		kept := false
		for _, move := range moves {
			if math.IsNaN(move.At.Get(moved)) {
				move.At.Set(&c.Model, move.To)
				kept = true
			}
		}
		switch {
		case kept: // what the model finds follows from it
		case len(moves) > 0:
			return fmt.Errorf("it moves a number, %s, that is %s with its values set", tables.FormatNumber(moves[0].At.Get(moved)), tables.FormatNumber(moves[0].To)), nil
		default:
			return nil, nil
		}
	}
}
