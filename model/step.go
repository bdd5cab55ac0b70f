package model

import (
	"corridor/model/calendar"
	"corridor/model/fill"
)

// Step simulates one month: it moves the state on and writes the month's outcome
// over out. It allocates nothing.
func (m *Model) Step(s *State, out *Outcome) {
	out.Month = s.Month

	m.capacities(s, out.SegmentCapacityMt, out.Availability)
	m.rivals(s)
	m.potentials(s.Month, s.potential)
	m.surges(s)
	m.eachMarket(func(market, first, end int) { m.choose(market, first, end, s) })
	m.offer(s.potential, s.Share, s.Backlog, out.FlowOfferedMt)

	m.sharing.Allocate(s.filling, out.FlowOfferedMt, out.SegmentCapacityMt,
		fill.Allocation{Given: out.CarriedMt, Binding: s.binding, Reach: s.reach, Holder: s.holder})
	m.queue(out.FlowOfferedMt, out.CarriedMt, s.binding, s.storage, s.Backlog, out.FlowDivertedMt, out.HeldBackMt, out.WaitingMt)
	m.sharing.Load(out.loads, out.CarriedMt, out.LoadMt)
	m.delays(s.crossings, out.LoadMt, out.SegmentCapacityMt, s.Backlog, out.CarriedMt, s.slowed, s.trails, s.delay, s.Perceived)

	m.account(s, out)
	s.Month++
}

// offer is what comes to each flow: o_f = D_m × share_f + backlog_f.
func (m *Model) offer(potential, share, backlog, offered []float64) {
	m.eachMarket(func(market, first, end int) {
		d := potential[market]
		for f := first; f < end; f++ {
			offered[f] = float64(d*share[f]) + backlog[f]
		}
	})
}

// potentials is the demand of each market in month t, Mt: D_m(t) = potential of
// the year ÷ 12 × season × shocks.
func (m *Model) potentials(t calendar.Month, potential []float64) {
	year := t.Year() - m.corridor.Start.Year()
	for i := range m.corridor.Markets {
		d := m.annual[i*m.years+year] / calendar.MonthsPerYear
		potential[i] = float64(d * m.corridor.Markets[i].Season[t.Index()])
	}
	for i := range m.corridor.Shocks {
		if shock := &m.corridor.Shocks[i]; shock.disturbs(shock.Market) && shock.active(t) {
			potential[shock.Market] = float64(potential[shock.Market] * shock.Factor)
		}
	}
}

// capacities finds the conditions of every segment in the month and with them
// K_s(t) in Mt: capacity per year ÷ 12 × availability of the calendar month.
func (m *Model) capacities(s *State, capacity, availability []float64) {
	m.conditionsOf(s)
	copy(availability, s.opening[s.Month.Index()])
	m.storms(s, availability)
	for i := range m.corridor.Shocks {
		if shock := &m.corridor.Shocks[i]; shock.disturbs(shock.Segment) && shock.active(s.Month) {
			availability[shock.Segment] = float64(availability[shock.Segment] * shock.Factor)
		}
	}
	for i := range capacity {
		if availability[i] > 1 {
			availability[i] = 1
		}
		capacity[i] = float64(s.monthly[i] * availability[i])
	}
	m.outages(s, capacity, availability)
}
