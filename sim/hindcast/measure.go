package hindcast

import (
	"fmt"
	"slices"

	"corridor/sim"
	"corridor/sim/tables"
)

// measures are what experiments and studies compare, in the order they are listed: what
// each is of the year of a result, and the cargo class it counts, "" for all. They measure
// what crosses, whether an official series counts it or not.
var measures = []struct {
	name, cargo string
	of          func(r *sim.Result, year int) float64
}{
	{Headline.Column, "", allCarried},
	{Containers.Column, tables.Containers, func(r *sim.Result, year int) float64 { return ofYear(r, tables.Annual.ContainersKTEU, year) }},
	{"containers_mt", tables.Containers, func(r *sim.Result, year int) float64 { return carriedOf(r, tables.Containers, year) }},
	{"oil_mt", tables.Oil, func(r *sim.Result, year int) float64 { return carriedOf(r, tables.Oil, year) }},
	{tables.Annual.TransitDays.Name, "", func(r *sim.Result, year int) float64 { return ofYear(r, tables.Annual.TransitDays, year) }},
}

// Measures lists the names of the measures that experiments and studies compare.
func Measures() []string {
	var names []string
	for _, m := range measures {
		names = append(names, m.name)
	}
	return names
}

// CargoOf returns the cargo class that a measure counts, "" for one that counts all.
func CargoOf(measure string) string {
	for _, m := range measures {
		if m.name == measure {
			return m.cargo
		}
	}
	return ""
}

// Measure reads a measure from a result, in the unit its name ends with; NaN where it has
// no value. The error is for a year that is not simulated, or a measure that is none.
func Measure(r *sim.Result, measure string, year int) (float64, error) {
	if !slices.Contains(tables.Annual.Year.Of(r.Annual), float64(year)) {
		return 0, fmt.Errorf("the year %d is not simulated", year)
	}
	for _, m := range measures {
		if m.name == measure {
			return m.of(r, year), nil
		}
	}
	return 0, fmt.Errorf("unknown measure %q", measure)
}
