package model

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
// because a year has begun or the effect of a project has moved.
func (m *Model) conditionsOf(s *State) {
	first := s.Month != s.at && s.Month != s.at+1
	if first || s.Month.Year() != s.at.Year() {
		m.turnOfYear(s, first)
	}
	m.moveEffects(s, first)
	s.at = s.Month
	for _, i := range s.altered.take() {
		m.alter(s, &m.altered[i])
	}
	for _, i := range s.derived.take() {
		m.derive(s, int(i))
	}
	for _, i := range s.rerouted.take() {
		m.reroute(s, int(i))
	}
}

// turnOfYear finds the conditions before projects of a year that has begun.
func (m *Model) turnOfYear(s *State, first bool) {
	year := s.Month.Year()
	fall := m.Water.FallM(year) - m.rise(s)
	for i := range m.Segments {
		if first {
			s.base[i] = m.Segments[i].base(year, fall)
			s.now[i] = s.base[i]
			s.move(i, passing|way|opening)
		} else if m.Segments[i].turn(year, fall, &s.base[i], &s.now[i]) {
			s.move(i, passing)
		}
	}
	for i := range m.altered {
		if s.aspects[m.altered[i].segment] != 0 {
			s.altered.add(i)
		}
	}
	if first {
		for i := range m.flows {
			s.rerouted.add(i)
			s.turned[m.flows[i].market] = true
		}
	}
}

// move marks that something is to be derived anew of a segment.
func (s *State) move(segment int, follows aspects) {
	s.derived.add(segment)
	s.aspects[segment] |= follows
}

// moveEffects finds the effect of each project, and marks what it alters when it has
// moved.
func (m *Model) moveEffects(s *State, first bool) {
	for i, moving := range m.moving {
		if !first && !moving.holds(s.Month) {
			continue
		}
		effect := m.Projects[i].Effect(s.Month, m.service[i])
		if effect == s.effects[i] {
			continue
		}
		s.effects[i] = effect
		for _, a := range m.alters[i] {
			s.altered.add(a)
		}
	}
}

// alter finds an altered quantity anew.
func (m *Model) alter(s *State, a *alteration) {
	now := &s.now[a.segment][a.quantity]
	if value := a.value(s.base[a.segment][a.quantity], s.effects); value != *now {
		*now = value
		s.move(a.segment, a.follows)
	}
}

// derive finds what follows from the conditions of a segment, and marks the flows
// through it when their way changes: price, time, or being there.
func (m *Model) derive(s *State, i int) {
	now, crossing, follows := &s.now[i], &s.crossings[i], s.aspects[i]
	s.aspects[i] = 0
	if follows&passing != 0 {
		practical := now.capacity()
		closed := 0
		if practical <= 0 {
			closed = 1
		}
		if closed != crossing.closed {
			crossing.closed = closed
			follows |= way
		}
		s.nameplate[i] = max(0, practical-now[OtherTraffic])
		s.monthly[i] = s.nameplate[i] / MonthsPerYear
		s.storage[i] = max(0, now[StorageMt])
	}
	if follows&opening != 0 {
		sum := 0.0
		for month, share := range m.Segments[i].Availability {
			open := now.open(share)
			s.opening[month][i] = open
			sum += open
		}
		s.meanOpening[i] = sum / MonthsPerYear
	}
	if follows&way != 0 {
		crossing.usdPerT, crossing.days = now[CostUSDPerT], now[FreeFlowDays]
		for _, u := range m.users[i] {
			s.rerouted.add(int(u.flow))
		}
	}
}

// reroute finds what flow i pays and how long it takes, and whether there is a way for
// it.
func (m *Model) reroute(s *State, i int) {
	f, crossings := &m.flows[i], s.crossings
	price, days, closed := f.fixedCost, f.ownDays, 0
	for _, segment := range m.ways[f.first:f.end] {
		c := &crossings[segment]
		price += c.usdPerT
		days += c.days
		closed += c.closed
	}
	s.price[i], s.days[i] = price, days
	if open := closed == 0; open != s.open[i] {
		s.open[i], s.turned[f.market] = open, true
	}
	m.show(i, s)
}
