package language

import (
	"fmt"
	"math/big"
	"slices"
	"strings"

	"corridor/scenarios/units"
	"corridor/sim/tables"
)

// measure is what the numbers of a key are in.
type measure struct {
	written string       // Mt/yr; "" for a number that counts nothing, such as a share or a factor
	units   []units.Unit // that it is, or may be taken for; none where it is no unit
	counted string       // what it counts, such as TEU or train
	rate    bool         // per year
	path    []string     // of the number that says which cargo is meant
}

// measure returns that of the number being converted. What is said of another number is in the
// unit of that one.
func (c *converter) measure(s *spec) measure {
	m := measure{path: slices.Clone(c.path)}
	written := s.unit
	switch s.unit {
	case "as the number":
		written = c.drawn(&m)
	case "as what it moves":
		written = c.moved(&m)
	case "as the metric":
		written = c.judged()
	case "as its unit":
		written = English(c.is.Below(strings.Join(c.path[:len(c.path)-1], ".")).Get("unit"))
	}
	return c.in(written, m)
}

// in completes a measure by its unit.
func (c *converter) in(written string, m measure) measure {
	if written == "ratio" {
		return m
	}
	m.written = written
	if written == "1 per USD/t" {
		written = "t/USD"
	}
	of, perYear := strings.CutSuffix(written, eachYear)
	if u, ok := units.Of(of); ok && of != "" {
		m.units, m.counted, m.rate = []units.Unit{u}, u.Counted(), of == "per year"
		if again, ok := units.Of(of + "/yr"); ok && perYear {
			m.units = append(m.units, again)
		}
	}
	if m.counted == "unit" {
		m.counted = c.unitAt(m.path)
	}
	return m
}

// eachYear follows the unit of what a table has by year: 10 Mt in 2028 are 10 Mt/yr.
const eachYear = " in a year"

// noUnit is the mistake of a unit where there is none.
func (m *measure) noUnit() error {
	if m.written == "" {
		return fmt.Errorf("this number has no unit; a share may be in %%")
	}
	return fmt.Errorf("this number is in %s, and in no other unit", m.written)
}

// another is the mistake of a unit of something else.
func (m *measure) another() error {
	if some := suchAs(m.written); some != "" {
		return fmt.Errorf("this is no %s, as %s would be", m.written, some)
	}
	return fmt.Errorf("this is no %s", m.written)
}

// ofShare returns how many of the measure one of a unit is that is a share or points. It is false
// where the measure is no share itself, and no rate that a share may be of, such as 5 % a year.
func (m *measure) ofShare(u units.Unit) (*big.Rat, bool) {
	none := units.Unit{}
	switch {
	case m.written == "" || u.Dimension() == none.Dimension() && strings.HasPrefix(m.written, "per "):
		return u.In(none)
	case strings.HasPrefix(m.written, "per "):
		return u.In(m.units[0])
	}
	return nil, false
}

// drawn returns the unit of the number that an uncertainty, or a limit on one, is about.
func (c *converter) drawn(m *measure) string {
	if c.path[0] == "delivery" {
		return "" // what comes over what was planned
	}
	return c.unitOf(c.is.Get("uncertainties").Get(c.path[1]).TextOf("path"), m)
}

// moved returns the unit of the numbers that a lever sets or adds to. What it multiplies them
// by has none.
func (c *converter) moved(m *measure) string {
	lever := c.is.Get("levers").Get(c.path[1])
	for _, how := range []string{"sets", "adds_to"} {
		if list := lever.Get(how); list != nil && len(list.Items) > 0 {
			return c.unitOf(list.Items[0].Text, m)
		}
	}
	return ""
}

// unitOf returns the unit of the number a path leads to, "" where it leads to none.
func (c *converter) unitOf(path string, m *measure) string {
	if path == "" {
		return ""
	}
	steps := strings.Split(path, ".")
	at, s := c.is, schema
	for i, step := range steps {
		s = s.resolve(at)
		if names := namesIn(at); step == star && len(names) > 0 {
			steps[i] = names[0]
		}
		at, s = at.Get(steps[i]), s.child(steps[i])
	}
	if s = s.resolve(at); s != nil && s.hasNames() { // all of them
		s = s.item
	}
	if s == nil || s.form != formNumber {
		return ""
	}
	m.path = steps
	return s.unit
}

// judged returns the unit of the metric of a target.
func (c *converter) judged() string {
	name := c.is.Get("targets").Get(c.path[1]).TextOf("metric")
	if metric := c.is.Get("metrics").Get(name); metric != nil {
		return English(metric.Get("unit"))
	}
	metric, found := tables.Metric(name)
	if found && strings.Contains(metric.UnitInWords, "per year") {
		return metric.Unit + eachYear
	}
	return metric.Unit
}

// sameName reports whether two words are one of what is counted.
func sameName(a, b string) bool { return units.Singular(a) == units.Singular(b) }
