package model

import (
	"math"

	"corridor/model/calendar"
	"corridor/model/fill"
)

// corridorCapacity is what the corridor would carry if every market pressed on it until
// a full segment stopped it: the reach of the allocation, summed. Priority orders what is
// offered; the room that this leaves is pressed by all who were carried whole, so that
// the capacity is never below throughput.
//
// The mix is today's only up to the first full segment. Who is stopped there stays, the
// others rise on, so that services side by side all fill and the sum has the mix of what
// they can take. [Model.MixCapacityMt] keeps the mix.
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

// Reach is what one flow reaches in that filling, and the segment that stops it, −1 for none.
func (m *Model) Reach(s *State, flow int32) (mt float64, segment int) {
	return s.filling.reach[flow], s.filling.holder[flow]
}

// MixCapacityMt is what the corridor carries when all that is carried, given by flow in any
// unit, grows alike until the first segment is full, and that segment:
//
//	x × min K / L
//
// with x the sum over the flows of the corridor, K the capacity of a segment, given, and L
// what the flows use of it, rivals' through the corridor included. It is the reserve capacity
// of a network, the largest multiple of the demands of today that no link stops (Wong & Yang
// 1997, after Zang, Xu, Chen & Yang 2021, doi:10.1007/s11116-021-10208-1). Where nothing is
// carried there is no mix, and it has no value, NaN.
func (m *Model) MixCapacityMt(mt, capacity []float64) (most float64, segment int) {
	x := 0.0
	for _, f := range m.own {
		x += mt[f]
	}
	if segment = fill.None; x <= 0 {
		return math.NaN(), segment
	}
	for i := range m.rooms {
		r := &m.rooms[i]
		used := 0.0
		for k, f := range m.through[r.segment] {
			used += float64(mt[f] * r.uses[k])
		}
		if used <= 0 {
			continue
		}
		if all := float64(capacity[r.segment] * (x / used)); segment == fill.None || all < float64(most*(1-Rounding)) {
			most, segment = all, r.segment
		}
	}
	return most, segment
}

// YearlyMixCapacityMt is the same, as Mt per year, with every segment as YearlyCapacityMt,
// called before, found it.
func (m *Model) YearlyMixCapacityMt(s *State, mt []float64) (float64, int) {
	return m.MixCapacityMt(mt, s.segments.yearly)
}

// Rounding is the part of a quantity below which two are taken for one.
const Rounding = 1e-9
