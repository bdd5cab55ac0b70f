package model

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// filled draws a network and allocates its capacities. Offers and capacities are
// zero or at least the given amount; small whole numbers are mixed in so that
// ties are common.
func filled(t *rapid.T, maxSegments, maxFlows int, least float64) allocated {
	amount := rapid.OneOf(
		rapid.Float64Range(least, 10), rapid.Float64Range(least, 1000*least),
		rapid.Map(rapid.IntRange(0, 4), func(i int) float64 { return float64(i) }),
	)
	segments := rapid.IntRange(1, maxSegments).Draw(t, "segments")
	flows := rapid.IntRange(1, maxFlows).Draw(t, "flows")
	var paths [][]int
	var weights [][]float64
	for range flows {
		length := rapid.IntRange(1, segments).Draw(t, "length")
		all := make([]int, segments)
		for s := range all {
			all[s] = s
		}
		paths = append(paths, rapid.Permutation(all).Draw(t, "path")[:length])
		weights = append(weights, rapid.SliceOfN(rapid.OneOf(rapid.Just(1.0), rapid.Float64Range(0.2, 3)), length, length).Draw(t, "weights"))
	}
	return share(flowsOver(segments, paths, weights),
		rapid.SliceOfN(amount, flows, flows).Draw(t, "offers"), rapid.SliceOfN(amount, segments, segments).Draw(t, "capacities"))
}

// load is the capacity the carried flows use of a segment.
func (a allocated) load(segment int) float64 {
	load := 0.0
	for f := range a.carried {
		for _, l := range a.model.legsOf(&a.model.flows[f]) {
			if l.segment == segment {
				load += l.weight * a.carried[f]
			}
		}
	}
	return load
}

func (a allocated) ratio(f int) float64 { return a.carried[f] / a.offers[f] }

// least is the smallest ratio of carried to offered.
func (a allocated) least() float64 {
	least := inf
	for f, offer := range a.offers {
		if offer > 0 {
			least = min(least, a.ratio(f))
		}
	}
	return least
}

func TestAllocationStaysWithinOffersAndCapacities(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := filled(t, 6, 8, 1e-9)
		for f := range a.offers {
			require.GreaterOrEqual(t, a.carried[f], 0.0)
			require.LessOrEqual(t, a.carried[f], a.offers[f])
			require.GreaterOrEqual(t, a.reach[f], a.carried[f])
		}
		require.GreaterOrEqual(t, sum(a.reach), sum(a.carried))
		for s, capacity := range a.capacity {
			require.LessOrEqual(t, a.load(s), capacity*(1+1e-9))
		}
	})
}

// TestEveryFlowNotServedHasABottleneck is the characterisation of max–min
// fairness (Bertsekas & Gallager, Data Networks, 2nd ed., §6.5.2): a segment that
// is full, and on which nobody has a larger part of what was offered.
func TestEveryFlowNotServedHasABottleneck(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := filled(t, 6, 8, 1e-9)
		for f, offer := range a.offers {
			if a.carried[f] >= offer*(1-1e-12) {
				continue
			}
			s := a.binding[f]
			require.NotEqual(t, unbound, s, "flow %d", f)
			require.GreaterOrEqual(t, a.load(s), a.capacity[s]*(1-1e-9), "segment %d is full", s)
			passes := false
			for _, u := range a.model.users[s] {
				g := int(u.flow)
				passes = passes || g == f
				if a.offers[g] > 0 {
					require.LessOrEqual(t, a.ratio(g), a.ratio(f)*(1+1e-9)+1e-15, "flow %d beside %d", g, f)
				}
			}
			require.True(t, passes, "flow %d passes segment %d", f, s)
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
		double := share(a.model, times(2, a.offers), times(2, a.capacity))
		require.Equal(t, times(2, a.carried), double.carried)
		require.Equal(t, times(2, a.reach), double.reach)
		require.Equal(t, a.binding, double.binding)
		require.Equal(t, a.holder, double.holder)
		require.InDeltaSlice(t, times(3, a.carried), share(a.model, times(3, a.offers), times(3, a.capacity)).carried, 1e-11)
	})
}

func TestAllocationKnowsNoOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := filled(t, 6, 8, 1e-9)
		random := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "shuffle"), 0))
		newFlow, newSegment := random.Perm(len(a.offers)), random.Perm(len(a.capacity))

		paths, weights := make([][]int, len(a.offers)), make([][]float64, len(a.offers))
		offers, capacity := make([]float64, len(a.offers)), make([]float64, len(a.capacity))
		for f, g := range newFlow {
			offers[g] = a.offers[f]
			for _, l := range a.model.legsOf(&a.model.flows[f]) {
				paths[g] = append(paths[g], newSegment[l.segment])
				weights[g] = append(weights[g], l.weight)
			}
		}
		for s, z := range newSegment {
			capacity[z] = a.capacity[s]
		}
		b := share(flowsOver(len(capacity), paths, weights), offers, capacity)
		for f, g := range newFlow {
			require.InDelta(t, a.carried[f], b.carried[g], 1e-12, "flow %d", f)
		}
	})
}
