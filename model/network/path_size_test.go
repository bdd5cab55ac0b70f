package network_test

import (
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"corridor/model/network"
)

func pathSizes(ways [][]int32, lengths ...float64) []float64 {
	sizes, there := make([]float64, len(ways)), make([]bool, len(ways))
	for i := range there {
		there[i] = true
	}
	network.PathSizes(sizes, ways, there, lengths, make([]int32, len(lengths)))
	return sizes
}

// TestPathSizesByHand: of two ways of 10 that share 8, each is 8/10 × 1/2 + 2/10; a third
// of 5 that takes 3 of the 8 leaves 3/10 × 1/3 + 5/10 × 1/2 + 2/10 and is 3/5 × 1/3 + 2/5.
func TestPathSizesByHand(t *testing.T) {
	for _, c := range []struct {
		what    string
		ways    [][]int32
		lengths []float64
		want    []float64
	}{
		{"two that share most", [][]int32{{0, 1}, {0, 2}}, []float64{8, 2, 2}, []float64{0.6, 0.6}},
		{"and a third", [][]int32{{0, 1, 2}, {0, 1, 3}, {0, 4}}, []float64{3, 5, 2, 2, 2}, []float64{0.55, 0.55, 0.6}},
		{"nothing shared", [][]int32{{0}, {1}}, []float64{3, 4}, []float64{1, 1}},
		{"three that are the same", [][]int32{{0, 1}, {0, 1}, {0, 1}}, []float64{3, 4}, []float64{1. / 3, 1. / 3, 1. / 3}},
		{"no lengths", [][]int32{{0, 1}, {0, 2}}, []float64{0, 0, 0}, []float64{0.75, 0.75}},
		{"no segments", [][]int32{nil, {0}}, []float64{1}, []float64{1, 1}},
	} {
		require.InDeltaSlice(t, c.want, pathSizes(c.ways, c.lengths...), 1e-15, c.what)
	}
	sizes := []float64{7, 7}
	network.PathSizes(sizes, [][]int32{{0}, {0}}, []bool{true, false}, []float64{1}, make([]int32, 1))
	require.Equal(t, []float64{1, 0}, sizes, "what is not there shares nothing")
}

// TestPathSizes lie between 1/n and 1, do not depend on the unit of length, and the sizes
// of all ways, each times its length, are the length of what is passed at all.
func TestPathSizes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		lengths := rapid.SliceOfN(rapid.Float64Range(0.1, 50), 1, 8).Draw(t, "lengths")
		segments := make([]int32, len(lengths))
		for i := range segments {
			segments[i] = int32(i)
		}
		var ways [][]int32
		for range rapid.IntRange(1, 5).Draw(t, "ways") {
			ways = append(ways, rapid.Permutation(segments).Draw(t, "way")[:rapid.IntRange(1, len(segments)).Draw(t, "segments")])
		}
		sizes := pathSizes(ways, lengths...)
		passed, together, doubled := map[int32]bool{}, 0.0, []float64{}
		for r, way := range ways {
			require.LessOrEqual(t, sizes[r], 1+1e-12)
			require.GreaterOrEqual(t, sizes[r], 1/float64(len(ways))-1e-12)
			for _, a := range way {
				together += sizes[r] * lengths[a]
				passed[a] = true
			}
		}
		all := 0.0
		for a := range passed {
			all += lengths[a]
		}
		require.InDelta(t, all, together, 1e-9)
		for _, l := range lengths {
			doubled = append(doubled, 2*l)
		}
		require.InDeltaSlice(t, sizes, pathSizes(ways, doubled...), 1e-12)
	})
}
