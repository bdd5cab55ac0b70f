package model

import (
	"corridor/model/bitset"
	"corridor/model/calendar"
)

// programme is the projects laid out by what they alter and when.
type programme struct {
	altered   []alteration
	alteredOn [][]int          // by segment: the alterations of it
	alters    [][]int          // by project: the alterations it has a part in
	service   []calendar.Month // by project: first month with an effect
	agenda    []bitset.Set     // by month: the projects whose effect can differ from the month before
	capex     []float64        // by month: what all projects cost in it, USD million
	upkeep    []float64        // of that: the corridor's part of keeping them going
	others    []float64        // of what they cost: what is borne by traffic outside the corridor
}

func (m *Model) layProgramme() {
	projects, months := len(m.corridor.Projects), m.corridor.Months
	m.service, m.agenda = make([]calendar.Month, projects), bitset.Several(months, projects)
	m.capex, m.upkeep, m.others = make([]float64, months), make([]float64, months), make([]float64, months)
	m.layAlterations()
}

// layAlterations gathers the changes of all projects by what they change.
func (m *Model) layAlterations() {
	type place struct {
		segment  int
		quantity Quantity
	}
	index := map[place]int{}
	m.alters, m.alteredOn = make([][]int, len(m.corridor.Projects)), make([][]int, len(m.corridor.Segments))
	for i := range m.corridor.Projects {
		changes := m.corridor.Projects[i].Changes
		for j := range changes {
			at := place{changes[j].Segment, changes[j].Quantity}
			a, known := index[at]
			if !known {
				a = len(m.altered)
				index[at] = a
				m.alteredOn[at.segment] = append(m.alteredOn[at.segment], a)
				m.altered = append(m.altered, alteration{segment: at.segment, quantity: at.quantity, follows: aspectOf(at.quantity)})
			}
			m.altered[a].efforts = append(m.altered[a].efforts, effort{i, &changes[j]})
			m.alters[i] = append(m.alters[i], a)
		}
	}
}

// refreshProgramme finds anew when projects serve, when their effects move, and what they
// cost.
func (m *Model) refreshProgramme() {
	start, last := m.corridor.Start, m.corridor.Start+calendar.Month(m.corridor.Months-1)
	inService(m.corridor.Projects, m.service)
	clear(m.capex)
	clear(m.upkeep)
	clear(m.others)
	for month := range m.agenda {
		clear(m.agenda[month])
	}
	for i := range m.corridor.Projects {
		p, service := &m.corridor.Projects[i], m.service[i]
		moving := p.moving(service)
		for t := max(moving.first, start); t <= min(moving.last, last); t++ {
			m.agenda[t-start].Add(i)
		}
		p.eachPayment(start, m.corridor.Months, func(month int, musd float64) {
			m.capex[month] += musd
			m.others[month] += float64(p.OthersShare * musd)
		})
		p.keep(1, service, start, m.capex)
		p.keep(1-p.OthersShare, service, start, m.upkeep)
		p.keep(p.OthersShare, service, start, m.others)
	}
}
