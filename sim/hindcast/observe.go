package hindcast

import (
	"math"
	"strconv"

	"corridor/model"
	"corridor/sim"
	"corridor/sim/tables"
)

// Observe measures a result as the official series do: what the corridor carried
// in a year, in a scope or by containers.
func Observe(r *sim.Result, l *tables.Labels, m Metric, year int) float64 {
	total := carried(r, year, func(row int) bool {
		if m == Containers {
			return r.Routes.Text("cargo")[row] == tables.Containers
		}
		return m == Headline || r.Routes.Text("scope")[row] != tables.HeadlineOnly
	})
	if m == Containers {
		return model.Ratio(total, l.Cargo[tables.Containers].TonnesPerUnit) * 1000 // Mt of t a unit: thousand units
	}
	return total
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
