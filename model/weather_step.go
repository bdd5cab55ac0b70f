package model

// weather returns what the hazards come to in the month of a state: those of its
// Weather, or the expected ones. Where all are as the figures say it is nil.
func (m *Model) weather(s *State) []float64 {
	switch {
	case s.Weather != nil:
		return s.Weather.in(s.Month)
	case m.usual != nil:
		return m.usual.in(s.Month)
	}
	return nil
}

// afloat raises the water of the segments by what the hazards make of its level.
func (m *Model) afloat(s *State, now []conditions) {
	weather := m.weather(s)
	if weather == nil || len(m.walks) == 0 {
		return
	}
	rise := 0.0
	for _, i := range m.walks {
		rise += weather[i]
	}
	for i := range now {
		now[i][fallM] -= rise
	}
}

// storms shut the segments that closures befall: for the share of the month that their
// availability leaves, times what the future makes of it.
func (m *Model) storms(s *State, availability []float64) {
	if s.Weather == nil {
		return
	}
	weather, month := m.weather(s), s.Month.Index()
	for _, k := range m.closed {
		shut := float64((1 - m.Segments[k.on].Availability[month]) * weather[k.hazard])
		availability[k.on] = s.now[k.on].open(1 - shut)
	}
}

// outages take their share of the capacity of the segments they befall, and of the
// time these count as open. Where the capacity contains its outages it is larger in a
// month without any.
func (m *Model) outages(s *State, capacity, availability []float64) {
	weather := m.weather(s)
	if weather == nil {
		return
	}
	for _, k := range m.out {
		capacity[k.on] = float64(capacity[k.on] * weather[k.hazard])
		availability[k.on] = min(1, float64(availability[k.on]*weather[k.hazard]))
	}
}

// surges multiply the potential of the markets that shocks befall.
func (m *Model) surges(s *State) {
	weather := m.weather(s)
	if weather == nil {
		return
	}
	for _, k := range m.swollen {
		s.potential[k.on] = float64(s.potential[k.on] * weather[k.hazard])
	}
}

// strains make the rivals that shocks befall dearer and slower, in the mean of the
// month.
func (m *Model) strains(s *State) {
	weather := m.weather(s)
	if weather == nil {
		return
	}
	for _, k := range m.strained {
		h, share := &m.Hazards[k.hazard], weather[k.hazard]
		s.rivals[k.on].costUSD += float64(h.AddUSDPerT * share)
		s.rivals[k.on].days += float64(h.AddDays * share)
	}
}

// usualOutages takes the mean of the outages over the calendar off capacities that do
// not contain them.
func (m *Model) usualOutages(yearly []float64) {
	if m.usual == nil {
		return
	}
	for _, k := range m.out {
		mean := 0.0
		for month := range MonthsPerYear {
			mean += *m.usual.at(month, k.hazard)
		}
		yearly[k.on] = float64(yearly[k.on] * (mean / MonthsPerYear))
	}
}
