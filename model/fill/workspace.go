package fill

import "math"

// Workspace is the space in which a system allocates. What it found stays for the next
// allocation, which is quicker for it and the same. It belongs to one goroutine.
type Workspace struct {
	scarcest []int32   // by group: its scarcest resource
	capacity []float64 // by group: the capacity of that
	on       []pressed // by exposed group
	fills    []float64 // by exposed group: the λ at which it fills, or unfound
	frozen   []bool    // by user
	rising   int       // how many users still rise
	shelter

	byClass // of a system in classes
}

// NewWorkspace returns the space for allocations of the system.
func (s *System) NewWorkspace() *Workspace {
	n := len(s.groups)
	w := &Workspace{
		scarcest: make([]int32, n), capacity: make([]float64, n), on: make([]pressed, n), fills: make([]float64, n),
		frozen: make([]bool, len(s.claims)), shelter: s.newShelter(),
	}
	if s.classes != nil {
		w.byClass = s.newByClass()
	}
	return w
}

// Forget takes the space back to what it was when it was new.
func (w *Workspace) Forget() {
	w.known = false
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

// start lets every user rise that asks for something.
func (s *System) start(w *Workspace, asked, capacity []float64) {
	scarcest, least := w.scarcest[:len(s.groups)], w.capacity[:len(s.groups)]
	for i := range s.groups {
		scarcest[i], least[i] = s.groups[i].scarcest(capacity)
	}
	if !w.shelter.holds(w.capacity) {
		s.shelter(&w.shelter, w.capacity)
	}
	on, fills := w.on[:len(w.exposed)], w.fills[:len(w.exposed)]
	for i, g := range w.exposed {
		on[i] = pressed{capacity: least[g], scarcest: scarcest[g]}
	}
	rising, frozen, through := 0, w.frozen[:len(asked)], w.through[:len(asked)]
	for _, u := range s.bound {
		amount := asked[u]
		frozen[u] = amount <= 0
		if amount <= 0 {
			continue
		}
		rising++
		for _, c := range through[u] {
			p := &on[c.group]
			p.pressure += float64(c.weight * amount)
			p.rising++
		}
	}
	for i := range on {
		on[i].summed, fills[i] = on[i].pressure, unfound
	}
	w.on, w.fills, w.rising = on, fills, rising
}

// tightest returns the exposed group that fills first, at the least λ, or −1 when none
// will.
func (w *Workspace) tightest() int {
	tightest, least := -1, math.Inf(1)
	on := w.on[:len(w.fills)]
	for i, fills := range w.fills {
		if fills > least {
			continue
		}
		if fills == unfound {
			fills = on[i].fills()
			w.fills[i] = fills
		}
		if fills < least || fills == least && tightest >= 0 && on[i].scarcest < on[tightest].scarcest {
			tightest, least = i, fills
		}
	}
	return tightest
}

// freeze fixes user u at x in all its groups.
func (s *System) freeze(w *Workspace, u int, asked []float64, x float64) {
	w.frozen[u] = true
	w.rising--
	amount, on, fills := asked[u], w.on, w.fills[:len(w.on)]
	for _, c := range w.through[u] {
		p := &on[c.group]
		p.used += float64(c.weight * x)
		p.rising--
		p.pressure -= float64(c.weight * amount)
		fills[c.group] = unfound
		if p.pressure < cancelled*p.summed && p.rising > 0 {
			p.pressure = pressureOf(s.groups[w.exposed[c.group]].users, w.frozen, asked)
			p.summed = p.pressure
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
