package model

import (
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// TestShelter: a trunk (segment 0) that two branches (1, 2) lead to. It cannot fill
// while the branches together let through less than it takes.
func TestShelter(t *testing.T) {
	m := flowsOver(3, [][]int{{0, 1}, {0, 2}}, nil)
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
		w := &m.NewState().filling
		w.known = false
		a := allocated{carried: make([]float64, 2), reach: make([]float64, 2), binding: make([]int, 2), holder: make([]int, 2)}
		m.allocate(w, []float64{9, 9}, test.capacity, a.carried, a.reach, a.binding, a.holder)
		require.Equal(t, test.exposed, w.exposed, "%v", test.capacity)
	}
}

// TestShelterChangesNothing: a filling that goes on with what was found at other
// capacities gives the bits of one that leaves out nothing.
func TestShelterChangesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		first := filled(t, 6, 8, 1e-9)
		m, flows := first.model, len(first.offers)
		used := &m.NewState().filling
		for range 4 {
			capacity := rapid.SliceOfN(rapid.Float64Range(0, 10), len(first.capacity), len(first.capacity)).Draw(t, "capacities")
			got := allocated{
				m, first.offers, capacity, make([]float64, flows), make([]float64, flows), make([]int, flows), make([]int, flows),
			}
			m.allocate(used, got.offers, capacity, got.carried, got.reach, got.binding, got.holder)

			all := &m.NewState().filling
			all.known, all.wide = true, all.wide[:0] // nothing is sheltered
			all.exposed = all.exposed[:0]
			for i := range m.stretches {
				all.exposed = append(all.exposed, int32(i))
			}
			copy(all.through, m.passages)
			want := allocated{
				m, first.offers, capacity, make([]float64, flows), make([]float64, flows), make([]int, flows), make([]int, flows),
			}
			m.allocate(all, want.offers, capacity, want.carried, want.reach, want.binding, want.holder)
			require.Equal(t, want, got)
		}
	})
}
