//go:build goexperiment.simd && amd64

package fill

import "corridor/model/lanes"

// AllocationLanes is Allocation in lanes.
type AllocationLanes struct {
	Given   []lanes.Vec
	Binding []lanes.Ints
	Reach   []lanes.Vec
	Holder  []lanes.Ints
}

// AllocateLanes is Allocate in lanes, each of which gets what it gets by itself, bit for bit:
// in each round every lane has its own tightest resource, and users are frozen in the lanes in
// which it is theirs.
func (s *System) AllocateLanes(w *WorkspaceLanes, asked, capacity []lanes.Vec, to AllocationLanes) {
	if s.classes != nil {
		s.allocateByClassLanes(w, asked, capacity, &to)
		return
	}
	s.PressLanes(w, asked, capacity, to)
}

// PressLanes is Press in lanes.
func (s *System) PressLanes(w *WorkspaceLanes, asked, capacity []lanes.Vec, to AllocationLanes) {
	beginLanes(asked, &to)
	s.raiseLanes(w, asked, capacity, &to)
}

// beginLanes is begin in lanes.
func beginLanes(asked []lanes.Vec, to *AllocationLanes) {
	none := lanes.SplatInt(None)
	lanes.Set(to.Given, asked)
	lanes.Set(to.Reach, asked)
	for i := range to.Binding {
		to.Binding[i], to.Holder[i] = none, none
	}
}

// raiseLanes is raise in lanes.
func (s *System) raiseLanes(w *WorkspaceLanes, asked, capacity []lanes.Vec, to *AllocationLanes) {
	for i := range s.parts {
		p := &w.parts[i]
		s.startLanes(w, i, asked, capacity)
		for {
			least := p.least()
			going := p.rising.Greater(lanes.Ints{}).And(least.Less(lanes.Infinite))
			if !lanes.Any(going) {
				break // what still rises uses no resource with a limit
			}
			for _, full := range p.tightest(least, going) {
				s.hold(w, p, full, asked, to)
			}
		}
	}
}

// hold freezes the users of a group that is full, in the lanes in which it is.
func (s *System) hold(w *WorkspaceLanes, p *fillingLanes, full fullGroup, asked []lanes.Vec, to *AllocationLanes) {
	group := &p.on[full.group]
	r, room, pressure := group.scarcest, group.room(), group.pressure
	below := room.Less(pressure) // λ < 1
	for _, one := range s.groups[p.exposed[full.group]].users {
		u := int(one.number)
		on := full.in.And(w.rises[u])
		if !lanes.Any(on) {
			continue
		}
		most := asked[u]
		x := room.Mul(most.Div(pressure)) // = λ × asked
		bound := on.And(below)
		given := most.Merge(x, x.Greater(most)).Merge(to.Given[u], bound) // no more by rounding
		to.Given[u], to.Binding[u] = given, r.Merge(to.Binding[u], bound)
		reach := given.Merge(x, x.Less(given)) // λ = 1, rounded
		to.Reach[u], to.Holder[u] = reach.Merge(to.Reach[u], on), r.Merge(to.Holder[u], on)
		s.freezeLanes(w, p, u, on, asked, x)
	}
}

// freezeLanes is freeze in some lanes.
func (s *System) freezeLanes(w *WorkspaceLanes, p *fillingLanes, u int, in lanes.Mask, asked []lanes.Vec, x lanes.Vec) {
	w.rises[u] = lanes.AndNot(w.rises[u], in)
	gone := in.ToInt64x4() // −1 in each
	p.rising = p.rising.Add(gone)
	amount, x := lanes.Keep(asked[u], in), lanes.Keep(x, in)
	on, stale, through := p.on, p.stale[:len(p.on)], w.through[u]
	for i := range through {
		c := &through[i]
		group := &on[c.group]
		weight := lanes.Splat(c.weight)
		rising, pressure := group.rising.Add(gone), group.pressure.Sub(weight.Mul(amount))
		group.used, group.rising, group.pressure = group.used.Add(weight.Mul(x)), rising, pressure
		stale[c.group] = true
		if lost := pressure.Less(group.least).And(in).And(rising.Greater(lanes.Ints{})); lanes.Any(lost) {
			group.sum(s.groups[p.exposed[c.group]].users, w.rises, lost, asked)
		}
	}
}
