package model

import "math"

const unbound = -1 // a flow that no segment holds back

// filling is the state of progressive filling. Its slices are reused month by
// month. Exposed stretches are those that can fill (shelter.go).
type filling struct {
	narrowest []int32   // by stretch: its narrowest segment
	capacity  []float64 // by stretch: the capacity of that
	on        []pressed // by exposed stretch
	fills     []float64 // by exposed stretch: the λ at which it fills, or unfound
	frozen    []bool    // by flow
	rising    int       // how many flows still rise
	shelter
}

func (m *Model) newFilling() filling {
	n := len(m.stretches)
	return filling{
		narrowest: make([]int32, n), capacity: make([]float64, n), on: make([]pressed, n), fills: make([]float64, n),
		frozen: make([]bool, len(m.flows)), shelter: m.newShelter(),
	}
}

const unfound = -1 // room and pressure have changed since fills was found

// pressed is what the flows do to one exposed stretch.
type pressed struct {
	capacity  float64
	used      float64 // capacity taken by frozen flows
	pressure  float64 // capacity a unit of λ takes for the flows still rising
	summed    float64 // the pressure when it was last summed rather than reduced
	narrowest int32   // the segment that fills
	rising    int32   // how many flows still rise
}

func (p *pressed) room() float64 {
	room := p.capacity - p.used
	if room < 0 { // by rounding
		return 0
	}
	return room
}

// fills returns the λ at which the stretch is full: room ÷ pressure.
func (p *pressed) fills() float64 {
	if p.rising == 0 {
		return math.Inf(1)
	}
	return p.room() / p.pressure
}

// allocate shares the capacities among the offers by weighted max–min fairness
// (progressive filling: Bertsekas & Gallager, Data Networks, 2nd ed., §6.5.2):
// raise λ = x/o of all flows together until a segment fills, freeze the flows
// through it, go on with the others. Nobody is given more than offered, so a flow
// frozen at λ ≥ 1 is carried whole and no segment binds it.
//
// The filling does not stop at λ = 1: reach is what each flow would come to if
// offers had no bound, and holder the segment that freezes it there. Up to λ = 1
// both fillings are one, which is why Σ reach is never below Σ carried.
//
// Ties go to the segment listed first.
func (m *Model) allocate(w *filling, offers, capacity, carried, reach []float64, binding, holder []int) {
	m.start(w, offers, capacity)
	carried, reach = carried[:len(offers)], reach[:len(offers)]
	binding, holder = binding[:len(offers)], holder[:len(offers)]
	copy(carried, offers)
	copy(reach, offers)
	copy(binding, m.unheld)
	copy(holder, m.unheld)
	for w.rising > 0 {
		i := w.tightest()
		if i < 0 {
			return // what still rises passes no segment with a limit
		}
		p := &w.on[i]
		s, room, pressure := int(p.narrowest), p.room(), p.pressure
		for _, u := range m.stretches[w.exposed[i]].users {
			f := int(u.flow)
			if w.frozen[f] {
				continue
			}
			offer := offers[f]
			x := float64(room * (offer / pressure)) // = λ × offer
			if room < pressure {                    // λ < 1
				carried[f], binding[f] = x, s
				if x > offer { // by rounding
					carried[f] = offer
				}
			}
			reach[f], holder[f] = x, s
			if x < carried[f] { // λ = 1, rounded
				reach[f] = carried[f]
			}
			m.freeze(w, f, offers, x)
		}
	}
}

// start lets every flow rise that offers something.
func (m *Model) start(w *filling, offers, capacity []float64) {
	narrowest, widths := w.narrowest[:len(m.stretches)], w.capacity[:len(m.stretches)]
	for i := range m.stretches {
		narrowest[i], widths[i] = m.stretches[i].narrowest(capacity)
	}
	if !w.shelter.holds(w.capacity) {
		m.shelter(&w.shelter, w.capacity)
	}
	on, fills := w.on[:len(w.exposed)], w.fills[:len(w.exposed)]
	for i, t := range w.exposed {
		on[i] = pressed{capacity: widths[t], narrowest: narrowest[t]}
	}
	rising, frozen, through := 0, w.frozen[:len(offers)], w.through[:len(offers)]
	for _, f := range m.bounded {
		offer := offers[f]
		frozen[f] = offer <= 0
		if offer <= 0 {
			continue
		}
		rising++
		for _, l := range through[f] {
			p := &on[l.stretch]
			p.pressure += float64(l.weight * offer)
			p.rising++
		}
	}
	for i := range on {
		on[i].summed, fills[i] = on[i].pressure, unfound
	}
	w.on, w.fills, w.rising = on, fills, rising
}

// tightest returns the exposed stretch that fills first, at the least λ, or −1 when
// none will.
func (w *filling) tightest() int {
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
		if fills < least || fills == least && tightest >= 0 && on[i].narrowest < on[tightest].narrowest {
			tightest, least = i, fills
		}
	}
	return tightest
}

// freeze fixes flow f at x tonnes on all its stretches.
func (m *Model) freeze(w *filling, f int, offers []float64, x float64) {
	w.frozen[f] = true
	w.rising--
	offer, on, fills := offers[f], w.on, w.fills[:len(w.on)]
	for _, l := range w.through[f] {
		p := &on[l.stretch]
		p.used += float64(l.weight * x)
		p.rising--
		p.pressure -= float64(l.weight * offer)
		fills[l.stretch] = unfound
		if p.pressure < cancelled*p.summed && p.rising > 0 {
			p.pressure = pressureOf(m.stretches[w.exposed[l.stretch]].users, w.frozen, offers)
			p.summed = p.pressure
		}
	}
}

// cancelled is the part of the last sum below which what is left of it after
// subtractions has lost too many digits to divide by.
const cancelled = 1e-3

// pressureOf sums anew what the flows still rising take.
func pressureOf(users []user, frozen []bool, offers []float64) float64 {
	sum := 0.0
	for _, u := range users {
		if !frozen[u.flow] {
			sum += float64(u.weight * offers[u.flow])
		}
	}
	return sum
}
