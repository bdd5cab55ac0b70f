package scenarios

import (
	"fmt"
	"math"
	"slices"

	"corridor/model"
	"corridor/model/portable"
)

// linksOf lists the segments that join two nodes. Their cost is left to the
// market that looks for a route.
func (c *compiler) linksOf(segments []model.Segment) []model.Link {
	var links []model.Link
	for i, v := range c.top.of("segments").each() {
		from, to := v.of("from"), v.of("to")
		if from.given() != to.given() {
			c.report.report(v.at, "segment %s has only one of from and to, expected both or none", v.name)
			continue
		}
		if from.given() && from.string() == to.string() {
			c.report.report(to.Position, "segment %s leads from %s to itself", v.name, from.string())
			continue
		}
		if from.given() {
			links = append(links, model.Link{Segment: i, Name: segments[i].Name, From: from.string(), To: to.string()})
		}
	}
	return links
}

// routes returns the model's routes for a route of the file: the one it lists, or
// those found on the network.
func (c *compiler) routes(market namedValue, r sharedRoute, m model.Market) []model.Route {
	listed := c.route(r.namedValue, m.Cargo)
	listed.Share = r.share
	find := r.of("find")
	if !find.given() {
		return []model.Route{listed}
	}
	for _, key := range []string{"segments", "rival"} {
		if v := r.of(key); v.given() && v.string() != "false" {
			c.report.report(r.placeOf(key), "route %s has find and %s, expected only one of them", r.name, key)
			return nil
		}
	}
	from, to := market.of("from"), market.of("to")
	if lacks := missingEnd(from, to); lacks != "" {
		c.report.report(find.Position, "routes of market %s cannot be found, it has no %s", market.name, lacks)
		return nil
	}
	if !c.report.sound(from.tree) || !c.report.sound(to.tree) {
		return nil
	}
	if from.string() == to.string() {
		c.report.report(to.Position, "market %s goes from %s to itself", market.name, from.string())
		return nil
	}
	built, all := c.passable(m)
	paths := model.ShortestPaths(built, from.string(), to.string(), find.whole())
	if len(paths) == 0 {
		c.noWay(find, from.string(), to.string(), m.Cargo, all)
		return nil
	}
	routes := c.found(listed, built, paths, m)
	split(routes, paths, listed.Share, m.Sensitivity)
	for _, p := range model.ShortestPaths(all, from.string(), to.string(), find.whole()) {
		if slices.ContainsFunc(paths, func(have model.Path) bool { return have.Name == p.Name }) {
			continue
		}
		later := c.found(listed, all, []model.Path{p}, m)[0]
		later.Later = true
		later.Share = min(math.MaxFloat64, routes[0].Share*portable.Exp(-(m.Sensitivity*(p.Cost-paths[0].Cost))))
		routes = append(routes, later)
	}
	if len(routes) > 1 {
		for i := range routes {
			routes[i].Name = fmt.Sprintf("%s-%d", listed.Name, i+1)
		}
	}
	return routes
}

func missingEnd(from, to value) string {
	switch {
	case from.given() && to.given():
		return ""
	case from.given():
		return "to"
	case to.given():
		return "from"
	}
	return "from and to"
}

// noWay says why no route was found, as far as the network shows it.
func (c *compiler) noWay(find value, from, to, cargo string, passable []model.Link) {
	why := ""
	switch {
	case len(model.ShortestPaths(passable, from, to, 1)) > 0:
		why = fmt.Sprintf("; what there is has no capacity in the base year, %d", c.baseYear)
	case len(model.ShortestPaths(c.links, from, to, 1)) > 0:
		why = "; some segment of every way does not accept it"
	}
	c.report.report(find.Position, "no way on the network leads from %s to %s for %s%s", from, to, cargo, why)
}

// passable lists the links a market's cargo can pass, at their generalised cost:
// those that are built in the base year, and all.
func (c *compiler) passable(m model.Market) (built, all []model.Link) {
	segments := c.parts
	for _, l := range c.links {
		v := segments[l.Segment]
		if _, accepted := weightOn(v, m.Cargo); !accepted {
			continue
		}
		l.Cost = v.of("cost_usd_per_t").number() + v.of("free_flow_days").number()*m.ValueOfTimeUSD
		all = append(all, l)
		if c.built[l.Segment] {
			built = append(built, l)
		}
	}
	return built, all
}

// found turns paths into routes.
func (c *compiler) found(listed model.Route, links []model.Link, paths []model.Path, m model.Market) []model.Route {
	segments := c.parts
	routes := make([]model.Route, len(paths))
	for i, p := range paths {
		routes[i] = listed
		for _, l := range p.Links {
			weight, _ := weightOn(segments[links[l].Segment], m.Cargo)
			routes[i].Segments = append(routes[i].Segments, links[l].Segment)
			routes[i].Weights = append(routes[i].Weights, weight)
		}
	}
	return routes
}

// split divides a share among routes by the choice model, exp(−θ g) in proportion.
func split(routes []model.Route, paths []model.Path, share, theta float64) {
	sum := 0.0
	for i, p := range paths {
		routes[i].Share = portable.Exp(-(theta * (p.Cost - paths[0].Cost)))
		sum += routes[i].Share
	}
	for i := range routes {
		routes[i].Share *= share / sum
	}
}
