package hindcast

import (
	"math"
	"slices"
	"strconv"

	"corridor/sim"
	"corridor/sim/tables"
)

// Observe measures a result as the official series do: what the corridor carried
// in a year, in a scope or by containers.
func Observe(r *sim.Result, m Metric, year int) float64 {
	if m == Containers {
		return ofYear(r, tables.Annual.ContainersKTEU, year)
	}
	return carried(r, year, func(row int) bool {
		return m == Headline || tables.Routes.Scope.Of(r.Routes)[row] != tables.HeadlineOnly
	})
}

// ofYear returns a metric of annual.csv in a year; NaN for one that is not simulated.
func ofYear(r *sim.Result, metric tables.MetricColumn, year int) float64 {
	if row := slices.Index(tables.Annual.Year.Of(r.Annual), float64(year)); row >= 0 {
		return metric.Of(r.Annual)[row]
	}
	return math.NaN()
}

// carriedOf sums what the corridor carried of a cargo class in a year.
func carriedOf(r *sim.Result, cargo string, year int) float64 {
	return carried(r, year, func(row int) bool { return tables.Routes.Cargo.Of(r.Routes)[row] == cargo })
}

// carried sums what the corridor carried in a year on the routes that count, by row
// of routes.csv; NaN for a year that is not simulated.
func carried(r *sim.Result, year int, counts func(row int) bool) float64 {
	counted := map[[2]string]bool{} // market and route
	for row := range r.Routes.Len() {
		if !tables.Routes.Rival.True(r.Routes, row) && counts(row) {
			counted[[2]string{tables.Routes.Market.Of(r.Routes)[row], tables.Routes.Route.Of(r.Routes)[row]}] = true
		}
	}
	total, found := 0.0, false
	prefix := strconv.Itoa(year)
	mt := tables.Flows.CarriedMt.Of(r.Flows)
	for row, month := range tables.Flows.Month.Of(r.Flows) {
		if month[:4] != prefix {
			continue
		}
		found = true
		if counted[[2]string{tables.Flows.Market.Of(r.Flows)[row], tables.Flows.Route.Of(r.Flows)[row]}] {
			total += mt[row]
		}
	}
	if !found {
		return math.NaN()
	}
	return total
}
