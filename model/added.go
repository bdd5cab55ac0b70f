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
	for k := range m.corridor.Projects {
		effects[k] = m.corridor.Projects[k].Effect(at, m.service[k])
	}
	effects[i] = 0
	without := m.usualCapacities(at, effects)
	effects[i] = p.EffectiveShare // before it wears off
	most := 0.0
	for s, capacity := range m.usualCapacities(at, effects) {
		most = max(most, capacity-without[s])
	}
	return most
}

// usualCapacities is the capacity of every segment for the corridor in the year of a
// month, Mt, with the projects at their effects and every hazard at its mean.
func (m *Model) usualCapacities(t calendar.Month, effects []float64) []float64 {
	fall := m.corridor.Water.FallM(t.Year())
	now, yearly := make([]conditions, len(m.corridor.Segments)), make([]float64, len(m.corridor.Segments))
	for s := range m.corridor.Segments {
		now[s] = m.corridor.Segments[s].base(t, fall)
	}
	for k := range m.altered {
		quantity := &now[m.altered[k].segment][m.altered[k].quantity]
		*quantity = m.altered[k].value(*quantity, effects)
	}
	for s := range now {
		open := 0.0
		for _, share := range m.corridor.Segments[s].Availability {
			open += catchUp(now[s].open(share), m.paces[s])
		}
		yearly[s] = float64(now[s].left(now[s].capacity()) * (open / calendar.MonthsPerYear))
	}
	m.usualOutages(yearly)
	return yearly
}
