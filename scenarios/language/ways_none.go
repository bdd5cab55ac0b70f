package language

import (
	"fmt"
	"slices"
	"strings"

	"corridor/model/network"
)

// noWay says why no route was found, as far as the network shows it, and what would make one.
func (c *compiler) noWay(find value, n search) {
	n.most = 1
	why := ""
	switch {
	case n.hasWay(n.is):
		why = "; what there is has no capacity in the base year, " + itoa(c.baseYear) + c.lacking(n.leastLacking(n.is, n.isThere), n.isThere, "")
	case n.hasWay(func(int) bool { return true }):
		least := n.leastLacking(func(int) bool { return true }, n.is)
		why = "; some segment of every way does not accept it" + c.lacking(least, n.is, n.cargo)
	default:
		why = n.disconnected()
	}
	c.report.Mistake(find.Position, "no way on the network leads from %s to %s for %s%s", n.from, n.to, n.cargo, why)
}

func (n *search) hasWay(there func(segment int) bool) bool {
	return len(n.find(nil, there, n.baseCost)) > 0
}

// lackCost is what a segment that lacks something costs beside all others, USD per tonne.
const lackCost = 1e9

// leastLacking is the way on which fewest segments lack something, of several the cheapest.
func (n *search) leastLacking(there, has func(segment int) bool) way {
	return n.find(nil, there, func(segment int) float64 {
		cost := n.baseCost(segment)
		if !has(segment) {
			cost += lackCost
		}
		return cost
	})[0]
}

// lacking names what a way lacks, and of a cargo class what to add for it.
func (c *compiler) lacking(w way, has func(segment int) bool, cargo string) string {
	var list []string
	for _, segment := range w.segments {
		v := c.parts[segment]
		switch {
		case has(segment):
		case cargo == "":
			list = append(list, v.name)
		default:
			list = append(list, fmt.Sprintf("segments.%s.accepts has %s", v.name, strings.Join(v.of("accepts").names(), ", ")))
		}
	}
	if cargo == "" {
		return fmt.Sprintf(": %s on the way %s", some(list), w.name)
	}
	return fmt.Sprintf(": on the way %s %s; add %s where it passes", w.name, strings.Join(list, ", and "), cargo)
}

// disconnected says how far the segments lead from either end, for cargo that no way is there for.
func (n *search) disconnected() string {
	n.eastbound = !n.eastbound
	other := n.hasWay(n.is)
	if other {
		return "; one leads the other way, for a market with direction: " + map[bool]string{true: eastbound, false: "westbound"}[n.eastbound]
	}
	n.eastbound = !n.eastbound
	from, to := n.ends()
	ahead := n.reached(from, func(l network.Link) (string, string) { return l.From, l.To })
	behind := n.reached(to, func(l network.Link) (string, string) { return l.To, l.From })
	switch {
	case len(ahead) == 0:
		return "; no segment leads on from " + from + " in that direction"
	case len(behind) == 0:
		return "; no segment leads to " + to + " in that direction"
	}
	return fmt.Sprintf("; the segments lead from %s to %s alone, and to %s from %s: one between them is missing", from, some(ahead), to, some(behind))
}

// reached lists the nodes that links lead to from one, in the order they are met.
func (n *search) reached(from string, ends func(l network.Link) (a, b string)) (nodes []string) {
	met := []string{from}
	for i := 0; i < len(met); i++ {
		for _, l := range n.links {
			if a, b := ends(l); a == met[i] && !slices.Contains(met, b) {
				met = append(met, b)
			}
		}
	}
	return met[1:]
}

// some lists a few names, and how many more there are.
func some(names []string) string {
	const most = 4
	if len(names) <= most {
		return strings.Join(names, ", ")
	}
	return fmt.Sprintf("%s and %d more", strings.Join(names[:most], ", "), len(names)-most)
}
