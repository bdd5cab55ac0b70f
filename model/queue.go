package model

import "corridor/model/fill"

// queue decides what becomes of the cargo that was offered and not carried. It
// waits at the segment that binds its flow; a share of it gives up; where more
// waits at a segment than can be stored, an embargo refuses the excess, from all
// its flows alike. Nothing vanishes:
//
//	offered = carried + backlog + diverted
//
// held receives what each segment holds back, waiting what of it waits there.
func (m *Model) queue(offered, carried []float64, binding []int, storage, backlog, diverted, held, waiting []float64) {
	clear(held)
	clear(waiting)
	clear(backlog)
	clear(diverted)
	full := false
	for _, f := range m.bounded {
		s := binding[f]
		if s == fill.None {
			continue // carried whole
		}
		left := offered[f] - carried[f]
		held[s] += left
		diverted[f] = float64(left * m.corridor.Markets[m.flows[f].market].GiveUp)
		backlog[f] = left - diverted[f]
		waiting[s] += backlog[f]
		full = full || waiting[s] > storage[s]
	}
	if !full {
		return
	}
	for _, f := range m.bounded {
		s := binding[f]
		if s == fill.None || waiting[s] <= storage[s] {
			continue
		}
		stays := float64(backlog[f] * (storage[s] / waiting[s]))
		diverted[f] += backlog[f] - stays
		backlog[f] = stays
	}
	for s := range waiting {
		if waiting[s] > storage[s] {
			waiting[s] = storage[s]
		}
	}
}
