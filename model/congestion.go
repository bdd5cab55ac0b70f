package model

import "corridor/model/portable"

// Congestion slows a segment down as it fills: free-flow time × (1 + α
// (load/capacity)^β), the volume-delay function of the Bureau of Public Roads
// (Traffic Assignment Manual, 1964). α = 0 is no slowing.
type Congestion struct {
	Alpha, Beta float64
}

// slows reports whether the segment slows down as it fills.
func (s *Segment) slows() bool { return s.Congestion.Alpha != 0 }

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
