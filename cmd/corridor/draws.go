package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"math/bits"
	"os"
	"runtime/debug"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"corridor/scenarios"
	"corridor/sim"
	"corridor/sim/ensemble"
	"corridor/sim/journal"
	"corridor/sim/random"
	"corridor/sim/tables"
)

// sampleFlags say which futures are meant.
type sampleFlags struct {
	draws  uint64
	seed   uint64
	design string

	replicates uint64 // of a design whose draws are not independent each
}

func (f *sampleFlags) add(c *cobra.Command, draws uint64, about string) {
	f.draws, f.replicates = draws, random.Replicates
	c.Flags().Var((*whole)(&f.draws), "draws", about)
	c.Flags().Var((*whole)(&f.seed), "seed", "seed of the random numbers; 0 is a seed")
	c.Flags().StringVar(&f.design, "design", random.MonteCarlo, "how the draws are spread: "+strings.Join(random.Designs(), ", "))
	c.Flags().Var((*whole)(&f.replicates), "replicates", "how many times a design other than "+random.MonteCarlo+" is made anew, for the draws to take in turn; their spread tells the precision")
	_ = c.RegisterFlagCompletionFunc("design", cobra.FixedCompletions(random.Designs(), cobra.ShellCompDirectiveNoFileComp))
}

func (f *sampleFlags) check(c *cobra.Command) error {
	if !slices.Contains(random.Designs(), f.design) {
		return usageError("there is no design %q; valid: %s", f.design, strings.Join(random.Designs(), ", "))
	}
	switch {
	case f.draws > ensemble.MaxDraws:
		return usageError("--draws must be at most %d", uint64(ensemble.MaxDraws))
	case f.design == random.MonteCarlo:
		return refuseIdle(c, "the draws of "+f.design+" are independent each", "replicates")
	case f.replicates < random.LeastReplicates || f.replicates > random.MostReplicates:
		return usageError("--replicates is %d, expected from %d to %d", f.replicates, random.LeastReplicates, random.MostReplicates)
	}
	return nil
}

// uneven says which numbers of draws near the one asked for would make the replicates
// of a Sobol' sequence most even; nothing where this one does.
func uneven(e *ensemble.Ensemble) string {
	each := e.Draws / e.DesignReplicates()
	if e.Design != random.Sobol || e.Expected || each*e.DesignReplicates() == e.Draws && each&(each-1) == 0 {
		return ""
	}
	better := fmt.Sprint(e.DesignReplicates())
	if each > 0 {
		less := e.DesignReplicates() << (bits.Len64(each) - 1)
		better = fmt.Sprintf("%d or %d", less, 2*less)
	}
	return fmt.Sprintf("%d draws are no power of two for each of the %d replicates of the Sobol' sequence, which are most even with %s draws", e.Draws, e.DesignReplicates(), better)
}

// drawFlags are the flags of the commands that simulate many futures.
type drawFlags struct {
	sampleFlags
	workers   uint64
	resume    bool
	until     percentage
	precision percentage
	maxFailed percentage
	progress  string
}

func (f *drawFlags) add(c *cobra.Command, draws uint64, about string) {
	f.sampleFlags.add(c, draws, about)
	f.workers, f.precision, f.maxFailed = uint64(workersHere()), 0.01, 0.001
	c.Flags().Var((*whole)(&f.workers), "workers", "workers; the result does not depend on it")
	c.Flags().BoolVar(&f.resume, "resume", false, "go on with an interrupted run")
	c.Flags().Var(&f.until, "until", "stop as soon as chance alone moves no headline figure by more than this, such as 0.5%; --draws is then the most there may be")
	c.Flags().Var(&f.maxFailed, "max-failed", "share of the futures that may come to no finite number, such as 1%")
	c.Flags().StringVar(&f.progress, "progress", progressAuto, "how progress is shown on standard error: "+strings.Join(progressModes, ", "))
	_ = c.RegisterFlagCompletionFunc("progress", cobra.FixedCompletions(progressModes, cobra.ShellCompDirectiveNoFileComp))
}

// mostWorkers bounds the memory that workers take, each some of its own.
const mostWorkers = 1024

func (f *drawFlags) check(c *cobra.Command) error {
	until := c.Flags().Changed("until")
	switch {
	case f.draws == 0:
		return usageError("--draws must be at least 1")
	case f.workers < 1 || f.workers > mostWorkers:
		return usageError("--workers is %d, expected a number from 1 to %d", f.workers, mostWorkers)
	case !slices.Contains(progressModes, f.progress):
		return usageError("--progress is %q, expected one of %s", f.progress, strings.Join(progressModes, ", "))
	case f.precision <= 0:
		return usageError("--precision must be above 0")
	case until && f.until < leastUntil:
		least := percentage(leastUntil)
		return usageError("--until must be at least %v: quantiles are known to 0.1 %% only", &least)
	case until && f.design == random.LatinHypercube:
		return usageError("--until cannot stop a latin-hypercube, whose draws belong together; use another --design")
	}
	if until {
		if err := refuseIdle(c, "--until is the precision", "precision"); err != nil {
			return err
		}
		f.precision = f.until
	}
	return f.sampleFlags.check(c)
}

