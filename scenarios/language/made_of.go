package language

import (
	"strings"

	"corridor/model"
)

// none is no quantity of a segment.
const none model.Quantity = -1

// changed returns the quantity of a segment that a change is made to, and where it is a part of
// what there is, the part that one more is. It is none where the segment has no such thing.
//
// That one more passes as much as each of those there are is an assumption: it is right where they
// are what is short. A port has its capacity of berths, cranes, shifts and yards together, of
// which the one that binds is worth more of, and more of the others are worth nothing; ships wait
// for berths, and trains for the line. Where that is known, add_capacity_mt_per_year says it.
func (c *compiler) changed(change *change, segment int) (q model.Quantity, per float64) {
	capacity := c.parts[segment].of("capacity")
	if change.madeOf == "" || change.supply != "" && capacity.Get(change.supply) != nil {
		if change.supply != "" && capacity.Get(change.supply) == nil {
			return none, 0
		}
		return change.quantity, 0
	}
	of := c.parts[segment].of("made_of").of(change.madeOf)
	if !of.given() || !(of.number() > 0) {
		return none, 0
	}
	switch {
	case capacity.Get("rail") != nil:
		q = model.TrainsPerDay
	case capacity.Get("fleet") != nil:
		q = model.Vessels
	default:
		q = model.Capacity
	}
	return q, 1 / of.number()
}

// unchangeable reports a change of something that a segment does not have.
func (c *compiler) unchangeable(change *change, on changedOn, capacity value, segment *model.Segment) {
	switch of := c.parts[on.segment].of("made_of"); {
	case !c.report.Sound(capacity.Tree), !c.report.Sound(of.Tree):
	case change.madeOf != "":
		c.report.Mistake(on.PlaceOf(change.key), "%s: nothing says of how many %s the capacity of %s is made; write segments: {%[3]s: {made_of: {%s: NUMBER}}}, or add_capacity_mt_per_year here",
			change.key, strings.ReplaceAll(change.madeOf, "_", " "), segment.Name, change.madeOf)
	default:
		c.report.Mistake(on.PlaceOf(change.key), "%s needs a segment whose capacity is given as %s; that of %s is given otherwise", change.key, change.supply, segment.Name)
	}
}

// saidByCapacity reports what made_of says and the form of the capacity says too.
func (c *compiler) saidByCapacity(v namedValue) {
	for _, said := range []struct{ form, key string }{{"rail", "trains_per_day"}, {"fleet", "vessels"}} {
		if of := v.of("made_of"); v.of("capacity").of(said.form).given() && of.of(said.key).given() {
			c.report.Mistake(of.PlaceOf(said.key), "made_of has %s, which the %s of the capacity of %s says already", said.key, said.form, v.name)
		}
	}
}
