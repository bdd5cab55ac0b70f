package language

import (
	"cmp"
	"slices"

	"corridor/model"
	"corridor/model/calendar"
)

// schedule compiles the agreements of a market, in the order of their months.
func (c *compiler) schedule(market namedValue, index int) model.Schedule {
	v := market.of("schedule")
	var agreed model.Schedule
	entries := v.each()
	slices.SortStableFunc(entries, func(a, b namedValue) int { return cmp.Compare(a.of("from").month(), b.of("from").month()) })
	for i, e := range entries {
		a := model.Agreement{Name: e.name, From: e.of("from").month(), To: calendar.Never, Known: e.of("known").month()}
		c.fill(&a, e.value)
		if to := e.of("to"); to.given() {
			a.To = to.month()
			if a.To < a.From && c.report.Sound(to.Tree) && c.report.Sound(e.of("from").Tree) {
				c.report.Mistake(to.Position, "the agreement %s ends in %v, before it begins in %v", e.name, a.To, a.From)
			}
		}
		if i > 0 {
			c.after(entries[i-1], &agreed[i-1], e, &a)
		}
		agreed = append(agreed, a)
		c.is(e.value, nil, []string{"markets", market.name, "schedule", e.name}, func(c *model.Corridor) any { return &c.Markets[index].Schedule[i] })
	}
	if v.given() {
		c.scheduled(market)
	}
	return agreed
}

// after reports an agreement that begins before the one before it has ended.
func (c *compiler) after(first namedValue, before *model.Agreement, next namedValue, a *model.Agreement) {
	if a.From > before.To || !c.report.Sound(first.Tree) || !c.report.Sound(next.Tree) {
		return
	}
	if !first.of("from").given() || !next.of("from").given() {
		return // reported as missing
	}
	at := next.of("from").Position
	if to := first.of("to"); to.given() && to.Latest() > next.of("from").Latest() {
		at = to.Position
	}
	if before.To == calendar.Never {
		c.report.Mistake(at, "the agreement %s begins in %v, and %s, from %v on, has no end; say to, or make it a market of its own", next.name, a.From, first.name, before.From)
		return
	}
	c.report.Mistake(at, "the agreement %s begins in %v, and %s ends in %v; agreements that run beside each other are markets of their own", next.name, a.From, first.name, before.To)
}

// scheduled reports what does not fit a market whose cargo goes as agreed.
func (c *compiler) scheduled(market namedValue) {
	if theta := market.of("sensitivity_per_usd"); theta.given() && theta.number() != 0 && c.report.Sound(theta.Tree) {
		c.report.Mistake(theta.Position, "market %s has a schedule, so its cargo goes as agreed whatever it costs: sensitivity_per_usd does not fit", market.name)
	}
	routes := market.of("routes")
	if routes.given() && c.report.Sound(routes.Tree) && outlets(market.value) == 0 {
		c.report.Mistake(routes.Position, "market %s has a schedule and no outlet for what cannot pass; say of a route rival: true, outlet: true", market.name)
	}
}

// outlets counts the routes of a market that take what others turn away.
func outlets(market value) (n int) {
	for _, r := range market.of("routes").each() {
		if r.of("outlet").boolean() {
			n++
		}
	}
	return n
}

// outlets reports routes that cannot take what others turn away.
func (c *compiler) outlets(market namedValue) {
	n := 0
	for _, r := range market.of("routes").each() {
		outlet := r.of("outlet")
		if !outlet.boolean() || !c.report.Sound(r.Tree) {
			continue
		}
		switch n++; {
		case n > 1:
			c.report.Mistake(outlet.Position, "market %s has more than one outlet", market.name)
		case r.of("rival").string() == "false":
			c.report.Mistake(outlet.Position, "route %s is an outlet, so it goes outside the corridor; say rival: true, or the name of a rival", r.name)
		case r.of("segments").given():
			c.report.Mistake(r.of("segments").Position, "route %s is an outlet, so it passes no segment", r.name)
		case r.of("share").given():
			c.report.Mistake(r.of("share").Position, "route %s is an outlet and takes what others turn away, so it has no share", r.name)
		}
	}
	if routes := market.of("routes"); n > 0 && n == len(routes.each()) {
		c.report.Mistake(routes.Position, "market %s has an outlet and no other route", market.name)
	}
}
