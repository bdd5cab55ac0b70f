package language

import (
	"slices"

	"corridor/model"
	"corridor/model/calendar"
	"corridor/scenarios/text"
)

// datedShocks is what an entry of the dated disturbances came to in the model: its shocks, from the
// first to before the last, and its months.
type datedShocks struct {
	first, after int
	from, to     calendar.Month
}

// shock compiles an entry of the dated disturbances: a shock of the model for each segment, market
// or rival that it names, and each run of months in which it lasts as long.
func (c *compiler) shock(v namedValue) {
	corridor := c.corridor
	var of datedShocks
	lasts := c.lasting(v)
	if pieces := lasts.pieces(); len(pieces) > 0 {
		of.from, of.to = pieces[0].from, pieces[len(pieces)-1].to
	}
	of.first = len(corridor.Shocks)
	for _, struck := range c.shocked(v) {
		for _, p := range lasts.pieces() {
			part := shockPart{len(corridor.Shocks), p.share}
			struck.From, struck.To = p.from, p.to
			corridor.Shocks = append(corridor.Shocks, struck)
			c.fill(&part, v.value)
			c.also(v.value, nil, []string{"shocks", v.name}, func(*model.Corridor) any { return &part })
		}
	}
	of.after = len(corridor.Shocks)
	c.shocks = append(c.shocks, of)
	c.shockEffect(v)
}

// shocked lists what a shock befalls, without its dates and effects.
func (c *compiler) shocked(v namedValue) (list []model.Shock) {
	for _, i := range c.chosen(v.of("segment"), "segments", c.segments) {
		list = append(list, model.Shock{Segment: i.index, Market: -1})
	}
	for _, i := range c.chosen(v.of("market"), "markets", c.markets) {
		list = append(list, model.Shock{Segment: -1, Market: i.index})
	}
	for _, i := range c.chosen(v.of("rival"), "rivals", c.rivals) {
		list = append(list, model.Shock{Segment: -1, Market: -1, Rival: i.index})
	}
	return list
}

// shocksOf returns what an entry of the dated disturbances came to.
func (c *compiler) shocksOf(entry int, corridor *model.Corridor) []model.Shock {
	return corridor.Shocks[c.shocks[entry].first:c.shocks[entry].after]
}

// shockEffect reports a shock that does nothing, or something that does not fit
// what it names.
func (c *compiler) shockEffect(v namedValue) {
	if !c.report.Sound(v.Tree) {
		return
	}
	onRival := v.of("rival").given()
	for _, key := range []string{"factor", "add_cost_usd_per_t", "add_days"} {
		if v.of(key).given() && (key == "factor") == onRival {
			c.report.Mistake(v.PlaceOf(key), "%s does not fit here: a segment or market has a factor, a rival has add_cost_usd_per_t and add_days", key)
			return
		}
	}
	if !onRival && !v.of("factor").given() {
		c.report.Mistake(v.Position, "shock %s has no factor, expected a number from 0 to 100", v.name)
	}
	if onRival && !v.of("add_cost_usd_per_t").given() && !v.of("add_days").given() {
		c.report.Mistake(v.Position, "shock %s needs add_cost_usd_per_t or add_days", v.name)
	}
}

// untilKeys are the keys that say how long a shock lasts, one of which it needs.
var untilKeys = []string{"to", "days", "weeks", "months"}

// lasting finds the days of a shock; none where they are not known, which is reported.
func (c *compiler) lasting(v namedValue) (l lasting) {
	from := v.of("from")
	given := slices.DeleteFunc(slices.Clone(untilKeys), func(key string) bool { return !v.of(key).given() })
	switch {
	case len(given) == 0 && slices.ContainsFunc(v.Entries, func(e text.Entry) bool { return c.report.Told(e.At) }):
		return l // one of its keys may have been meant to say it
	case len(given) == 0:
		if at, removed := v.Removal(untilKeys...); removed {
			c.report.Mistake(at, "shock %s needs its to, or days, weeks or months", v.name)
		} else {
			c.report.Mistake(v.Position, "%s has no to, expected its last month or day; or say how many days, weeks or months it lasts", v.name)
		}
		return l
	case len(given) > 1:
		last := given[len(given)-1]
		c.report.Mistake(v.PlaceOf(last), "%s has %s and %s, expected only one of them; take the other away with %s: null", v.name, given[0], last, given[0])
		return l
	case !from.given() || !c.report.Sound(from.Tree) || !c.report.Sound(v.of(given[0]).Tree):
		return l
	}
	begins, _ := parseSpan(from.string())
	l = lasting{begins.first, begins.first}
	switch until := v.of(given[0]); given[0] {
	case "to":
		ends, _ := parseSpan(until.string())
		l.end = ends.end
		if !l.first.Before(l.end) {
			c.report.Mistake(changed(v.Tree, from.Tree, until.Tree), "the shock ends in %s, before it begins in %s", text.Short(until.string()), text.Short(from.string()))
		}
	case "days":
		l.end = l.first.AddDate(0, 0, until.whole())
	case "weeks":
		l.end = l.first.AddDate(0, 0, until.whole()*daysPerWeek)
	case "months":
		l.end = monthsAfter(l.first, until.whole())
	}
	return l
}

// shockPart is the shock of the model that an entry makes of one of the things that it befalls, in
// months of which it lasts a share.
type shockPart struct {
	index int
	share float64
}

// ofShock is the slot of a number of a shock.
func ofShock(set func(s *model.Shock, share, n float64)) slot { return shockSlot{set} }

type shockSlot struct {
	set func(s *model.Shock, share, n float64)
}

func (s shockSlot) compile(c *compiler, owner any, v value) {
	if v.given() {
		part := owner.(*shockPart)
		s.set(&c.corridor.Shocks[part.index], part.share, v.number())
	}
}

func (s shockSlot) setter(at *site) put {
	if len(at.rest) > 0 {
		return nil
	}
	return func(c *model.Corridor, owner any, n float64) {
		part := owner.(*shockPart)
		s.set(&c.Shocks[part.index], part.share, n)
	}
}

// inPart is the factor of months in which a factor holds for a share of the days.
func inPart(factor, share float64) float64 {
	if share == 1 {
		return factor
	}
	return 1 - float64(share*(1-factor))
}
