package fill

import (
	"math"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
)

// allocated is the result of one allocation, and what went into it.
type allocated struct {
	system          *System
	users           [][]Use
	asked, capacity []float64
	Allocation
}

// allocate shares capacities by resource among users who ask for amounts.
func allocate(resources int, users [][]Use, asked, capacity []float64) allocated {
	s := New(resources, users)
	a := allocated{s, users, asked, capacity, newAllocation(len(users))}
	s.Allocate(s.NewWorkspace(), asked, capacity, a.Allocation)
	return a
}

func newAllocation(users int) Allocation {
	return Allocation{
		Given: make([]float64, users), Binding: make([]int, users),
		Reach: make([]float64, users), Holder: make([]int, users),
	}
}

// usersOf lets user i use the resources paths[i], with the weights given there or 1.
func usersOf(paths [][]int, weights [][]float64) [][]Use {
	users := make([][]Use, len(paths))
	for u, path := range paths {
		for i, r := range path {
			use := Use{r, 1}
			if weights != nil {
				use.Weight = weights[u][i]
			}
			users[u] = append(users[u], use)
		}
	}
	return users
}

func sum(values []float64) (total float64) {
	for _, v := range values {
		total += v
	}
	return total
}

var inf = math.Inf(1)

// TestAllocationByHand holds the filling to results found with a pencil: the
// ratios λ at which resources fill, in order.
func TestAllocationByHand(t *testing.T) {
	const o = None
	for _, test := range []struct {
		name            string
		paths           [][]int
		weights         [][]float64
		asked           []float64
		capacity        []float64
		given, reach    []float64
		binding, holder []int
	}{
		{"one resource with room", [][]int{{0}}, nil, []float64{3}, []float64{4},
			[]float64{3}, []float64{4}, []int{o}, []int{0}},
		{"one resource exactly full", [][]int{{0}}, nil, []float64{4}, []float64{4},
			[]float64{4}, []float64{4}, []int{o}, []int{0}},
		{"one resource too small", [][]int{{0}}, nil, []float64{8}, []float64{4},
			[]float64{4}, []float64{4}, []int{0}, []int{0}},
		{"two users in proportion to what they ask for", [][]int{{0}, {0}}, nil, []float64{6, 2}, []float64{4},
			[]float64{3, 1}, []float64{3, 1}, []int{0, 0}, []int{0, 0}},
		{"a chain is as wide as its scarcest resource", [][]int{{0, 1, 2}}, nil, []float64{9}, []float64{5, 3, 7},
			[]float64{3}, []float64{3}, []int{1}, []int{1}},

		// The long user and the three short ones rise together. Resource 2 fills at λ =
		// 4/(8+8) = 1/4 and holds the long user at 2, so that 8 of 10 and 4 of 6 are left
		// to the others, who reach λ = 8/8 (given all, held at 8) and λ = 4/8.
		{"a long user over three links", [][]int{{0, 1, 2}, {0}, {1}, {2}}, nil, []float64{8, 8, 8, 8}, []float64{10, 6, 4},
			[]float64{2, 8, 4, 2}, []float64{2, 8, 4, 2}, []int{2, o, 1, 2}, []int{2, 0, 1, 2}},

		// λ = 6/(2·2 + 1·2) = 1: just fits; with 3 of capacity λ = 1/2.
		{"weights that just fit", [][]int{{0}, {0}}, [][]float64{{2}, {1}}, []float64{2, 2}, []float64{6},
			[]float64{2, 2}, []float64{2, 2}, []int{o, o}, []int{0, 0}},
		{"weights that do not fit", [][]int{{0}, {0}}, [][]float64{{2}, {1}}, []float64{2, 2}, []float64{3},
			[]float64{1, 1}, []float64{1, 1}, []int{0, 0}, []int{0, 0}},
		// Resource 0 at λ = 3/(0.5·2) = 3, resource 1 at 5/(2·2) = 1.25.
		{"weights that differ by resource", [][]int{{0, 1}}, [][]float64{{0.5, 2}}, []float64{2}, []float64{3, 5},
			[]float64{2}, []float64{2.5}, []int{o}, []int{1}},

		{"a closed resource stops its users only", [][]int{{0, 1}, {1}}, nil, []float64{5, 5}, []float64{0, 4},
			[]float64{0, 4}, []float64{0, 4}, []int{0, 1}, []int{0, 1}},
		{"nothing asked for, nothing given", [][]int{{0}, {0}}, nil, []float64{0, 3}, []float64{2},
			[]float64{0, 2}, []float64{0, 2}, []int{o, 0}, []int{o, 0}},
		{"nothing asked for at all", [][]int{{0}, {0}}, nil, []float64{0, 0}, []float64{2},
			[]float64{0, 0}, []float64{0, 0}, []int{o, o}, []int{o, o}},
		{"a tie goes to the resource listed first", [][]int{{2, 1}}, nil, []float64{8}, []float64{9, 4, 4},
			[]float64{4}, []float64{4}, []int{1}, []int{1}},
		{"a tie of closed resources too", [][]int{{2, 1}}, nil, []float64{8}, []float64{9, 0, 0},
			[]float64{0}, []float64{0}, []int{1}, []int{1}},
		{"a resource without limit binds nothing", [][]int{{0}, {0, 1}}, nil, []float64{7, 7}, []float64{inf, 3},
			[]float64{7, 3}, []float64{7, 3}, []int{o, 1}, []int{o, 1}},
		{"one who uses nothing is given all", [][]int{{}, {0}}, nil, []float64{7, 7}, []float64{3},
			[]float64{7, 3}, []float64{7, 3}, []int{o, 0}, []int{o, 0}},
	} {
		t.Run(test.name, func(t *testing.T) {
			a := allocate(len(test.capacity), usersOf(test.paths, test.weights), test.asked, test.capacity)
			require.Equal(t, test.given, a.Given, "given")
			require.Equal(t, test.reach, a.Reach, "reach")
			require.Equal(t, test.binding, a.Binding, "binding")
			require.Equal(t, test.holder, a.Holder, "holder")
		})
	}
}

