package scenarios

import (
	"slices"
	"strings"

	"corridor/scenarios/language"
	"corridor/sim/explorer"
	"corridor/sim/tables"
)

// numbers compiles a lever that moves numbers.
func (e *exploring) numbers(l *language.Lever) error {
	lever := explorer.Lever{Name: l.Name}
	moved := Moved{Name: l.Name, Title: l.Title, Unit: l.Unit, Group: l.Group, Kind: "range", From: l.From, To: l.To, Step: l.Step, Value: l.AsItIs()}
	certain := e.settled(l)
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
			position.Anew = !e.inPlace(position.Set)
			position.Certain = certain
		}
		lever.Positions = append(lever.Positions, position)
	}
	e.add(lever, moved)
	return nil
}

// settled names the uncertainties that are about what a lever sets.
func (e *exploring) settled(l *language.Lever) (certain []string) {
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
	return certain
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

// inPlace reports whether values are set by changing numbers of a model in place.
func (e *exploring) inPlace(assignments []string) bool {
	return !slices.ContainsFunc(assignments, func(a string) bool {
		path, _, _ := strings.Cut(a, "=")
		_, err := e.scenario.Setter(path)
		return err != nil
	})
}
