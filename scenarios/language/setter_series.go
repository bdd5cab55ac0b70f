package language

import (
	"slices"
	"strconv"

	"corridor/model"
)

// seriesSetter changes a quantity by year: its one value, or that of the year that
// is the rest of the path. Given is the quantity as the scenario has it.
func seriesSetter(at func(*model.Corridor) *model.Series, given model.Series, rest []string) Setter {
	switch {
	case len(rest) == 0 && len(given.Values) == 0: // it has its default, 0
		return func(c *model.Corridor, v float64) {
			if s := at(c); len(s.Values) == 0 {
				*s = model.Constant(v)
			} else {
				s.Values[0] = v
			}
		}
	case len(rest) == 0 && len(given.Values) == 1:
		return func(c *model.Corridor, v float64) { at(c).Values[0] = v }
	case len(rest) == 1:
		if i := yearIndex(given.Years, rest[0]); i >= 0 {
			return func(c *model.Corridor, v float64) { at(c).Values[i] = v }
		}
	}
	return nil
}

// yearIndex finds the year a step of a path names, or returns −1.
func yearIndex(years []int, step string) int {
	year, err := strconv.Atoi(step)
	if err != nil {
		return -1
	}
	return slices.Index(years, year)
}

// rivalSetter changes what a rival charges and takes.
func (s *Compiled) rivalSetter(name, key string, rest []string) Setter {
	i := s.indexOf("rivals", name)
	if i < 0 {
		return nil
	}
	var of func(r *model.Rival) *model.Series
	switch key {
	case "cost_usd_per_t":
		of = func(r *model.Rival) *model.Series { return &r.CostUSDPerT }
	case "days":
		of = func(r *model.Rival) *model.Series { return &r.Days }
	case "reliability_usd_per_t":
		of = func(r *model.Rival) *model.Series { return &r.ReliabilityUSDPerT }
	default:
		return nil
	}
	return seriesSetter(func(c *model.Corridor) *model.Series { return of(&c.Rivals[i]) }, *of(&s.Corridor.Rivals[i]), rest)
}
