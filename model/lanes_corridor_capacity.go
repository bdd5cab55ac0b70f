//go:build goexperiment.simd && amd64

package model

import (
	"corridor/model/calendar"
	"corridor/model/fill"
	"corridor/model/lanes"
)

// corridorCapacity is corridorCapacity in lanes.
func (m *ModelLanes) corridorCapacity(s *StateLanes, out *OutcomeLanes) {
	if still := out.OfferedMt.LessEqual(lanes.Vec{}); lanes.Any(still) {
		m.pressAlike(&s.filling, out.capacity, still)
	}
	out.CapacityMt, out.Limiting = m.Limit(s, m.own)
}

// YearlyCapacityMt is YearlyCapacityMt in lanes.
func (m *ModelLanes) YearlyCapacityMt(s *StateLanes, out *OutcomeLanes) lanes.Vec {
	for i := range m.corridor.Segments {
		s.segments.yearly[i] = s.segments.nameplate[i].Mul(s.segments.meanOpening[i])
	}
	m.usualOutages(s.segments.yearly)
	m.furnish(s.segments.yearly)
	still := out.OfferedMt.LessEqual(lanes.Vec{})
	if !lanes.Every(still) {
		offered := out.FlowOfferedMt
		if m.sharing.InClasses() {
			offered = s.filling.year
			for i, mt := range out.FlowOfferedMt {
				offered[i] = mt.Mul(lanes.Splat(calendar.MonthsPerYear))
			}
		}
		m.sharing.AllocateLanes(s.filling.space, offered, s.segments.yearly, s.filling.besides())
		m.named(s.filling.holder)
	}
	if lanes.Any(still) {
		m.pressAlike(&s.filling, s.segments.yearly, still)
	}
	capacity, _ := m.Limit(s, m.own)
	return capacity
}

// usualOutages is usualOutages in lanes.
func (m *ModelLanes) usualOutages(yearly []lanes.Vec) {
	if m.normal == nil {
		return
	}
	for _, k := range m.out {
		mean := sumLanes(m.normal.values[k.hazard*calendar.MonthsPerYear:][:calendar.MonthsPerYear]).Div(lanes.Splat(calendar.MonthsPerYear))
		yearly[k.on] = yearly[k.on].Mul(mean)
	}
}

// Limit is Limit in lanes.
func (m *ModelLanes) Limit(s *StateLanes, flows []int32) (mt lanes.Vec, segment lanes.Ints) {
	held, reach, holder := s.segments.held, s.filling.reach, s.filling.holder[:len(s.filling.reach)]
	lanes.Zero(held)
	none := lanes.SplatInt(fill.None)
	for _, i := range flows {
		x := reach[i]
		mt = mt.Add(x)
		for rest := lanes.Not(holder[i].Equal(none)); lanes.Any(rest); {
			h := lanes.First(holder[i], rest)
			on := holder[i].Equal(lanes.SplatInt(h))
			held[h] = held[h].Add(lanes.Keep(x, on))
			rest = lanes.AndNot(rest, on)
		}
	}
	segment = none
	most := lanes.Vec{}
	for _, i := range flows {
		for rest := lanes.Not(holder[i].Equal(none)); lanes.Any(rest); {
			h := lanes.First(holder[i], rest)
			on := holder[i].Equal(lanes.SplatInt(h))
			x := held[h]
			more := on.And(segment.Equal(none).Or(x.Greater(most)))
			segment = holder[i].Merge(segment, more)
			most = x.Mul(lanes.Splat(1+Rounding)).Merge(most, more)
			rest = lanes.AndNot(rest, on)
		}
	}
	return mt, segment
}
