package scenarios

import (
	"cmp"
	"errors"
	"fmt"
	"math"

	"corridor/model"
	"corridor/scenarios/text"
	"corridor/sim/explorer"
	"corridor/sim/tables"
)

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
	values, told, err := e.told(places)
	if err != nil {
		return nil, err
	}
	for {
		m, err := explorer.NewMachine(e.out.Corridor)
		if err != nil {
			return nil, err
		}
		moved, err := m.Levers(values)
		if err != nil {
			return nil, err
		}
		moves, differs := explorer.Moves(moved, told)
		if differs != nil {
			return differs, nil
		}
		switch {
		case e.keep(moved, moves): // what the model finds follows from it
		case len(moves) > 0:
			return fmt.Errorf("it moves a number, %s, that is %s with its values set", tables.FormatNumber(moves[0].At.Get(moved)), tables.FormatNumber(moves[0].To)), nil
		default:
			return nil, nil
		}
	}
}

// told returns the values of levers at places, and the corridor of the scenario that is told so.
func (e *exploring) told(places []int) (values []float64, told *model.Corridor, err error) {
	var with, set []string
	values = make([]float64, len(places))
	for i, at := range places {
		said := &e.out.Corridor.Levers[i].Positions[at]
		with, set = append(with, said.With...), append(set, said.Set...)
		values[i] = said.Value
	}
	s, err := e.scenario.changed(with, set)
	if err != nil {
		return nil, nil, err
	}
	return values, &s.Corridor, nil
}

// keep gives the corridor the numbers that it lacks of some moves, and reports whether there are any.
func (e *exploring) keep(moved *model.Corridor, moves []explorer.Move) (any bool) {
	for _, move := range moves {
		if math.IsNaN(move.At.Get(moved)) {
			move.At.Set(&e.out.Corridor.Model, move.To)
			any = true
		}
	}
	return any
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
