package ensemble_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/sim/ensemble"
)

// TestChunks: chunks grow with the number of draws, less so where every draw is kept,
// and hold every draw once.
func TestChunks(t *testing.T) {
	for _, c := range []struct {
		draws        uint64
		keep         bool
		size, chunks uint64
	}{
		{1, false, 256, 1},
		{256, false, 256, 1},
		{257, false, 256, 2},
		{1 << 20, false, 256, 4096},
		{1<<20 + 1, false, 512, 2049},
		{10_000_000, false, 4096, 2442},
		{10_000_000, true, 1024, 9766},
	} {
		e := ensemble.Ensemble{Draws: c.draws, Keep: c.keep}
		require.Equal(t, c.size, e.ChunkDraws())
		require.Equal(t, c.chunks, e.Chunks())
		sum := uint64(0)
		for chunk := range e.Chunks() {
			sum += e.DrawsIn(chunk)
		}
		require.Equal(t, c.draws, sum)
		inShards := uint64(0)
		for shard := uint64(1); shard <= 3; shard++ {
			inShards += e.ShardDraws(shard, 3)
		}
		require.Equal(t, c.draws, inShards)
	}
}
