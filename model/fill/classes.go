package fill

import "slices"

// NewInClasses is New for users in classes, given by user: those of a lower number are served
// first, and the next share what they leave (strict priority among classes, max–min fairness
// within one, as in Hong et al. 2013, Achieving high utilization with software-driven WAN,
// SIGCOMM). No user of a later class takes anything of the resource that binds one of an
// earlier class. Where all users are in one class it is New.
//
// What is left when all have been served is pressed by those who were given all they asked
// for, whatever their class: they rise on together from λ = 1. A class is an order in which
// what is asked for is served, and room that nobody asked for belongs to none. So Reach stays
// the allocation where that is below what was asked, Σ Reach is not below Σ Given, and one
// class has the Reach it has without.
func NewInClasses(resources int, users [][]Use, class []int) *System {
	s := New(resources, users)
	var ranks []int
	for u := range users {
		if len(users[u]) > 0 {
			ranks = append(ranks, class[u])
		}
	}
	slices.Sort(ranks)
	if ranks = slices.Compact(ranks); len(ranks) < 2 {
		return s
	}
	for _, rank := range ranks {
		its := make([][]Use, len(users))
		for u := range users {
			if class[u] == rank {
				its[u] = users[u]
			}
		}
		s.classes = append(s.classes, New(resources, its))
	}
	return s
}

// InClasses reports whether some users are served before others.
func (s *System) InClasses() bool { return s.classes != nil }

// byClass is the space to serve one class after the other.
type byClass struct {
	classes []*Workspace
	left    []float64  // by resource: what those served so far leave
	rest    []float64  // by user: what is asked for by those who rise on
	beyond  Allocation // what they come to on top
}

func (s *System) newByClass() byClass {
	users, resources := len(s.claims), 0
	for i := range s.groups {
		resources += len(s.groups[i].resources)
	}
	b := byClass{
		left: make([]float64, resources), rest: make([]float64, users),
		beyond: Allocation{
			Given: make([]float64, users), Reach: make([]float64, users),
			Binding: make([]int, users), Holder: make([]int, users),
		},
	}
	for _, class := range s.classes {
		b.classes = append(b.classes, class.NewWorkspace())
	}
	return b
}

func (s *System) allocateByClass(w *Workspace, asked, capacity []float64, to *Allocation) {
	s.begin(asked, to)
	copy(w.left, capacity)
	for i, class := range s.classes {
		class.raise(w.classes[i], asked, w.left, to)
		class.take(to.Given, w.left)
	}
	copy(w.rest, asked)
	for u, r := range to.Binding {
		if r != None {
			w.rest[u] = 0
		}
	}
	s.Press(w, w.rest, w.left, w.beyond)
	for u, r := range to.Binding {
		if r != None {
			continue
		}
		to.Reach[u], to.Holder[u] = asked[u], w.beyond.Holder[u]
		if to.Holder[u] != None {
			to.Reach[u] += w.beyond.Reach[u]
		}
	}
}

// take takes from what is left of the resources what users given x use of them.
func (s *System) take(x, left []float64) {
	for i := range s.groups {
		g := &s.groups[i]
		used := g.load(x)
		for _, r := range g.resources {
			left[r] = max(0, left[r]-used)
		}
	}
}
