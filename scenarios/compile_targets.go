package scenarios

import (
	"errors"
	"slices"

	"corridor/model"
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
		month, yearly, err := parsePeriod(v.of("at").string())
		if err == nil && corridor.Months > 0 {
			end := corridor.Start + model.Month(corridor.Months) - 1
			if month < corridor.Start || month > end {
				c.report.report(v.of("at").place(v.value), "the target is set for %s, outside the months simulated, %v to %v", v.of("at").string(), corridor.Start, end)
			}
		}
		t.At, t.Yearly = month, yearly
		out = append(out, t)
	}
	return out
}

func (c *compiler) metrics() map[string]*tables.Expression {
	metrics := map[string]*tables.Expression{}
	for _, v := range c.top.of("metrics").each() {
		if slices.Contains(tables.Metrics(), v.name) {
			c.report.report(v.at, "metric %s has the name of a result column", v.name)
		}
		if e := c.expression(v.of("expression"), metrics); e != nil {
			metrics[v.name] = e
		}
	}
	return metrics
}

func (c *compiler) expression(v value, metrics map[string]*tables.Expression) *tables.Expression {
	if v.tree == nil || v.kind != scalarKind {
		return nil
	}
	e, err := tables.ParseExpression(v.text, metrics)
	var wrong *tables.ExpressionError
	if errors.As(err, &wrong) {
		at := v.Position
		if !v.quoted {
			at.Column += wrong.Offset
		}
		hint := ""
		if wrong.Name != "" {
			names := tables.Metrics()
			for _, m := range c.top.of("metrics").each() {
				names = append(names, m.name)
			}
			hint = didYouMean(wrong.Name, names)
		}
		c.report.report(at, "%s%s", wrong.Message, hint)
		return nil
	}
	return e
}

// levers checks that the overlays a lever names exist.
func (c *compiler) levers() []Lever {
	var out []Lever
	for _, v := range c.top.of("levers").each() {
		l := Lever{Name: v.name}
		for _, item := range v.items {
			if _, ok := libraryFile(item.text); !ok && !isPath(item.text) {
				c.report.report(item.Position, "there is no overlay %q in the library%s", item.text, didYouMean(item.text, overlayNames()))
			}
			l.Overlays = append(l.Overlays, item.text)
		}
		out = append(out, l)
	}
	return out
}

func overlayNames() []string {
	var names []string
	for _, e := range Library() {
		if e.Overlay() {
			names = append(names, e.Name)
		}
	}
	return names
}
