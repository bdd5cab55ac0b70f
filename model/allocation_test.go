package model

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"
)

// allocated is the result of one allocation, and what went into it.
type allocated struct {
	model                            *Model
	offers, capacity, carried, reach []float64
	binding, holder                  []int
}

// share allocates capacities by segment to offers by flow, on a model that has
// one flow per market.
func share(m *Model, offers, capacity []float64) allocated {
	flows, s := len(m.flows), m.NewState()
	a := allocated{
		m, offers, capacity, make([]float64, flows), make([]float64, flows), make([]int, flows), make([]int, flows),
	}
	m.allocate(&s.filling, offers, capacity, a.carried, a.reach, a.binding, a.holder)
	return a
}

// flowsOver builds a model in which flow i passes paths[i], with the weights
// given there or 1.
func flowsOver(segments int, paths [][]int, weights [][]float64) *Model {
	c := corridor(nil)
	for range segments {
		c.Segments = append(c.Segments, fixed("segment", 1))
	}
	for i, path := range paths {
		r := route("route", 1, path...)
		if weights != nil {
			r.Weights = weights[i]
		}
		r.Rival = len(path) == 0
		c.Markets = append(c.Markets, market("market", 1, r))
	}
	return must(c)
}

var inf = math.Inf(1)

// TestAllocationByHand holds the filling to results found with a pencil: the
// ratios λ at which segments fill, in order.
func TestAllocationByHand(t *testing.T) {
	const o = unbound
	for _, test := range []struct {
		name            string
		paths           [][]int
		weights         [][]float64
		offers          []float64
		capacity        []float64
		carried, reach  []float64
		binding, holder []int
	}{
		{"one segment with room", [][]int{{0}}, nil, []float64{3}, []float64{4},
			[]float64{3}, []float64{4}, []int{o}, []int{0}},
		{"one segment exactly full", [][]int{{0}}, nil, []float64{4}, []float64{4},
			[]float64{4}, []float64{4}, []int{o}, []int{0}},
		{"one segment too small", [][]int{{0}}, nil, []float64{8}, []float64{4},
			[]float64{4}, []float64{4}, []int{0}, []int{0}},
		{"two flows in proportion to their offers", [][]int{{0}, {0}}, nil, []float64{6, 2}, []float64{4},
			[]float64{3, 1}, []float64{3, 1}, []int{0, 0}, []int{0, 0}},
		{"a chain is as wide as its narrowest segment", [][]int{{0, 1, 2}}, nil, []float64{9}, []float64{5, 3, 7},
			[]float64{3}, []float64{3}, []int{1}, []int{1}},

		// The long flow and the three short ones rise together. Segment 2 fills at λ =
		// 4/(8+8) = 1/4 and holds the long flow at 2, so that 8 of 10 and 4 of 6 are left
		// to the others, who reach λ = 8/8 (carried whole, held at 8) and λ = 4/8.
		{"a long flow over three links", [][]int{{0, 1, 2}, {0}, {1}, {2}}, nil, []float64{8, 8, 8, 8}, []float64{10, 6, 4},
			[]float64{2, 8, 4, 2}, []float64{2, 8, 4, 2}, []int{2, o, 1, 2}, []int{2, 0, 1, 2}},

		// λ = 6/(2·2 + 1·2) = 1: just fits; with 3 of capacity λ = 1/2.
		{"weights that just fit", [][]int{{0}, {0}}, [][]float64{{2}, {1}}, []float64{2, 2}, []float64{6},
			[]float64{2, 2}, []float64{2, 2}, []int{o, o}, []int{0, 0}},
		{"weights that do not fit", [][]int{{0}, {0}}, [][]float64{{2}, {1}}, []float64{2, 2}, []float64{3},
			[]float64{1, 1}, []float64{1, 1}, []int{0, 0}, []int{0, 0}},
		// Segment 0 at λ = 3/(0.5·2) = 3, segment 1 at 5/(2·2) = 1.25.
		{"weights that differ by segment", [][]int{{0, 1}}, [][]float64{{0.5, 2}}, []float64{2}, []float64{3, 5},
			[]float64{2}, []float64{2.5}, []int{o}, []int{1}},

		{"a closed segment stops its flows only", [][]int{{0, 1}, {1}}, nil, []float64{5, 5}, []float64{0, 4},
			[]float64{0, 4}, []float64{0, 4}, []int{0, 1}, []int{0, 1}},
		{"nothing offered, nothing carried", [][]int{{0}, {0}}, nil, []float64{0, 3}, []float64{2},
			[]float64{0, 2}, []float64{0, 2}, []int{o, 0}, []int{o, 0}},
		{"no offers at all", [][]int{{0}, {0}}, nil, []float64{0, 0}, []float64{2},
			[]float64{0, 0}, []float64{0, 0}, []int{o, o}, []int{o, o}},
		{"a tie goes to the segment listed first", [][]int{{2, 1}}, nil, []float64{8}, []float64{9, 4, 4},
			[]float64{4}, []float64{4}, []int{1}, []int{1}},
		{"a tie of closed segments too", [][]int{{2, 1}}, nil, []float64{8}, []float64{9, 0, 0},
			[]float64{0}, []float64{0}, []int{1}, []int{1}},
		{"a segment without limit binds nothing", [][]int{{0}, {0, 1}}, nil, []float64{7, 7}, []float64{inf, 3},
			[]float64{7, 3}, []float64{7, 3}, []int{o, 1}, []int{o, 1}},
		{"a rival outside carries all", [][]int{{}, {0}}, nil, []float64{7, 7}, []float64{3},
			[]float64{7, 3}, []float64{7, 3}, []int{o, 0}, []int{o, 0}},
	} {
		t.Run(test.name, func(t *testing.T) {
			a := share(flowsOver(len(test.capacity), test.paths, test.weights), test.offers, test.capacity)
			require.Equal(t, test.carried, a.carried, "carried")
			require.Equal(t, test.reach, a.reach, "reach")
			require.Equal(t, test.binding, a.binding, "binding")
			require.Equal(t, test.holder, a.holder, "holder")
		})
	}
}

