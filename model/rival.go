package model

import (
	"slices"

	"corridor/model/calendar"
)

// terms are what a rival, a route or a segment asks of shippers before any delay.
type terms struct {
	costUSD, days, reliabilityUSD float64 // USD/t, days, and USD/t for being unreliable
}

// terms returns what the rival asks in a month, without shocks.
func (r *Rival) terms(t calendar.Month) terms {
	return terms{r.CostUSDPerT.In(t), r.Days.In(t), r.ReliabilityUSDPerT.In(t)}
}

// rivals finds the terms of the rivals in the month, shocks and hazards included, and
// shows them to shippers where they have changed.
func (m *Model) rivals(s *State) {
	if year := s.Month.Year(); year != s.rivals.year || m.hasDate(s.Month) {
		s.rivals.year = year
		for i := range m.corridor.Rivals {
			s.rivals.usual[i] = m.corridor.Rivals[i].terms(s.Month)
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
