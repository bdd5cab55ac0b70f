package report

import (
	"math"

	"corridor/sim/tables"
)

// finding is the answer in one line, the title of the page: how the target of what is carried
// comes out, or the first; without one what is carried in the last year.
func (m *topic) finding(all []target) string {
	t := leadingTarget(all)
	switch {
	case t == nil && m.run != nil:
		last := m.lastYear()
		return m.w.Say("%[1]s Mt are carried in %[2]d, and %[3]s would be if nothing limited it", m.value(carried, last), last, m.value(demand, last))
	case t == nil:
		last := m.lastYear()
		return m.w.Say("In nine of ten of many futures %[1]s to %[2]s Mt are carried in %[3]d", m.spread(carried, last, tables.Quantiles.P05), m.spread(carried, last, tables.Quantiles.P95), last)
	case !t.Judged && t.chance.draws == 0:
		return m.w.Say("%[1]s: nothing judges it", t.dated(m.w))
	case !t.Judged:
		return m.w.Say("%[1]s: %[2]s, met in %[3]s of %[4]s futures", t.dated(m.w), m.said(t.chance.verdict()), m.shareOf(t.chance), m.whole(t.chance.draws))
	}
	title := m.w.Say("%[1]s: missed", t.dated(m.w))
	free := t.unlimited
	switch {
	case t.Met && !math.IsNaN(t.value):
		title = m.w.Say("%[1]s: met, with %[2]s", t.dated(m.w), t.reading(t.value))
	case t.Met:
		title = m.w.Say("%[1]s: met", t.dated(m.w))
	case !math.IsNaN(t.value) && !math.IsNaN(free):
		title = m.w.Say("%[1]s: missed, with %[2]s, and %[3]s if nothing limited it", t.dated(m.w), t.reading(t.value), t.reading(free))
	case !math.IsNaN(t.value):
		title = m.w.Say("%[1]s: missed, with %[2]s", t.dated(m.w), t.reading(t.value))
	}
	if c := t.chance; c.draws > 0 && (c.verdict() == "met") != t.Met || c.draws > 0 && c.verdict() == "undecided" {
		title = m.w.Say("%[1]s; met in %[2]s of %[3]s futures", title, m.shareOf(c), m.whole(c.draws))
	}
	return title
}

// leadingTarget is the first of what is carried, or the first of all.
func leadingTarget(all []target) *target {
	for i := range all {
		if all[i].aim.Metric.String() == tables.Annual.ThroughputMt.Name {
			return &all[i]
		}
	}
	if len(all) > 0 {
		return &all[0]
	}
	return nil
}
