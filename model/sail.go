package model

import (
	"corridor/model/calendar"
	"corridor/model/portable"
)

// sail moves the ships of each pool a part of the way to where they would be at what they
// earn in the month (see Pool): a multinomial logit (McFadden 1974, in Zarembka, Frontiers in
// Econometrics) in pivot form (Kumar 1980, Transportation Research Record 775) on the logarithm
// of earnings, by which tonnage follows freight rates (Koopmans 1939, Tanker Freight Rates and
// Tankship Building).
func (m *Model) sail(s *State, out *Outcome) {
	if len(m.fleets) == 0 {
		return
	}
	p := &s.pools
	m.sharing.Load(m.served, out.FlowOfferedMt, p.offered)
	m.fullest(p.offered)
	for i := range m.fleets {
		f := &m.fleets[i]
		ships, drawn := p.ships[f.first:f.end], p.drawn[f.first:f.end]
		copy(p.sailed[f.first:f.end], ships)
		for j := range drawn {
			at := f.first + j
			p.earned[at], p.carried[at] = m.earnings(s, out, at)
			drawn[j] = float64(m.berths[at].ships * portable.Pow(p.earned[at], f.sensitivity))
		}
		all, total := sum(drawn), sum(ships)
		if all <= 0 {
			continue // nothing is earned anywhere
		}
		for j := range ships {
			ships[j] += float64(f.speed * (float64(total*(drawn[j]/all)) - ships[j]))
		}
	}
}

// earnings are what a ship earns on a service in the month, 1 being what it earned there in
// the base year, and what all of them carry, Mt per year.
func (m *Model) earnings(s *State, out *Outcome, j int) (earned, carried float64) {
	b, ships := &m.berths[j], s.pools.ships[j]
	if b.ships == 0 {
		return 0, 0
	}
	v, year := &m.corridor.Pools[b.pool].Services[b.service], s.Month.Year()
	rate, offered, most := v.RateUSDPerT.At(year), v.DemandMt.At(year), b.full
	if b.segment >= 0 {
		now := &s.segments.now[b.segment]
		if len(v.RateUSDPerT.Years) == 0 {
			rate = s.segments.crossings[b.segment].usdPerT
		}
		offered = float64(s.pools.offered[b.segment]*calendar.MonthsPerYear) + positive(now[OtherTraffic])
		if own := s.pools.own[j]; own > 0 {
			most = float64(now.capacity()*catchUp(out.Availability[b.segment], m.paces[b.segment])) / own
		}
	}
	if carried = float64(most * ships); offered < carried {
		carried, most = offered, offered/ships
	}
	pay := 1.0
	if b.rate > 0 {
		pay = rate / b.rate
	}
	return float64(pay*most) / b.perShip, carried
}
