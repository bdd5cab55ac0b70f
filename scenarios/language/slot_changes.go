package language

import "corridor/model"

// changeSlot is where a change goes that a project makes to a segment. Changes are
// compiled one by one, each when all of its kind are known.
type changeSlot struct{ *change }

// changePart is the change of the model that an amount of the file goes into; a change of several
// segments has one for each.
type changePart struct {
	project, index int
	per            float64 // of the quantity, in one of what the amount counts
	part           bool    // the quantity grows by so many parts of itself
}

func (changeSlot) compile(*compiler, any, value) {}

// setter changes the amount. Days saved are a factor on the segment's days, which may be
// uncertain too: they cannot be set, the project's effective share can.
func (s changeSlot) setter(at *site) put {
	if len(at.rest) > 0 || s.key == "save_days" {
		return nil
	}
	return func(c *model.Corridor, owner any, n float64) {
		part := owner.(*changePart)
		part.put(s.change, &c.Projects[part.project].Changes[part.index], n)
	}
}

// put puts an amount other than of days into a change of the model.
func (p *changePart) put(c *change, made *model.Change, amount float64) {
	switch {
	case c.scale:
		made.Scale = amount
	case p.part:
		made.Part = amount * p.per
	default:
		made.Add = amount * p.per
	}
}
