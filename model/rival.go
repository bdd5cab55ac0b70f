package model

import "slices"

// terms are what a rival offers: price, time and a penalty for unreliability.
type terms struct {
	costUSD, days, reliabilityUSD float64
}

func (r *Rival) terms(year int) terms {
	return terms{r.CostUSDPerT.At(year), r.Days.At(year), r.ReliabilityUSDPerT.At(year)}
}

// rivals finds the terms of the rivals in the month, shocks and hazards included, and shows them to
// shippers where they have changed.
func (m *Model) rivals(s *State) {
	if year := s.Month.Year(); year != s.rivalsYear {
		s.rivalsYear = year
		for i := range m.corridor.Rivals {
			s.usual[i] = m.corridor.Rivals[i].terms(year)
		}
	}
	copy(s.rivals, s.usual)
	for i := range m.corridor.Shocks {
		shock := &m.corridor.Shocks[i]
		if shock.onRival() && shock.active(s.Month) {
			s.rivals[shock.Rival].costUSD += shock.AddUSDPerT
			s.rivals[shock.Rival].days += shock.AddDays
		}
	}
	m.strains(s)
	if slices.Equal(s.rivals, s.shown) {
		return
	}
	copy(s.shown, s.rivals)
	for i := range m.flows {
		if m.flows[i].rival {
			m.show(i, s)
		}
	}
}
