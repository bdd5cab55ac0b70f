package hindcast

import (
	"math"
	"slices"
	"strconv"

	"corridor/model/calendar"
	"corridor/sim"
	"corridor/sim/tables"
)

// Observe measures a result as the official series do: what the corridor carried
// in a year, in a scope, or of containers or oil.
func Observe(r *sim.Result, m Metric, year int) float64 {
	if m == OilByBTC {
		if !slices.Contains(tables.Routes.Cargo.Of(r.Routes), tables.Oil) {
			return math.NaN()
		}
		return carriedOf(r, tables.Oil, year)
	}
	counts := func(row int, t calendar.Month) bool {
		return t >= tables.CountedSince(m.Scope, tables.Routes.Scope.Of(r.Routes)[row])
	}
	if m != Containers {
		return carried(r, year, counts)
	}
	boxes := func(row int, _ calendar.Month) bool {
		return tables.Routes.Cargo.Of(r.Routes)[row] == tables.Containers
	}
	all := carried(r, year, boxes)
	counted := carried(r, year, func(row int, t calendar.Month) bool { return boxes(row, t) && counts(row, t) })
	kteu := ofYear(r, tables.Annual.ContainersKTEU, year)
	if counted == all {
		return kteu
	}
	return float64(kteu * counted / all)
}

// ofYear returns a metric of annual.csv in a year; NaN for one that is not simulated.
func ofYear(r *sim.Result, metric tables.MetricColumn, year int) float64 {
	if row := slices.Index(tables.Annual.Year.Of(r.Annual), float64(year)); row >= 0 {
		return metric.Of(r.Annual)[row]
	}
	return math.NaN()
}

// allCarried sums what the corridor carried in a year.
func allCarried(r *sim.Result, year int) float64 {
	return carried(r, year, func(int, calendar.Month) bool { return true })
}

// carriedOf sums what the corridor carried of a cargo class in a year.
func carriedOf(r *sim.Result, cargo string, year int) float64 {
	return carried(r, year, func(row int, _ calendar.Month) bool { return tables.Routes.Cargo.Of(r.Routes)[row] == cargo })
}

// carried sums what the corridor carried in a year on the routes and in the months that
// count, by row of routes.csv; NaN for a year that is not simulated.
func carried(r *sim.Result, year int, counts func(row int, t calendar.Month) bool) float64 {
	rows := map[[2]string]int{} // of the corridor, by market and route
	for row := range r.Routes.Len() {
		if !tables.Routes.Rival.True(r.Routes, row) {
			rows[[2]string{tables.Routes.Market.Of(r.Routes)[row], tables.Routes.Route.Of(r.Routes)[row]}] = row
		}
	}
	total, found := 0.0, false
	prefix := strconv.Itoa(year)
	mt := tables.Flows.CarriedMt.Of(r.Flows)
	for i, month := range tables.Flows.Month.Of(r.Flows) {
		if month[:4] != prefix {
			continue
		}
		found = true
		t, _ := calendar.ParseMonth(month) // as it was written
		row, within := rows[[2]string{tables.Flows.Market.Of(r.Flows)[i], tables.Flows.Route.Of(r.Flows)[i]}]
		if within && counts(row, t) {
			total += mt[i]
		}
	}
	if !found {
		return math.NaN()
	}
	return total
}
