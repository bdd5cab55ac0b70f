package language

import (
	"fmt"
	"slices"
	"strings"

	"corridor/model"
)

// slot is where the figure of a key goes in a corridor. It says both how the key is
// compiled and how another number is put there afterwards, so that the two cannot differ.
// The owner is the part of the corridor that the key belongs to: a *model.Segment,
// *model.Market, *model.Route and so on.
type slot interface {
	// compile puts what the file gives, or the default, into the owner.
	compile(c *compiler, owner any, v value)
	// setter returns how a number is put there, nil where it cannot be.
	setter(at *site) put
}

// put puts a number into a part of a corridor.
type put func(c *model.Corridor, owner any, n float64)

// site is what a setter is asked for: a key of a scenario as it was compiled.
type site struct {
	top      value
	corridor *model.Corridor
	owner    any
	around   value    // the map that has the key
	v        value    // of the key; not given where the default holds
	rest     []string // of the path: the year or month below the key
	loose    bool     // set by a setter: other numbers hang on this one, so that compiling it may refuse it or round otherwise
}

// sets says where the figure goes.
func (s *spec) sets(to slot) *spec { s.slot = to; return s }

// fill compiles the keys of a map, and of the maps in it, that have a slot.
func (c *compiler) fill(owner any, v value) {
	for _, f := range v.spec.resolve(v.Tree).fields {
		switch below := v.of(f.name); {
		case f.spec.slot != nil:
			f.spec.slot.compile(c, owner, below)
		case f.spec.form == formObject && below.given():
			c.fill(owner, below)
		}
	}
}

// thing is a part of the compiled corridor, or the parts found for one route of the file,
// with the map of the file that describes it.
type thing struct {
	value
	slot slot // of a key that is a part by itself
	at   []func(c *model.Corridor) any
}

// Setter puts a value into a corridor, in place.
type Setter func(c *model.Corridor, v float64)

// setter returns how the number at a path below the thing is set, nil where it cannot be.
func (t *thing) setter(s *Compiled, path []string) Setter {
	set, _ := t.put(s, path)
	if set == nil {
		return nil
	}
	return func(c *model.Corridor, n float64) {
		for _, owner := range t.at {
			set(c, owner(c), n)
		}
	}
}

// put finds the slot at a path below the thing, and how a number is put there.
func (t *thing) put(s *Compiled, path []string) (put, *site) {
	at := &site{top: s.compiler.top, corridor: &s.Corridor, owner: t.at[0](&s.Corridor), v: t.value, rest: path}
	to := t.slot
	for to == nil {
		around := at.v.spec.resolve(at.v.Tree)
		if len(at.rest) == 0 || around.form != formObject {
			return nil, nil
		}
		key := at.rest[0]
		at.around, at.v, at.rest = at.v, at.v.of(key), at.rest[1:]
		if at.v.spec == nil || slices.Contains(around.oneOf, key) && !at.v.given() {
			return nil, nil
		}
		to = at.v.spec.slot
	}
	return to.setter(at), at
}

// is keeps where the part of the corridor that a map describes is found in one.
func (c *compiler) is(v value, slot slot, path []string, at ...func(c *model.Corridor) any) {
	c.things[strings.Join(path, ".")] = &thing{v, slot, at}
}

// also keeps one more part of the corridor that a map describes.
func (c *compiler) also(v value, slot slot, path []string, at func(c *model.Corridor) any) {
	key := strings.Join(path, ".")
	if t := c.things[key]; t != nil {
		t.at = append(t.at, at)
		return
	}
	c.things[key] = &thing{v, slot, []func(c *model.Corridor) any{at}}
}

// Setter returns how to put a number into the compiled corridor that the path leads to in
// the scenario, without compiling it again: the corridor is then as if it had been
// compiled with that number and recalibrated, but for four things. The routes found on the
// network, and the shares they begin with, stay those of the scenario's own figures; so do
// the potentials that what was carried came to; a project whose start follows from when it serves
// begins as it did, also where it takes longer; and days that projects save on a segment whose
// time is set agree to rounding only. A path to a number that no key puts into the corridor
// is an error.
func (s *Compiled) Setter(path string) (Setter, error) {
	if t, below := s.thingAt(path); t != nil {
		if set := t.setter(s, below); set != nil {
			return set, nil
		}
	}
	return nil, fmt.Errorf("the number at %s cannot differ from future to future", path)
}

// thingAt finds the thing a path leads to or below, and the steps below it.
func (s *Compiled) thingAt(path string) (*thing, []string) {
	steps := strings.Split(path, ".")
	for n := len(steps); n > 0; n-- {
		if t := s.compiler.things[strings.Join(steps[:n], ".")]; t != nil {
			return t, steps[n:]
		}
	}
	return nil, nil
}
