package language

import (
	"corridor/model"
	"corridor/scenarios/text"
)

// pools builds the fleets that serve several segments.
func (c *compiler) pools(corridor *model.Corridor) {
	by := map[int]string{} // segment to the pool that serves it
	for i, v := range c.top.of("pools").each() {
		p := model.Pool{Name: v.name}
		c.fill(&p, v.value)
		path := []string{"pools", v.name}
		c.is(v.value, nil, path, func(c *model.Corridor) any { return &c.Pools[i] })
		add := func(section string, e namedValue, segment int) *model.Service {
			s := model.Service{Name: e.name, Segment: segment}
			c.fill(&s, e.value)
			n := len(p.Services)
			p.Services = append(p.Services, s)
			c.is(e.value, nil, []string{"pools", v.name, section, e.name}, func(c *model.Corridor) any { return &c.Pools[i].Services[n] })
			return &p.Services[n]
		}
		for _, e := range v.of("segments").each() {
			s, ok := c.segments[e.name]
			if other, twice := by[s]; ok && twice {
				c.report.Mistake(e.at, "ships of pool %s serve segment %s already, expected those of one pool", other, e.name)
				continue
			}
			if c.pooled(v.name, e, s, ok, corridor) {
				by[s] = v.name
				add("segments", e, s)
			}
		}
		for _, e := range v.of("trades").each() {
			s := add("trades", e, -1)
			if capacity := e.of("capacity_mt_per_year"); c.report.Sound(e.Tree) && !(s.CapacityMt.At(c.baseYear) > 0) {
				c.report.Mistake(capacity.place(e.value), "trade %s has no capacity in %d, by which its ships are counted, expected a number above 0", e.name, c.baseYear)
			}
		}
		if services := len(p.Services); services == 1 && c.report.Sound(v.Tree) {
			c.report.Mistake(v.at, "pool %s has one service, expected segments and trades for its ships to move between", v.name)
		}
		corridor.Pools = append(corridor.Pools, p)
	}
}

// pooled reports a segment that ships of a pool cannot serve.
func (c *compiler) pooled(pool string, e namedValue, segment int, known bool, corridor *model.Corridor) bool {
	if !known {
		if len(c.segments) > 0 {
			c.report.Mistake(e.at, "there is no %q among the segments%s", text.Short(e.name), text.DidYouMean(e.name, c.top.of("segments").names()))
		}
		return false
	}
	capacity := c.parts[segment].of("capacity")
	switch s := &corridor.Segments[segment]; {
	case !c.report.Sound(capacity.Tree) || !capacity.given():
		return false
	case capacity.Get("rail") != nil:
		c.report.Mistake(e.at, "segment %s is a railway, and pool %s has ships", e.name, pool)
		return false
	case !s.Built(c.baseYear):
		c.report.Mistake(e.at, "segment %s has no capacity in %d, by which the ships of pool %s are counted", e.name, c.baseYear, pool)
		return false
	}
	return true
}
