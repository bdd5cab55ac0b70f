package language

import (
	"cmp"
	"slices"

	"corridor/model"
	"corridor/model/network"
	"corridor/model/portable"
	"corridor/scenarios/text"
)

// way is a path found for a market, with its base share.
type way struct {
	name     string // of its segments
	segments []int
	cost     float64 // generalised cost when the base shares were found, USD/t
	share    float64
	later    bool // it was not there then
}

// ways finds the routes of a market from one place to another, for the route of the file
// that has find and a share. Those that were there when the base shares were found divide
// the share; others draw beside them what the choice model says. Ways the calibrated
// scenario had stay, whatever is changed on top of it: what is added or has become cheap
// comes besides.
func (c *compiler) ways(market namedValue, route, from, to string, find value, share float64, m model.Market) []way {
	was := c.kept("markets", market.name)
	n := search{compiler: c, cargo: m.Cargo, from: from, to: to, eastbound: m.Eastbound, most: find.whole(), valueOfTime: m.ValueOfTimeUSD, base: m.ValueOfTimeUSD}
	theta := m.Sensitivity
	if v := was.of("value_of_time_usd_per_t_day"); v.given() {
		n.base = v.number()
	}
	if v := was.of("sensitivity_per_usd"); v.given() {
		theta = v.number()
	}
	lambda := dissimilarity(market.value, route)
	if v := was.of("routes").of(route).of("dissimilarity"); v.given() {
		lambda = v.number()
	}
	theta /= lambda // in a nest, a difference in cost counts for more
	beta := m.PathSize
	if v := was.of("path_size"); v.given() {
		beta = v.number()
	}
	first := n.find(nil, n.wasThere, n.baseCost)
	if was.of("added").boolean() || len(first) == 0 { // its network has what was added too
		first = n.find(first, n.isThere, n.baseCost)
		slices.SortStableFunc(first, func(a, b way) int { return cmp.Compare(a.cost, b.cost) })
	}
	if len(first) == 0 {
		c.noWay(find, n)
		return nil
	}
	costs := make([]float64, len(first))
	for i := range first {
		costs[i] = first[i].cost
	}
	for i, s := range network.SplitShare(share, theta, costs, n.sizes(first, beta)) {
		first[i].share = s
	}
	if market.of("schedule").given() { // it goes as agreed
		return first
	}
	all := first
	if slices.Contains(c.wasBuilt, false) {
		all = n.find(all, n.was, n.baseCost)
	}
	if !n.now().asBefore {
		all = n.find(all, n.is, n.baseCost)
	}
	if n.base != n.valueOfTime || c.repriced() {
		all = n.find(all, n.is, n.cost)
	}
	for i := len(first); i < len(all); i++ {
		all[i].later = true
		all[i].share = network.LaterShare(first[0].share, theta, first[0].cost, all[i].cost)
	}
	return all
}

// search looks for the ways of one market.
type search struct {
	*compiler
	cargo, from, to   string // where it comes from and goes
	eastbound         bool   // it goes against the direction of segments
	most              int
	valueOfTime, base float64 // USD per tonne and day: now, and when the base shares were found
}

// find adds to ways the cheapest on the segments there are, at a cost by segment, but
// those it has.
func (n *search) find(ways []way, there func(segment int) bool, cost func(segment int) float64) []way {
	ways = slices.Clip(ways)
	from, to := n.ends()
	open := func(link int) float64 {
		if segment := n.links[link].Segment; there(segment) {
			return cost(segment)
		}
		return network.Closed
	}
	for _, p := range n.linked.ShortestPaths(from, to, n.most, open) {
		if slices.ContainsFunc(ways, func(w way) bool { return w.name == p.Name }) {
			continue
		}
		w := way{name: p.Name}
		for _, l := range p.Links {
			w.segments = append(w.segments, n.links[l].Segment)
			w.cost += n.baseCost(n.links[l].Segment)
		}
		if n.eastbound {
			slices.Reverse(w.segments)
		}
		ways = append(ways, w)
	}
	return ways
}

// ends are where a way begins and ends in the direction of segments.
func (n *search) ends() (from, to string) {
	if n.eastbound {
		return n.to, n.from
	}
	return n.from, n.to
}

// sizes returns what each of some ways counts for in a split beside the others, by how much
// of it they share.
func (n *search) sizes(ways []way, beta float64) []float64 {
	segments := len(n.parts)
	lengths, there, sizes := make([]float64, segments), make([]bool, len(ways)), make([]float64, len(ways))
	passed := make([][]int32, len(ways))
	for i := range lengths {
		lengths[i] = n.baseCost(i)
	}
	for i, w := range ways {
		there[i] = true
		for _, s := range w.segments {
			passed[i] = append(passed[i], int32(s))
		}
	}
	network.PathSizes(sizes, passed, there, lengths, make([]int32, segments))
	for i := range sizes {
		sizes[i] = portable.Pow(sizes[i], beta)
	}
	return sizes
}

func (n *search) baseCost(segment int) float64 { return n.corridor.BaseCrossing(segment, n.base) }

// cost is that of the end, when all that changes by date has changed.
func (n *search) cost(segment int) float64 {
	return n.corridor.Crossing(segment, n.last, n.valueOfTime)
}

// passable says by segment whether a cargo class can pass it.
type passable struct {
	is       []bool
	was      []bool // once built, in the network as it was when the base shares were found
	asBefore bool   // the two are the same
}

// now returns what the cargo can pass.
func (n *search) now() *passable {
	p := n.passed[n.cargo]
	if p == nil {
		p = &passable{asBefore: true}
		for i := range n.parts {
			_, is := weightOn(n.parts[i], n.cargo)
			was := is && n.wasOpen(i)
			p.is, p.was, p.asBefore = append(p.is, is), append(p.was, was), p.asBefore && is == was
		}
		n.passed[n.cargo] = p
	}
	return p
}

// repriced reports whether a segment costs at the end something else than it did when the base
// shares were found.
func (c *compiler) repriced() bool {
	return slices.ContainsFunc(c.corridor.Segments, func(s model.Segment) bool {
		return len(s.CostFrom) > 0 || len(s.DaysFrom) > 0 || s.Base != model.BaseTerms{}
	})
}

// is reports whether the cargo can pass a segment.
func (n *search) is(segment int) bool { return n.now().is[segment] }

// isThere reports the same, and that there is capacity in the base year.
func (n *search) isThere(segment int) bool { return n.is(segment) && n.built[segment] }

// was reports whether the cargo could pass a segment, once built, in the network as it
// was when the base shares were found.
func (n *search) was(segment int) bool { return n.now().was[segment] }

// wasOpen reports whether a segment was there then, and accepted the cargo if it was asked to.
func (n *search) wasOpen(segment int) bool {
	kept := n.kept("segments", n.parts[segment].name)
	if kept.of("added").boolean() {
		return false
	}
	accepts := kept.of("accepts")
	return !accepts.given() || accepts.Kind != text.List ||
		slices.ContainsFunc(accepts.Items, func(t *text.Tree) bool { return t.Text == n.cargo })
}

// wasThere reports the same, and that there was capacity in the base year.
func (n *search) wasThere(segment int) bool { return n.was(segment) && n.wasBuilt[segment] }
