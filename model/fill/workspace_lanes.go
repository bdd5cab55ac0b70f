//go:build goexperiment.simd && amd64

package fill

import "corridor/model/lanes"

// WorkspaceLanes is Workspace in lanes.
type WorkspaceLanes struct {
	scarcest []lanes.Ints
	capacity []lanes.Vec
	rises    []lanes.Mask // by user: it still does
	amounts  []lanes.Vec  // by user: what is asked for
	parts    []fillingLanes
	shelter

	byClassLanes
}

// fillingLanes is filling in lanes.
type fillingLanes struct {
	on     []pressedLanes
	fills  []lanes.Vec
	stale  []bool // by exposed group: room or pressure has changed since fills was found
	rising lanes.Ints
	full   []fullGroup // space
	sheltering
}

// InLanes reports whether the system is allocated in lanes: one of many groups is kept in an
// order, which differs by lane.
func (s *System) InLanes() bool {
	for i := range s.parts {
		if len(s.parts[i].groups) > few {
			return false
		}
	}
	return true
}

// NewWorkspaceLanes returns the space for allocations in lanes.
func (s *System) NewWorkspaceLanes() *WorkspaceLanes {
	n, users := len(s.groups), len(s.claims)
	w := &WorkspaceLanes{
		scarcest: make([]lanes.Ints, n), capacity: make([]lanes.Vec, n),
		rises: make([]lanes.Mask, users), amounts: make([]lanes.Vec, users), shelter: s.newShelter(),
	}
	for i := range s.parts {
		groups := len(s.parts[i].groups)
		w.parts = append(w.parts, fillingLanes{
			on: make([]pressedLanes, groups), fills: make([]lanes.Vec, groups), stale: make([]bool, groups), full: make([]fullGroup, 0, groups),
			sheltering: s.newSheltering(&s.parts[i]),
		})
	}
	if s.classes != nil {
		w.byClassLanes = s.newByClassLanes()
	}
	return w
}

// Forget takes the space back to what it was when it was new.
func (w *WorkspaceLanes) Forget() {
	for i := range w.parts {
		w.parts[i].known = false
	}
	for _, class := range w.classes {
		class.Forget()
	}
}

// pressedLanes is pressed in lanes.
type pressedLanes struct {
	capacity, used, pressure lanes.Vec
	least                    lanes.Vec // the pressure below which it has lost too many digits
	scarcest, rising         lanes.Ints
}

func (p *pressedLanes) room() lanes.Vec {
	room := p.capacity.Sub(p.used)
	return lanes.Keep(room, lanes.Not(room.Less(lanes.Vec{}))) // by rounding
}

// fills is fills in lanes.
func (p *pressedLanes) fills() lanes.Vec {
	return lanes.Infinite.Merge(p.room().Div(p.pressure), p.rising.Equal(lanes.Ints{}))
}

// sum sums anew, in the lanes in which too many digits are lost, what the users still rising take.
func (p *pressedLanes) sum(users []user, rises []lanes.Mask, lost lanes.Mask, asked []lanes.Vec) {
	sum := lanes.Vec{}
	for i := range users {
		u := &users[i]
		sum = sum.Add(lanes.Splat(u.weight).Mul(asked[u.number])).Merge(sum, rises[u.number])
	}
	p.pressure, p.least = sum.Merge(p.pressure, lost), lanes.Splat(cancelled).Mul(sum).Merge(p.least, lost)
}

// startLanes is start in lanes.
func (s *System) startLanes(w *WorkspaceLanes, part int, asked, capacity []lanes.Vec) {
	p, of := &w.parts[part], &s.parts[part]
	for _, g := range of.groups {
		w.scarcest[g], w.capacity[g] = s.groups[g].scarcestLanes(capacity)
	}
	if !p.holdsLanes(w.capacity) {
		lanes.Scalar()
		s.shelter(w, &w.shelter, &p.sheltering, of)
	}
	p.rising = lanes.Ints{}
	for _, u := range of.users {
		rises := asked[u].Greater(lanes.Vec{})
		w.rises[u], w.amounts[u] = rises, lanes.Keep(asked[u], rises)
		p.rising = p.rising.Sub(rises.ToInt64x4())
	}
	p.on, p.fills, p.stale = p.on[:len(p.exposed)], p.fills[:len(p.exposed)], p.stale[:len(p.exposed)]
	for i, g := range p.exposed {
		pressure, rising := w.pressure(s.groups[g].users)
		group := &p.on[i]
		group.capacity, group.used, group.scarcest, group.rising = w.capacity[g], lanes.Vec{}, w.scarcest[g], rising
		group.pressure, group.least = pressure, lanes.Splat(cancelled).Mul(pressure)
		p.stale[i] = true
	}
}

// pressure sums what users take of a group for a unit of λ, and counts those that rise.
func (w *WorkspaceLanes) pressure(users []user) (pressure lanes.Vec, rising lanes.Ints) {
	for i := range users {
		u := &users[i]
		pressure = pressure.Add(lanes.Splat(u.weight).Mul(w.amounts[u.number]))
		rising = rising.Sub(w.rises[u.number].ToInt64x4())
	}
	return pressure, rising
}

// least returns the λ at which the first exposed group fills, +Inf where none will.
func (p *fillingLanes) least() lanes.Vec {
	least := lanes.Infinite
	on, stale := p.on[:len(p.fills)], p.stale[:len(p.fills)]
	for i := range p.fills {
		if stale[i] {
			stale[i] = false
			p.fills[i] = on[i].fills()
		}
		least = least.Min(p.fills[i]) // none is NaN, nor −0
	}
	return least
}

// fullGroup is an exposed group and the lanes in which it fills first.
type fullGroup struct {
	in    lanes.Mask
	group int32
}

// tightest lists the groups that fill at the least λ; of several in a lane, the one whose
// resource is listed first.
func (p *fillingLanes) tightest(least lanes.Vec, going lanes.Mask) []fullGroup {
	p.full = p.full[:0]
	for i := range p.fills {
		in := p.fills[i].Equal(least).And(going)
		if !lanes.Any(in) {
			continue
		}
		for j := range p.full {
			if other := &p.full[j]; lanes.Any(other.in.And(in)) {
				later := p.on[other.group].scarcest.Greater(p.on[i].scarcest)
				other.in = lanes.AndNot(other.in, in.And(later))
				in = lanes.AndNot(in, other.in)
			}
		}
		p.full = append(p.full, fullGroup{in, int32(i)})
	}
	return p.full
}
