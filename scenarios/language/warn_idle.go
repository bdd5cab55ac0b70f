package language

import (
	"cmp"
	"slices"
	"strings"

	"corridor/model"
	"corridor/scenarios/text"
)

// idle warns of projects, shocks, hazards and pools that change nothing.
func (w *warner) idle() {
	w.efforts(func(v namedValue, p *model.Project) {
		w.idleChanges(v)
		for n, i := range p.Requires {
			if other := &w.s.Corridor.Projects[i]; other.Disabled {
				w.report.Warn(v.of("requires").Items[n].Position, "%s has no effect: it requires %s, which does not go ahead", w.effort(v), other.Name)
			}
		}
	})
	w.delays()
	for i, v := range w.top.of("shocks").each() {
		w.idleShock(v, w.shocksOf(i, &w.s.Corridor))
	}
	for i, v := range w.top.of("hazards").each() {
		if why := w.idleHazard(v, &w.s.Corridor.Hazards[i]); why != "" {
			w.report.Warn(v.at, "the hazard %s has no effect: %s", v.name, why)
		}
	}
	for _, v := range w.top.of("pools").each() {
		if speed := v.of("speed_per_month"); speed.number() == 0 && idleAmount(&change{}, speed) != "" {
			w.report.Warn(speed.place(v.value), "the pool %s has no effect: its ships do not move, speed_per_month is 0", v.name)
		}
	}
	if water := w.top.of("water_level"); water.given() && !w.floats() {
		w.report.Warn(water.Position, "the level of the water has no effect: no segment has a draft")
	}
}

// floats reports whether the level of the water matters to any segment.
func (w *warner) floats() bool {
	return slices.ContainsFunc(w.s.Corridor.Segments, func(s model.Segment) bool { return s.DraftLossPerM > 0 })
}

// idleChanges warns of changes of a project that leave a segment as it is.
func (w *warner) idleChanges(v namedValue) {
	for _, on := range v.of("changes").each() {
		if len(on.names()) == 0 {
			w.report.Warn(on.at, "%s changes nothing on %s", w.effort(v), on.name)
		}
	}
	all := w.changedOn(v)
	for len(all) > 0 {
		n := 1
		for n < len(all) && all[n].name == all[0].name {
			n++
		}
		w.idleEntry(v, all[:n])
		all = all[n:]
	}
}

// idleEntry warns of changes of an entry that leave every segment that it names as it is.
func (w *warner) idleEntry(v namedValue, entry []changedOn) {
	for n := range changes {
		why, idle := "", 0
		for _, on := range entry {
			if because := w.idleChange(&changes[n], on); because != "" || !on.of(changes[n].key).given() {
				why, idle = cmp.Or(why, because), idle+1
			}
		}
		if on := entry[0]; why != "" && idle == len(entry) {
			w.report.Warn(on.PlaceOf(changes[n].key), "%s of %s changes nothing on %s: %s", changes[n].key, w.effort(v), on.name, why)
		}
	}
	for _, on := range entry {
		w.overruled(v, on)
	}
}

// idleChange says why a change leaves one segment as it is, or nothing.
func (w *warner) idleChange(c *change, on changedOn) string {
	change := on.of(c.key)
	if !change.given() {
		return ""
	}
	if why := idleAmount(c, change); why != "" {
		return why
	}
	why, key := idleOn(&w.s.Corridor.Segments[on.segment], c.quantity, change.number())
	if !newer(change.Tree, w.parts[on.segment].Get(key)) {
		return "" // it was taken from the segment afterwards
	}
	return why
}

// overruled warns of what an entry for several segments says in a later file than the entry of one
// of them, which holds before it.
func (w *warner) overruled(v namedValue, on changedOn) {
	for _, key := range on.overruled() {
		if said := on.Get(key); said.Latest() > on.own.Get(key).Latest() {
			w.report.Warn(on.PlaceOf(key), "%s of %s on %s leaves %s as it is: its own entry, from the file below, says %s too", key, w.effort(v), on.name, w.parts[on.segment].name, key)
		}
	}
}

