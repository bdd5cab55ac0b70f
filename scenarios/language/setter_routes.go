package language

import (
	"strconv"
	"strings"

	"corridor/model"
)

// routeSetter changes what a route costs and takes besides its segments. A route that
// is found on the network stands for all that were found.
func (s *Compiled) routeSetter(market, name, key string, rest []string) Setter {
	i := s.indexOf("markets", market)
	if i < 0 {
		return nil
	}
	var of func(r *model.Route) *float64
	later := func(*model.Route) []model.Dated { return nil }
	switch key {
	case "cost_usd_per_t":
		of = func(r *model.Route) *float64 { return &r.CostUSDPerT }
		later = func(r *model.Route) []model.Dated { return r.CostFrom }
	case "days":
		of = func(r *model.Route) *float64 { return &r.Days }
		later = func(r *model.Route) []model.Dated { return r.DaysFrom }
	case "reliability_usd_per_t":
		of = func(r *model.Route) *float64 { return &r.ReliabilityUSDPerT }
	default:
		return nil
	}
	listed := s.root.Get("markets").Get(market).Get("routes")
	var routes []int
	for j, r := range s.Corridor.Markets[i].Routes {
		number := strings.TrimPrefix(r.Name, name+"-")
		_, err := strconv.Atoi(number)
		if r.Name == name || err == nil && listed.Get(r.Name) == nil { // such as overland-2
			routes = append(routes, j)
		}
	}
	if routes == nil {
		return nil
	}
	set := func(c *model.Corridor, v float64) {
		for _, j := range routes {
			*of(&c.Markets[i].Routes[j]) = v
		}
	}
	path := append([]string{"markets", market, "routes", name, key}, rest...)
	switch {
	case len(rest) == 0 && s.plainAt(path...):
		return set
	case len(rest) == 1:
		put := func(c *model.Corridor, k int, v float64) {
			for _, j := range routes {
				later(&c.Markets[i].Routes[j])[k].Value = v
			}
		}
		return s.datedSetter(set, later(&s.Corridor.Markets[i].Routes[routes[0]]), put, path...)
	}
	return nil
}
