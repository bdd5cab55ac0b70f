package language

import (
	"errors"
	"fmt"
	"math/big"
	"slices"

	"corridor/scenarios/text"
	"corridor/scenarios/units"
	"corridor/sim/tables"
)

// converted returns a scenario after a layer was laid on the one before, with the figures that
// the layer gives with a unit, or as a change of what stands below, as numbers of their keys.
// What it changes it copies.
func converted(before, over, after *text.Tree, report *text.Report) *text.Tree {
	c := converter{was: before, is: after, report: report, every: everyOf(over)}
	out := c.below(before, after, schema)
	c.unchanged()
	return out
}

// converter makes numbers of the figures of a scenario.
type converter struct {
	was, is *text.Tree // the scenario without the layer and with it
	report  *text.Report
	path    []string // of what is being converted
	every   []*every // what the layer says of every entry of a map
	alone   bool     // what cargo and trains weigh is being found, and cannot hang on itself
}

// below converts what stands below a tree.
func (c *converter) below(before, after *text.Tree, s *spec) *text.Tree {
	if before == after || after == nil || s == nil {
		return after
	}
	s = s.resolve(after)
	switch {
	case s.form == formNumber && (after.Kind == text.Scalar || isValue(after)):
		return c.number(before, after, s)
	case (s.form == formByYear || s.form == formList) && after.Kind == text.Scalar && s.item.form == formNumber:
		return c.all(before, after, s)
	case after.Kind == text.List && s.form == formList:
		return c.list(before, after, s)
	case after.Kind == text.Map && s.form == formByYear && s.item.form == formNumber:
		return c.entries(before, c.fromDates(before, after, s), s)
	case after.Kind == text.Map:
		return c.entries(before, after, s)
	}
	return after
}

func (c *converter) entries(before, after *text.Tree, s *spec) *text.Tree {
	out, was := after, before.Index()
	for i, e := range after.Entries {
		if s.form == formByYear && commentary[e.Key] == nil {
			if _, ok := beginning(e.Key); !ok {
				continue // reported by the checker
			}
		}
		under := was.Get(e.Key)
		now := c.at(e.Key, under, e.Tree, s.child(e.Key))
		if now == e.Tree {
			continue
		}
		if out == after {
			out = after.Dropped()
		}
		out.Entries[i].Tree = now
	}
	if out != after {
		out.Entries = slices.DeleteFunc(out.Entries, func(e text.Entry) bool { return e.Tree == nil })
		if len(out.Entries) == 0 && before == nil {
			return nil // it was there for what changes nothing
		}
	}
	return out
}

func (c *converter) list(before, after *text.Tree, s *spec) *text.Tree {
	out := *after
	out.Items = slices.Clone(after.Items)
	for i, item := range after.Items {
		var under *text.Tree
		if before != nil && len(before.Items) == len(after.Items) {
			under = before.Items[i]
		}
		out.Items[i] = c.at(itoa(i+1), under, item, s.item)
	}
	return &out
}

// at converts what stands under a key.
func (c *converter) at(key string, before, after *text.Tree, s *spec) *text.Tree {
	c.path = append(c.path, key)
	now := c.below(before, after, s)
	c.path = c.path[:len(c.path)-1]
	return now
}

// number converts one with what stands beside it. A change of numbers by year or month
// changes each of them, and a change of every entry of a map leaves one alone that has nothing
// to change: then there is as little as before.
func (c *converter) number(before, after *text.Tree, s *spec) *text.Tree {
	if every := c.everyOne(after); every != nil {
		if before == nil && !s.changeable(every.figure) || before != nil && isZero(before) && every.figure.Unit.Share() {
			return before
		}
		every.changed = true
	}
	if before != nil && (before.Kind == text.Map && !isValue(before) || before.Kind == text.List) && c.changes(after, s) {
		return c.each(before, after, s)
	}
	return c.one(before, after, s)
}

