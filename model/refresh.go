package model

import (
	"slices"

	"corridor/model/calendar"
)

// Refresh brings a model up to date after numbers of its Corridor were changed in
// place: growth, sensitivities, costs and days, dates and sizes of projects, shocks.
// It allocates nothing, so that many futures can be run on one model. What is
// connected with what must stay as it was: segments, routes, weights, requirements,
// the months simulated, and whether a segment is congested.
func (m *Model) Refresh() {
	inService(m.Projects, m.service)
	clear(m.capex)
	for month := range m.agenda {
		clear(m.agenda[month])
	}
	for i := range m.Projects {
		p, service := &m.Projects[i], m.service[i]
		moving := p.moving(service)
		for t := max(moving.first, m.Start); t <= min(moving.last, m.Start+calendar.Month(m.Months-1)); t++ {
			m.agenda[t-m.Start].Add(i)
		}
		p.spend(service, m.Start, m.capex)
	}
	first := m.Start.Year()
	for i := range m.Markets {
		m.Markets[i].Growth.path(first, m.annual[i*m.years:(i+1)*m.years])
	}
	for i := range m.flows {
		f := &m.flows[i]
		r := &m.Markets[f.market].Routes[f.route]
		f.penalty = r.ReliabilityUSDPerT
		f.lag = m.Markets[f.market].PerceptionLag
	}
	m.solveConstants()
	m.refreshHazards()
}

// Clone returns a corridor that shares no number with c, to be changed in place.
func (c *Corridor) Clone() Corridor {
	out := *c
	out.Segments = slices.Clone(c.Segments)
	for i := range out.Segments {
		s := &out.Segments[i]
		s.Supply.Fixed.MtPerYear = slices.Clone(s.Supply.Fixed.MtPerYear)
		s.OtherTraffic.Values = slices.Clone(s.OtherTraffic.Values)
		s.CostFrom, s.DaysFrom = slices.Clone(s.CostFrom), slices.Clone(s.DaysFrom)
	}
	out.Rivals = slices.Clone(c.Rivals)
	for i := range out.Rivals {
		r := &out.Rivals[i]
		for _, s := range []*Series{&r.CostUSDPerT, &r.Days, &r.ReliabilityUSDPerT} {
			s.Values = slices.Clone(s.Values)
		}
	}
	out.Markets = slices.Clone(c.Markets)
	for i := range out.Markets {
		m := &out.Markets[i]
		m.Growth.MtPerYear = slices.Clone(m.Growth.MtPerYear)
		m.Growth.Rates = slices.Clone(m.Growth.Rates)
		m.Routes = slices.Clone(m.Routes)
		for j := range m.Routes {
			r := &m.Routes[j]
			r.CostFrom, r.DaysFrom = slices.Clone(r.CostFrom), slices.Clone(r.DaysFrom)
		}
	}
	out.Projects = slices.Clone(c.Projects)
	for i := range out.Projects {
		out.Projects[i].Changes = slices.Clone(out.Projects[i].Changes)
	}
	out.Shocks = slices.Clone(c.Shocks)
	out.Hazards = slices.Clone(c.Hazards)
	out.Water.Given.Values = slices.Clone(c.Water.Given.Values)
	return out
}
