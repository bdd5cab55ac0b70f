package language

import (
	"math"

	"corridor/model"
)

// in is the slot of a number that goes into a field as it is.
func in[T any](field func(*T) *float64) slot {
	return inAs(func(owner *T, n float64) { *field(owner) = n })
}

// inAs is the slot of a number that goes in by a function.
func inAs[T any](set func(owner *T, n float64)) slot { return numberSlot[T]{set} }

// inMonths is the slot of a number of months, of which the nearest whole one goes into a
// field.
func inMonths[T any](field func(*T) *int) slot {
	return inAs(func(owner *T, n float64) { *field(owner) = wholeMonths(n) })
}

// inYears is the slot of a year or a number of years.
func inYears[T any](field func(*T) *int) slot {
	return inAs(func(owner *T, n float64) { *field(owner) = int(n) })
}

type numberSlot[T any] struct{ set func(owner *T, n float64) }

func (s numberSlot[T]) compile(_ *compiler, owner any, v value) {
	if v.given() || v.standard() != "" {
		s.set(owner.(*T), v.number())
	}
}

func (s numberSlot[T]) setter(at *site) put {
	if len(at.rest) > 0 {
		return nil
	}
	return func(_ *model.Corridor, owner any, n float64) { s.set(owner.(*T), n) }
}

// limited is a slot that only some scenarios let be set, or in another way than it is
// compiled.
type limited struct {
	slot
	set func(at *site, otherwise slot) put
}

func (s limited) setter(at *site) put { return s.set(at, s.slot) }

// when is a slot whose figure can be set under a condition only.
func when(to slot, settable func(at *site) bool) slot {
	return limited{to, func(at *site, to slot) put {
		if !settable(at) {
			return nil
		}
		return to.setter(at)
	}}
}

// whenGiven is a slot that a default leaves alone.
func whenGiven(to slot) slot { return givenSlot{to} }

type givenSlot struct{ slot }

func (s givenSlot) compile(c *compiler, owner any, v value) {
	if v.given() {
		s.slot.compile(c, owner, v)
	}
}

// wholeMonths is the nearest number of months.
func wholeMonths(v float64) int { return int(math.Round(v)) }
