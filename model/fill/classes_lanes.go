//go:build goexperiment.simd && amd64

package fill

import "corridor/model/lanes"

// byClassLanes is byClass in lanes.
type byClassLanes struct {
	classes []*WorkspaceLanes
	left    []lanes.Vec
	rest    []lanes.Vec
	beyond  AllocationLanes
}

func (s *System) newByClassLanes() byClassLanes {
	one := s.newByClass()
	users := len(one.rest)
	b := byClassLanes{
		left: make([]lanes.Vec, len(one.left)), rest: make([]lanes.Vec, users),
		beyond: AllocationLanes{
			Given: make([]lanes.Vec, users), Reach: make([]lanes.Vec, users),
			Binding: make([]lanes.Ints, users), Holder: make([]lanes.Ints, users),
		},
	}
	for _, class := range s.classes {
		b.classes = append(b.classes, class.NewWorkspaceLanes())
	}
	return b
}

// allocateByClassLanes is allocateByClass in lanes.
func (s *System) allocateByClassLanes(w *WorkspaceLanes, asked, capacity []lanes.Vec, to *AllocationLanes) {
	beginLanes(asked, to)
	lanes.Set(w.left, capacity)
	for i, class := range s.classes {
		class.raiseLanes(w.classes[i], asked, w.left, to)
		class.takeLanes(to.Given, w.left)
	}
	none := lanes.SplatInt(None)
	for u, r := range to.Binding {
		w.rest[u] = lanes.Keep(asked[u], r.Equal(none))
	}
	s.PressLanes(w, w.rest, w.left, w.beyond)
	for u, r := range to.Binding {
		whole := r.Equal(none)
		holder := w.beyond.Holder[u]
		reach := asked[u].Add(w.beyond.Reach[u]).Merge(asked[u], lanes.Not(holder.Equal(none)))
		to.Reach[u], to.Holder[u] = reach.Merge(to.Reach[u], whole), holder.Merge(to.Holder[u], whole)
	}
}

// takeLanes is take in lanes.
func (s *System) takeLanes(x, left []lanes.Vec) {
	for i := range s.groups {
		g := &s.groups[i]
		used := g.loadLanes(x)
		for _, r := range g.resources {
			left[r] = lanes.Max(lanes.Vec{}, left[r].Sub(used))
		}
	}
}
