package model

import "corridor/model/portable"

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
	days := float64(backlog / carried * DaysPerMonth)
	if days > MaxWaitDays {
		return MaxWaitDays
	}
	return days
}

// delays finds the delay of every flow against free flow, and lets shippers'
// perception follow it: perceived ← perceived + lag × (delay − perceived).
func (m *Model) delays(crossings []crossing, load, capacity, backlog, carried []float64, slowed, delay, perceived []float64) {
	for _, s := range m.congested {
		slowed[s] = m.Segments[s].Congestion.delay(crossings[s].days, load[s], capacity[s])
	}
	for _, f := range m.bounded { // nothing else is ever late
		days := WaitDays(backlog[f], carried[f])
		for _, s := range m.slowing[f] {
			days += slowed[s]
		}
		delay[f] = days
		perceived[f] += float64(m.flows[f].lag * (days - perceived[f]))
	}
}
