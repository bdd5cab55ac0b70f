package model

import (
	"math"

	"corridor/model/fill"
)

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

	out.CapexMUSD = m.capex[out.Month-m.corridor.Start]
	copy(out.FlowBinding, s.binding)
	m.corridorCapacity(s, out)
}

// corridorCapacity is what the corridor would carry if every market pressed in
// today's proportions: the reach of the allocation, summed.
func (m *Model) corridorCapacity(s *State, out *Outcome) {
	if out.OfferedMt <= 0 {
		m.sharing.Allocate(s.filling, s.ones, out.SegmentCapacityMt, s.besides())
	}
	out.CapacityMt, out.Limiting = m.Limit(s, m.own)
}

// YearlyCapacityMt is the capacity of the corridor after a step, as Mt per year:
// found as the month's is, but with every segment at its mean availability over
// the calendar, so that a stormy December does not stand for the year. It changes
// nothing that a further step reads.
func (m *Model) YearlyCapacityMt(s *State, out *Outcome) float64 {
	for i := range m.corridor.Segments {
		s.yearly[i] = float64(s.nameplate[i] * s.meanOpening[i])
	}
	m.usualOutages(s.yearly)
	press := out.FlowOfferedMt
	if out.OfferedMt <= 0 {
		press = s.ones // nothing moves today: equal proportions
	}
	m.sharing.Allocate(s.filling, press, s.yearly, s.besides())
	capacity, _ := m.Limit(s, m.own)
	return capacity
}

// Limit sums what some flows reach in the last filling without bound, that of
// YearlyCapacityMt where it was called after the step, and finds the segment that
// stops most of it: the one that limits them, −1 where none does. Where several stop
// as much, but for rounding, it is the first in the order of the flows.
func (m *Model) Limit(s *State, flows []int32) (mt float64, segment int) {
	held, reach, holder := s.held, s.reach, s.holder[:len(s.reach)]
	clear(held)
	for _, i := range flows {
		x := reach[i]
		mt += x
		if h := holder[i]; h != fill.None {
			held[h] += x
		}
	}
	segment = fill.None
	most := 0.0
	for _, i := range flows {
		if h := holder[i]; h != fill.None {
			if x := held[h]; segment == fill.None || x > most {
				segment, most = h, float64(x*(1+Rounding))
			}
		}
	}
	return mt, segment
}

// Ratio is a part over its whole, or a total over what it is the total of: a mean. It
// is NaN, which stands for no value in all results, where there is no whole.
func Ratio(part, whole float64) float64 {
	if whole <= 0 {
		return math.NaN()
	}
	return part / whole
}

// Rounding is the part of a quantity below which two are taken for one.
const Rounding = 1e-9

func sum(values []float64) float64 {
	total := 0.0
	for _, v := range values {
		total += v
	}
	return total
}
