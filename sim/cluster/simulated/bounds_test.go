package simulated

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// TestListsKeepGrahamsBound: workers that take the next of a list are done within
// Σp/m + (1 − 1/m)·max p, and so within 2 − 1/m of the best there is (R. L. Graham, "Bounds
// on multiprocessing timing anomalies", SIAM J. Applied Mathematics 17 (1969) 416–429).
func TestListsKeepGrahamsBound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := rapid.IntRange(1, 9).Draw(t, "workers")
		sizes := rapid.SliceOfN(rapid.Float64Range(0.01, 10), 1, 60).Draw(t, "sizes")
		c := quick(Work{Chunks: len(sizes), Seconds: 1, Sizes: sizes, Tasks: m, Workers: 1, Pull: true}, m, 1)
		whole, longest := c.Work.whole(), slices.Max(sizes)
		took := c.Once(1, 0).Computed
		n := float64(m)
		if m < len(sizes) && took < max(longest, whole/n)-1e-9 {
			t.Fatalf("%v, and no schedule is below %v", took, max(longest, whole/n))
		}
		if most := whole/n + (1-1/n)*longest; took > most+1e-9 {
			t.Fatalf("%v, above the bound %v", took, most)
		}
	})
}

// TestGrahamsWorstList is the list that meets the bound: m(m−1) chunks of 1 and one of m.
func TestGrahamsWorstList(t *testing.T) {
	for _, m := range []int{2, 5, 12} {
		sizes := slices.Repeat([]float64{1}, m*(m-1))
		sizes = append(sizes, float64(m))
		c := quick(Work{Chunks: len(sizes), Seconds: 1, Sizes: sizes, Tasks: m, Workers: 1, Pull: true}, m, 1)
		require.Equal(t, float64(2*m-1), c.Once(1, 0).Computed)
		slices.Reverse(sizes)
		require.Equal(t, float64(m), c.Once(1, 0).Computed, "the longest first is the best there is")
	}
}

// TestChunksAreDealtInTurn: what each task has is fixed, as corridor/sim/cluster does it. The
// one that has most is last; with more tasks than cores the rest wait.
func TestChunksAreDealtInTurn(t *testing.T) {
	for _, test := range []struct {
		chunks, tasks, workers, nodes, cores int
		want                                 float64
	}{
		{10, 3, 1, 3, 1, 4},        // 4, 3 and 3
		{10, 3, 2, 3, 2, 2},        // two at once in each
		{10, 10, 1, 3, 1, 4},       // three and three, and one
		{10, 4, 1, 2, 1, 5},        // 3 and 3; the first of them is followed by 2, the other too
		{954, 1000, 1, 1000, 1, 1}, // 46 have nothing
		{954, 1000, 4, 1000, 4, 1}, // and three cores of four in the others
		{7, 1, 4, 1, 4, 2},
	} {
		c := quick(Work{Chunks: test.chunks, Seconds: 1, Tasks: test.tasks, Workers: test.workers}, test.nodes, test.cores)
		require.NoError(t, c.Check())
		o := c.Once(1, 0)
		require.InDelta(t, test.want, o.Computed, 1e-9, "%+v", test)
		require.InDelta(t, float64(test.chunks), o.Useful, 1e-9)
	}
}

// TestSpeedUpIsAmdahls: with a share s that cannot be shared out it is 1/(s + (1 − s)/n) (G. M.
// Amdahl, "Validity of the single processor approach", AFIPS 30 (1967) 483–485), where
// nothing else costs.
func TestSpeedUpIsAmdahls(t *testing.T) {
	const chunks, merge, before = 720, 0.1, 28.0
	took := func(n int) float64 {
		c := quick(Work{Chunks: chunks, Seconds: 1, Tasks: n, Workers: 1}, n, 1)
		c.Coordinator.Merge, c.Coordinator.Before = merge, before
		o := c.Once(1, 0)
		return o.Makespan - (o.Gathered - o.Computed) // the next look comes when it comes
	}
	alone := took(1)
	serial := before + chunks*merge
	require.InDelta(t, chunks+serial, alone, 1e-9)
	share := serial / alone
	for _, n := range []int{2, 10, 120, 720} {
		require.InDelta(t, 1/(share+(1-share)/float64(n)), alone/took(n), 1e-9, "%d", n)
	}
}
