package hindcast

import (
	"math"
	"regexp"
	"strconv"

	"corridor/sim"
	"corridor/sim/tables"
)

// Way is a route of a market as a scenario names it: one, or all that were found for it.
type Way struct{ Market, Route string }

// found is what follows the name of a route that was found on the network.
var found = regexp.MustCompile(`-[0-9]+$`)

// takes reports whether a route of the results is one of the ways.
func takes(ways []Way, market, route string) bool {
	for _, w := range ways {
		if w.Market == market && (w.Route == route || w.Route == found.ReplaceAllString(route, "")) {
			return true
		}
	}
	return false
}

// carriedBy sums what goes by some ways in a year, the corridor's own and others; NaN for a
// year that is not simulated.
func carriedBy(r *sim.Result, ways []Way, year int) float64 {
	total := math.NaN()
	prefix := strconv.Itoa(year)
	mt := tables.Flows.CarriedMt.Of(r.Flows)
	for row, month := range tables.Flows.Month.Of(r.Flows) {
		if month[:4] != prefix {
			continue
		}
		if math.IsNaN(total) {
			total = 0
		}
		if takes(ways, tables.Flows.Market.Of(r.Flows)[row], tables.Flows.Route.Of(r.Flows)[row]) {
			total += mt[row]
		}
	}
	return total
}
