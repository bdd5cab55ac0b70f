package language

import "corridor/model"

// changeSlot is where a change goes that a project makes to a segment. Changes are
// compiled one by one, each when all of its kind are known.
type changeSlot struct {
	*change
	unitMt float64 // mass of a unit of what the segment's capacity counts, where it does
}

func (changeSlot) compile(*compiler, any, value) {}

// setter changes the amount. Days saved are a factor on the segment's days, which may be
// uncertain too: they cannot be set, the project's effective share can.
func (s changeSlot) setter(at *site) put {
	if len(at.rest) > 0 || s.key == "save_days" {
		return nil
	}
	return func(_ *model.Corridor, owner any, n float64) { s.put(owner.(*model.Change), n) }
}

// put puts an amount other than of days into a change of the model.
func (s changeSlot) put(made *model.Change, amount float64) {
	switch {
	case s.key == "add_units_per_year":
		made.Add = amount * s.unitMt
	case s.scale:
		made.Scale = amount
	default:
		made.Add = amount
	}
}
