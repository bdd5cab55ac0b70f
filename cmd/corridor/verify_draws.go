package main

import (
	"context"
	"os"
	"path/filepath"
	"runtime"

	"corridor/scenarios"
	"corridor/sim/draws"
	"corridor/sim/ensemble"
	"corridor/sim/journal"
	"corridor/sim/random"
	"corridor/sim/rundir"
)

// sampleFlags returns what the manifest says was drawn. Expected futures have no seed.
func (m *manifest) sampleFlags() *sampleFlags {
	f := &sampleFlags{draws: m.Draws, design: m.Design, replicates: m.Replicates}
	if m.Seed != nil {
		f.seed = *m.Seed
	}
	if f.design == "" {
		f.design = random.MonteCarlo
	}
	return f
}

// sampled enters what was drawn into the manifest.
func (m *manifest) sampled(e *ensemble.Ensemble, f *ensemble.Tally, precision float64) {
	m.Seed, m.Draws, m.Design, m.Keep, m.Precision = &e.Seed, f.Done(), e.Design, e.Keep, precision
	m.Replicates = replicatesOf(e)
}

// asks enters what is to be drawn, as far as it makes another question.
func (m *manifest) asks(f *sampleFlags) {
	m.Seed, m.Draws, m.Design = &f.seed, f.draws, f.design
	m.Replicates = replicatesOf(&ensemble.Ensemble{Design: f.design, Replicates: f.replicates})
}

// replicatesOf returns the replicates of an ensemble's design, 0 where every draw is
// independent.
func replicatesOf(e *ensemble.Ensemble) uint64 {
	if n := e.DesignReplicates(); n > 1 {
		return n
	}
	return 0
}

func workersHere() int { return runtime.GOMAXPROCS(0) }

// ensembleAgain makes the outputs of an ensemble; its draws go through a temporary
// file.
func ensembleAgain(ctx context.Context, s *scenarios.Scenario, m *manifest) (*remade, error) {
	e, err := ensembleOf(s, m.sampleFlags(), workersHere(), m.Keep)
	if err != nil {
		return nil, err
	}
	kept := &keptDraws{}
	if e.Keep {
		if kept, err = keepDrawsIn(e, "", "corridor-verify-"); err != nil {
			return nil, err
		}
	}
	defer kept.discard()
	futures, err := e.Run(ctx, ensemble.RunOptions{Rows: kept.write})
	if err != nil {
		return nil, err
	}
	content, err := ensembleFiles(ctx, s, e, futures, e.Tables(futures, 0, m.Precision), kept, chartFormats(m))
	if err != nil || !e.Keep {
		return &remade{files: content}, err
	}
	o, err := describeFile(draws.File, kept.file.Name())
	return &remade{content, []rundir.Output{o}}, err
}

// shardAgain makes the chunks of a part of an ensemble, in a temporary directory.
func shardAgain(ctx context.Context, s *scenarios.Scenario, m *manifest) (*remade, error) {
	dir, err := os.MkdirTemp("", "corridor-verify-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	e, err := ensembleOf(s, m.sampleFlags(), workersHere(), m.Keep)
	if err != nil {
		return nil, err
	}
	j := &job{ensemble: e, scenario: m.Cells[0].Scenario, path: filepath.Join(dir, "work"), shard: m.Shard, shards: m.Shards}
	if j.journal, err = journal.Start(j.path, j.header()); err != nil {
		return nil, err
	}
	defer j.leave()
	if _, err = e.Run(ctx, ensemble.RunOptions{Journal: j.journal, Shard: m.Shard, Shards: m.Shards}); err != nil {
		return nil, err
	}
	chunks := filepath.Join(dir, chunksFile)
	if err := j.inOrder(chunks); err != nil {
		return nil, err
	}
	o, err := describeFile(chunksFile, chunks)
	return &remade{large: []rundir.Output{o}}, err
}
