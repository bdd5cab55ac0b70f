package model

import (
	"corridor/model/calendar"
	"corridor/model/fill"
)

// corridorCapacity is what the corridor would carry if every market pressed in
// today's proportions: the reach of the allocation, summed. Priority orders what is
// offered; the room that this leaves is pressed by all who were carried whole, so that
// the capacity is that of today's mix and never below throughput.
func (m *Model) corridorCapacity(s *State, out *Outcome) {
	if out.OfferedMt <= 0 {
		m.pressAlike(&s.filling, out.capacity)
	}
	out.CapacityMt, out.Limiting = m.Limit(s, m.own)
}

// YearlyCapacityMt is the capacity of the corridor after a step, as Mt per year:
// found as the month's is, but with every segment at its mean availability over
// the calendar, so that a stormy December does not stand for the year. It changes
// nothing that a further step reads.
func (m *Model) YearlyCapacityMt(s *State, out *Outcome) float64 {
	for i := range m.corridor.Segments {
		s.segments.yearly[i] = float64(s.segments.nameplate[i] * s.segments.meanOpening[i])
	}
	m.usualOutages(s.segments.yearly)
	m.furnish(s.segments.yearly)
	switch {
	case out.OfferedMt <= 0: // nothing moves today
		m.pressAlike(&s.filling, s.segments.yearly)
	case m.sharing.InClasses(): // how much goes first is a matter of how much there is
		for i, mt := range out.FlowOfferedMt {
			s.filling.year[i] = float64(mt * calendar.MonthsPerYear)
		}
		m.press(&s.filling, s.filling.year, s.segments.yearly)
	default:
		m.press(&s.filling, out.FlowOfferedMt, s.segments.yearly)
	}
	capacity, _ := m.Limit(s, m.own)
	return capacity
}

// Limit sums what some flows reach in the last filling without bound, that of
// YearlyCapacityMt where it was called after the step, and finds the segment that
// stops most of it: the one that limits them, −1 where none does. Where several stop
// as much, but for rounding, it is the first in the order of the flows.
func (m *Model) Limit(s *State, flows []int32) (mt float64, segment int) {
	held, reach, holder := s.segments.held, s.filling.reach, s.filling.holder[:len(s.filling.reach)]
	clear(held)
	for _, i := range flows {
		x := reach[i]
		mt += x
		if h := holder[i]; h != fill.None {
			held[h] += x
		}
	}
	segment = fill.None
	most := 0.0
	for _, i := range flows {
		if h := holder[i]; h != fill.None {
			if x := held[h]; segment == fill.None || x > most {
				segment, most = h, float64(x*(1+Rounding))
			}
		}
	}
	return mt, segment
}

// Rounding is the part of a quantity below which two are taken for one.
const Rounding = 1e-9
