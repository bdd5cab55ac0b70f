package model

import "corridor/model/calendar"

// AddedCapacityMt is what project i adds to the capacity of its segments, in Mt per
// year: their capacity for the corridor at the calendar's mean availability with it at
// its full effect, less that without it, in the month in which its ramp-up ends and with
// every other project as it stands then. A project on several segments of one route
// counts with the most it adds to any of them; one that never serves adds nothing.
func (m *Model) AddedCapacityMt(i int) float64 {
	p, service := &m.corridor.Projects[i], m.service[i]
	if service == calendar.Never {
		return 0
	}
	at := service + calendar.Month(max(0, p.RampMonths-1))
	effects := make([]float64, len(m.corridor.Projects))
	most := 0.0
	for k := range p.Changes {
		segment := p.Changes[k].Segment
		for _, a := range m.alteredOn[segment] {
			for _, e := range m.altered[a].efforts {
				effects[e.project] = m.corridor.Projects[e.project].Effect(at, m.service[e.project])
			}
		}
		effects[i] = 0
		without := m.usualCapacity(segment, at, effects)
		effects[i] = p.EffectiveShare // before it wears off
		most = max(most, m.usualCapacity(segment, at, effects)-without)
	}
	return most
}

// usualCapacity is the capacity of a segment for the corridor in the year of a month, Mt, with
// the projects at their effects and every hazard at its mean.
func (m *Model) usualCapacity(segment int, t calendar.Month, effects []float64) float64 {
	s := &m.corridor.Segments[segment]
	now := s.base(t, m.corridor.Water.FallM(t.Year()))
	for _, k := range m.alteredOn[segment] {
		a := &m.altered[k]
		now[a.quantity] = a.value(now[a.quantity], effects)
	}
	open := 0.0
	for _, share := range s.Availability {
		open += catchUp(now.open(share), m.paces[segment])
	}
	mt := float64(now.left(now.capacity()) * (open / calendar.MonthsPerYear))
	for _, k := range m.out {
		if k.on == segment && m.usual != nil {
			mt = float64(mt * m.usualOut(k))
		}
	}
	return mt
}
