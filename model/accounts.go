package model

import "math"

// account sums the month over flows and projects. Only flows that use the
// corridor count; rivals carry on elsewhere. Days and USD/t are means over what was
// carried; emissions are Σ km × g/tkm × t (tonne-kilometres times an intensity: ISO
// 14083:2023).
func (m *Model) account(s *State, out *Outcome) {
	out.PotentialMt = sum(s.markets.potential)
	n := len(m.flows)
	carried, fresh, diverted, backlog := out.CarriedMt[:n], out.FlowOfferedMt[:n], out.FlowDivertedMt[:n], s.Backlog[:n]
	free, delay, price, flows := s.flows.days[:n], s.flows.delay[:n], s.flows.price[:n], m.flows[:n]
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

	month := out.Month - m.corridor.Start
	out.CapexMUSD, out.UpkeepMUSD, out.BorneMUSD = m.capex[month], m.upkeep[month], m.capex[month]-m.others[month]
	m.corridorCapacity(s, out)
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