// leastUntil is the least precision to stop at, twice that of the quantiles.
const leastUntil = 0.002

// alternativeOf returns the futures of a scenario.
func alternativeOf(s *scenarios.Scenario, name string) ensemble.Alternative {
	a := ensemble.Alternative{Run: sim.Run{Name: name, Corridor: s.Corridor, Labels: s.Labels, Targets: s.Targets}, Copula: s.Copula}
	for _, u := range s.Uncertainties {
		a.Uncertainties = append(a.Uncertainties, ensemble.Uncertainty{Name: u.Name, Title: u.Title, Path: u.Path, Distribution: u.Distribution, Set: u.Set})
	}
	return a
}

// job is an ensemble to be run, with what must stay the same when it is resumed.
type job struct {
	ensemble      *ensemble.Ensemble
	scenario      string // the effective scenarios, one after the other
	path          string // of the journal
	shard, shards uint64 // 0 of 0 for all
	rows          func(rows []float64) error
	journal       *journal.Journal // open until the results are written
}

// header says what the journal of a job belongs to.
func (j *job) header() journal.Header {
	h := journal.Header{
		Program: strings.TrimSpace(version() + " " + commit()), Scenario: sum256(j.scenario),
		Seed: j.ensemble.Seed, Design: j.ensemble.Design, Draws: j.ensemble.Draws, Chunk: j.ensemble.ChunkDraws(),
		Shard: max(1, j.shard), Shards: max(1, j.shards),
	}
	if n := j.ensemble.DesignReplicates(); n > 1 {
		h.Design += fmt.Sprintf(", %d replicates", n)
	}
	if j.ensemble.Keep {
		h.Design += ", every draw kept"
	}
	return h
}

// run simulates the futures of a job, and keeps the chunks in a journal beside the
// results. All that can be refused has been checked by then. The caller ends the job:
// with done when the results are written, and with leave in any case.
func (j *job) run(ctx context.Context, stderr io.Writer, flags *drawFlags) (*ensemble.Tally, error) {
	limitMemory()
	if hint := uneven(j.ensemble); hint != "" && flags.until == 0 {
		fmt.Fprintf(stderr, "corridor: %s\n", hint)
	}
	if !j.ensemble.Expected { // which is one future, and soon made again
		var err error
		if j.journal, err = openJournal(j.path, j.header(), flags.resume, stderr); err != nil {
			return nil, err
		}
	}
	options := ensemble.RunOptions{Journal: j.journal, Shard: j.shard, Shards: j.shards, Rows: j.rows}
	progress := newProgress(stderr, flags.progress, j.draws(), drawsIn(j.journal, j.ensemble), time.Now)
	options.Progress = progress.show
	if flags.until > 0 {
		options.Enough = func(f *ensemble.Tally) bool { return j.ensemble.Enough(f, float64(flags.until)) }
	}
	futures, err := j.ensemble.Run(ctx, options)
	progress.end()
	return futures, j.interrupted(err)
}

// draws returns how many draws are to be made.
func (j *job) draws() uint64 {
	if j.shards > 1 {
		return j.ensemble.ShardDraws(j.shard, j.shards)
	}
	return j.ensemble.Draws
}

// interrupted says of an interruption what is kept; other errors stay as they are.
func (j *job) interrupted(err error) error {
	if !errors.Is(err, context.Canceled) || j.journal == nil {
		return err
	}
	done := drawsIn(j.journal, j.ensemble)
	if err := j.leave(); err != nil {
		return err
	}
	if done == 0 {
		return codedError{exitInterrupted, errors.New("interrupted before the first draws were finished; nothing is kept")}
	}
	return codedError{exitInterrupted, fmt.Errorf("interrupted: %d of %d draws are kept in %s; the same command with --resume goes on from there", done, j.draws(), j.path)}
}

// done removes the journal, which the results have made needless.
func (j *job) done() error {
	work := j.journal
	j.journal = nil
	if work == nil {
		return nil
	}
	return work.Remove()
}

// leave closes the journal for another run to go on with, or removes it where it holds
// nothing. It does nothing when the job is done.
func (j *job) leave() error {
	work := j.journal
	j.journal = nil
	switch {
	case work == nil:
		return nil
	case work.Len() == 0:
		return work.Remove()
	}
	return work.Close()
}

// memoryLimit is what the program should stay within, whatever the number of draws.
const memoryLimit = 150 << 20

// limitMemory lets the garbage collector work harder rather than grow beyond the limit,
// unless the environment sets one of its own.
func limitMemory() {
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(memoryLimit)
	}
}

// failedError returns an error when more futures failed than may.
func failedError(f *ensemble.Tally, most percentage, dir string) error {
	if share := float64(f.Failed()) / float64(f.Done()); share > float64(most) {
		return fmt.Errorf("%d of %s came to no finite number, more than the %v that --max-failed allows; %s lists them, and corridor run --draw runs one alone",
			f.Failed(), tables.Counted(f.Done(), "future"), &most, dir)
	}
	return nil
}
