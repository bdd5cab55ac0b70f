package scenarios

import (
	"fmt"
	"slices"

	"corridor/model"
	"corridor/scenarios/language"
	"corridor/scenarios/text"
	"corridor/sim/explorer"
)

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
			position.Anew = len(position.Moves) > 0 && (len(c.With) > 0 || !e.inPlace(c.Set))
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
