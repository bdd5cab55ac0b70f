package model

import "math"

const unbound = -1 // a flow that no segment holds back

// filling is the state of progressive filling. Its slices are reused month by
// month.
type filling struct {
	on     []pressed // by segment
	frozen []bool    // by flow
}

// pressed is what the flows do to one segment.
type pressed struct {
	used     float64 // capacity taken by frozen flows
	pressure float64 // capacity a unit of λ takes for the flows still rising
	summed   float64 // the pressure when it was last summed rather than reduced
	rising   int     // how many flows still rise
}

func (p *pressed) room(capacity float64) float64 { return max(0, capacity-p.used) }

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
	m.start(w, offers)
	copy(carried, offers)
	copy(reach, offers)
	for f := range binding {
		binding[f], holder[f] = unbound, unbound
	}
	for {
		s := w.tightest(capacity)
		if s < 0 {
			return // what still rises passes no segment: unlimited
		}
		room, pressure := w.on[s].room(capacity[s]), w.on[s].pressure
		for _, u := range m.users[s] {
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
func (m *Model) start(w *filling, offers []float64) {
	for s, users := range m.users {
		pressure := 0.0
		for _, u := range users {
			pressure += float64(u.weight * offers[u.flow])
		}
		w.on[s] = pressed{pressure: pressure, summed: pressure, rising: len(users)}
	}
	for f, offer := range offers {
		w.frozen[f] = offer <= 0
		if w.frozen[f] {
			for _, l := range m.legsOf(&m.flows[f]) {
				w.on[l.segment].rising--
			}
		}
	}
}

// tightest returns the segment that fills first, at the least λ = room ÷
// pressure, or −1 when nothing rises any more.
func (w *filling) tightest(capacity []float64) int {
	tightest, least := -1, math.Inf(1)
	for s := range w.on {
		p := &w.on[s]
		if p.rising == 0 {
			continue
		}
		if lambda := p.room(capacity[s]) / p.pressure; lambda < least {
			tightest, least = s, lambda
		}
	}
	return tightest
}

// freeze fixes flow f at x tonnes on all its segments.
func (m *Model) freeze(w *filling, f int, offers []float64, x float64) {
	w.frozen[f] = true
	offer := offers[f]
	for _, l := range m.legsOf(&m.flows[f]) {
		p := &w.on[l.segment]
		p.used += float64(l.weight * x)
		p.rising--
		p.pressure -= float64(l.weight * offer)
		if p.pressure < cancelled*p.summed && p.rising > 0 {
			p.pressure = m.pressureOn(l.segment, w.frozen, offers)
			p.summed = p.pressure
		}
	}
}

// cancelled is the part of the last sum below which what is left of it after
// subtractions has lost too many digits to divide by.
const cancelled = 1e-3

// pressureOn sums anew what the flows still rising take of a segment.
func (m *Model) pressureOn(segment int, frozen []bool, offers []float64) float64 {
	sum := 0.0
	for _, u := range m.users[segment] {
		if !frozen[u.flow] {
			sum += float64(u.weight * offers[u.flow])
		}
	}
	return sum
}
