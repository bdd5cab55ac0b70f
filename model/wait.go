package model

import (
	"corridor/model/calendar"
	"corridor/model/portable"
)

// Congestion slows a segment down as it fills: free-flow time × (1 + α
// (load/capacity)^β), the volume-delay function of the Bureau of Public Roads
// (Traffic Assignment Manual, 1964). α = 0 is no slowing.
type Congestion struct {
	Alpha, Beta float64
}

// MaxWaitDays bounds a wait that Little's law makes endless: cargo waits and
// nothing of its flow is carried. The longest stop on record here is the embargo on
// wagons for Kuryk of 2025, 70 days; what would wait longer has gone another way.
const MaxWaitDays = 90

// delay returns the time congestion adds to a segment's free-flow time.
func (c *Congestion) delay(freeFlowDays, load, capacity float64) float64 {
	if c.Alpha == 0 || load <= 0 {
		return 0
	}
	ratio := 1.0
	if capacity > 0 {
		ratio = load / capacity
	}
	return float64(freeFlowDays*c.Alpha) * c.steepness(ratio)
}

// steepness is ratio^β; the usual fourth power needs no logarithm.
func (c *Congestion) steepness(ratio float64) float64 {
	if c.Beta == 4 {
		square := float64(ratio * ratio)
		return float64(square * square)
	}
	return portable.Pow(ratio, c.Beta)
}

// WaitDays is the mean wait of a backlog by Little's law, backlog ÷ carried per
// month (Little 1961, Operations Research 9(3), 383–387).
func WaitDays(backlog, carried float64) float64 {
	if backlog <= 0 {
		return 0
	}
	if carried <= 0 {
		return MaxWaitDays
	}
	days := float64(backlog / carried * calendar.DaysPerMonth)
	if days > MaxWaitDays {
		return MaxWaitDays
	}
	return days
}

// delays finds the delay of every flow against free flow, and lets shippers'
// perception follow it: perceived ← perceived + lag × (delay − perceived).
// slowed receives what congestion adds to each segment, and trails what it adds to
// each list of congested segments that flows pass.
func (m *Model) delays(crossings []crossing, load, capacity, backlog, carried []float64, slowed, trails, delay, perceived []float64) {
	for _, s := range m.congested {
		slowed[s] = m.corridor.Segments[s].Congestion.delay(crossings[s].days, load[s], capacity[s])
	}
	for i, trail := range m.trails {
		trails[i] = along(trail, 0, slowed)
	}
	n := len(m.flows)
	flows, backlog, delay, perceived := m.flows[:n], backlog[:n], delay[:n], perceived[:n]
	for _, i := range m.bounded { // nothing else is ever late
		f := &flows[i]
		days := trails[f.trail]
		if backlog[i] > 0 {
			days = along(m.trails[f.trail], WaitDays(backlog[i], carried[i]), slowed)
		}
		delay[i] = days
		perceived[i] += float64(f.lag * (days - perceived[i]))
	}
}

// along adds to days what congestion adds on a trail, segment by segment.
func along(trail []int32, days float64, slowed []float64) float64 {
	for _, s := range trail {
		days += slowed[s]
	}
	return days
}