// TestReachIsNeverBelowCarried where 49 × (1/49) is not 1 in binary.
func TestReachIsNeverBelowCarried(t *testing.T) {
	paths, offers := make([][]int, 49), make([]float64, 49)
	for f := range paths {
		paths[f], offers[f] = []int{0}, 1
	}
	a := share(flowsOver(1, paths, nil), offers, []float64{49})
	require.Equal(t, offers, a.carried)
	require.Equal(t, offers, a.reach)
}

// TestAllocationFarApart mixes magnitudes. The wide segment is left by one flow
// after the other, each stopped by a closed segment of its own, so that what
// still presses on it falls from 10⁹ to the last flow's offer; that flow then has
// the segment for itself.
func TestAllocationFarApart(t *testing.T) {
	for _, last := range []float64{1e-9, 1e-6, 1e-3, 1} {
		paths, offers, capacity := [][]int{{0}}, []float64{last}, []float64{last / 2}
		for offer := 1e9; offer > last; offer /= 1000 {
			paths = append(paths, []int{0, len(paths)})
			offers, capacity = append(offers, offer), append(capacity, 0)
		}
		a := share(flowsOver(len(capacity), paths, nil), offers, capacity)
		require.InEpsilon(t, last/2, a.carried[0], 1e-12, "the last flow of %v", last)
		for f := 1; f < len(offers); f++ {
			require.Zero(t, a.carried[f])
		}
	}
	// Flows of every size on a segment with half of what they need.
	a := share(flowsOver(1, [][]int{{0}, {0}, {0}}, nil), []float64{1e9, 1, 1e-9}, []float64{(1e9 + 1) / 2})
	for f, offer := range a.offers {
		require.InEpsilon(t, offer/2, a.carried[f], 1e-12)
	}
}

func BenchmarkAllocate(b *testing.B) {
	m := must(network())
	s, out := m.NewState(), m.NewOutcome()
	for range 120 { // to a month in which several segments bind
		m.Step(s, out)
	}
	b.ReportAllocs()
	for b.Loop() {
		m.allocate(&s.filling, out.FlowOfferedMt, out.SegmentCapacityMt, s.spare, s.reach, s.spareBinding, s.holder)
	}
}
