package model

import "corridor/model/calendar"

// aspects name what follows from the conditions of a segment.
type aspects uint8

const (
	passing aspects = 1 << iota // what can pass and be stored
	way                         // price and time of the flows through it, and whether there is a way
	opening                     // the share of each calendar month it is open
)

// aspectOf tells what follows from a quantity.
func aspectOf(q Quantity) aspects {
	switch q {
	case FreeFlowDays, CostUSDPerT:
		return way
	case Availability, Closure:
		return opening
	}
	return passing
}

// conditionsOf finds the conditions of the segments in the month and what follows from
// them: in the first month all, later only of what has changed since the month before,
// because a year has begun, a dated figure has come or the effect of a project has moved.
func (m *Model) conditionsOf(s *State) {
	first := s.Month != s.segments.at && s.Month != s.segments.at+1
	if first || s.Month.Year() != s.segments.at.Year() || m.hasDate(s.Month) {
		m.turn(s, first)
	}
	m.moveEffects(s, first)
	s.segments.at = s.Month
	for i := range s.projects.altered.Drain() {
		m.alter(s, &m.altered[i])
	}
	m.deploy(s, first)
	for i := range s.segments.derived.Drain() {
		m.derive(s, i)
	}
	for i := range s.flows.rerouted.Drain() {
		m.reroute(s, i)
	}
}

// turn finds the conditions before projects in a month that begins a year or in which a
// dated figure changes.
func (m *Model) turn(s *State, first bool) {
	fall := m.corridor.Water.FallM(s.Month.Year()) - m.rise(s)
	for i := range m.corridor.Segments {
		if first {
			s.segments.base[i] = m.corridor.Segments[i].base(s.Month, fall)
			s.segments.now[i] = s.segments.base[i]
			s.move(i, passing|way|opening)
		} else if follows := m.corridor.Segments[i].turn(s.Month, fall, &s.segments.base[i], &s.segments.now[i]); follows != 0 {
			s.move(i, follows)
		}
	}
	for i := range m.altered {
		if s.segments.aspects[m.altered[i].segment] != 0 {
			s.projects.altered.Add(i)
		}
	}
	if first {
		clear(s.segments.closed)
		clear(s.flows.shut)
		for i := range m.flows {
			s.flows.rerouted.Add(i)
			s.markets.turned[m.flows[i].market] = true
		}
	}
	for _, i := range m.redated {
		s.flows.rerouted.Add(int(i))
	}
}

// move marks that something of a segment is to be derived anew.
func (s *State) move(segment int, follows aspects) {
	s.segments.derived.Add(segment)
	s.segments.aspects[segment] |= follows
}

// moveEffects finds the effects that can move in the month, in the first month all, and
// marks what those alter that have.
func (m *Model) moveEffects(s *State, first bool) {
	if first {
		for i := range m.corridor.Projects {
			m.moveEffect(s, i)
		}
		return
	}
	for i := range m.agenda[s.Month-m.corridor.Start].All() {
		m.moveEffect(s, i)
	}
}

func (m *Model) moveEffect(s *State, project int) {
	effect := m.corridor.Projects[project].Effect(s.Month, m.service[project])
	if effect != s.projects.effects[project] {
		s.projects.effects[project] = effect
		for _, a := range m.alters[project] {
			s.projects.altered.Add(a)
		}
	}
}

// alter finds an altered quantity anew.
func (m *Model) alter(s *State, a *alteration) {
	now := &s.segments.now[a.segment][a.quantity]
	if value := a.value(s.segments.base[a.segment][a.quantity], s.projects.effects); value != *now {
		*now = value
		s.move(a.segment, a.follows)
	}
}

// derive finds what follows from the conditions of a segment, and marks the flows
// through it when their way changes: price, time, or being there.
func (m *Model) derive(s *State, i int) {
	now, crossing, follows := &s.segments.now[i], &s.segments.crossings[i], s.segments.aspects[i]
	s.segments.aspects[i] = 0
	if follows&passing != 0 {
		practical := now.capacity()
		if closed := practical <= 0; closed != s.segments.closed[i] {
			s.segments.closed[i] = closed
			m.shut(s, i, closed)
			follows |= way
		}
		nameplate := now.left(float64(practical * s.segments.deployed[i]))
		s.segments.nameplate[i], s.segments.monthly[i] = nameplate, nameplate/calendar.MonthsPerYear
		s.segments.storage[i] = positive(now[StorageMt])
	}
	if follows&opening != 0 {
		sum := 0.0
		for month, share := range m.corridor.Segments[i].Availability {
			open := now.open(share)
			s.segments.opening[month][i] = open
			sum += catchUp(open, m.paces[i])
		}
		s.segments.meanOpening[i] = sum / calendar.MonthsPerYear
	}
	if follows&way != 0 {
		crossing.usdPerT, crossing.days = now[CostUSDPerT], now[FreeFlowDays]
		for _, f := range m.through[i] {
			s.flows.rerouted.Add(int(f))
		}
	}
}

// shut counts, for each flow through a segment, one closed segment more or less.
func (m *Model) shut(s *State, segment int, closed bool) {
	more := int32(-1)
	if closed {
		more = 1
	}
	for _, f := range m.through[segment] {
		s.flows.shut[f] += more
	}
}

// reroute finds what flow i pays and how long it takes, and whether there is a way for
// it.
func (m *Model) reroute(s *State, i int) {
	f := &m.flows[i]
	r := &m.corridor.Markets[f.market].Routes[f.route]
	usdPerT, days := dated(r.CostUSDPerT, r.CostFrom, s.Month), dated(r.Days, r.DaysFrom, s.Month)
	s.flows.price[i], s.flows.days[i] = cross(m.ways[f.first:f.end], s.segments.crossings, usdPerT, days)
	if open := s.flows.shut[i] == 0; open != s.flows.open[i] {
		s.flows.open[i], s.markets.turned[f.market] = open, true
	}
	m.show(i, s)
}

// cross adds to a price and a time what each segment of a way asks. It is not inlined:
// where it was, its loop ran out of registers.
//
//go:noinline
func cross(way []int32, crossings []crossing, usdPerT, days float64) (float64, float64) {
	for _, segment := range way {
		c := &crossings[segment]
		usdPerT += c.usdPerT
		days += c.days
	}
	return usdPerT, days
}
