package model

import "corridor/model/calendar"

// delays finds the delay of every flow against free flow, days: its wait and what
// congestion adds on its way. Shippers' perception follows it with a lag, by exponential
// smoothing (as costs are updated from day to day in Cantarella & Cascetta 1995,
// Transportation Science 29(4), 305–329):
//
//	perceived ← perceived + lag × (delay − perceived)
//
// What congestion adds on a trail, a list of congested segments that flows pass, is summed
// once for all of them that do not wait.
func (m *Model) delays(s *State, out *Outcome) {
	slowed, trails := s.segments.slowed, s.flows.trails
	for _, i := range m.congested {
		congestion := &m.corridor.Segments[i].Congestion
		slowed[i] = congestion.delay(s.segments.crossings[i].days, out.LoadMt[i], out.SegmentCapacityMt[i])
	}
	for i, trail := range m.trails {
		trails[i] = along(trail, 0, slowed)
	}
	late := 0.0
	n := len(m.flows)
	flows, backlog, delay, perceived := m.flows[:n], s.Backlog[:n], s.flows.delay[:n], s.Perceived[:n]
	carried := out.CarriedMt[:n]
	for _, i := range m.bounded { // nothing else is ever late
		f := &flows[i]
		days := trails[f.trail]
		if days > 0 {
			late += float64(f.dayUSD * float64(days*carried[i]))
		}
		if backlog[i] > 0 {
			late += float64(f.dayUSD * float64(calendar.DaysPerMonth*backlog[i]))
			days = along(m.trails[f.trail], WaitDays(backlog[i], carried[i]), slowed)
		}
		delay[i] = days
		perceived[i] += float64(f.lag * (days - perceived[i]))
	}
	m.charge(late, out)
}

// along adds to days what congestion adds on a trail, segment by segment.
func along(trail []int32, days float64, slowed []float64) float64 {
	for _, i := range trail {
		days += slowed[i]
	}
	return days
}
