package runs

import (
	"context"
	"fmt"
	"path/filepath"

	"corridor/scenarios"
	"corridor/sim/ensemble"
)

// Part is a part of an ensemble: every Shards-th of its chunks, for [Merge].
type Part struct {
	Scenario      *scenarios.Scenario
	Sampling      Sampling // of the whole
	Keep          bool
	Precision     float64
	Shard, Shards uint64 // part Shard of Shards, from 1

	Futures *ensemble.Tally // when it has been done
}

// chunksFile holds the finished chunks of a part in its directory.
const chunksFile = "chunks.journal"

// Name says which part of the scenario's ensemble it is.
func (p *Part) Name() string {
	return fmt.Sprintf("%s-ensemble-%d-of-%d", p.Scenario.Name, p.Shard, p.Shards)
}

func (p *Part) check() error {
	_, err := Futures(p.Scenario, p.Sampling, 1, p.Keep)
	return err
}

func (p *Part) asks(m *Manifest) {
	m.Command, m.Scenario, m.Cells = kindPart, p.Scenario.Name, []Cell{NewCell(p.Scenario, p.Scenario.Name)}
	m.Keep = p.Keep
	p.Sampling.enter(m)
}

// do writes no tables, but the finished chunks in their order, so that the same chunks
// give the same bytes.
func (p *Part) do(ctx context.Context, by *means) (*results, error) {
	e, err := Futures(p.Scenario, p.Sampling, by.workers, p.Keep)
	if err != nil {
		return nil, err
	}
	j := job{ensemble: e, scenario: p.Scenario.Effective(), shard: p.Shard, shards: p.Shards}
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
