package model

import "slices"

// stretch is all the segments that the same flows pass, each flow with one weight on
// all of them: a line without a junction, or several in a row that no flow joins or
// leaves between. What its flows take of one of its segments they take of each, so
// that only the narrowest can bind.
type stretch struct {
	segments []int32 // in their order
	users    []user  // in the order of flows
}

// user is a flow that passes a stretch.
type user struct {
	flow   int32
	weight float64 // capacity used per tonne
}

// passage is a flow's use of one stretch: a user, seen from the flow.
type passage struct {
	stretch int32
	weight  float64
}

// layStretches joins the segments to stretches, in the order of their first segments.
// Segments that no flow passes make one too.
func (m *Model) layStretches() {
	for s, users := range m.users {
		i := slices.IndexFunc(m.stretches, func(t stretch) bool { return slices.Equal(t.users, users) })
		if i < 0 {
			i = len(m.stretches)
			m.stretches = append(m.stretches, stretch{users: users})
		}
		m.stretches[i].segments = append(m.stretches[i].segments, int32(s))
	}
	m.passages = make([][]passage, len(m.flows))
	for i := range m.stretches {
		for _, u := range m.stretches[i].users {
			m.passages[u.flow] = append(m.passages[u.flow], passage{int32(i), u.weight})
		}
	}
}

// narrowest returns the segment of the least capacity, of equal ones the first, and
// its capacity.
func (t *stretch) narrowest(capacity []float64) (narrowest int32, least float64) {
	narrowest = t.segments[0]
	least = capacity[narrowest]
	for _, s := range t.segments[1:] {
		if mt := capacity[s]; mt < least {
			narrowest, least = s, mt
		}
	}
	return narrowest, least
}

// load is the capacity that x tonnes of each flow use: Σ weight × x_f. It is not
// inlined: where it was, its loop ran out of registers.
//
//go:noinline
func (t *stretch) load(x []float64) float64 {
	sum := 0.0
	for _, u := range t.users {
		sum += float64(u.weight * x[u.flow])
	}
	return sum
}
