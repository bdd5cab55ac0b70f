package scenarios

import (
	"slices"

	"corridor/model"
	"corridor/model/calendar"
	"corridor/sim/tables"
)

func (c *compiler) targets(corridor *model.Corridor) []tables.Target {
	metrics := c.metrics()
	var out []tables.Target
	for _, v := range c.top.of("targets").each() {
		t := tables.Target{Name: v.name, Title: v.name, Metric: c.expression(v.of("metric"), metrics)}
		if title := v.of("title"); title.given() {
			t.Title = title.string()
		}
		t.Threshold = v.of("at_least").number()
		if most := v.of("at_most"); most.given() {
			t.AtMost, t.Threshold = true, most.number()
		}
		at, err := parsePeriod(v.of("at").string())
		if err == nil && corridor.Months > 0 {
			end := corridor.Start + calendar.Month(corridor.Months) - 1
			if at.Month < corridor.Start || at.Month > end {
				c.report.report(v.of("at").place(v.value), "the target %s is set for %s, outside the months simulated, %v to %v", v.name, v.of("at").string(), corridor.Start, end)
			}
		}
		t.At = at
		out = append(out, t)
	}
	return out
}

// levers checks that the overlays a lever names exist.
func (c *compiler) levers() []Lever {
	var out []Lever
	for _, v := range c.top.of("levers").each() {
		l := Lever{Name: v.name}
		if v.kind == listKind && len(v.items) == 0 {
			c.report.report(v.Position, "the lever %s has no overlays, expected some to choose from", v.name)
		}
		for _, item := range v.items {
			c.overlay(item)
			l.Overlays = append(l.Overlays, besideFile(item))
		}
		out = append(out, l)
	}
	return out
}

// overlay checks a name that must be an overlay's.
func (c *compiler) overlay(item *tree) {
	known := slices.Contains(libraryNames(), item.text)
	switch {
	case !c.report.sound(item) || isPath(item.text) || slices.Contains(overlayNames(), item.text):
	case known:
		c.report.report(item.Position, "%s is a scenario, expected an overlay", item.text)
	default:
		c.report.report(item.Position, "there is no overlay %q in the library%s", short(item.text), didYouMean(item.text, overlayNames()))
	}
}
