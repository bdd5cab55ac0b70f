package fill

import (
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// TestShelter: a trunk (resource 0) that two branches (1, 2) lead to. It cannot fill
// while the branches together let through less than it takes.
func TestShelter(t *testing.T) {
	s := New(3, usersOf([][]int{{0, 1}, {0, 2}}, nil))
	for _, test := range []struct {
		capacity []float64
		exposed  []int32
	}{
		{[]float64{10, 4, 5}, []int32{1, 2}},
		{[]float64{9, 4, 5}, []int32{0, 1, 2}}, // all three may fill at once
		{[]float64{8, 4, 5}, []int32{0, 1, 2}},
		{[]float64{3, 4, 5}, []int32{0}}, // the branches are sheltered by the trunk
		{[]float64{4.5, 4, 5}, []int32{0, 1}},
		{[]float64{0, 0, 0}, []int32{0, 1, 2}},
		{[]float64{inf, 4, 5}, []int32{1, 2}},
	} {
		w := s.NewWorkspace()
		s.Allocate(w, []float64{9, 9}, test.capacity, newAllocation(2))
		require.Equal(t, test.exposed, w.parts[0].exposed, "%v", test.capacity)
	}
}

// TestShelterChangesNothing: a filling that goes on with what was found at other
// capacities gives the bits of one that leaves out nothing, and so does one that forgets.
func TestShelterChangesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		first := filled(t, 6, 8, 1e-9)
		s, users := first.system, len(first.users)
		used := s.NewWorkspace()
		for range 4 {
			capacity := rapid.SliceOfN(rapid.Float64Range(0, 10), len(first.capacity), len(first.capacity)).Draw(t, "capacities")
			got := newAllocation(users)
			s.Allocate(used, first.asked, capacity, got)

			all := s.NewWorkspace()
			all.shelterNothing(s)
			want := newAllocation(users)
			s.Allocate(all, first.asked, capacity, want)
			require.Equal(t, want, got)
		}
		used.Forget()
		again := newAllocation(users)
		s.Allocate(used, first.asked, first.capacity, again)
		require.Equal(t, first.Allocation, again)
	})
}

// shelterNothing leaves all groups to be filled.
func (w *Workspace) shelterNothing(s *System) {
	for i := range s.parts {
		p := &w.parts[i]
		p.known, p.exposed = true, s.parts[i].groups
		for at, g := range p.exposed {
			w.place[g] = int32(at)
		}
		for _, u := range s.parts[i].users {
			for _, c := range s.claims[u] {
				w.through[u] = append(w.through[u], claim{w.place[c.group], c.weight})
			}
		}
	}
}
