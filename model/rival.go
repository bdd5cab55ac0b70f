package model

import "slices"

// terms are what a rival, a route or a segment asks of shippers before any delay.
type terms struct {
	costUSD, days, reliabilityUSD float64 // USD/t, days, and USD/t for being unreliable
}

// terms returns what the rival asks in a year, without shocks.
func (r *Rival) terms(year int) terms {
	return terms{r.CostUSDPerT.At(year), r.Days.At(year), r.ReliabilityUSDPerT.At(year)}
}

// rivals finds the terms of the rivals in the month, shocks and hazards included, and
// shows them to shippers where they have changed.
func (m *Model) rivals(s *State) {
	if year := s.Month.Year(); year != s.rivals.year {
		s.rivals.year = year
		for i := range m.corridor.Rivals {
			s.rivals.usual[i] = m.corridor.Rivals[i].terms(year)
		}
	}
	copy(s.rivals.month, s.rivals.usual)
	for i := range m.corridor.Shocks {
		shock := &m.corridor.Shocks[i]
		if shock.onRival() && shock.active(s.Month) {
			s.rivals.month[shock.Rival].costUSD += shock.AddUSDPerT
			s.rivals.month[shock.Rival].days += shock.AddDays
		}
	}
	m.strains(s)
	if slices.Equal(s.rivals.month, s.rivals.shown) {
		return
	}
	copy(s.rivals.shown, s.rivals.month)
	for i := range m.flows {
		if m.flows[i].rival {
			m.show(i, s)
		}
	}
}
