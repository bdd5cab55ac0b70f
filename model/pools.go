package model

import "corridor/model/fill"

// pools are the pools of ships, laid out by service.
type pools struct {
	fleets []fleet
	berths []berth
	served fill.Groups // the segments they serve, to find what is offered to
}

// fleet is a pool as it is laid out: the places of its services among those of all pools.
type fleet struct {
	first, end  int
	speed       float64
	sensitivity float64
}

// berth is a service of a pool, and what it was in the base year.
type berth struct {
	pool, service int
	segment       int     // −1 for a trade
	ships         float64 // n⁰, of those of the pool, which add to 1
	stated        float64 // what ships are counted by: capacity as stated, Mt per year
	perVessel     float64 // and what a vessel adds to it, of a segment with vessels
	rate          float64 // p⁰
	perShip       float64 // V⁰/n⁰, Mt per year
	full          float64 // K⁰/n⁰
}

// layPools finds which segments ships of a pool serve.
func (m *Model) layPools() {
	m.berths, m.fleets = nil, nil
	pooled := make([]bool, len(m.corridor.Segments))
	for i := range m.corridor.Pools {
		f := fleet{first: len(m.berths)}
		for j := range m.corridor.Pools[i].Services {
			segment := m.corridor.Pools[i].Services[j].Segment
			m.berths = append(m.berths, berth{pool: i, service: j, segment: segment})
			if segment >= 0 {
				pooled[segment] = true
			}
		}
		f.end = len(m.berths)
		m.fleets = append(m.fleets, f)
	}
	m.served = m.sharing.With(func(i int) bool { return pooled[m.rooms[i].segment] })
}

// refreshPools finds anew what the services were in the base year.
func (m *Model) refreshPools() {
	for i := range m.fleets {
		f := &m.fleets[i]
		f.speed, f.sensitivity = m.corridor.Pools[i].Speed, m.corridor.Pools[i].Sensitivity
		days := 0.0
		for j := f.first; j < f.end; j++ {
			days += m.refreshBerth(&m.berths[j])
		}
		for j := f.first; j < f.end; j++ {
			b := &m.berths[j]
			if b.ships > 0 { // a future can have a service without
				b.ships /= days
				b.perShip, b.full = b.perShip/b.ships, b.full/b.ships
			}
		}
	}
}

// refreshBerth finds anew what a service was in the base year, and how many ships times a
// number that is the same for all of its pool.
func (m *Model) refreshBerth(b *berth) float64 {
	v, year := &m.corridor.Pools[b.pool].Services[b.service], m.corridor.baseYear()
	offered := v.DemandMt.At(year)
	if b.segment < 0 {
		b.stated, b.rate = v.CapacityMt.At(year), v.RateUSDPerT.At(year)
		b.full = b.stated
	} else {
		s := &m.corridor.Segments[b.segment]
		q := s.base(m.corridor.BaseMonth(), m.corridor.Water.FallM(year))
		b.full = float64(q.capacity() * s.meanOpen())
		b.perVessel = 0
		if q[Vessels] > 0 {
			b.perVessel = (q.stated() - q[Capacity]) / q[Vessels]
		}
		b.stated = b.count(&q)
		b.rate = v.RateUSDPerT.At(year)
		if len(v.RateUSDPerT.Years) == 0 {
			b.rate = s.baseTerms(m.corridor.BaseMonth()).costUSD
		}
		offered = m.baseOffer(b.segment) + positive(q[OtherTraffic])
	}
	b.ships = float64(b.full * v.VoyageDays)
	b.perShip = min(offered, b.full)
	if b.perShip == 0 {
		b.perShip = b.full // nobody can tell what its ships earned
	}
	return b.ships
}

// count is the capacity by which the ships of a segment are counted.
func (b *berth) count(q *conditions) float64 {
	return positive(q[Capacity] + float64(q[Vessels]*b.perVessel))
}

// baseOffer is what the markets bring to a segment in the base year, Mt.
func (m *Model) baseOffer(segment int) float64 {
	year := m.corridor.baseYear()
	return m.use(segment, func(i int32) float64 {
		f := &m.flows[i]
		market := &m.corridor.Markets[f.market]
		if r := &market.Routes[f.route]; !r.Later {
			return float64(market.PotentialMt(year) * r.Share)
		}
		return 0
	})
}

func (m *Model) weightOn(f *flow, segment int) float64 {
	for _, l := range m.legsOf(f) {
		if l.segment == segment {
			return l.weight
		}
	}
	return 0
}