// one converts a number, plain or with its range. A range may be given as a change of the
// number.
func (c *converter) one(before, after *text.Tree, s *spec) *text.Tree {
	if !isValue(after) {
		return c.figure(before, after, s, "")
	}
	out := *after
	out.Entries = slices.Clone(after.Entries)
	var dropped []string
	value := after.Get("value")
	if value != nil {
		value = c.figure(before, value, s, "value")
	}
	for i, e := range out.Entries {
		switch e.Key {
		case "value":
			out.Entries[i].Tree = value
		case "low", "high":
			if value != nil && !text.IsNumber(value.Text) && c.changes(e.Tree, s) {
				dropped = append(dropped, e.Key) // a change of what is mistaken
				continue
			}
			out.Entries[i].Tree = c.figure(value, e.Tree, s, e.Key)
		}
	}
	return out.Dropped(dropped...)
}

// figure converts one figure. Part says which of a number with its range it is.
func (c *converter) figure(before, t *text.Tree, s *spec, part string) *text.Tree {
	if t.Kind != text.Scalar || s.unit == asDrawn || s.unit == "year" {
		return t
	}
	if text.IsNumber(t.Text) {
		c.bareSign(t, s, part)
		return t
	}
	f, err := units.Read(t.Text)
	if errors.Is(err, units.ErrNone) {
		return t // reported by the checker
	}
	var v *big.Rat
	var how string
	if err == nil {
		if v, how, err = c.worth(before, f, s); err != nil {
			err = c.completed(before, t, s, err)
		}
	}
	several := slices.ContainsFunc(c.every, func(e *every) bool { return e.said == t })
	if err != nil && several && !c.report.Sound(t) {
		return t // it is told of another entry, and is one mistake
	}
	if err != nil {
		name := c.named(part)
		if several && len(c.path) > 2 {
			name += " of " + c.path[1]
		}
		c.report.Mistake(t.Position, "%s is %q, expected %s: %v", name, text.Short(t.Text), expected(s), err)
		return t
	}
	nearest, _ := v.Float64()
	return &text.Tree{Position: t.Position, Text: tables.FormatNumber(nearest), Said: t.Text + how}
}

// named is the number being converted in messages, with its part where that has one.
func (c *converter) named(part string) string {
	name := c.path[len(c.path)-1]
	if part != "" {
		name += "'s " + part
	}
	return name
}

// worth returns what a figure comes to in the unit of its key, and how.
func (c *converter) worth(before *text.Tree, f units.Figure, s *spec) (*big.Rat, string, error) {
	m := c.measure(s)
	if s = m.spec; m.about != nil {
		before = m.about
	}
	switch {
	case f.Unit.Plain():
		return f.Number, "", nil
	case f.Unit.Points():
		return c.points(before, f, s, m)
	case f.Unit.Share():
		return c.share(before, f, s, m)
	}
	factor, how, err := c.factor(f, m)
	if err != nil {
		return nil, "", err
	}
	v := new(big.Rat).Mul(f.Number, factor)
	if !relative(f, s) {
		return v, how, nil
	}
	under, err := standing(before, s)
	if err != nil {
		return nil, "", err
	}
	return v.Add(under, v), how + " on " + decimal(under), nil
}

// factor returns what one of the unit of a figure is in that of its key, and how.
func (c *converter) factor(f units.Figure, m measure) (factor *big.Rat, how string, err error) {
	u, load, err := c.weighed(f, m)
	if err != nil {
		return nil, "", err
	}
	for _, is := range []units.Unit{u, u.Emitted()} {
		for _, to := range m.units {
			if factor, ok := is.In(to.Uncounted()); ok {
				return factor, lead(f.Unit.Steps(to, load)), nil
			}
		}
	}
	return nil, "", m.another()
}

// weighed returns the unit of a figure without what it counts: with what one carries where the
// key is of tonnes, and as it is where the key counts too.
func (c *converter) weighed(f units.Figure, m measure) (u units.Unit, load *big.Rat, err error) {
	switch counted := f.Unit.Counted(); {
	case len(m.units) == 0:
		return u, nil, m.noUnit()
	case counted == "" || m.counted != "" && (sameName(counted, m.counted) || counted == "unit"):
		return f.Unit.Uncounted(), nil, nil
	case m.counted != "":
		return u, nil, fmt.Errorf("here it is %ss that are counted", m.counted)
	case m.units[0].Dimension() == units.Unit{}.Dimension():
		return f.Unit, nil, nil // which it is not
	default:
		load, err = c.load(counted, f, m)
		return f.Unit.Carrying(load), load, err
	}
}

func lead(steps string) string {
	if steps == "" {
		return ""
	}
	return " " + steps
}
