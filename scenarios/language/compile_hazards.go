package language

import (
	"math"
	"slices"
	"strings"

	"corridor/model"
	"corridor/scenarios/text"
)

// hazards builds what befalls the corridor at random.
func (c *compiler) hazards(corridor *model.Corridor) {
	shut := map[int]string{} // by segment, the closure that shuts it
	for i, v := range c.top.of("hazards").each() {
		h := model.Hazard{Name: v.name}
		c.fill(&h, v.value)
		c.is(v.value, nil, []string{"hazards", v.name}, func(c *model.Corridor) any { return &c.Hazards[i] })
		switch {
		case v.of("closure").given():
			c.closure(&h, v.of("closure"), shut, corridor.Segments)
		case v.of("level").given():
			h.Kind = model.LevelWalk
			if c.top.of("water_level").Tree == nil {
				c.report.Mistake(v.PlaceOf("level"), "hazard %s moves the level of the water, and the scenario has no water_level", v.name)
			}
		case v.of("outage").given():
			outage := v.of("outage")
			h.Kind = model.Outage
			h.Segments = indices(c.struck(outage, "segments", c.segments))
			c.events(&h, outage)
			c.fewEnough(&h, outage)
		default:
			c.hazardShock(&h, v, v.of("shock"))
		}
		corridor.Hazards = append(corridor.Hazards, h)
	}
}

// struck reads the names of what a hazard befalls.
func (c *compiler) struck(kind value, key string, index map[string]int) []chosen {
	list := kind.of(key)
	if !list.given() || !c.report.Sound(list.Tree) {
		return nil
	}
	return c.chosen(list, key, index)
}

// indices are those of what was chosen.
func indices(of []chosen) (list []int) {
	for _, one := range of {
		list = append(list, one.index)
	}
	return list
}

func (c *compiler) days(v value) model.Days {
	shortest, longest := v.of("shortest_days"), v.of("longest_days")
	d := model.Days{Shortest: shortest.number(), Longest: longest.number()}
	if d.Shortest > d.Longest && c.report.Sound(shortest.Tree) && c.report.Sound(longest.Tree) && shortest.given() && longest.given() {
		c.report.Mistake(changed(v.Tree, shortest.Tree, longest.Tree), "the longest_days %s are less than the shortest_days %s", plainNumber(d.Longest), plainNumber(d.Shortest))
	}
	return d
}

func (c *compiler) closure(h *model.Hazard, v value, shut map[int]string, segments []model.Segment) {
	h.Spells = c.days(v)
	struck := c.struck(v, "segments", c.segments)
	h.Segments = indices(struck)
	for n, i := range h.Segments {
		if other, twice := shut[i]; twice && other != h.Name {
			c.report.Mistake(struck[n].at, "segment %s is shut by hazard %s already", segments[i].Name, other)
		}
		shut[i] = h.Name
		for month, open := range segments[i].Availability {
			if most := h.Spells.MostShut(); 1-open > most && h.Spells.Shortest <= h.Spells.Longest && c.report.Sound(v.Tree) {
				c.report.Mistake(struck[n].at, "segment %s is shut for %s of %s, and spells of %s to %s days with a day between them shut at most %s",
					segments[i].Name, rounded(1-open), monthNames[month], plainNumber(h.Spells.Shortest), plainNumber(h.Spells.Longest), rounded(most))
				break
			}
		}
	}
}

// rounded writes a share with two digits.
func rounded(share float64) string { return plainNumber(math.Round(share*100) / 100) }

func (c *compiler) events(h *model.Hazard, v value) {
	h.Contained = v.of("contained").boolean()
	h.Events.Lasting = c.days(v)
	months := v.of("months")
	if !months.given() || months.Kind != text.List {
		return
	}
	if len(months.Items) == 0 {
		c.report.Mistake(months.Position, "months is empty, expected at least one; without the key any month will do")
	}
	for _, item := range months.Items {
		if i := slices.Index(monthNames, item.Text); i >= 0 {
			h.Events.In[i] = true
		}
	}
}

// fewEnough reports events so many and long that their effects would grow beyond all numbers.
func (c *compiler) fewEnough(h *model.Hazard, v value) {
	if !v.given() || !c.report.Sound(v.Tree) {
		return
	}
	switch at := h.Events.AtOnce(); {
	case at > model.MostAtOnce:
		c.report.Mistake(v.of("rate_per_year").place(v), "%.3g events of hazard %s are under way at once, expected at most %d", at, h.Name, model.MostAtOnce)
	case at*(h.Factor-1) > model.MostAtOnce:
		c.report.Mistake(v.of("factor").place(v), "(factor − 1) times the %.3g events of hazard %s that are under way at once is %.3g, expected at most %d", at, h.Name, at*(h.Factor-1), model.MostAtOnce)
	}
}

func (c *compiler) hazardShock(h *model.Hazard, hazard namedValue, v value) {
	c.events(h, v)
	h.Kind = model.MarketShock
	h.Markets = indices(c.struck(v, "markets", c.markets))
	needs, has := []string{"factor"}, []string{"add_cost_usd_per_t", "add_days"}
	if v.of("rivals").given() {
		h.Kind = model.RivalShock
		h.Rivals = indices(c.struck(v, "rivals", c.rivals))
		needs, has = has, needs
	}
	if !v.given() || !c.report.Sound(v.Tree) {
		return
	}
	for _, key := range has {
		if v.of(key).given() {
			c.report.Mistake(v.PlaceOf(key), "%s does not fit here: markets have a factor, rivals have add_cost_usd_per_t and add_days", key)
			return
		}
	}
	c.fewEnough(h, v)
	if !slices.ContainsFunc(needs, func(key string) bool { return v.of(key).given() }) {
		c.report.Mistake(v.Position, "shock %s needs %s", hazard.name, strings.Join(needs, " or "))
	}
}
