package model

// account sums the month over flows and projects. Only flows that use the
// corridor count; rivals carry on elsewhere.
func (m *Model) account(s *State, out *Outcome) {
	out.PotentialMt = sum(s.potential)
	out.OfferedMt, out.ThroughputMt, out.DivertedMt, out.QueueMt = 0, 0, 0, 0
	days, cost, emissions := 0.0, 0.0, 0.0
	for _, i := range m.own {
		x := out.CarriedMt[i]
		out.OfferedMt += out.FlowOfferedMt[i]
		out.ThroughputMt += x
		out.DivertedMt += out.FlowDivertedMt[i]
		out.QueueMt += s.Backlog[i]

		days += float64((s.days[i] + s.delay[i]) * x)
		cost += float64(s.price[i] * x)
		emissions += float64(m.flows[i].gramsPerT * x)
	}
	out.TransitDays, out.CostUSDPerT = 0, 0
	if out.ThroughputMt > 0 {
		out.TransitDays, out.CostUSDPerT = days/out.ThroughputMt, cost/out.ThroughputMt
	}
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
	clear(s.held)
	for _, i := range m.own {
		total += s.reach[i]
		if h := s.holder[i]; h != unbound {
			s.held[h] += s.reach[i]
		}
	}
	binding = unbound
	most := -1.0
	for _, i := range m.own { // in the order of flows, so that a tie at zero goes to the first
		if h := s.holder[i]; h != unbound && s.held[h] > most {
			binding, most = h, s.held[h]
		}
	}
	return total, binding
}

func sum(values []float64) float64 {
	total := 0.0
	for _, v := range values {
		total += v
	}
	return total
}
