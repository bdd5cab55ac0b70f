package model

import "corridor/model/calendar"

// weather returns what the hazards come to and the place of the month of a state in
// it: the state's Weather, or the expected values. Where the figures say all it is nil.
func (m *Model) weather(s *State) (w *Weather, month int) {
	if w = s.Weather; w == nil {
		w = m.usual
	}
	if w != nil {
		month = w.month(s.Month)
	}
	return w, month
}

// at returns a hazard's number in a month.
func (w *Weather) at(hazard, month int) float64 { return w.values[hazard*w.months+month] }

// rise is what the hazards make of the level of the water, metres above that of the
// figures.
func (m *Model) rise(s *State) float64 {
	w, month := m.weather(s)
	rise := 0.0
	if w != nil {
		for _, i := range m.walks {
			rise += w.at(i, month)
		}
	}
	return rise
}

// storms shut the segments that closures befall: for the share of the month that their
// availability leaves, times what the future makes of it.
func (m *Model) storms(s *State, availability []float64) {
	if s.Weather == nil {
		return
	}
	w, month := m.weather(s)
	for _, k := range m.closed {
		shut := float64((1 - m.corridor.Segments[k.on].Availability[s.Month.Index()]) * w.at(k.hazard, month))
		availability[k.on] = s.now[k.on].open(1 - shut)
	}
}

// outages take their share of the capacity of the segments they befall, and of the
// time these count as open. Where the capacity contains its outages it is larger in a
// month without any.
func (m *Model) outages(s *State, capacity, availability []float64) {
	w, month := m.weather(s)
	if w == nil {
		return
	}
	for _, k := range m.out {
		left := w.at(k.hazard, month)
		capacity[k.on] = float64(capacity[k.on] * left)
		availability[k.on] = min(1, float64(availability[k.on]*left))
	}
}

// surges multiply the potential of the markets that shocks befall.
func (m *Model) surges(s *State) {
	w, month := m.weather(s)
	if w == nil {
		return
	}
	for _, k := range m.swollen {
		s.potential[k.on] = float64(s.potential[k.on] * w.at(k.hazard, month))
	}
}

// strains make the rivals that shocks befall dearer and slower, in the mean of the
// month.
func (m *Model) strains(s *State) {
	w, month := m.weather(s)
	if w == nil {
		return
	}
	for _, k := range m.strained {
		h, share := &m.corridor.Hazards[k.hazard], w.at(k.hazard, month)
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
		mean := sum(m.usual.of(k.hazard)) / calendar.MonthsPerYear
		yearly[k.on] = float64(yearly[k.on] * mean)
	}
}
