package model

import (
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// TestMoreCapacityCanCarryLessInTotal: fairness is not the greatest total. A
// passes all three segments, B the second, C the third.
//
// Segment 0 holds A at 4 of 8. B and C take what A leaves them, 7.2 − 4 = 3.2 of 6
// each: 4 + 3.2 + 3.2 = 10.4. With 4.1 on segment 0, A gets 4.1 and the others
// 7.2 − 4.1 = 3.1 each: 10.3. A tonne of A costs a tonne of B and one of C. So
// more capacity carries less, on the very segment whose flow is the largest.
func TestMoreCapacityCanCarryLessInTotal(t *testing.T) {
	m := flowsOver(3, [][]int{{0, 1, 2}, {1}, {2}}, nil)
	offers := []float64{8, 6, 6}
	before := share(m, offers, []float64{4, 7.2, 7.2})
	after := share(m, offers, []float64{4.1, 7.2, 7.2})
	require.InDeltaSlice(t, []float64{4, 3.2, 3.2}, before.carried, 1e-12)
	require.InDeltaSlice(t, []float64{4.1, 3.1, 3.1}, after.carried, 1e-12)
	require.InDelta(t, 10.4, sum(before.carried), 1e-12)
	require.InDelta(t, 10.3, sum(after.carried), 1e-12)
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

// TestMoreCapacityWhereAllPass: flows that share the segment that binds, and pass
// others besides.
func TestMoreCapacityWhereAllPass(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		const shared = 0
		flows := rapid.IntRange(1, 8).Draw(t, "flows")
		var paths [][]int
		for range flows {
			paths = append(paths, append([]int{shared}, rapid.SampledFrom([][]int{{}, {1}, {2}, {1, 2}}).Draw(t, "path")...))
		}
		offers := rapid.SliceOfN(rapid.Float64Range(1e-9, 10), flows, flows).Draw(t, "offers")
		enough := 2 * sum(offers) // on the others
		capacity := []float64{rapid.Float64Range(0, 1).Draw(t, "part") * sum(offers), enough, enough}
		a := share(flowsOver(3, paths, nil), offers, capacity)
		a.requireMonotone(t, shared)
	})
}

// TestMoreCapacityOnSeparateSegments: each flow passes one segment.
func TestMoreCapacityOnSeparateSegments(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		segments, flows := rapid.IntRange(1, 4).Draw(t, "segments"), rapid.IntRange(1, 8).Draw(t, "flows")
		var paths [][]int
		for range flows {
			paths = append(paths, []int{rapid.IntRange(0, segments-1).Draw(t, "segment")})
		}
		amount := rapid.Float64Range(1e-9, 10)
		a := share(flowsOver(segments, paths, nil),
			rapid.SliceOfN(amount, flows, flows).Draw(t, "offers"), rapid.SliceOfN(amount, segments, segments).Draw(t, "capacities"))
		for s := range segments {
			a.requireMonotone(t, s)
		}
	})
}

// requireMonotone holds the allocation to: more capacity where a flow is bound
// carries no less in total, elsewhere it changes nothing.
func (a allocated) requireMonotone(t *rapid.T, binding int) {
	more := rapid.Float64Range(0, 5).Draw(t, "more")
	for s := range a.capacity {
		raised := a.raised(s, more)
		bound := false
		for f := range a.binding {
			bound = bound || a.binding[f] == s
		}
		switch {
		case !bound:
			require.Equal(t, a.carried, raised.carried, "more on segment %d, which binds nothing", s)
		case s == binding:
			require.GreaterOrEqual(t, sum(raised.carried), sum(a.carried)*(1-1e-12))
		}
	}
}

// raised allocates again with more capacity on one segment.
func (a allocated) raised(segment int, more float64) allocated {
	capacity := append([]float64{}, a.capacity...)
	capacity[segment] += more
	return share(a.model, a.offers, capacity)
}
