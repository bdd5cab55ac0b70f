package runs

import (
	"context"
	"fmt"
	"path/filepath"
)

// Part is a part of an ensemble: every Shards-th of its chunks, for [Merge]. It has no
// tables.
type Part struct {
	Ensemble             // the whole
	Shard, Shards uint64 // part Shard of Shards, from 1
}

// chunksFile holds the finished chunks of a part in its directory.
const chunksFile = "chunks.journal"

// Name says which part of the scenario's ensemble it is.
func (p *Part) Name() string {
	return fmt.Sprintf("%s-%d-of-%d", p.Ensemble.Name(), p.Shard, p.Shards)
}

func (p *Part) asks(m *Manifest) {
	p.Ensemble.asks(m)
	m.Command = kindPart
}

// do writes no tables, but the finished chunks in their order, so that the same chunks
// give the same bytes.
func (p *Part) do(ctx context.Context, by *means) (*results, error) {
	e := p.Ensemble.Ensemble
	e.Workers = by.workers
	j := job{ensemble: e, scenario: p.Scenario.Effective(), shard: p.Shard, shards: p.Shards}
	var err error
	if p.Futures, err = by.simulate(ctx, j); err != nil {
		return nil, err
	}
	scratch, err := by.scratch()
	if err != nil {
		return nil, err
	}
	chunks := filepath.Join(scratch, chunksFile)
	if err := copyJournal(by.journal, chunks, j.header()); err != nil {
		return nil, err
	}
	return &results{large: map[string]string{chunksFile: chunks}, enter: func(m *Manifest) {
		m.drawn(e, p.Futures, p.Precision)
		m.Draws, m.Shard, m.Shards = p.Sampling.Draws, p.Shard, p.Shards
	}}, nil
}
