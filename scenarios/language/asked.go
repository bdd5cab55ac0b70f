package language

import (
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"

	"corridor/scenarios/text"
	"corridor/scenarios/units"
	"corridor/sim/tables"
)

// Numbers that are asked for beside a scenario, as on a command line, are written as in its
// files: plain, or with a unit of what they are of.

// Unreadable says why a text is no number, plain or with a unit; nil for one that is, of whatever
// it may be.
func Unreadable(written string) error {
	if text.IsNumber(written) {
		return nil
	}
	_, err := units.Read(written)
	return err
}

// Amount reads an amount with its unit, or in the one that it has without.
func Amount(written, unit string) (float64, error) {
	if text.IsNumber(written) {
		return strconv.ParseFloat(written, 64)
	}
	f, err := units.Read(written)
	if err != nil {
		return 0, err
	}
	return ofCorridor(nil).nearest(f, signed("", unit))
}

// InColumn reads a value of a result column, whatever the scenario.
func InColumn(column, written string) (float64, error) {
	c := ofCorridor(nil)
	unit, of := c.about(column)
	return c.asked(written, unit, of)
}

// ValueOf reads a value of a metric: a result column, one that the scenario defines, or the net
// present value.
func (s *Compiled) ValueOf(metric, written string) (float64, error) {
	c := ofCorridor(s.compiler.top.Tree)
	unit, of := c.about(metric)
	return c.asked(written, unit, of)
}

// SumOf reads a sum of a metric over years, which is no rate by year.
func (s *Compiled) SumOf(metric, written string) (float64, error) {
	c := ofCorridor(s.compiler.top.Tree)
	unit, of := c.about(metric)
	return c.asked(written, strings.TrimSuffix(unit, eachYear), of)
}

// UnitOf is the unit of a metric, "" for none and for shares.
func (s *Compiled) UnitOf(metric string) string {
	unit, _ := ofCorridor(s.compiler.top.Tree).about(metric)
	return strings.TrimSuffix(unit, eachYear)
}

// ofCorridor makes numbers of what is said of the whole corridor, as a target is.
func ofCorridor(scenario *text.Tree) *converter {
	return &converter{is: scenario, path: []string{"targets"}}
}

// about describes the values of a metric.
func (c *converter) about(metric string) (unit string, of *spec) {
	if metric == tables.NPV {
		return "USD million", signed("", "")
	}
	unit, mayBeBelow := c.ofMetric(metric)
	if mayBeBelow {
		return unit, signed("", "")
	}
	return unit, reached
}

// asked reads a number in a unit. Of says how small it may be, and so whether a sign is a change.
func (c *converter) asked(written, unit string, of *spec) (float64, error) {
	if text.IsNumber(written) {
		return strconv.ParseFloat(written, 64)
	}
	f, err := units.Read(written)
	var v float64
	if err == nil {
		v, err = c.nearest(f, number("", unit, of.least, of.most))
	}
	if err == nil {
		return v, nil
	}
	want := expected(number("", strings.TrimSuffix(unit, eachYear), of.least, of.most))
	if errors.Is(err, units.ErrNone) {
		return 0, fmt.Errorf("expected %s", want)
	}
	return 0, fmt.Errorf("expected %s: %w", want, err)
}

// nearest is the number nearest to what a figure comes to.
func (c *converter) nearest(f units.Figure, of *spec) (float64, error) {
	exact, _, err := c.worth(nil, f, of)
	if err != nil {
		return 0, err
	}
	v, _ := exact.Float64()
	return v, nil
}

// NumberAt is the number that a scenario has at a path, plain or with its range; it is false
// where there is none, or one by date.
func NumberAt(scenario *text.Tree, path string) (v float64, is bool) {
	t := scenario.Below(path)
	if isValue(t) {
		t = t.Get("value")
	}
	if t == nil || t.Kind != text.Scalar || !text.IsNumber(t.Text) {
		return math.NaN(), false
	}
	v, err := strconv.ParseFloat(t.Text, 64)
	return v, err == nil
}
