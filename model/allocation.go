package model

import "math"

const unbound = -1 // a flow that no segment holds back

// filling is the state of progressive filling. Its slices are reused month by
// month.
type filling struct {
	on     []pressed // by stretch
	rising []int32   // stretches on which flows still rise, in their order
	frozen []bool    // by flow
	shelter
}

// pressed is what the flows do to one stretch.
type pressed struct {
	capacity  float64 // of its narrowest segment
	used      float64 // capacity taken by frozen flows
	pressure  float64 // capacity a unit of λ takes for the flows still rising
	summed    float64 // the pressure when it was last summed rather than reduced
	fills     float64 // the λ at which it fills: room ÷ pressure
	narrowest int32   // the segment
	rising    int32   // how many flows still rise
	moved     bool    // room and pressure have, since fills was found
}

func (p *pressed) room() float64 {
	room := p.capacity - p.used
	if room < 0 { // by rounding
		return 0
	}
	return room
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
	copy(carried, offers)
	copy(reach, offers)
	for f := range binding {
		binding[f], holder[f] = unbound, unbound
	}
	for {
		t := w.tightest()
		if t < 0 {
			return // what still rises passes no segment: unlimited
		}
		s, room, pressure := int(w.on[t].narrowest), w.on[t].room(), w.on[t].pressure
		for _, u := range m.stretches[t].users {
			f := int(u.flow)
			if w.frozen[f] {
				continue
			}
			x := float64(room * (offers[f] / pressure)) // = λ × offer
			if room < pressure {                        // λ < 1
				carried[f], binding[f] = min(x, offers[f]), s
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
	on := w.on
	for i := range m.stretches {
		p := &on[i]
		p.narrowest = m.stretches[i].narrowest(capacity)
		p.capacity = capacity[p.narrowest]
	}
	if !w.shelter.holds(on) {
		m.shelter(&w.shelter, on)
	}
	w.rising = w.rising[:copy(w.rising[:cap(w.rising)], w.exposed)]
	for _, i := range w.rising {
		t, p := &m.stretches[i], &on[i]
		p.pressure = t.load(offers)
		p.summed, p.used, p.moved, p.rising = p.pressure, 0, true, int32(len(t.users))
	}
	for _, f := range m.bounded {
		w.frozen[f] = offers[f] <= 0
		if w.frozen[f] {
			for _, l := range w.through[f] {
				on[l.stretch].rising--
			}
		}
	}
}

// tightest returns the stretch that fills first, at the least λ, or −1 when nothing
// rises any more.
func (w *filling) tightest() int {
	tightest, least, on := -1, math.Inf(1), w.on
	still := 0
	for _, t := range w.rising {
		p := &on[t]
		if p.rising == 0 {
			continue
		}
		w.rising[still] = t
		still++
		if p.moved {
			p.fills, p.moved = p.room()/p.pressure, false
		}
		if p.fills < least || p.fills == least && tightest >= 0 && p.narrowest < on[tightest].narrowest {
			tightest, least = int(t), p.fills
		}
	}
	w.rising = w.rising[:still]
	return tightest
}

// freeze fixes flow f at x tonnes on all its stretches.
func (m *Model) freeze(w *filling, f int, offers []float64, x float64) {
	w.frozen[f] = true
	offer, on := offers[f], w.on
	for _, l := range w.through[f] {
		p := &on[l.stretch]
		p.used += float64(l.weight * x)
		p.rising--
		p.pressure -= float64(l.weight * offer)
		p.moved = true
		if p.pressure < cancelled*p.summed && p.rising > 0 {
			p.pressure = pressureOf(m.stretches[l.stretch].users, w.frozen, offers)
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
