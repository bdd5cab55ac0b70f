package model

import "math"

const unbound = -1 // a flow that no segment holds back

// filling is the state of progressive filling. Its slices are reused month by
// month.
type filling struct {
	on     []pressed // by stretch
	rising []int     // stretches on which flows still rise, in their order
	frozen []bool    // by flow
}

// pressed is what the flows do to one stretch.
type pressed struct {
	narrowest int     // its segment of the least capacity
	capacity  float64 // of that segment
	used      float64 // capacity taken by frozen flows
	pressure  float64 // capacity a unit of λ takes for the flows still rising
	summed    float64 // the pressure when it was last summed rather than reduced
	fills     float64 // the λ at which it fills: room ÷ pressure
	moved     bool    // room and pressure have, since that was found
	rising    int     // how many flows still rise
}

func (p *pressed) room() float64 { return max(0, p.capacity-p.used) }

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
		s, room, pressure := w.on[t].narrowest, w.on[t].room(), w.on[t].pressure
		for _, u := range m.stretches[t].users {
			f := u.flow
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
	w.rising = w.rising[:0]
	for i := range m.stretches {
		t := &m.stretches[i]
		pressure := 0.0
		for _, u := range t.users {
			pressure += float64(u.weight * offers[u.flow])
		}
		narrowest := t.narrowest(capacity)
		w.on[i] = pressed{
			narrowest: narrowest, capacity: capacity[narrowest],
			pressure: pressure, summed: pressure, moved: true, rising: len(t.users),
		}
		w.rising = append(w.rising, i)
	}
	for f, offer := range offers {
		w.frozen[f] = offer <= 0
		if w.frozen[f] {
			for _, p := range m.passages[f] {
				w.on[p.stretch].rising--
			}
		}
	}
}

// tightest returns the stretch that fills first, at the least λ, or −1 when nothing
// rises any more.
func (w *filling) tightest() int {
	tightest, least := -1, math.Inf(1)
	rising := w.rising[:0]
	for _, t := range w.rising {
		p := &w.on[t]
		if p.rising == 0 {
			continue
		}
		rising = append(rising, t)
		if p.moved {
			p.fills, p.moved = p.room()/p.pressure, false
		}
		if p.fills < least || p.fills == least && tightest >= 0 && p.narrowest < w.on[tightest].narrowest {
			tightest, least = t, p.fills
		}
	}
	w.rising = rising
	return tightest
}

// freeze fixes flow f at x tonnes on all its stretches.
func (m *Model) freeze(w *filling, f int, offers []float64, x float64) {
	w.frozen[f] = true
	offer := offers[f]
	for _, l := range m.passages[f] {
		p := &w.on[l.stretch]
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
