package fill

import "math"

// Workspace is the space in which a system allocates. What it found stays for the next
// allocation, which is quicker for it and the same. It belongs to one goroutine.
type Workspace struct {
	scarcest []int32   // by group: its scarcest resource
	capacity []float64 // by group: the capacity of that
	frozen   []bool    // by user
	parts    []filling
	shelter

	byClass // of a system in classes
}

// filling is the space for one part of the system.
type filling struct {
	on     []pressed // by exposed group
	fills  []float64 // by exposed group: the λ at which it fills, or unfound
	rising int       // how many users still rise
	won    []int32   // the tournament of many groups
	moved  []int32   // those of them whose λ has changed since they played
	sheltering
}

// NewWorkspace returns the space for allocations of the system.
func (s *System) NewWorkspace() *Workspace {
	n := len(s.groups)
	w := &Workspace{
		scarcest: make([]int32, n), capacity: make([]float64, n), frozen: make([]bool, len(s.claims)), shelter: s.newShelter(),
	}
	for i := range s.parts {
		groups := len(s.parts[i].groups)
		w.parts = append(w.parts, filling{
			on: make([]pressed, groups), fills: make([]float64, groups), sheltering: s.newSheltering(&s.parts[i]),
		})
		if groups > few {
			w.parts[i].won, w.parts[i].moved = make([]int32, 2*groups), make([]int32, 0, groups)
		}
	}
	if s.classes != nil {
		w.byClass = s.newByClass()
	}
	return w
}

// Forget takes the space back to what it was when it was new.
func (w *Workspace) Forget() {
	for i := range w.parts {
		w.parts[i].known = false
	}
	for _, class := range w.classes {
		class.Forget()
	}
}

const unfound = -1 // room and pressure have changed since fills was found

// pressed is what the users do to one exposed group: one that can fill.
type pressed struct {
	capacity float64
	used     float64 // capacity taken by frozen users
	pressure float64 // capacity a unit of λ takes for the users still rising
	summed   float64 // the pressure when it was last summed rather than reduced
	scarcest int32   // the resource that fills
	rising   int32   // how many users still rise
}

func (p *pressed) room() float64 {
	room := p.capacity - p.used
	if room < 0 { // by rounding
		return 0
	}
	return room
}

// fills returns the λ at which the group is full: room ÷ pressure.
func (p *pressed) fills() float64 {
	if p.rising == 0 {
		return math.Inf(1)
	}
	return p.room() / p.pressure
}

// start lets every user of a part rise that asks for something.
func (s *System) start(w *Workspace, part int, asked, capacity []float64) {
	p, of := &w.parts[part], &s.parts[part]
	scarcest, least := w.scarcest[:len(s.groups)], w.capacity[:len(s.groups)]
	for _, g := range of.groups {
		scarcest[g], least[g] = s.groups[g].scarcest(capacity)
	}
	if !p.holds(least) {
		s.shelter(w, &w.shelter, &p.sheltering, of)
	}
	on, fills := p.on[:len(p.exposed)], p.fills[:len(p.exposed)]
	for i, g := range p.exposed {
		on[i] = pressed{capacity: least[g], scarcest: scarcest[g]}
	}
	rising, frozen, through := 0, w.frozen[:len(asked)], w.through[:len(asked)]
	for _, u := range of.users {
		amount := asked[u]
		frozen[u] = amount <= 0
		if amount <= 0 {
			continue
		}
		rising++
		for _, c := range through[u] {
			group := &on[c.group]
			group.pressure += float64(c.weight * amount)
			group.rising++
		}
	}
	for i := range on {
		on[i].summed, fills[i] = on[i].pressure, unfound
	}
	p.on, p.fills, p.rising = on, fills, rising
	if p.ranked() {
		p.rank()
	}
}

// freeze fixes user u of a part at x in all its groups.
func (s *System) freeze(w *Workspace, p *filling, u int, asked []float64, x float64) {
	w.frozen[u] = true
	p.rising--
	amount, on, fills, ranked := asked[u], p.on, p.fills[:len(p.on)], p.ranked()
	for _, c := range w.through[u] {
		group := &on[c.group]
		group.used += float64(c.weight * x)
		group.rising--
		group.pressure -= float64(c.weight * amount)
		if ranked && fills[c.group] != unfound {
			p.moved = append(p.moved, c.group)
		}
		fills[c.group] = unfound
		if group.pressure < cancelled*group.summed && group.rising > 0 {
			group.pressure = pressureOf(s.groups[p.exposed[c.group]].users, w.frozen, asked)
			group.summed = group.pressure
		}
	}
}

// cancelled is the part of the last sum below which what is left of it after
// subtractions has lost too many digits to divide by.
const cancelled = 1e-3

// pressureOf sums anew what the users still rising take.
func pressureOf(users []user, frozen []bool, asked []float64) float64 {
	sum := 0.0
	for _, u := range users {
		if !frozen[u.number] {
			sum += float64(u.weight * asked[u.number])
		}
	}
	return sum
}
