package main

import (
	"context"
	"fmt"
	"io"
	"math"
	"path/filepath"
	"strings"

	"corridor/scenarios"
	"corridor/sim/tables"
)

// shardFlag is a part of an ensemble, given as i/n.
type shardFlag struct{ part, of uint64 }

func (s *shardFlag) String() string {
	if s.of == 0 {
		return ""
	}
	return fmt.Sprintf("%d/%d", s.part, s.of)
}

func (*shardFlag) Type() string { return "i/n" }

func (s *shardFlag) Set(text string) error {
	part, of, _ := strings.Cut(text, "/")
	i, err := readWhole(part)
	n, err2 := readWhole(of)
	if err != nil || err2 != nil || i < 1 || i > n || n > math.MaxUint32 {
		return fmt.Errorf("expected i/n with i from 1 to n, such as 2/8")
	}
	*s = shardFlag{i, n}
	return nil
}

// chunksFile holds the finished chunks of a shard in its directory.
const chunksFile = "chunks.journal"

// runShard simulates one part of an ensemble.
func runShard(ctx context.Context, stdout, stderr io.Writer, opts *ensembleOptions, s *scenarios.Scenario, asked request) error {
	to, _, err := opts.place(fmt.Sprintf("%s-ensemble-%d-of-%d", s.Name, opts.shard.part, opts.shard.of), opts.question("shard", s, asked))
	if err != nil {
		return err
	}
	defer to.Close()
	e, err := ensembleOf(s, &opts.sampleFlags, int(opts.workers), opts.keep)
	if err != nil {
		return err
	}
	j := &job{ensemble: e, scenario: s.Effective(), path: to.Journal(), shard: opts.shard.part, shards: opts.shard.of}
	defer j.leave()
	futures, err := j.run(ctx, stderr, &opts.drawFlags)
	if err != nil {
		return err
	}
	scratch, err := to.Scratch()
	if err != nil {
		return err
	}
	chunks := filepath.Join(scratch, chunksFile)
	if err := j.inOrder(chunks); err != nil {
		return err
	}
	m := newManifest("shard", s.Name, asked, []manifestCell{newCell(s, s.Name, "", "")}, []string{})
	m.sampled(e, futures, float64(opts.precision))
	m.Draws, m.Shard, m.Shards = opts.draws, opts.shard.part, opts.shard.of
	if err := writeRun(to, m, files{}, map[string]string{chunksFile: chunks}); err != nil {
		return err
	}
	if err := j.done(); err != nil {
		return err
	}
	fmt.Fprintf(stdout, "%s (%s): part %v of %s, seed %d: %s of them simulated, %d failed\n\nWritten to %s, for corridor merge with the other parts\n",
		s.Title, s.Name, &opts.shard, tables.Counted(opts.draws, "future"), opts.seed, tables.Grouped(futures.Done()), futures.Failed(), to)
	return nil
}

// inOrder writes the journal of a finished job with its chunks in their order.
func (j *job) inOrder(path string) error {
	return copyJournal(j.journal, path, j.header())
}
