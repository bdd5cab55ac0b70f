package hindcast

import (
	"fmt"
	"slices"

	"corridor/sim"
	"corridor/sim/tables"
)

// Measure reads one of the compared measures from a result: throughput_mt,
// containers_kteu, containers_mt, oil_mt or transit_days of a year.
func Measure(r *sim.Result, metric string, year int) (float64, error) {
	row := slices.Index(tables.Annual.Year.Of(r.Annual), float64(year))
	if row < 0 {
		return 0, fmt.Errorf("the year %d is not simulated", year)
	}
	switch metric {
	case "throughput_mt":
		return Observe(r, Headline, year), nil
	case "containers_kteu":
		return Observe(r, Containers, year), nil
	case "containers_mt":
		return carriedOf(r, tables.Containers, year), nil
	case "oil_mt":
		return carriedOf(r, tables.Oil, year), nil
	case "transit_days":
		return tables.Annual.TransitDays.Of(r.Annual)[row], nil
	}
	return 0, fmt.Errorf("unknown measure %q", metric)
}
