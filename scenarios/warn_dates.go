package scenarios

import "corridor/model"

// shockInTime warns of a shock that is over before the months simulated begin, or
// begins when they are over.
func (c *compiler) shockInTime(v namedValue, s model.Shock) {
	switch {
	case c.last == 0 || s.From == 0 || s.To == 0: // reported
	case s.From > c.last:
		c.report.warn(v.of("from").Position, "the shock %s has no effect: it begins in %v, and the months simulated end with %v", v.name, s.From, c.last)
	case s.To < c.first:
		c.report.warn(v.of("to").Position, "the shock %s has no effect: it ends in %v, and the months simulated begin with %v", v.name, s.To, c.first)
	}
}
