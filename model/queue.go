package model

import "corridor/model/fill"

// queue decides what becomes of the cargo that was offered and not carried: a fluid queue
// (Newell 1982, Applications of Queueing Theory, 2nd ed., ch. 2). It waits at the segment that
// binds its flow; every month the same share of it gives up, as in a queue whose customers
// have exponential patience (Garnett, Mandelbaum & Reiman 2002, Manufacturing & Service
// Operations Management 4(3), 208–227); where more waits at a segment than can be stored,
// an embargo refuses the excess, from all its flows alike. Nothing vanishes, in any flow
// and month (Mt):
//
//	offered = carried + backlog + diverted
//
// It also finds what each segment holds back, and what of it waits there.
func (m *Model) queue(s *State, out *Outcome) {
	storage, binding := s.segments.storage, out.FlowBinding
	backlog, diverted, held, waiting := s.Backlog, out.FlowDivertedMt, out.HeldBackMt, out.WaitingMt
	clear(held)
	clear(waiting)
	clear(backlog)
	clear(diverted)
	full := false
	for _, f := range m.bounded {
		at := binding[f]
		if at == fill.None {
			continue // carried whole
		}
		left := out.FlowOfferedMt[f] - out.CarriedMt[f]
		held[at] += left
		diverted[f] = float64(left * m.corridor.Markets[m.flows[f].market].GiveUp)
		backlog[f] = left - diverted[f]
		waiting[at] += backlog[f]
		full = full || waiting[at] > storage[at]
	}
	if !full {
		return
	}
	for _, f := range m.bounded {
		at := binding[f]
		if at == fill.None || waiting[at] <= storage[at] {
			continue
		}
		stays := float64(backlog[f] * (storage[at] / waiting[at]))
		diverted[f] += backlog[f] - stays
		backlog[f] = stays
	}
	for at := range waiting {
		if waiting[at] > storage[at] {
			waiting[at] = storage[at]
		}
	}
}
