package model

// conditionsOf applies the projects to the segments: to all when a year begins, and
// otherwise to those that a project changes whose effect has moved.
func (m *Model) conditionsOf(s *State) {
	newYear := s.Month.Year() != s.year
	if newYear {
		s.year = s.Month.Year()
		m.unchanged(s.year, s.base)
		m.afloat(s, s.base)
	}
	moved := newYear
	for i := range s.moved {
		s.moved[i] = newYear
	}
	for i := range m.Projects {
		p := &m.Projects[i]
		if effect := p.Effect(s.Month, m.service[i]); effect != s.effects[i] {
			s.effects[i], moved = effect, true
			for j := range p.Changes {
				s.moved[p.Changes[j].Segment] = true
			}
		}
	}
	if !moved {
		return
	}
	ways := newYear
	for i := range m.Segments {
		if s.moved[i] {
			ways = m.derive(s, i) || ways
		}
	}
	if ways {
		m.routes(s)
	}
}

// derive finds the conditions of a segment and what follows from them. It tells
// whether that changes the way of the flows through it: price, time, or being there.
func (m *Model) derive(s *State, i int) (ways bool) {
	now, factor := &s.now[i], ones
	price, days, built := now[CostUSDPerT], s.freeFlow[i], s.built[i]
	*now = s.base[i]
	for _, e := range m.efforts[i] {
		if effect := s.effects[e.project]; effect != 0 {
			e.change.apply(effect, now, &factor)
		}
	}
	if len(m.efforts[i]) > 0 {
		now.scale(&factor)
	}
	practical := now.capacity()
	s.built[i] = practical > 0
	s.nameplate[i] = max(0, practical-now[OtherTraffic])
	s.storage[i] = max(0, now[StorageMt])
	s.freeFlow[i] = now[FreeFlowDays]
	return price != now[CostUSDPerT] || days != s.freeFlow[i] || built != s.built[i]
}

// routes finds what each flow pays and how long it takes, and whether there is a way for it.
func (m *Model) routes(s *State) {
	for i := range m.flows {
		f := &m.flows[i]
		price, days, open := f.fixedCost, f.ownDays, true
		for _, l := range m.legsOf(f) {
			price += s.now[l.segment][CostUSDPerT]
			days += s.freeFlow[l.segment]
			open = open && s.built[l.segment]
		}
		s.price[i], s.days[i], s.open[i] = price, days, open
	}
}

// unchanged sets the conditions of a year before any project.
func (m *Model) unchanged(year int, now []conditions) {
	fall := m.Water.FallM(year)
	for i := range m.Segments {
		now[i] = m.Segments[i].base(year, fall)
	}
}

// ones are factors that change nothing.
var ones = func() (q conditions) {
	for i := range q {
		q[i] = 1
	}
	return q
}()

// scale multiplies the conditions by the factors gathered from the projects.
func (q *conditions) scale(factor *conditions) {
	for i := range q {
		q[i] = float64(q[i] * factor[i])
	}
}
