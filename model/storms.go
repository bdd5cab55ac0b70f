package model

import (
	"fmt"

	"corridor/model/calendar"
)

// meanShut is the share of a calendar month that a closure shuts the segment it shuts
// most. The others are shut in proportion.
func (h *Hazard) meanShut(segments []Segment, month int) float64 {
	most := 0.0
	for _, i := range h.Segments {
		most = max(most, 1-segments[i].Availability[month])
	}
	return most
}

func (h *Hazard) checkSpells(name string, c *Corridor) error {
	d := h.Spells
	if !(d.Shortest >= 1 && d.Shortest <= d.Longest && d.Longest <= MostSpellDays) || d.Shortest != float64(int(d.Shortest)) || d.Longest != float64(int(d.Longest)) {
		return fmt.Errorf("%s shuts for %v to %v days, expected whole days from 1 to %d, in order", name, d.Shortest, d.Longest, MostSpellDays)
	}
	for month := range calendar.MonthsPerYear {
		if shut := h.meanShut(c.Segments, month); shut > d.MostShut() {
			return fmt.Errorf("%s: a segment is shut for %v of month %d, more than spells of its length can shut", name, shut, month+1)
		}
	}
	return nil
}

// closure is a closure laid out for drawing.
type closure struct {
	spells Days
	mean   [calendar.MonthsPerYear]float64
	shut   [calendar.MonthsPerYear]shutDays
}

// refresh lays the closure out anew where its spells or its mean have changed.
func (c *closure) refresh(h *Hazard, segments []Segment) {
	var mean [calendar.MonthsPerYear]float64
	for month := range mean {
		mean[month] = h.meanShut(segments, month)
	}
	if c.spells == h.Spells && c.mean == mean {
		return
	}
	c.spells, c.mean = h.Spells, mean
	for month := range c.shut {
		c.shut[month].fill(newSpells(h.Spells, mean[month]), calendar.Days(month))
	}
}

// storms shut the segments that closures befall: for the share of the month that their
// availability leaves, times what the future makes of it.
func (m *Model) storms(s *State, availability []float64) {
	if s.Weather == nil {
		return
	}
	w, month := m.weather(s)
	for _, k := range m.closed {
		shut := float64((1 - m.corridor.Segments[k.on].Availability[s.Month.Index()]) * w.at(k.hazard, month))
		availability[k.on] = s.segments.now[k.on].open(1 - shut)
	}
}
