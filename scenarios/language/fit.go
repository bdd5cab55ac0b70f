package language

import (
	"fmt"
	"slices"
	"strings"

	"corridor/model"
	"corridor/scenarios/text"
)

// Fit returns how to make the corridor with other numbers at some paths, in their order:
// bit for bit the one that the scenario would be compiled to with them, whose routes are
// found and whose base shares are split anew. It is an error to ask for a number that
// others hang on, or where base shares are kept from before. Which part of the cost of works is
// the corridor's stays as it was, since no fit asks for it.
func (s *Compiled) Fit(paths []string) (func(values []float64) (model.Corridor, error), error) {
	if s.compiler.top.of("calibration").given() {
		return nil, fmt.Errorf("the base shares belong to other figures than the scenario's")
	}
	setters := make([]Setter, len(paths))
	for i, path := range paths {
		if setters[i] = s.exact(path); setters[i] == nil {
			return nil, fmt.Errorf("other numbers depend on the one at %s", path)
		}
	}
	return func(values []float64) (model.Corridor, error) {
		corridor := s.Corridor.Clone()
		for i, set := range setters {
			set(&corridor, values[i])
		}
		return corridor, s.compiler.again(&corridor)
	}, nil
}

// exact returns the setter of a number that may be compiled by itself, or nil.
func (s *Compiled) exact(path string) Setter {
	steps := strings.Split(path, ".")
	t, below := s.thingAt(path)
	if t == nil || !slices.Contains([]string{"segments", "markets", "rivals", "water_level"}, steps[0]) || s.compiler.specAt(path).whole {
		return nil
	}
	if market := s.compiler.top.of("markets").of(steps[1]); steps[0] == "markets" && len(steps) > 3 && steps[2] == "routes" && finds(market) {
		return nil // the route is found anew from what the file says of it
	}
	if set, at := t.put(s, below); set == nil || at.loose {
		return nil
	}
	return t.setter(s, below)
}

// again finds the routes of the markets that look for them again, in a corridor in which
// numbers have been set.
func (c compiler) again(corridor *model.Corridor) error {
	c.report, c.corridor = &text.Report{}, corridor
	c.built = make([]bool, len(corridor.Segments))
	for i := range corridor.Segments {
		c.built[i] = corridor.Segments[i].Built(c.baseYear)
	}
	c.wasBuilt = c.built
	for i, v := range c.top.of("markets").each() {
		m := &corridor.Markets[i]
		c.bounded(v.of("growth"), &m.Growth)
		if !finds(v.value) {
			continue
		}
		m.Routes = nil
		for _, r := range c.shares(v) {
			m.Routes = append(m.Routes, c.routes(v, r, *m)...)
		}
	}
	if err := c.report.Err(); err != nil {
		return err
	}
	c.uncensor(corridor)
	return c.report.Err()
}
