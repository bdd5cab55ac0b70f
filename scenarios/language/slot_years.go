package language

import (
	"slices"
	"strconv"

	"corridor/model"
)

// inDated is the slot of a number, or of numbers by the date each holds from: the first
// goes into one field and the others into another.
func inDated[T any](first func(*T) *float64, later func(*T) *[]model.Dated) slot {
	return datedSlot[T]{first, later}
}

type datedSlot[T any] struct {
	first func(*T) *float64
	later func(*T) *[]model.Dated
}

func (s datedSlot[T]) compile(c *compiler, owner any, v value) {
	*s.first(owner.(*T)), *s.later(owner.(*T)) = c.dated(v)
}

func (s datedSlot[T]) setter(at *site) put {
	i, ok := at.dated(*s.later(at.owner.(*T)))
	switch {
	case !ok:
		return nil
	case i < 0:
		return func(_ *model.Corridor, owner any, n float64) { *s.first(owner.(*T)) = n }
	}
	return func(_ *model.Corridor, owner any, n float64) { (*s.later(owner.(*T)))[i].Value = n }
}

// dated finds the number that a path ends on: the place of the date among the later ones,
// −1 for the first or only number.
func (at *site) dated(later []model.Dated) (i int, ok bool) {
	switch {
	case len(at.rest) == 0:
		return -1, at.v.plain()
	case len(at.rest) > 1 || !at.v.of(at.rest[0]).given():
		return 0, false
	}
	from, ok := beginning(at.rest[0])
	return slices.IndexFunc(later, func(d model.Dated) bool { return d.From == from }), ok
}

// inSeries is the slot of a number, or of numbers by year with straight lines between.
func inSeries[T any](field func(*T) *model.Series) slot { return seriesSlot[T]{field} }

type seriesSlot[T any] struct{ field func(*T) *model.Series }

func (s seriesSlot[T]) compile(c *compiler, owner any, v value) {
	c.dated(v) // for what begins twice
	*s.field(owner.(*T)) = seriesOf(v)
}

func (s seriesSlot[T]) setter(at *site) put {
	if len(at.rest) == 0 && at.v.plain() {
		return func(_ *model.Corridor, owner any, n float64) {
			if series := s.field(owner.(*T)); len(series.Values) == 1 {
				series.Values[0] = n
			} else { // it has its default
				*series = model.Constant(n)
			}
		}
	}
	i := at.year(s.field(at.owner.(*T)).Years)
	if i < 0 {
		return s.stepSetter(at)
	}
	return func(_ *model.Corridor, owner any, n float64) { s.field(owner.(*T)).Values[i] = n }
}

// stepSetter sets the number from a month on.
func (s seriesSlot[T]) stepSetter(at *site) put {
	i, ok := at.dated(s.field(at.owner.(*T)).Steps)
	if !ok || i < 0 {
		return nil
	}
	return func(_ *model.Corridor, owner any, n float64) { s.field(owner.(*T)).Steps[i].Value = n }
}

// year returns the place among some years of the one that a path ends on, or −1.
func (at *site) year(years []int) int {
	if len(at.rest) != 1 || at.v.plain() {
		return -1
	}
	year, err := strconv.Atoi(at.rest[0])
	if err != nil {
		return -1
	}
	return slices.Index(years, year)
}

// inSteps is the slot of numbers by the year each holds from, or of one for all years. Of
// a key that is not given it leaves the fields as they are.
func inSteps[T any](years func(*T) *[]int, numbers func(*T) *[]float64) slot {
	return stepsSlot[T]{years, numbers}
}

type stepsSlot[T any] struct {
	years   func(*T) *[]int
	numbers func(*T) *[]float64
}

func (s stepsSlot[T]) compile(_ *compiler, owner any, v value) {
	years, numbers := s.years(owner.(*T)), s.numbers(owner.(*T))
	switch {
	case !v.given():
	case v.plain():
		*years, *numbers = []int{firstYear}, []float64{v.number()}
	default:
		*years, *numbers = steps(v)
	}
}

func (s stepsSlot[T]) setter(at *site) put {
	i := 0
	if len(at.rest) > 0 || !at.v.plain() || !at.v.given() {
		if i = at.year(*s.years(at.owner.(*T))); i < 0 {
			return nil
		}
	}
	return func(_ *model.Corridor, owner any, n float64) { (*s.numbers(owner.(*T)))[i] = n }
}
