package language

import (
	"slices"

	"corridor/model"
	"corridor/model/calendar"
	"corridor/scenarios/text"
	"corridor/sim/tables"
)

func (c *compiler) targets(corridor *model.Corridor, metrics map[string]*tables.Expression) []tables.Target {
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
				c.report.Mistake(v.of("at").place(v.value), "the target %s is set for %s, outside the months simulated, %v to %v", v.name, v.of("at").string(), corridor.Start, end)
			}
		}
		t.At = at
		out = append(out, t)
	}
	return out
}

// Names are those of the library: of overlays, to which levers and experiments may lead, and
// of scenarios, to which they may not.
type Names struct{ Overlays, Scenarios []string }

// overlay checks a name that must be an overlay's.
func (c *compiler) overlay(item *text.Tree) {
	switch {
	case !c.report.Sound(item) || IsPath(item.Text) || slices.Contains(c.known.Overlays, item.Text):
	case slices.Contains(c.known.Scenarios, item.Text):
		c.report.Mistake(item.Position, "%s is a scenario, expected an overlay", item.Text)
	default:
		c.report.Mistake(item.Position, "there is no overlay %q in the library%s", text.Short(item.Text), text.DidYouMean(item.Text, c.known.Overlays))
	}
}
