package model

// aspects are what follows from the conditions of a segment.
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

// moved is what has changed since it was last looked at.
type moved struct {
	altered []bool    // by alteration: the effect of one of its projects
	aspects []aspects // by segment: the conditions
	ways    []bool    // by flow: the way of a segment it passes
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
	for i := range m.altered {
		if s.moved.altered[i] {
			s.moved.altered[i] = false
			m.alter(s, &m.altered[i])
		}
	}
	ways := first
	for i, follows := range s.moved.aspects {
		if follows != 0 {
			s.moved.aspects[i] = 0
			ways = m.derive(s, i, follows) || ways
		}
	}
	if ways {
		m.routes(s)
	}
}

// turnOfYear finds the conditions before projects of a year that has begun.
func (m *Model) turnOfYear(s *State, first bool) {
	year := s.Month.Year()
	fall := m.Water.FallM(year)
	for i := range m.Segments {
		if first {
			s.base[i] = m.Segments[i].base(year, fall)
			s.now[i] = s.base[i]
			s.moved.aspects[i] = passing | way | opening
		} else if m.Segments[i].turn(year, fall, &s.base[i], &s.now[i]) {
			s.moved.aspects[i] |= passing
		}
	}
	for i := range m.altered {
		a := &m.altered[i]
		s.moved.altered[i] = s.moved.altered[i] || s.moved.aspects[a.segment] != 0
	}
	if first {
		for i := range s.moved.ways {
			s.moved.ways[i] = true
		}
		for market := range s.turned {
			s.turned[market] = true
		}
	}
}

// moveEffects finds the effect of each project, and marks what it alters when it has
// moved.
func (m *Model) moveEffects(s *State, first bool) {
	for i := range m.Projects {
		if !first && !m.moving[i].holds(s.Month) {
			continue
		}
		effect := m.Projects[i].Effect(s.Month, m.service[i])
		if effect == s.effects[i] {
			continue
		}
		s.effects[i] = effect
		for _, a := range m.alters[i] {
			s.moved.altered[a] = true
		}
	}
}

// alter finds an altered quantity anew.
func (m *Model) alter(s *State, a *alteration) {
	now := &s.now[a.segment][a.quantity]
	if value := a.value(s.base[a.segment][a.quantity], s.effects); value != *now {
		*now = value
		s.moved.aspects[a.segment] |= aspectOf(a.quantity)
	}
}

// derive finds what follows from the conditions of a segment. It tells whether that
// changes the way of the flows through it: price, time, or being there.
func (m *Model) derive(s *State, i int, follows aspects) bool {
	now, crossing := &s.now[i], &s.crossings[i]
	if follows&passing != 0 {
		practical := now.capacity()
		if built := practical > 0; built == (crossing.closed != 0) {
			crossing.closed = 1
			if built {
				crossing.closed = 0
			}
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
	if follows&way == 0 {
		return false
	}
	crossing.usdPerT, crossing.days = now[CostUSDPerT], now[FreeFlowDays]
	for _, u := range m.users[i] {
		s.moved.ways[u.flow] = true
	}
	return true
}

// routes finds what each flow whose way has changed pays and how long it takes, and
// whether there is a way for it.
func (m *Model) routes(s *State) {
	for i := range m.flows {
		if !s.moved.ways[i] {
			continue
		}
		s.moved.ways[i] = false
		f := &m.flows[i]
		crossings, price, days, closed := s.crossings, f.fixedCost, f.ownDays, 0
		for _, l := range m.legsOf(f) {
			c := &crossings[l.segment]
			price += c.usdPerT
			days += c.days
			closed |= c.closed
		}
		s.price[i], s.days[i] = price, days
		if open := closed == 0; open != s.open[i] {
			s.open[i], s.turned[f.market] = open, true
		}
		m.ask(i, s)
	}
}
