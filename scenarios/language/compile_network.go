package language

import (
	"fmt"

	"corridor/model"
	"corridor/model/network"
)

// linksOf lists the segments that join two nodes. Their cost is left to the
// market that looks for a route.
func (c *compiler) linksOf(segments []model.Segment) []network.Link {
	var links []network.Link
	for i, v := range c.top.of("segments").each() {
		from, to := v.of("from"), v.of("to")
		if from.given() != to.given() {
			c.report.Mistake(v.at, "segment %s has only one of from and to, expected both or none", v.name)
			continue
		}
		if from.given() && from.string() == to.string() {
			c.report.Mistake(to.Position, "segment %s leads from %s to itself", v.name, from.string())
			continue
		}
		if from.given() {
			links = append(links, network.Link{Segment: i, Name: segments[i].Name, From: from.string(), To: to.string()})
		}
	}
	return links
}

// routes returns the model's routes for a route of the file: the one it lists, or
// those found on the network.
func (c *compiler) routes(market namedValue, r sharedRoute, m model.Market) []model.Route {
	listed := c.route(market.name, r.namedValue, m.Cargo)
	listed.Share = r.share
	find := r.of("find")
	if !find.given() {
		return []model.Route{listed}
	}
	for _, key := range []string{"segments", "rival"} {
		if v := r.of(key); v.given() && v.string() != "false" {
			c.report.Mistake(r.PlaceOf(key), "route %s has find and %s, expected only one of them", r.name, key)
			return nil
		}
	}
	from, to := market.of("from"), market.of("to")
	if lacks := missingEnd(from, to); lacks != "" {
		c.report.Mistake(find.Position, "routes of market %s cannot be found, it has no %s", market.name, lacks)
		return nil
	}
	if !c.report.Sound(from.Tree) || !c.report.Sound(to.Tree) {
		return nil
	}
	if from.string() == to.string() {
		c.report.Mistake(to.Position, "market %s goes from %s to itself", market.name, from.string())
		return nil
	}
	if !c.whole {
		return nil
	}
	ways := c.ways(market, r.name, from.string(), to.string(), find, r.share, m)
	if len(ways) == 0 {
		return nil // reported
	}
	if len(ways) > 1 && m.Sensitivity == 0 {
		at := market.of("sensitivity_per_usd")
		c.report.Warn(at.place(find), "market %s has no sensitivity_per_usd, so %d ways share its cargo alike, whatever they cost", market.name, len(ways))
	}
	routes := make([]model.Route, len(ways))
	for i, w := range ways {
		routes[i] = listed
		routes[i].Segments, routes[i].Share, routes[i].Later, routes[i].Beside = w.segments, w.share, w.later, len(m.Routes)
		for _, s := range w.segments {
			weight, _ := weightOn(c.parts[s], m.Cargo)
			routes[i].Weights = append(routes[i].Weights, weight)
		}
		if len(ways) > 1 {
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
