//go:build goexperiment.simd && amd64

package model

import "corridor/model/lanes"

// rivals is rivals in lanes.
func (m *ModelLanes) rivals(s *StateLanes) {
	if year := s.Month.Year(); year != s.rivals.year || m.hasDate(s.Month) {
		s.rivals.year = year
		lanes.Scalar()
		for l, of := range m.models {
			for i := range of.corridor.Rivals {
				usual := of.corridor.Rivals[i].terms(s.Month)
				taker{l}.put(&s.rivals.usual[i].costUSD, usual.costUSD)
				taker{l}.put(&s.rivals.usual[i].days, usual.days)
				taker{l}.put(&s.rivals.usual[i].reliabilityUSD, usual.reliabilityUSD)
			}
		}
	}
	lanes.Set(s.rivals.month, s.rivals.usual)
	for i := range m.corridor.Shocks {
		shock := &m.corridor.Shocks[i]
		if on := shock.onRival().And(shock.active(s.Month)); lanes.Any(on) {
			r := &s.rivals.month[shock.Rival]
			r.costUSD = r.costUSD.Add(shock.AddUSDPerT).Merge(r.costUSD, on)
			r.days = r.days.Add(shock.AddDays).Merge(r.days, on)
		}
	}
	m.strains(s)
	moved := lanes.None()
	for i := range s.rivals.month {
		now, was := &s.rivals.month[i], &s.rivals.shown[i]
		moved = moved.Or(now.costUSD.NotEqual(was.costUSD)).Or(now.days.NotEqual(was.days)).Or(now.reliabilityUSD.NotEqual(was.reliabilityUSD))
	}
	if !lanes.Any(moved) {
		return
	}
	lanes.Set(s.rivals.shown, s.rivals.month)
	for i := range m.flows {
		if m.flows[i].rival {
			m.show(i, s)
		}
	}
}
