package runs

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/scenarios"
	"corridor/sim/cluster"
	"corridor/sim/journal"
	"corridor/sim/random"
	"corridor/sim/sheet"
)

// inTurn is a cluster of this process: each chunk is computed by itself, the last first, from
// the question and what was done before alone.
type inTurn struct {
	t       *testing.T
	stages  int
	chunks  int
	cleared string
}

func (c *inTurn) Compute(ctx context.Context, w *cluster.Work) error {
	c.stages++
	end, err := w.Sync()
	require.NoError(c.t, err)
	for _, chunk := range slices.Backward(w.Chunks) {
		c.chunks++
		m := new(sheet.Memory)
		err := Perform(ctx, w.Question, []uint64{chunk}, 1, func(h journal.Header) (sheet.Journal, error) {
			require.Equal(c.t, w.Header, h)
			if end > 0 {
				before, err := journal.ViewUntil(w.Journal, h, end)
				if err != nil {
					return nil, err
				}
				c.t.Cleanup(func() { before.Close() })
				m.Before = before
			}
			return m, nil
		})
		if err != nil {
			return err
		}
		payload, done := m.Own(chunk)
		require.True(c.t, done)
		require.Equal(c.t, 1, m.Len())
		if err := errors.Join(w.Keep(chunk, payload), w.Keep(chunk, payload)); err != nil {
			return err
		}
	}
	return nil
}

func (c *inTurn) Clear(dir string) error {
	c.cleared = dir
	return nil
}

// TestElsewhere: what is computed elsewhere, chunk by chunk in any order, gives the bytes of
// this machine, for every kind of run that is computed in chunks.
func TestElsewhere(t *testing.T) {
	works := func() *scenarios.Scenario { return worksOf(t) }
	of := func(draws uint64) Sampling { return Sampling{Draws: draws, Seed: 5, Design: random.MonteCarlo} }
	for name, c := range map[string]struct {
		plan   func() Plan
		stages int // at least
	}{
		"ensemble":   {func() Plan { return &Ensemble{Scenario: works(), Sampling: of(700)} }, 1},
		"draws kept": {func() Plan { return &Ensemble{Scenario: works(), Sampling: of(700), Keep: true} }, 1},
		"appraisal":  {func() Plan { return &Appraisal{Scenario: works(), Draws: 150, Seed: 5} }, 1},
		"plan":       {func() Plan { return portfolioOf(t, PlanQuestion{}) }, 2},
		"screening":  {func() Plan { return &Sensitivity{Scenario: works(), Sampling: of(600), Method: "morris"} }, 1},
		"discovery": {func() Plan {
			return &Discovery{Scenario: works(), Sampling: of(300), Where: "throughput_mt_2030<7", Wanted: Wanted{Boxes: 2, Method: PRIM}}
		}, 1},
	} {
		t.Run(name, func(t *testing.T) {
			ctx, here, there := context.Background(), t.TempDir(), t.TempDir()
			do := func(dir string, how *How) {
				r, err := Open(c.plan(), Request{Scenario: "works"}, dir)
				require.NoError(t, err)
				defer r.Close()
				require.NoError(t, r.Do(ctx, how))
			}
			do(here, &How{Workers: 2})
			others := &inTurn{t: t}
			do(there, &How{Workers: 2, Elsewhere: others})
			require.GreaterOrEqual(t, others.stages, c.stages)
			require.Greater(t, others.chunks, 1)
			require.NotEmpty(t, others.cleared)
			require.Equal(t, filesIn(t, here), filesIn(t, there))
		})
	}
}

// filesIn are the files of a directory, by name.
func filesIn(t *testing.T, dir string) map[string]string {
	t.Helper()
	found := map[string]string{}
	list, err := os.ReadDir(dir)
	require.NoError(t, err)
	for _, entry := range list {
		if !entry.IsDir() {
			text, err := os.ReadFile(filepath.Join(dir, entry.Name()))
			require.NoError(t, err)
			found[entry.Name()] = string(text)
		}
	}
	return found
}
