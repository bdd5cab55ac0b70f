package language

import (
	"fmt"
	"strconv"
	"strings"

	"corridor/model"
	"corridor/scenarios/text"
)

// Setter puts a value into a corridor, in place.
type Setter func(c *model.Corridor, v float64)

// Setter returns how to put a number into the compiled corridor that the path leads
// to in the scenario, without compiling it again. It covers what futures differ in:
// capacities, effectiveness, times and prices of segments, growth and behaviour of
// markets and the costs and times of their routes, rivals, cost, dates and effect of
// projects and measures, shocks, rates and sizes of hazards, and the level of the
// water. The shares that found routes begin with stay those of the scenario's own
// figures. A path to anything else is an error.
func (s *Compiled) Setter(path string) (Setter, error) {
	steps := strings.Split(path, ".")
	var set Setter
	switch {
	case len(steps) >= 3 && steps[0] == "segments":
		set = s.segmentSetter(steps[1], steps[2:])
	case (len(steps) == 5 || len(steps) == 6) && steps[0] == "markets" && steps[2] == "routes":
		set = s.routeSetter(steps[1], steps[3], steps[4], steps[5:])
	case len(steps) >= 3 && steps[0] == "markets":
		set = s.marketSetter(steps[1], steps[2:])
	case len(steps) >= 3 && steps[0] == "rivals":
		set = s.rivalSetter(steps[1], steps[2], steps[3:])
	case len(steps) == 3 && (steps[0] == "projects" || steps[0] == "measures"):
		set = s.projectSetter(steps[1], steps[2])
	case len(steps) == 5 && (steps[0] == "projects" || steps[0] == "measures") && steps[2] == "changes":
		set = s.changeSetter(steps[0], steps[1], steps[3], steps[4])
	case len(steps) == 3 && steps[0] == "shocks":
		set = s.shockSetter(steps[1], steps[2])
	case len(steps) == 4 && steps[0] == "hazards":
		set = s.hazardSetter(steps[1], steps[2], steps[3])
	case path == "water_level.rate_m_per_year":
		set = func(c *model.Corridor, v float64) { c.Water.MPerYear = v }
	case len(steps) == 3 && steps[0] == "water_level" && steps[1] == "path_m":
		set = seriesSetter(func(c *model.Corridor) *model.Series { return &c.Water.Given }, s.Corridor.Water.Given, steps[2:])
	}
	if set == nil {
		return nil, fmt.Errorf("the number at %s cannot differ from future to future", path)
	}
	return set, nil
}

// indexOf finds a name in a section, in the order of the compiled corridor.
func (s *Compiled) indexOf(section, name string) int {
	for i, v := range (value{s.root, schema}).of(section).each() {
		if v.name == name {
			return i
		}
	}
	return -1
}

// plainAt reports whether the file gives one number at a path, and no map by year.
func (s *Compiled) plainAt(steps ...string) bool {
	t := s.root
	for _, step := range steps {
		t = t.Get(step)
	}
	return t == nil || t.Kind == text.Scalar || isValue(t)
}

func (s *Compiled) marketSetter(name string, steps []string) Setter {
	i := s.indexOf("markets", name)
	if i < 0 {
		return nil
	}
	at := func(c *model.Corridor) *model.Market { return &c.Markets[i] }
	switch strings.Join(steps, ".") {
	case "growth.rate_per_year":
		if s.plainAt("markets", name, "growth", "rate_per_year") {
			return func(c *model.Corridor, v float64) { at(c).Growth.Rates[0].PerYear = v }
		}
	case "growth.fade_per_year":
		return func(c *model.Corridor, v float64) { at(c).Growth.Fade = v }
	case "growth.ceiling_mt_per_year":
		return func(c *model.Corridor, v float64) { at(c).Growth.CeilingMt = v }
	case "sensitivity_per_usd":
		return func(c *model.Corridor, v float64) { at(c).Sensitivity = v }
	case "value_of_time_usd_per_t_day":
		return func(c *model.Corridor, v float64) { at(c).ValueOfTimeUSD = v }
	case "give_up_per_month":
		return func(c *model.Corridor, v float64) { at(c).GiveUp = v }
	case "inertia_per_month":
		return func(c *model.Corridor, v float64) { at(c).Inertia = v }
	case "perception_per_month":
		return func(c *model.Corridor, v float64) { at(c).PerceptionLag = v }
	}
	if len(steps) == 3 && steps[0] == "growth" {
		return s.yearSetter(i, steps[1], steps[2])
	}
	return nil
}

// yearSetter changes the potential or the rate of one year.
func (s *Compiled) yearSetter(market int, key, step string) Setter {
	year, err := strconv.Atoi(step)
	if err != nil {
		return nil
	}
	g := &s.Corridor.Markets[market].Growth
	switch key {
	case "path_mt_per_year":
		for j, y := range g.Years {
			if y == year {
				return func(c *model.Corridor, v float64) { c.Markets[market].Growth.MtPerYear[j] = v }
			}
		}
	case "rate_per_year":
		for j, r := range g.Rates {
			if r.From == year {
				return func(c *model.Corridor, v float64) { c.Markets[market].Growth.Rates[j].PerYear = v }
			}
		}
	}
	return nil
}

func (s *Compiled) shockSetter(name, key string) Setter {
	i := s.indexOf("shocks", name)
	if i < 0 {
		return nil
	}
	switch key {
	case "factor":
		return func(c *model.Corridor, v float64) { c.Shocks[i].Factor = v }
	case "add_cost_usd_per_t":
		return func(c *model.Corridor, v float64) { c.Shocks[i].AddUSDPerT = v }
	case "add_days":
		return func(c *model.Corridor, v float64) { c.Shocks[i].AddDays = v }
	}
	return nil
}
