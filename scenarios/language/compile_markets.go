package language

import (
	"math"
	"slices"
	"strings"

	"corridor/model"
	"corridor/model/calendar"
	"corridor/scenarios/text"
	"corridor/sim/tables"
)

func (c *compiler) market(v namedValue, index int) model.Market {
	m := model.Market{Name: v.name, Cargo: v.of("cargo").string(), Eastbound: v.of("direction").string() == eastbound, Season: c.season(v.of("season")), Priority: v.of("priority").whole()}
	c.fill(&m, v.value)
	m.Schedule = c.schedule(v, index)
	c.carried(v, index, &m.Growth)
	c.outlets(v)
	if len(m.Growth.Years) == 0 && len(m.Schedule) == 0 {
		m.Growth.Years, m.Growth.MtPerYear = []int{firstYear}, []float64{0} // reported
	}
	c.is(v.value, nil, []string{"markets", v.name}, func(c *model.Corridor) any { return &c.Markets[index] })
	was := c.kept("markets", v.name)
	m.BaseValueOfTimeUSD = wasAt(was.of("value_of_time_usd_per_t_day"))
	c.bounded(v.of("growth"), &m.Growth)
	found := map[string][2]int{} // by route of the file, the first of the model's and the one after the last
	for _, r := range c.shares(v) {
		first := len(m.Routes)
		m.Routes = append(m.Routes, c.routes(v, r, m)...)
		var places []func(c *model.Corridor) any // one, or as many as were found
		for route := first; route < len(m.Routes); route++ {
			places = append(places, func(c *model.Corridor) any { return &c.Markets[index].Routes[route] })
		}
		if places != nil {
			c.is(r.value, nil, []string{"markets", v.name, "routes", r.name}, places...)
		}
		found[r.name] = [2]int{first, len(m.Routes)}
	}
	c.nests(v, index, found, &m)
	return m
}

// sharedRoute is a route of the file with its share of the market.
type sharedRoute struct {
	namedValue
	share float64
}

// shares reads the shares of the routes, which add to 1.
func (c *compiler) shares(market namedValue) []sharedRoute {
	sum, complete := 0.0, true
	var given []*text.Tree
	var routes []sharedRoute
	entries := market.of("routes").each()
	sharing := len(entries) - outlets(market.value)
	for _, r := range entries {
		route := sharedRoute{r, 0}
		share := r.of("share")
		switch {
		case r.of("outlet").boolean():
		case share.given():
			route.share = shareIn(share, c.baseYear)
			given = append(given, share.Tree)
			complete = complete && c.report.Sound(share.Tree)
		case sharing == 1:
			route.share = 1
		default:
			c.report.Mistake(r.at, "route %s has no share, and the market has %d routes", r.name, sharing)
			complete = false
		}
		sum += route.share
		routes = append(routes, route)
	}
	if complete && len(given) > 0 && math.Abs(sum-1) > 1e-9 {
		c.report.Mistake(changed(market.of("routes").Tree, given...), "the shares of market %s add to %s, expected 1", market.name, tables.Rounded(sum, tables.Apart(sum, 1, 6)))
	} else if complete {
		c.sharesByYear(market, routes)
	}
	return routes
}

// sharesByYear reports shares by year that do not add to 1 in a year one of them is given for.
func (c *compiler) sharesByYear(market namedValue, routes []sharedRoute) {
	var all []int
	for _, r := range routes {
		if share := r.of("share"); share.given() && !share.plain() {
			years, _ := steps(share)
			all = append(all, years...)
		}
	}
	slices.Sort(all)
	for _, year := range slices.Compact(all) {
		sum := 0.0
		var last value
		for _, r := range routes {
			if share := r.of("share"); share.given() {
				sum += shareIn(share, year)
				if of := share.of(itoa(year)); !share.plain() && of.given() {
					last = of
				}
			}
		}
		if math.Abs(sum-1) > 1e-9 {
			c.report.Mistake(last.Position, "the shares of market %s add to %s in %d, expected 1", market.name, tables.Rounded(sum, tables.Apart(sum, 1, 6)), year)
			return
		}
	}
}

// shareIn is a share in a year: of several by year the last one by then, or the first.
func shareIn(v value, year int) float64 {
	if v.plain() {
		return v.number()
	}
	years, shares := steps(v)
	after, _ := slices.BinarySearch(years, year+1)
	if len(shares) == 0 {
		return 0 // reported
	}
	return shares[max(after-1, 0)]
}

// bounded reports growth beyond the numbers that the language takes.
func (c *compiler) bounded(v value, growth *model.Growth) {
	if !v.given() || c.last == 0 || !c.report.Sound(v.Tree) {
		return
	}
	if end := growth.Path(c.last.Year(), 1)[0]; !(end <= greatest) {
		c.report.Mistake(v.of("rate_per_year").place(v), "the growth leads to %.3g Mt in %d, expected at most %g", end, c.last.Year(), greatest)
	}
}

func (c *compiler) route(market string, v namedValue, cargo string) model.Route {
	r := model.Route{
		Name:   v.name,
		Rival:  v.of("rival").string() != "false",
		Via:    c.rivals[v.of("rival").string()],
		Outlet: v.of("outlet").boolean(),
		Base:   baseTermsOf(c.kept("markets", market).of("routes").of(v.name), "days"),
	}
	c.fill(&r, v.value)
	var places []text.Position
	r.Segments, places = references(v.of("segments"), c.segments)
	for i, s := range r.Segments {
		segment := c.parts[s]
		if slices.Index(r.Segments, s) < i {
			c.report.Mistake(places[i], "route %s passes %s twice", v.name, segment.name)
		}
		weight, accepted := weightOn(segment, cargo)
		if accepts := segment.of("accepts"); !accepted && slices.Contains(c.top.of("cargo").names(), cargo) && c.report.Sound(accepts.Tree) {
			c.report.Mistake(places[i], "segment %s does not accept %s, only %s", segment.name, cargo, strings.Join(accepts.names(), ", "))
		}
		r.Weights = append(r.Weights, weight)
	}
	if list := v.of("segments"); !r.Rival && !v.of("find").given() && c.report.Sound(list.Tree) && (list.Tree == nil || len(list.Items) == 0) {
		c.report.Mistake(v.at, "route %s passes no segment; list its segments, or say rival: true", v.name)
	}
	return r
}

// weightOn returns the capacity a tonne of a cargo class uses on a segment, and
// whether the segment accepts it.
func weightOn(segment namedValue, cargo string) (float64, bool) {
	accepts := segment.of("accepts")
	if !accepts.given() {
		return 1, true
	}
	own := accepts.Get(cargo)
	return value{own, accepts.spec.item}.number(), own != nil
}

// season scales the weights of the months to a mean of 1.
func (c *compiler) season(v value) [calendar.MonthsPerYear]float64 {
	season := twelve(v, 1)
	sum := 0.0
	for _, weight := range season {
		sum += weight
	}
	if sum <= 0 {
		if c.report.Sound(v.Tree) {
			c.report.Mistake(v.Position, "all weights of the season are 0, expected some above 0")
		}
		return season
	}
	if v.given() {
		for i := range season {
			season[i] = season[i] / sum * calendar.MonthsPerYear
		}
	}
	return season
}