// idleAmount says why a change changes nothing anywhere, or nothing.
func idleAmount(c *change, v value) string {
	amount := v.number()
	switch {
	case v.Get("low") != nil || v.Get("high") != nil: // it may be otherwise
	case c.scale && c.key != "save_days" && amount == 1:
		return "it multiplies by 1"
	case amount == 0:
		return "it is 0"
	}
	return ""
}

// idleOn says why changing a quantity of a segment changes nothing, and which key of the
// segment is the reason; or nothing.
func idleOn(s *model.Segment, q model.Quantity, amount float64) (why, key string) {
	switch {
	case q == model.CostUSDPerT && s.CostUSDPerT == 0:
		return "it has no cost_usd_per_t", "cost_usd_per_t"
	case q == model.PortDays && s.Supply.Fleet.PortDays == 0:
		return "its ships spend no days in port", "capacity"
	case q == model.DepthM && s.DraftLossPerM == 0:
		return "it has no draft", "draft"
	case q == model.StorageMt && s.StorageMt > greatest:
		return "it has no storage_mt, so its storage has no limit", "storage_mt"
	case q == model.Closure && alwaysOpen(s):
		return "it is never shut", "availability"
	case q == model.Availability && amount > 1 && alwaysOpen(s):
		return "it is open all the time", "availability"
	}
	return "", ""
}

func alwaysOpen(s *model.Segment) bool {
	return !slices.ContainsFunc(s.Availability[:], func(share float64) bool { return share < 1 })
}

func (w *warner) idleShock(v namedValue, shocks []model.Shock) {
	factor, rival := v.of("factor"), v.of("rival")
	open := func(s model.Shock) bool { return s.Segment >= 0 && alwaysOpen(&w.s.Corridor.Segments[s.Segment]) }
	switch {
	case rival.given():
		if v.of("add_cost_usd_per_t").number() == 0 && v.of("add_days").number() == 0 {
			w.report.Warn(v.at, "the shock %s has no effect: it adds 0 to rival %s", v.name, inWords(rival))
		}
	case factor.number() == 1:
		w.report.Warn(factor.Position, "the shock %s has no effect: it multiplies by 1", v.name)
	case factor.number() > 1 && !slices.ContainsFunc(shocks, func(s model.Shock) bool { return !open(s) }):
		w.report.Warn(factor.Position, "the shock %s has no effect: a factor multiplies the share of the time that %s is open, which is all of it already",
			v.name, inWords(v.of("segment")))
	}
}

// inWords writes what a value with selectors says.
func inWords(v value) string {
	if v.Kind != text.List {
		return v.string()
	}
	var items []string
	for _, item := range v.Items {
		items = append(items, item.Text)
	}
	return strings.Join(items, ", ")
}

// idleHazard says why a hazard has no effect, or nothing.
func (w *warner) idleHazard(v namedValue, h *model.Hazard) string {
	shut := func(i int) bool { return !alwaysOpen(&w.s.Corridor.Segments[i]) }
	switch {
	case v.of("closure").given():
		if !slices.ContainsFunc(h.Segments, shut) {
			return "the availability of its segments leaves nothing to shut"
		}
	case v.of("level").given():
		if h.SDMPerYear == 0 {
			return "its sd_m_per_year is 0"
		}
		if !w.floats() {
			return "no segment has a draft"
		}
	case h.Events.PerYear == 0:
		return "its rate_per_year is 0"
	case h.Events.Lasting.Longest == 0:
		return "its longest_days are 0"
	case v.of("outage").given():
		if h.Severity == 0 {
			return "its severity is 0"
		}
	case h.Kind == model.RivalShock:
		if h.AddUSDPerT == 0 && h.AddDays == 0 {
			return "it adds 0"
		}
	case h.Factor == 1:
		return "its factor is 1"
	}
	return ""
}
