package fill

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// filled draws a system and allocates its capacities. These and the amounts asked for are
// zero or at least the amount given; small whole numbers are mixed in so that ties are
// common.
func filled(t *rapid.T, maxResources, maxUsers int, least float64) allocated {
	amount := rapid.OneOf(
		rapid.Float64Range(least, 10), rapid.Float64Range(least, 1000*least),
		rapid.Map(rapid.IntRange(0, 4), func(i int) float64 { return float64(i) }),
	)
	resources := rapid.IntRange(1, maxResources).Draw(t, "resources")
	users := rapid.IntRange(1, maxUsers).Draw(t, "users")
	var paths [][]int
	var weights [][]float64
	for range users {
		length := rapid.IntRange(1, resources).Draw(t, "length")
		all := make([]int, resources)
		for r := range all {
			all[r] = r
		}
		paths = append(paths, rapid.Permutation(all).Draw(t, "path")[:length])
		weights = append(weights, rapid.SliceOfN(rapid.OneOf(rapid.Just(1.0), rapid.Float64Range(0.2, 3)), length, length).Draw(t, "weights"))
	}
	return allocate(resources, usersOf(paths, weights),
		rapid.SliceOfN(amount, users, users).Draw(t, "asked"), rapid.SliceOfN(amount, resources, resources).Draw(t, "capacities"))
}

// load is the capacity users take of a resource.
func (a allocated) load(resource int) float64 {
	load := 0.0
	for u := range a.Given {
		for _, use := range a.users[u] {
			if use.Resource == resource {
				load += use.Weight * a.Given[u]
			}
		}
	}
	return load
}

func (a allocated) ratio(u int) float64 { return a.Given[u] / a.asked[u] }

// least is the smallest ratio of given to asked.
func (a allocated) least() float64 {
	least := inf
	for u, amount := range a.asked {
		if amount > 0 {
			least = min(least, a.ratio(u))
		}
	}
	return least
}

func TestAllocationStaysWithinWhatIsAskedAndThere(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := filled(t, 6, 8, 1e-9)
		for u := range a.asked {
			require.GreaterOrEqual(t, a.Given[u], 0.0)
			require.LessOrEqual(t, a.Given[u], a.asked[u])
			require.GreaterOrEqual(t, a.Reach[u], a.Given[u])
		}
		require.GreaterOrEqual(t, sum(a.Reach), sum(a.Given))
		for r, capacity := range a.capacity {
			require.LessOrEqual(t, a.load(r), capacity*(1+1e-9))
		}
	})
}

// TestWhoeverIsNotGivenAllHasABottleneck is the characterisation of max–min
// fairness (Bertsekas & Gallager, Data Networks, 2nd ed., §6.5.2): a resource that
// is full, and on which nobody has a larger part of what was asked for.
func TestWhoeverIsNotGivenAllHasABottleneck(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := filled(t, 6, 8, 1e-9)
		for u, amount := range a.asked {
			if a.Given[u] >= amount*(1-1e-12) {
				continue
			}
			r := a.Binding[u]
			require.NotEqual(t, None, r, "user %d", u)
			require.GreaterOrEqual(t, a.load(r), a.capacity[r]*(1-1e-9), "resource %d is full", r)
			takes := false
			for other, uses := range a.users {
				if !slices.ContainsFunc(uses, func(use Use) bool { return use.Resource == r }) {
					continue
				}
				takes = takes || other == u
				if a.asked[other] > 0 {
					require.LessOrEqual(t, a.ratio(other), a.ratio(u)*(1+1e-9)+1e-15, "user %d beside %d", other, u)
				}
			}
			require.True(t, takes, "user %d uses resource %d", u, r)
		}
	})
}

func TestAllocationScales(t *testing.T) {
	times := func(k float64, values []float64) []float64 {
		scaled := make([]float64, len(values))
		for i := range values {
			scaled[i] = k * values[i]
		}
		return scaled
	}
	rapid.Check(t, func(t *rapid.T) {
		a := filled(t, 6, 8, 1e-9)
		double := allocate(len(a.capacity), a.users, times(2, a.asked), times(2, a.capacity))
		require.Equal(t, times(2, a.Given), double.Given)
		require.Equal(t, times(2, a.Reach), double.Reach)
		require.Equal(t, a.Binding, double.Binding)
		require.Equal(t, a.Holder, double.Holder)
		require.InDeltaSlice(t, times(3, a.Given), allocate(len(a.capacity), a.users, times(3, a.asked), times(3, a.capacity)).Given, 1e-11)
	})
}

func TestAllocationKnowsNoOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := filled(t, 6, 8, 1e-9)
		random := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "shuffle"), 0))
		newUser, newResource := random.Perm(len(a.asked)), random.Perm(len(a.capacity))

		paths, weights := make([][]int, len(a.asked)), make([][]float64, len(a.asked))
		asked, capacity := make([]float64, len(a.asked)), make([]float64, len(a.capacity))
		for u, g := range newUser {
			asked[g] = a.asked[u]
			for _, use := range a.users[u] {
				paths[g] = append(paths[g], newResource[use.Resource])
				weights[g] = append(weights[g], use.Weight)
			}
		}
		for r, z := range newResource {
			capacity[z] = a.capacity[r]
		}
		b := allocate(len(capacity), usersOf(paths, weights), asked, capacity)
		for u, g := range newUser {
			require.InDelta(t, a.Given[u], b.Given[g], 1e-12, "user %d", u)
		}
	})
}
