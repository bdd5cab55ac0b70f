package model

import "math"

// account sums the month over flows and projects. Only flows that use the
// corridor count; rivals carry on elsewhere.
func (m *Model) account(s *State, out *Outcome) {
	out.PotentialMt = sum(s.potential)
	n := len(m.flows)
	carried, fresh, diverted, backlog := out.CarriedMt[:n], out.FlowOfferedMt[:n], out.FlowDivertedMt[:n], s.Backlog[:n]
	free, delay, price, flows := s.days[:n], s.delay[:n], s.price[:n], m.flows[:n]
	offer, throughput, lost, queue, days, cost, emissions := 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0
	for _, i := range m.own {
		x := carried[i]
		offer += fresh[i]
		throughput += x
		lost += diverted[i]
		queue += backlog[i]

		days += float64((free[i] + delay[i]) * x)
		cost += float64(price[i] * x)
		emissions += float64(flows[i].gramsPerT * x)
	}
	out.OfferedMt, out.ThroughputMt, out.DivertedMt, out.QueueMt = offer, throughput, lost, queue
	out.TransitDays, out.CostUSDPerT = Ratio(days, throughput), Ratio(cost, throughput)
	out.EmissionsKt = emissions / 1000 // g/t × Mt = t

	out.CapexMUSD = m.capex[out.Month-m.Start]
	copy(out.FlowBinding, s.binding)
	m.corridorCapacity(s, out)
}

// corridorCapacity is what the corridor would carry if every market pressed in
// today's proportions: the reach of the allocation, summed.
func (m *Model) corridorCapacity(s *State, out *Outcome) {
	if out.OfferedMt <= 0 {
		m.allocate(&s.filling, s.ones, out.SegmentCapacityMt, s.spare, s.reach, s.spareBinding, s.holder)
	}
	out.CapacityMt, out.Binding = m.reached(s)
}

// YearlyCapacityMt is the capacity of the corridor after a step, as Mt per year:
// found as the month's is, but with every segment at its mean availability over
// the calendar, so that a stormy December does not stand for the year. It changes
// nothing that a further step reads.
func (m *Model) YearlyCapacityMt(s *State, out *Outcome) float64 {
	for i := range m.Segments {
		s.yearly[i] = float64(s.nameplate[i] * s.meanOpening[i])
	}
	m.usualOutages(s.yearly)
	press := out.FlowOfferedMt
	if out.OfferedMt <= 0 {
		press = s.ones // nothing moves today: equal proportions
	}
	m.allocate(&s.filling, press, s.yearly, s.spare, s.reach, s.spareBinding, s.holder)
	capacity, _ := m.reached(s)
	return capacity
}

// Reach returns what each flow reached, and the segment that holds it there (−1 for
// none), in the last filling without bound: that of YearlyCapacityMt where it was
// called after the step. The slices are the state's own.
func (m *Model) Reach(s *State) (reach []float64, holder []int) { return s.reach, s.holder }

// reached sums what the flows of the corridor reach, and finds the segment that
// holds most of it.
func (m *Model) reached(s *State) (total float64, binding int) {
	held, reach, holder := s.held, s.reach, s.holder[:len(s.reach)]
	clear(held)
	for _, i := range m.own {
		mt := reach[i]
		total += mt
		if h := holder[i]; h != unbound {
			held[h] += mt
		}
	}
	binding = unbound
	most := -1.0
	for _, i := range m.own { // in the order of flows, so that a tie at zero goes to the first
		if h := holder[i]; h != unbound {
			if mt := held[h]; mt > most {
				binding, most = h, mt
			}
		}
	}
	return total, binding
}

// Ratio is a part over its whole, or a total over what it is the total of: a mean. It
// is NaN, which stands for no value in all results, where there is no whole.
func Ratio(part, whole float64) float64 {
	if whole <= 0 {
		return math.NaN()
	}
	return part / whole
}

func sum(values []float64) float64 {
	total := 0.0
	for _, v := range values {
		total += v
	}
	return total
}
