package fill

import (
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// TestMoreCapacityCanCarryLessInTotal: fairness is not the greatest total. A
// uses all three resources, B the second, C the third.
//
// Segment 0 holds A at 4 of 8. B and C take what A leaves them, 7.2 − 4 = 3.2 of 6
// each: 4 + 3.2 + 3.2 = 10.4. With 4.1 on resource 0, A gets 4.1 and the others
// 7.2 − 4.1 = 3.1 each: 10.3. A tonne of A costs a tonne of B and one of C. So
// more capacity carries less, on the very resource whose user is the largest.
func TestMoreCapacityCanCarryLessInTotal(t *testing.T) {
	users := usersOf([][]int{{0, 1, 2}, {1}, {2}}, nil)
	asked := []float64{8, 6, 6}
	before := allocate(3, users, asked, []float64{4, 7.2, 7.2})
	after := allocate(3, users, asked, []float64{4.1, 7.2, 7.2})
	require.InDeltaSlice(t, []float64{4, 3.2, 3.2}, before.Given, 1e-12)
	require.InDeltaSlice(t, []float64{4.1, 3.1, 3.1}, after.Given, 1e-12)
	require.InDelta(t, 10.4, sum(before.Given), 1e-12)
	require.InDelta(t, 10.3, sum(after.Given), 1e-12)
	require.Greater(t, after.least(), before.least(), "it is fairer, though")
}

// TestMoreCapacityNeverLowersTheLeastRatio holds in every network: the least
// ratio of the fair allocation is the greatest least ratio there is.
func TestMoreCapacityNeverLowersTheLeastRatio(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := filled(t, 6, 8, 1e-9)
		for s := range a.capacity {
			require.GreaterOrEqual(t, a.raised(s, rapid.Float64Range(0, 3).Draw(t, "more")).least(), a.least()*(1-1e-12))
		}
	})
}

// TestMoreCapacityWhereAllPass: users that share the resource that binds, and pass
// others besides.
func TestMoreCapacityWhereAllPass(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		const shared = 0
		users := rapid.IntRange(1, 8).Draw(t, "users")
		var paths [][]int
		for range users {
			paths = append(paths, append([]int{shared}, rapid.SampledFrom([][]int{{}, {1}, {2}, {1, 2}}).Draw(t, "path")...))
		}
		asked := rapid.SliceOfN(rapid.Float64Range(1e-9, 10), users, users).Draw(t, "asked")
		enough := 2 * sum(asked) // on the others
		capacity := []float64{rapid.Float64Range(0, 1).Draw(t, "part") * sum(asked), enough, enough}
		a := allocate(3, usersOf(paths, nil), asked, capacity)
		a.requireMonotone(t, shared)
	})
}

// TestMoreCapacityOnSeparateResources: each user passes one resource.
func TestMoreCapacityOnSeparateResources(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		resources, users := rapid.IntRange(1, 4).Draw(t, "resources"), rapid.IntRange(1, 8).Draw(t, "users")
		var paths [][]int
		for range users {
			paths = append(paths, []int{rapid.IntRange(0, resources-1).Draw(t, "resource")})
		}
		amount := rapid.Float64Range(1e-9, 10)
		a := allocate(resources, usersOf(paths, nil),
			rapid.SliceOfN(amount, users, users).Draw(t, "asked"), rapid.SliceOfN(amount, resources, resources).Draw(t, "capacities"))
		for s := range resources {
			a.requireMonotone(t, s)
		}
	})
}

// requireMonotone holds the allocation to: more capacity where a user is bound
// gives no less in total, elsewhere it changes nothing.
func (a allocated) requireMonotone(t *rapid.T, binding int) {
	more := rapid.Float64Range(0, 5).Draw(t, "more")
	for s := range a.capacity {
		raised := a.raised(s, more)
		bound := false
		for f := range a.Binding {
			bound = bound || a.Binding[f] == s
		}
		switch {
		case !bound:
			require.Equal(t, a.Given, raised.Given, "more on resource %d, which binds nothing", s)
		case s == binding:
			require.GreaterOrEqual(t, sum(raised.Given), sum(a.Given)*(1-1e-12))
		}
	}
}

// raised allocates again with more capacity on one resource.
func (a allocated) raised(resource int, more float64) allocated {
	capacity := append([]float64{}, a.capacity...)
	capacity[resource] += more
	return allocate(len(capacity), a.users, a.asked, capacity)
}
