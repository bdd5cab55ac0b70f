package model

import "corridor/model/calendar"

// Corridor returns what the model was made of, for reading; Change changes it.
func (m *Model) Corridor() *Corridor { return &m.corridor }

// Change lets the caller change numbers of the corridor in place, and brings the model up
// to date with them: growth, sensitivities, costs and days, dates and sizes of projects,
// shocks. It allocates nothing, so that many futures can be run on one model. What is
// connected with what must stay as it was: segments, routes, weights, requirements, the
// months simulated, and whether a segment is congested. States are to be Reset after it.
func (m *Model) Change(change func(c *Corridor)) {
	change(&m.corridor)
	m.refresh()
}

// refresh finds anew all that follows from numbers of the corridor.
func (m *Model) refresh() {
	inService(m.corridor.Projects, m.service)
	clear(m.capex)
	for month := range m.agenda {
		clear(m.agenda[month])
	}
	for i := range m.corridor.Projects {
		p, service := &m.corridor.Projects[i], m.service[i]
		moving := p.moving(service)
		for t := max(moving.first, m.corridor.Start); t <= min(moving.last, m.corridor.Start+calendar.Month(m.corridor.Months-1)); t++ {
			m.agenda[t-m.corridor.Start].Add(i)
		}
		p.spend(service, m.corridor.Start, m.capex)
	}
	first := m.corridor.Start.Year()
	for i := range m.corridor.Markets {
		m.corridor.Markets[i].Growth.path(first, m.annual[i*m.years:(i+1)*m.years])
	}
	for i := range m.flows {
		f := &m.flows[i]
		r := &m.corridor.Markets[f.market].Routes[f.route]
		f.penalty = r.ReliabilityUSDPerT
		f.lag = m.corridor.Markets[f.market].PerceptionLag
	}
	m.solveConstants()
	m.refreshHazards()
}
