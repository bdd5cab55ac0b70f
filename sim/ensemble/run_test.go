package ensemble_test

import (
	"context"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/sim/ensemble"
	"corridor/sim/journal"
	"corridor/sim/random"
)

func open(t *testing.T, e *ensemble.Ensemble, path string, shard, shards uint64) *journal.Journal {
	t.Helper()
	j, err := journal.Open(path, journal.Header{
		Program: "test", Seed: e.Seed, Design: e.Design, Draws: e.Draws, Chunk: e.ChunkDraws(), Shard: shard, Shards: shards,
	})
	require.NoError(t, err)
	t.Cleanup(func() { j.Close() })
	return j
}

// TestEnsembleResumed: interrupted after any chunk and gone on with, with another
// number of workers, an ensemble tells the same, its kept draws included.
func TestEnsembleResumed(t *testing.T) {
	e := trial(t, 1100, 2) // 5 chunks, the last not full
	e.Keep = true
	var wantRows []float64
	f, err := e.Run(context.Background(), ensemble.RunOptions{Rows: func(rows []float64) error {
		wantRows = append(wantRows, rows...)
		return nil
	}})
	require.NoError(t, err)
	want := text(t, e, f)
	for stopAfter := range uint64(4) {
		path := filepath.Join(t.TempDir(), "journal")
		j := open(t, e, path, 1, 1)
		ctx, cancel := context.WithCancel(context.Background())
		if stopAfter == 0 {
			cancel()
		}
		_, err := e.Run(ctx, ensemble.RunOptions{Journal: j, Progress: func(done uint64) {
			if done >= stopAfter*e.ChunkDraws() {
				cancel()
			}
		}})
		require.ErrorIs(t, err, context.Canceled)
		require.NoError(t, j.Close())

		again := *e
		again.Workers = 3
		j = open(t, e, path, 1, 1)
		done := uint64(0)
		for chunk := range e.Chunks() {
			if j.Done(chunk) {
				done++
			}
		}
		require.GreaterOrEqual(t, done, stopAfter, "what was merged is in the journal")
		require.LessOrEqual(t, done, stopAfter+uint64(2*e.Workers), "and what was begun, no more")
		var rows []float64
		f, err := again.Run(context.Background(), ensemble.RunOptions{Journal: j, Rows: func(r []float64) error {
			rows = append(rows, r...)
			return nil
		}})
		require.NoError(t, err)
		require.Equal(t, want, text(t, e, f))
		require.Equal(t, wantRows, rows)
	}
}

// TestEnsembleShards: the shards of an ensemble, each run alone, merge into what one
// run tells.
func TestEnsembleShards(t *testing.T) {
	e := trial(t, 1100, 2)
	e.Design = random.Sobol // which has more to merge, its replicates
	want := told(t, e)
	for _, shards := range []uint64{1, 2, 3, 7} {
		var parts []*journal.Journal
		for shard := shards; shard >= 1; shard-- {
			j := open(t, e, filepath.Join(t.TempDir(), "journal"), shard, shards)
			require.NotEmpty(t, e.Missing(append(parts, j)))
			_, err := e.Run(context.Background(), ensemble.RunOptions{Journal: j, Shard: shard, Shards: shards})
			require.NoError(t, err)
			parts = append(parts, j)
		}
		require.Empty(t, e.Missing(parts))
		f, err := e.Run(context.Background(), ensemble.RunOptions{Parts: parts})
		require.NoError(t, err)
		require.Equal(t, want, text(t, e, f), "%d shards", shards)
	}
}

// TestChunkOfAnotherEnsemble: a journal that holds something else is an error and no
// result.
func TestChunkOfAnotherEnsemble(t *testing.T) {
	e := trial(t, 300, 2)
	for _, payload := range [][]byte{nil, {1, 2, 3}, make([]byte, 100_000)} {
		j := open(t, e, filepath.Join(t.TempDir(), "journal"), 1, 1)
		require.NoError(t, j.Append(1, payload))
		_, err := e.Run(context.Background(), ensemble.RunOptions{Journal: j})
		require.ErrorContains(t, err, "chunk 1 in the journal is not one of this ensemble")
	}
}
