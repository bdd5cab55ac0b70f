package main

import (
	"context"
	"fmt"
	"io"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	"corridor/scenarios"
	"corridor/sim/ensemble"
	"corridor/sim/rundir"
	"corridor/sim/tables"
)

type ensembleOptions struct {
	overlayFlags
	outFlags
	drawFlags
	keep   bool
	shard  shardFlag
	strict strictFlag
	json   bool
}

func newEnsembleCommand() *cobra.Command {
	var opts ensembleOptions
	c := &cobra.Command{
		Use:   "ensemble SCENARIO",
		Short: "Simulate many futures: quantiles by year and the chance of each target",
		Long: `Draw every uncertainty of a scenario at random, simulate that future, and again.
The result depends on the scenario, the seed, the design and the number of draws, and
on nothing else: not on the number of workers, an interruption, shards or the machine.
Each uncertainty has a stream of random numbers of its own, so that adding one leaves
the others' as they were. The results go to out/NAME-ensemble.

While it works, what is finished is kept in out/NAME-ensemble.journal: after Ctrl-C,
a crash or a full disk the same command with --resume goes on from there. With
--shard 2/8 it simulates the second of eight parts, on this machine or another, into
a directory that corridor merge puts together with the others.` + exitStatus,
		Example: `  corridor ensemble reference --draws 10000 --seed 7
  corridor ensemble reference --until 0.5% --draws 1000000
  corridor ensemble reference --draws 100000 --keep
  corridor ensemble reference --draws 1000000 --shard 2/8`,
		Args:              cobra.ExactArgs(1),
		ValidArgsFunction: completeScenarios,
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := opts.checkFlags(cmd); err != nil {
				return err
			}
			return runEnsemble(cmd.Context(), cmd.OutOrStdout(), cmd.ErrOrStderr(), opts, args[0])
		},
	}
	opts.overlayFlags.add(c)
	opts.outFlags.add(c)
	opts.drawFlags.add(c, 1000, "futures to simulate")
	c.Flags().Var(&opts.precision, "precision", "precision for which enough draws are suggested, such as 0.5%")
	c.Flags().BoolVar(&opts.keep, "keep", false, "keep every draw in draws.parquet; quantiles are then exact")
	opts.strict.add(c)
	c.Flags().Var(&opts.shard, "shard", "simulate part i of n alone, given as i/n, for corridor merge")
	c.Flags().BoolVar(&opts.json, "json", false, "print the summary as JSON")
	return c
}

// question is the part of the manifest that says what is asked for.
func (o *ensembleOptions) question(command string, s *scenarios.Scenario, asked request) *manifest {
	m := newManifest(command, s.Name, asked, []manifestCell{newCell(s, s.Name, "", "")}, nil)
	m.Keep = o.keep
	m.asks(&o.sampleFlags)
	return m
}

// checkFlags refuses flags that do not go together or do nothing.
func (o *ensembleOptions) checkFlags(c *cobra.Command) error {
	if err := o.drawFlags.check(c); err != nil || o.shard.of == 0 {
		return err
	}
	if o.until > 0 {
		return usageError("--until needs all draws in one place and cannot be used with --shard")
	}
	idle := []string{"json", "max-failed"}
	if !slices.Equal(o.charts, []string{noCharts}) {
		idle = append(idle, "charts")
	}
	return refuseIdle(c, "a part has no results of its own; give it to corridor merge", idle...)
}

