package language

import (
	"fmt"
	"math/big"
	"slices"
	"strings"

	"corridor/scenarios/text"
	"corridor/scenarios/units"
	"corridor/sim/tables"
)

// measure is what the numbers of a key are in.
type measure struct {
	written string       // Mt/yr; "" for a number that counts nothing, such as a share or a factor
	units   []units.Unit // that it is, or may be taken for; none where it is no unit
	counted string       // what it counts, such as TEU or train
	rate    bool         // per year
	about   *text.Tree   // number that this one is said of, which a change is of; nil for none
	spec    *spec        // of that number, or of this one
	path    []string     // of the number that says which cargo is meant
}

// measure returns that of the number being converted. What is said of another number is in the
// unit of that one.
func (c *converter) measure(s *spec) measure {
	m := measure{path: slices.Clone(c.path), spec: s}
	written := s.unit
	switch s.unit {
	case asNumber:
		written = c.drawn(&m)
	case asMoved:
		written = c.moved(&m)
	case "as the metric":
		written = c.judged(&m)
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
	if u, ok := units.Of(of); ok && of != "year" {
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
	return fmt.Errorf("this number is in %s, and in no other unit", m.name())
}

// another is the mistake of a unit of something else.
func (m *measure) another() error {
	if some := suchAs(m.name()); some != "" {
		return fmt.Errorf("this is no %s, as %s would be", m.name(), some)
	}
	return fmt.Errorf("this is no %s", m.name())
}

// name is how the unit is written in messages.
func (m *measure) name() string { return strings.TrimSuffix(m.written, eachYear) }

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
	unit := c.unitOf(c.is.Get("uncertainties").Get(c.path[1]).TextOf("path"), m)
	switch last := c.path[len(c.path)-1]; {
	case last == "sd" || last == "mean_excess": // which are no values of it
	case m.spec.unit == asNumber: // what comes over what was planned
		m.about, m.spec = &text.Tree{Text: "1"}, ofPlan
	case schema.field(m.path[0]).describesCorridor():
		m.about = c.numberAt(false, m.path...)
	}
	return unit
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
	m.path, m.spec = steps, s
	return s.unit
}

// asNumber is the unit of what is said of a number elsewhere in the scenario.
const asNumber = "as the number"

// asMoved is the unit of what a lever says of the number it moves.
const asMoved = "as what it moves"

// describesCorridor reports whether a key at the top holds numbers of the corridor, and not what
// is said of numbers elsewhere.
func (s *spec) describesCorridor() bool {
	return s != nil && s != schema.field("uncertainties") && s != schema.field(withinKey) && s != deliverySpec && s != leversSpec && s != posteriorSpec
}

// ofPlan describes what a project comes to over what was planned.
var ofPlan = amount("Over what was planned", "")

// judged returns the unit of the metric of a target, and that a change of it changes the
// target below, unless the metric may be below 0.
func (c *converter) judged(m *measure) string {
	unit, mayBeBelow := c.ofMetric(c.is.Get("targets").Get(c.path[1]).TextOf("metric"))
	if !mayBeBelow {
		m.spec = reached
	}
	return unit
}

// ofMetric returns the unit of a metric, "" for none and for shares, and whether it may be below 0.
func (c *converter) ofMetric(name string) (unit string, mayBeBelow bool) {
	metric, found := tables.Metric(name)
	if !found {
		return English(c.is.Get("metrics").Get(name).Get("unit")), false
	}
	unit = withoutPrices(metric.Unit)
	if strings.Contains(metric.UnitInWords, "per year") {
		unit += eachYear
	}
	return unit, metric.Signed
}

// withoutPrices is the unit of a column without of which prices it is.
func withoutPrices(unit string) string {
	unit, _, _ = strings.Cut(unit, " (")
	return unit
}

// reached describes what a target asks of a metric that is not below 0.
var reached = amount("To reach", "as the metric")

// sameName reports whether two words are one of what is counted.
func sameName(a, b string) bool { return units.Singular(a) == units.Singular(b) }
