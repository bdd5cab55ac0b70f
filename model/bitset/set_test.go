package bitset

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// TestSet: what was added is there, is gone through and comes out once, in order, and
// then nothing.
func TestSet(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 200).Draw(t, "n")
		some := rapid.SliceOf(rapid.IntRange(0, n-1))
		one, other := some.Draw(t, "one"), some.Draw(t, "other")
		sets := Several(3, n)
		s := sets[1]
		for _, i := range one {
			s.Add(i)
		}
		for _, i := range other {
			s.Add(i)
		}

		want := slices.Concat([]int{}, one, other)
		slices.Sort(want)
		want = slices.Compact(want)
		require.True(t, slices.Equal(want, slices.Collect(s.All())))
		for i := range n {
			require.Equal(t, slices.Contains(want, i), s.Has(i))
		}
		for i := range s.Drain() { // as far as the first
			require.Equal(t, want[0], i)
			break
		}
		require.True(t, slices.Equal(want[min(1, len(want)):], slices.Collect(s.Drain())))
		require.Empty(t, slices.Collect(s.All()))
		require.Empty(t, slices.Collect(sets[0].All()), "its neighbour")
		require.Empty(t, slices.Collect(sets[2].All()), "its neighbour")
	})
}

func TestAllAllocatesNothing(t *testing.T) {
	s, sum := New(100), 0
	s.Add(70)
	require.Zero(t, testing.AllocsPerRun(10, func() {
		for i := range s.All() {
			sum += i
		}
		for i := range s.Drain() {
			sum += i
		}
		s.Add(70)
	}))
}
