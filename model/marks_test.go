package model

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// TestMarks: what was added comes out once, in order, and then nothing.
func TestMarks(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 200).Draw(t, "things")
		some := rapid.SliceOf(rapid.IntRange(0, n-1))
		one, other := some.Draw(t, "one"), some.Draw(t, "other")
		k, others := newMarks(n), newMarks(n)
		for _, i := range one {
			k.add(i)
		}
		for _, i := range other {
			others.add(i)
		}
		k.addAll(others)
		want := slices.Concat(one, other)
		slices.Sort(want)
		for _, i := range slices.Compact(want) {
			require.Equal(t, i, k.take())
		}
		require.Equal(t, -1, k.take())
	})
}