// TestReachIsNeverBelowGiven where 49 × (1/49) is not 1 in binary.
func TestReachIsNeverBelowGiven(t *testing.T) {
	paths, asked := make([][]int, 49), make([]float64, 49)
	for f := range paths {
		paths[f], asked[f] = []int{0}, 1
	}
	a := allocate(1, usersOf(paths, nil), asked, []float64{49})
	require.Equal(t, asked, a.Given)
	require.Equal(t, asked, a.Reach)
}

// TestAllocationFarApart mixes magnitudes. The wide resource is left by one user
// after the other, each stopped by a closed resource of its own, so that what
// still presses on it falls from 10⁹ to what the last one asks for, which then
// has the resource for itself.
func TestAllocationFarApart(t *testing.T) {
	for _, last := range []float64{1e-9, 1e-6, 1e-3, 1} {
		paths, asked, capacity := [][]int{{0}}, []float64{last}, []float64{last / 2}
		for amount := 1e9; amount > last; amount /= 1000 {
			paths = append(paths, []int{0, len(paths)})
			asked, capacity = append(asked, amount), append(capacity, 0)
		}
		a := allocate(len(capacity), usersOf(paths, nil), asked, capacity)
		require.InEpsilon(t, last/2, a.Given[0], 1e-12, "the last user of %v", last)
		for f := 1; f < len(asked); f++ {
			require.Zero(t, a.Given[f])
		}
	}
	// Users of every size on a resource with half of what they need.
	a := allocate(1, usersOf([][]int{{0}, {0}, {0}}, nil), []float64{1e9, 1, 1e-9}, []float64{(1e9 + 1) / 2})
	for f, amount := range a.asked {
		require.InEpsilon(t, amount/2, a.Given[f], 1e-12)
	}
}

// BenchmarkAllocate shares the 18 resources of a branching network among 36 users on
// paths of seven to nine of them; most of the resources fill.
func BenchmarkAllocate(b *testing.B) {
	paths, asked, capacity := branching()
	s := New(len(capacity), usersOf(paths, nil))
	w, to := s.NewWorkspace(), newAllocation(len(paths))
	b.ReportAllocs()
	for b.Loop() {
		s.Allocate(w, asked, capacity, to)
	}
}

func branching() (paths [][]int, asked, capacity []float64) {
	for i := range 12 {
		origin, end := [][]int{{0, 2, 4}, {1, 3}}[i%2], []int{14, 15, 17}
		if i%3 == 2 {
			end = []int{14, 16}
		}
		for j, sea := range [][]int{{5, 6, 9, 12, 13}, {5, 7, 10, 12, 13}, {8, 11, 12, 13}} {
			paths = append(paths, slices.Concat(origin, sea, end))
			asked = append(asked, float64(i+4)*[]float64{0.35, 0.2, 0.05}[j])
		}
	}
	for r := range 18 {
		capacity = append(capacity, 6+float64(r*7%5))
	}
	return paths, asked, capacity
}
