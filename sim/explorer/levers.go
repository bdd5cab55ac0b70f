package explorer

import (
	"fmt"

	"corridor/model"
)

// levers move a corridor from where they stand in it to where they are to stand. A lever that
// stays where it is touches nothing.
type levers struct {
	of     []Lever
	asItIs [][][]float64 // by lever, position and move: the number that the scenario has
	shocks []model.Shock // of the scenario
}

// leversOf takes down what levers move. It is an error where one moves what a corridor has not.
func leversOf(of []Lever, c *model.Corridor) (*levers, error) {
	l := &levers{of: of, asItIs: make([][][]float64, len(of)), shocks: c.Shocks}
	for i := range of {
		if as := of[i].As; as < 0 || as >= len(of[i].Positions) {
			return nil, fmt.Errorf("the lever %s has no position that is the scenario's", of[i].Name)
		}
		l.asItIs[i] = make([][]float64, len(of[i].Positions))
		for j := range of[i].Positions {
			for _, move := range of[i].Positions[j].Moves {
				if !move.At.leads(c) {
					return nil, fmt.Errorf("the lever %s moves what is not there", of[i].Name)
				}
				l.asItIs[i][j] = append(l.asItIs[i][j], move.At.Get(c))
			}
		}
	}
	return l, nil
}

// usual is where levers stand in the scenario as it is.
func (l *levers) usual() []int {
	at := make([]int, len(l.of))
	for i := range at {
		at[i] = l.of[i].As
	}
	return at
}

// places finds the positions of values.
func (l *levers) places(values []float64) ([]int, error) {
	if len(values) != len(l.of) {
		return nil, fmt.Errorf("%d values of %d levers", len(values), len(l.of))
	}
	to := make([]int, len(values))
	for i := range to {
		to[i] = l.of[i].nearest(values[i])
	}
	return to, nil
}

// move moves those that stand elsewhere, in a corridor of their own, and takes down where they
// stand then.
func (l *levers) move(c *model.Corridor, at, to []int) {
	struck := false
	for i := range l.of {
		if at[i] == to[i] {
			continue
		}
		from, p := &l.of[i].Positions[at[i]], &l.of[i].Positions[to[i]]
		for j, move := range from.Moves {
			move.At.Set(c, l.asItIs[i][at[i]][j])
		}
		for _, move := range p.Moves {
			move.At.Set(c, move.To)
		}
		struck = struck || len(from.Shocks) > 0 || len(p.Shocks) > 0
		at[i] = to[i]
	}
	if struck {
		c.Shocks = append(c.Shocks[:0], l.shocks...)
		for i := range l.of {
			c.Shocks = append(c.Shocks, l.of[i].Positions[at[i]].Shocks...)
		}
	}
}

// alike reports whether a model laid out with the levers at some places can be changed to others:
// those that move more than numbers stand at the same.
func (l *levers) alike(at, to []int) bool {
	for i := range l.of {
		if at[i] != to[i] && (l.of[i].Positions[at[i]].Anew || l.of[i].Positions[to[i]].Anew) {
			return false
		}
	}
	return true
}
