package fill

import (
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// naive fills as the definition reads: in every round it sums anew, for every resource,
// what is left of it and what those still rising take of it, and keeps nothing.
func naive(resources int, users [][]Use, asked, capacity []float64) Allocation {
	a, frozen := newAllocation(len(users)), make([]bool, len(users))
	for u, amount := range asked {
		a.Given[u], a.Reach[u], a.Binding[u], a.Holder[u] = amount, amount, None, None
		frozen[u] = amount <= 0
	}
	for {
		tightest, least := None, inf
		for r := range resources {
			room, pressure := capacity[r], 0.0
			for u, uses := range users {
				for _, use := range uses {
					switch {
					case use.Resource != r:
					case !frozen[u]:
						pressure += use.Weight * asked[u]
					case asked[u] > 0:
						room -= use.Weight * a.Reach[u]
					}
				}
			}
			if lambda := max(room, 0) / pressure; pressure > 0 && lambda < least {
				tightest, least = r, lambda
			}
		}
		if tightest == None {
			return a
		}
		for u, uses := range users {
			for _, use := range uses {
				if use.Resource == tightest && !frozen[u] {
					frozen[u] = true
					a.Reach[u], a.Holder[u] = least*asked[u], tightest
					if least < 1 {
						a.Given[u], a.Binding[u] = a.Reach[u], tightest
					}
				}
			}
		}
	}
}

// TestAllocationAgainstNaive: the same amounts but for rounding, and the same resources
// where no two fill at once, which rounding would decide.
func TestAllocationAgainstNaive(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := filled(t, 6, 8, 1e-9)
		want := naive(len(a.capacity), a.users, a.asked, a.capacity)
		for u := range a.users {
			require.InDelta(t, want.Given[u], a.Given[u], 1e-9*max(1, want.Given[u]), "user %d is given", u)
			require.InDelta(t, want.Reach[u], a.Reach[u], 1e-9*max(1, want.Reach[u]), "user %d reaches", u)
		}
	})
	rapid.Check(t, func(t *rapid.T) {
		users := usersOf([][]int{{0, 1}, {1, 2}, {2}, {0, 2}}, nil)
		uneven := func(name string) (values []float64) {
			for i := range 4 { // multiples of powers of two that no sums of make equal
				values = append(values, float64(rapid.IntRange(1, 1000).Draw(t, name))+1/float64(int(3)<<(4*i)))
			}
			return values
		}
		asked, capacity := uneven("asked"), uneven("capacities")[:3]
		a, want := allocate(3, users, asked, capacity), naive(3, users, asked, capacity)
		require.Equal(t, want.Binding, a.Binding)
		require.Equal(t, want.Holder, a.Holder)
	})
}
