package fill

// Allocation is what the users get of what they ask for, by user. Its slices are the
// caller's, as long as there are users.
type Allocation struct {
	Given   []float64 // at most what was asked for
	Binding []int     // the resource that keeps it below that, None where it is given all
	Reach   []float64 // what it would come to if all asked for more without end, in the same proportions
	Holder  []int     // the resource that holds it there, None where no resource does
}

// Allocate shares the capacities, by resource, among the users, who ask for the amounts
// given, by weighted max–min fairness (progressive filling: Bertsekas & Gallager 1992,
// Data Networks, 2nd ed., §6.5.2): raise λ = given ÷ asked of all users together until a
// resource fills, freeze those who use it, go on with the others. Nobody is given more
// than asked for, so one frozen at λ ≥ 1 is given all and no resource binds it. Where users
// are in classes, it does so class by class.
//
// The filling does not stop at λ = 1: Reach is what each user would come to if what is
// asked for had no bound, and Holder the resource that freezes it there. Up to λ = 1 both
// fillings are one, which is why Σ Reach is never below Σ Given. A user that no resource
// holds reaches what it asks for.
//
// Amounts and capacities are at least 0, in any unit, and a capacity may be +Inf. Ties go
// to the resource listed first.
func (s *System) Allocate(w *Workspace, asked, capacity []float64, to Allocation) {
	if s.classes != nil {
		s.allocateByClass(w, asked, capacity, &to)
		return
	}
	s.Press(w, asked, capacity, to)
}

// Press is Allocate with all users in one class.
func (s *System) Press(w *Workspace, asked, capacity []float64, to Allocation) {
	s.begin(asked, &to)
	s.raise(w, asked, capacity, &to)
}

// begin gives everybody what they ask for.
func (s *System) begin(asked []float64, to *Allocation) {
	copy(to.Given, asked)
	copy(to.Reach, asked)
	copy(to.Binding, s.none)
	copy(to.Holder, s.none)
}

// raise raises the users that use a resource until each is held by one.
func (s *System) raise(w *Workspace, asked, capacity []float64, to *Allocation) {
	for i := range s.parts {
		s.raisePart(w, i, asked, capacity, to)
	}
}

// raisePart does so with the users of one part.
func (s *System) raisePart(w *Workspace, part int, asked, capacity []float64, to *Allocation) {
	p := &w.parts[part]
	s.start(w, part, asked, capacity)
	given, reach := to.Given[:len(asked)], to.Reach[:len(asked)]
	binding, holder := to.Binding[:len(asked)], to.Holder[:len(asked)]
	for p.rising > 0 {
		i := p.tightest()
		if i < 0 {
			return // what still rises uses no resource with a limit
		}
		full := &p.on[i]
		r, room, pressure := int(full.scarcest), full.room(), full.pressure
		for _, one := range s.groups[p.exposed[i]].users {
			u := int(one.number)
			if w.frozen[u] {
				continue
			}
			most := asked[u]
			x := float64(room * (most / pressure)) // = λ × asked
			if room < pressure {                   // λ < 1
				given[u], binding[u] = x, r
				if x > most { // by rounding
					given[u] = most
				}
			}
			reach[u], holder[u] = x, r
			if x < given[u] { // λ = 1, rounded
				reach[u] = given[u]
			}
			s.freeze(w, p, u, asked, x)
		}
	}
}
