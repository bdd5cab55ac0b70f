//go:build goexperiment.simd && amd64

package model

import "corridor/model/lanes"

// turn is turn in lanes.
func (m *ModelLanes) turn(s *StateLanes, first bool) {
	fall := m.rise(s)
	lanes.Scalar()
	for l, of := range m.models {
		at := lanes.Lane(&fall, l)
		*at = of.corridor.Water.FallM(s.Month.Year()) - *at
	}
	for i := range m.corridor.Segments {
		if first {
			m.found(s, i, &fall)
		} else if follows := m.turnSegment(s, i, &fall); follows != 0 {
			s.move(i, follows)
		}
	}
	for i := range m.altered {
		if s.segments.aspects[m.altered[i].segment] != 0 {
			s.projects.altered.Add(i)
		}
	}
	if first {
		clear(s.segments.closed)
		for i := range m.flows {
			s.flows.rerouted.Add(i)
			s.markets.turned[m.flows[i].market] = lanes.All()
		}
	}
	for _, i := range m.redated {
		s.flows.rerouted.Add(int(i))
	}
}

// found finds the conditions of a segment in the first month.
func (m *ModelLanes) found(s *StateLanes, i int, fall *lanes.Vec) {
	for l, of := range m.models {
		q := of.corridor.Segments[i].base(s.Month, *lanes.Lane(fall, l))
		taker{l}.all(s.segments.base[i][:], q[:])
	}
	lanes.Set(s.segments.now[i][:], s.segments.base[i][:])
	s.move(i, passing|way|opening)
}

// turnSegment is Segment.turn in lanes. What has not changed is found anew from the same.
func (m *ModelLanes) turnSegment(s *StateLanes, i int, fall *lanes.Vec) (follows aspects) {
	turning := [...]Quantity{CostUSDPerT, FreeFlowDays, Capacity, OtherTraffic, fallM}
	for l, of := range m.models {
		var base, now conditions
		for _, q := range turning {
			base[q], now[q] = *lanes.Lane(&s.segments.base[i][q], l), *lanes.Lane(&s.segments.now[i][q], l)
		}
		changed := of.corridor.Segments[i].turn(s.Month, *lanes.Lane(fall, l), &base, &now)
		if follows |= changed; changed == 0 {
			continue
		}
		for _, q := range turning {
			taker{l}.put(&s.segments.base[i][q], base[q])
			taker{l}.put(&s.segments.now[i][q], now[q])
		}
	}
	return follows
}

// moveEffect is moveEffect in lanes.
func (m *ModelLanes) moveEffect(s *StateLanes, project int) {
	lanes.Scalar()
	moved := false
	for l, of := range m.models {
		effect := of.corridor.Projects[project].Effect(s.Month, of.service[project])
		if at := lanes.Lane(&s.projects.effects[project], l); effect != *at {
			*at, moved = effect, true
		}
	}
	if moved {
		for _, a := range m.alters[project] {
			s.projects.altered.Add(a)
		}
	}
}

// shut has nothing to count: reroute looks at the segments themselves.
func (m *ModelLanes) shut(*StateLanes, int, lanes.Mask) {}

// reroute is reroute in lanes.
func (m *ModelLanes) reroute(s *StateLanes, i int) {
	f := &m.flows[i]
	usdPerT, days := m.corridor.Markets[f.market].Routes[f.route].CostUSDPerT, m.corridor.Markets[f.market].Routes[f.route].Days
	if r := &m.models[0].corridor.Markets[f.market].Routes[f.route]; len(r.CostFrom) > 0 || len(r.DaysFrom) > 0 {
		lanes.Scalar()
		for l, of := range m.models {
			r := &of.corridor.Markets[f.market].Routes[f.route]
			taker{l}.put(&usdPerT, dated(r.CostUSDPerT, r.CostFrom, s.Month))
			taker{l}.put(&days, dated(r.Days, r.DaysFrom, s.Month))
		}
	}
	way := m.ways[f.first:f.end]
	s.flows.price[i], s.flows.days[i] = crossLanes(way, s.segments.crossings, usdPerT, days)
	open := lanes.All()
	for _, segment := range way {
		open = lanes.AndNot(open, s.segments.closed[segment])
	}
	s.markets.turned[f.market] = s.markets.turned[f.market].Or(lanes.Xor(open, s.flows.open[i]))
	s.flows.open[i] = open
	m.show(i, s)
}
