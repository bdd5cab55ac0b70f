package model

import "math"

const unbound = -1 // a flow that no segment holds back

// filling is the state of progressive filling. Its slices are reused month by
// month.
type filling struct {
	used     []float64 // by segment: capacity taken by frozen flows
	pressure []float64 // by segment: capacity a unit of λ takes for the flows still rising
	summed   []float64 // by segment: the pressure when it was last summed rather than reduced
	rising   []int     // by segment: how many flows still rise
	frozen   []bool    // by flow
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
		room, pressure := max(0, capacity[s]-w.used[s]), w.pressure[s]
		for _, f := range m.users[s] {
			if w.frozen[f] {
				continue
			}
			x := float64(room * (offers[f] / pressure)) // = λ × offer
			if room < pressure {                        // λ < 1
				carried[f], binding[f] = min(x, offers[f]), s
			}
			reach[f], holder[f] = max(x, carried[f]), s // x of λ = 1 may round below the offer
			m.freeze(w, f, offers, x)
		}
	}
}

// start lets every flow rise that offers something.
func (m *Model) start(w *filling, offers []float64) {
	clear(w.used)
	clear(w.pressure)
	clear(w.rising)
	for f := range m.flows {
		w.frozen[f] = offers[f] <= 0
		if w.frozen[f] {
			continue
		}
		for _, l := range m.legsOf(&m.flows[f]) {
			w.pressure[l.segment] += float64(l.weight * offers[f])
			w.rising[l.segment]++
		}
	}
	copy(w.summed, w.pressure)
}

// tightest returns the segment that fills first, at the least λ = room ÷
// pressure, or −1 when nothing rises any more.
func (w *filling) tightest(capacity []float64) int {
	tightest, least := -1, math.Inf(1)
	for s := range w.pressure {
		if w.rising[s] == 0 {
			continue
		}
		if lambda := max(0, capacity[s]-w.used[s]) / w.pressure[s]; lambda < least {
			tightest, least = s, lambda
		}
	}
	return tightest
}

// freeze fixes flow f at x tonnes on all its segments.
func (m *Model) freeze(w *filling, f int, offers []float64, x float64) {
	w.frozen[f] = true
	for _, l := range m.legsOf(&m.flows[f]) {
		w.used[l.segment] += float64(l.weight * x)
		w.rising[l.segment]--
		w.pressure[l.segment] -= float64(l.weight * offers[f])
		if w.pressure[l.segment] < cancelled*w.summed[l.segment] && w.rising[l.segment] > 0 {
			w.pressure[l.segment] = m.pressureOn(l.segment, w.frozen, offers)
			w.summed[l.segment] = w.pressure[l.segment]
		}
	}
}

// cancelled is the part of the last sum below which what is left of it after
// subtractions has lost too many digits to divide by.
const cancelled = 1e-3

// pressureOn sums anew what the flows still rising take of a segment.
func (m *Model) pressureOn(segment int, frozen []bool, offers []float64) float64 {
	sum := 0.0
	for _, f := range m.users[segment] {
		if frozen[f] {
			continue
		}
		for _, l := range m.legsOf(&m.flows[f]) {
			if l.segment == segment {
				sum += float64(l.weight * offers[f])
			}
		}
	}
	return sum
}
