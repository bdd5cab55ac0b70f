package hindcast

import (
	"math"
	"strconv"

	"corridor/sim"
	"corridor/sim/tables"
)

// Observe measures a result as the official series do: what the corridor carried
// in a year, in a scope or by containers.
func Observe(r *sim.Result, l *tables.Labels, m Metric, year int) float64 {
	counted := map[[2]string]bool{} // market and route
	for row := range r.Routes.Len() {
		scope := r.Routes.Text("scope")[row]
		if r.Routes.Text("rival")[row] == "true" || m == LikeForLike && scope == tables.HeadlineOnly {
			continue
		}
		if m == Containers && !isContainers(r.Routes.Text("cargo")[row]) {
			continue
		}
		counted[[2]string{r.Routes.Text("market")[row], r.Routes.Text("route")[row]}] = true
	}
	total, found := 0.0, false
	prefix := strconv.Itoa(year)
	carried := r.Flows.Numbers("carried_mt")
	for row, month := range r.Flows.Text("month") {
		if month[:4] != prefix {
			continue
		}
		found = true
		if counted[[2]string{r.Flows.Text("market")[row], r.Flows.Text("route")[row]}] {
			total += carried[row]
		}
	}
	if !found {
		return math.NaN()
	}
	if m == Containers {
		total = total / l.Cargo[containers].TonnesPerUnit * 1000 // Mt of t a unit: thousand units
	}
	return total
}

// containers is the cargo class the official container series counts.
const containers = "containers"

func isContainers(cargo string) bool { return cargo == containers }
