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
		return ofYear(r, Containers.Column, year)
	}
	return carried(r, year, func(row int) bool {
		return m == Headline || r.Routes.Text("scope")[row] != tables.HeadlineOnly
	})
}

// ofYear returns a column of annual.csv in a year; NaN for one that is not simulated.
func ofYear(r *sim.Result, column string, year int) float64 {
	if row := slices.Index(r.Annual.Numbers("year"), float64(year)); row >= 0 {
		return r.Annual.Numbers(column)[row]
	}
	return math.NaN()
}

// carriedOf sums what the corridor carried of a cargo class in a year.
func carriedOf(r *sim.Result, cargo string, year int) float64 {
	return carried(r, year, func(row int) bool { return r.Routes.Text("cargo")[row] == cargo })
}

// carried sums what the corridor carried in a year on the routes that count, by row
// of routes.csv; NaN for a year that is not simulated.
func carried(r *sim.Result, year int, counts func(row int) bool) float64 {
	counted := map[[2]string]bool{} // market and route
	for row := range r.Routes.Len() {
		if r.Routes.Text("rival")[row] != "true" && counts(row) {
			counted[[2]string{r.Routes.Text("market")[row], r.Routes.Text("route")[row]}] = true
		}
	}
	total, found := 0.0, false
	prefix := strconv.Itoa(year)
	mt := r.Flows.Numbers("carried_mt")
	for row, month := range r.Flows.Text("month") {
		if month[:4] != prefix {
			continue
		}
		found = true
		if counted[[2]string{r.Flows.Text("market")[row], r.Flows.Text("route")[row]}] {
			total += mt[row]
		}
	}
	if !found {
		return math.NaN()
	}
	return total
}
