//go:build goexperiment.simd && amd64

package model

import (
	"corridor/model/fill"
	"corridor/model/lanes"
)

// queue is queue in lanes.
func (m *ModelLanes) queue(s *StateLanes, out *OutcomeLanes) {
	storage, binding := s.segments.storage, out.FlowBinding
	backlog, diverted, held, waiting := s.Backlog, out.FlowDivertedMt, out.HeldBackMt, out.WaitingMt
	lanes.Zero(held)
	lanes.Zero(waiting)
	lanes.Zero(backlog)
	lanes.Zero(diverted)
	none := lanes.SplatInt(fill.None)
	full := lanes.None()
	for _, f := range m.bounded {
		stopped := lanes.Not(binding[f].Equal(none))
		if !lanes.Any(stopped) {
			continue // carried whole
		}
		left := lanes.Keep(out.FlowOfferedMt[f].Sub(out.CarriedMt[f]), stopped)
		diverted[f] = left.Mul(m.corridor.Markets[m.flows[f].market].GiveUp)
		backlog[f] = left.Sub(diverted[f])
		for lanes.Any(stopped) {
			at := lanes.First(binding[f], stopped)
			here := binding[f].Equal(lanes.SplatInt(at))
			held[at] = held[at].Add(lanes.Keep(left, here))
			waiting[at] = waiting[at].Add(lanes.Keep(backlog[f], here))
			full = full.Or(waiting[at].Greater(storage[at]).And(here))
			stopped = lanes.AndNot(stopped, here)
		}
	}
	if lanes.Any(full) {
		m.embargo(s, out)
	}
}

// embargo refuses what cannot be stored.
func (m *ModelLanes) embargo(s *StateLanes, out *OutcomeLanes) {
	storage, binding := s.segments.storage, out.FlowBinding
	backlog, diverted, waiting := s.Backlog, out.FlowDivertedMt, out.WaitingMt
	for _, f := range m.bounded {
		for stopped := lanes.Not(binding[f].Equal(lanes.SplatInt(fill.None))); lanes.Any(stopped); {
			at := lanes.First(binding[f], stopped)
			here := binding[f].Equal(lanes.SplatInt(at))
			stopped = lanes.AndNot(stopped, here)
			over := here.And(waiting[at].Greater(storage[at]))
			stays := backlog[f].Mul(storage[at].Div(waiting[at]))
			diverted[f] = diverted[f].Add(backlog[f].Sub(stays)).Merge(diverted[f], over)
			backlog[f] = stays.Merge(backlog[f], over)
		}
	}
	for at := range waiting {
		waiting[at] = storage[at].Merge(waiting[at], waiting[at].Greater(storage[at]))
	}
}
