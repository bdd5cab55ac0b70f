package scenarios

import (
	"strconv"
	"strings"

	"corridor/model"
)

// routeSetter changes what a route costs and takes besides its segments. A route that
// is found on the network stands for all that were found.
func (s *Scenario) routeSetter(market, name, key string) Setter {
	i := s.indexOf("markets", market)
	if i < 0 {
		return nil
	}
	var of func(r *model.Route) *float64
	switch key {
	case "cost_usd_per_t":
		of = func(r *model.Route) *float64 { return &r.CostUSDPerT }
	case "days":
		of = func(r *model.Route) *float64 { return &r.Days }
	case "reliability_usd_per_t":
		of = func(r *model.Route) *float64 { return &r.ReliabilityUSDPerT }
	default:
		return nil
	}
	listed := s.root.get("markets").get(market).get("routes")
	var routes []int
	for j, r := range s.Corridor.Markets[i].Routes {
		number := strings.TrimPrefix(r.Name, name+"-")
		_, err := strconv.Atoi(number)
		if r.Name == name || err == nil && listed.get(r.Name) == nil { // such as overland-2
			routes = append(routes, j)
		}
	}
	if routes == nil {
		return nil
	}
	return func(c *model.Corridor, v float64) {
		for _, j := range routes {
			*of(&c.Markets[i].Routes[j]) = v
		}
	}
}