func runEnsemble(ctx context.Context, stdout, stderr io.Writer, opts ensembleOptions, name string) error {
	s, err := opts.load(ctx, name)
	if err != nil {
		return err
	}
	if err := opts.strict.warn(stderr, s); err != nil {
		return err
	}
	asked := requested([]string{name}, opts.with, opts.set)
	if opts.shard.of > 0 {
		return runShard(ctx, stdout, stderr, &opts, s, asked)
	}
	to, formats, err := opts.place(s.Name+"-ensemble", opts.question("ensemble", s, asked))
	if err != nil {
		return err
	}
	defer to.Close()
	e, err := ensembleOf(s, &opts.sampleFlags, int(opts.workers), opts.keep)
	if err != nil {
		return err
	}
	j := &job{ensemble: e, scenario: s.Effective(), path: to.Journal()}
	kept, err := keepDraws(e, to)
	if err != nil {
		return err
	}
	defer kept.discard()
	j.rows = kept.write
	defer j.leave()
	futures, err := j.run(ctx, stderr, &opts.drawFlags)
	if err != nil {
		return err
	}
	end := &ending{to: to, formats: formats, asked: asked, precision: float64(opts.precision), json: opts.json, written: j.done}
	if err := finishEnsemble(ctx, stdout, s, e, futures, kept, end); err != nil {
		return j.interrupted(err)
	}
	return failedError(futures, opts.maxFailed, filepath.Join(to.String(), tables.Failures.File()))
}

// ensembleOf returns the futures of one scenario.
func ensembleOf(s *scenarios.Scenario, f *sampleFlags, workers int, keep bool) (*ensemble.Ensemble, error) {
	if !uncertain(s) {
		return nil, codedError{exitInvalid, fmt.Errorf("%s has no uncertainties and no hazards, so all its futures are the same: use corridor run", s.Name)}
	}
	e := &ensemble.Ensemble{
		Alternatives: []ensemble.Alternative{alternativeOf(s, s.Name)},
		Design:       f.design, Replicates: f.replicates, Seed: f.seed, Draws: f.draws, Workers: workers, Keep: keep,
	}
	return e, invalid(e.Check())
}

// invalid is an error of the input.
func invalid(err error) error {
	if err == nil {
		return nil
	}
	return codedError{exitInvalid, err}
}

// uncertain reports whether the futures of a scenario differ.
func uncertain(s *scenarios.Scenario) bool {
	return len(s.Uncertainties) > 0 || len(s.Corridor.Hazards) > 0
}

// ending says where the results of an ensemble go, and how.
type ending struct {
	to        *rundir.Place
	formats   []string
	asked     request
	precision float64
	json      bool
	written   func() error // called when they are on the disk, before anything is printed; nil for nothing
}

// finishEnsemble writes the results of an ensemble and prints its summary.
func finishEnsemble(ctx context.Context, stdout io.Writer, s *scenarios.Scenario, e *ensemble.Ensemble, f *ensemble.Tally, kept *keptDraws, to *ending) error {
	list := e.Tables(f, 0, to.precision)
	content, err := ensembleFiles(ctx, s, e, f, list, kept, to.formats)
	if err != nil {
		return err
	}
	m := newManifest("ensemble", s.Name, to.asked, []manifestCell{newCell(s, s.Name, "", "")}, to.formats)
	m.sampled(e, f, to.precision)
	if err := writeRun(to.to, m, content, kept.files()); err != nil {
		return err
	}
	if to.written != nil {
		if err := to.written(); err != nil {
			return err
		}
	}
	sum := summariseEnsemble(s, e, f, list, to, m)
	if to.json {
		return printJSON(stdout, sum)
	}
	sum.print(stdout, s, e, f)
	printFiles(stdout, to.to.String(), m)
	return nil
}

// ensembleFiles returns the files of the directory of an ensemble, but for the draws:
// its tables, of which exact quantiles take the place where draws are kept, and charts.
func ensembleFiles(ctx context.Context, s *scenarios.Scenario, e *ensemble.Ensemble, f *ensemble.Tally, list []*tables.Table, kept *keptDraws, formats []string) (files, error) {
	list = slices.Clone(list)
	if exact, err := kept.quantiles(ctx, e, f); err != nil {
		return nil, err
	} else if exact != nil {
		list[0] = exact
	}
	p := packageOf(s, append(list, runOf(s).Network()))
	p.Seed = &e.Seed
	return renderPackage(ctx, p, formats)
}
