package main

import (
	"context"
	"fmt"
	"io"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"corridor/sim/runs"
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
a directory that corridor merge puts together with the others. Under a scheduler that
numbers its tasks --shard auto/8 takes the part that the number says: of Kubernetes
and AWS Batch from 0; of Slurm, PBS, LSF, Grid Engine and GNU parallel from 1.` + exitStatus,
		Example: `  corridor ensemble reference --draws 10000 --seed 7
  corridor ensemble reference --until 0.5% --draws 1000000
  corridor ensemble reference --draws 100000 --keep
  corridor ensemble reference --draws 1000000 --shard 2/8`,
		Args:              cobra.ExactArgs(1),
		ValidArgsFunction: completeScenarios,
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := opts.checkFlags(cmd.Flags()); err != nil {
				return err
			}
			return runEnsemble(cmd.Context(), cmd.OutOrStdout(), cmd.ErrOrStderr(), opts, args[0])
		},
	}
	opts.overlayFlags.add(c.Flags())
	opts.outFlags.add(c.Flags())
	opts.drawFlags.add(c.Flags(), 1000, "futures to simulate")
	c.Flags().Var((*smallShare)(&opts.precision), "precision", "precision for which enough draws are suggested, such as 0.5%")
	c.Flags().BoolVar(&opts.keep, "keep", false, "keep every draw in draws.parquet, and with --tables csv-draws in draws.csv; quantiles are then exact")
	opts.strict.add(c.Flags())
	c.Flags().Var(&opts.shard, "shard", "simulate part i of n alone, given as i/n or, under a scheduler, as auto/n, for corridor merge")
	c.Flags().BoolVar(&opts.json, "json", false, "print the summary as JSON")
	return c
}

// checkFlags refuses flags that do not go together or do nothing.
func (o *ensembleOptions) checkFlags(given *pflag.FlagSet) error {
	if err := o.drawFlags.check(given); err != nil || o.shard.of == 0 {
		return err
	}
	if o.until > 0 {
		return usageError("--until needs all draws in one place and cannot be used with --shard")
	}
	if o.on != "" {
		return usageError("--shard simulates one part here and cannot be used with --on, which shares the work out by itself")
	}
	idle := []string{"json", "max-failed"}
	if !slices.Equal(o.charts, []string{noCharts}) {
		idle = append(idle, "charts")
	}
	if !slices.Equal(o.tables, tableFormats[:1]) {
		idle = append(idle, "tables")
	}
	return refuseIdle(given, "a part has no results of its own; give it to corridor merge", idle...)
}

func runEnsemble(ctx context.Context, stdout, stderr io.Writer, opts ensembleOptions, name string) error {
	s, err := opts.strict.load(ctx, stderr, &opts.overlayFlags, name)
	if err != nil {
		return err
	}
	asked := runs.NewRequest([]string{name}, opts.with, opts.set)
	plan := &runs.Ensemble{Scenario: s, Sampling: opts.Sampling, Keep: opts.keep, Precision: float64(opts.precision)}
	if opts.shard.of > 0 {
		part := &runs.Part{Ensemble: *plan, Shard: opts.shard.part, Shards: opts.shard.of}
		return runPart(ctx, stdout, stderr, &opts, part, asked)
	}
	r, err := opts.do(ctx, plan, asked, opts.how(ctx, stderr))
	if err != nil {
		return err
	}
	return printEnsemble(stdout, plan, r, opts.json, opts.maxFailed)
}

// printEnsemble prints the summary of an ensemble, and returns an error when more of
// its futures failed than may.
func printEnsemble(stdout io.Writer, plan *runs.Ensemble, r *runs.Run, asJSON bool, maxFailed percentage) error {
	sum := summariseEnsemble(plan, r)
	if asJSON {
		if err := printJSON(stdout, sum); err != nil {
			return err
		}
	} else {
		sum.print(stdout, plan)
		printFiles(stdout, r.Directory(), r.Manifest)
	}
	return failedError(plan.Futures, maxFailed, filepath.Join(r.Directory(), tables.Failures.File()))
}

// runPart simulates one part of an ensemble.
func runPart(ctx context.Context, stdout, stderr io.Writer, opts *ensembleOptions, plan *runs.Part, asked runs.Request) error {
	if opts.shard.by != "" {
		fmt.Fprintf(stderr, "corridor: part %v, as %s says\n", &opts.shard, opts.shard.by)
	}
	r, err := opts.do(ctx, plan, asked, opts.how(ctx, stderr))
	if err != nil {
		return err
	}
	s, f := plan.Scenario, plan.Futures
	fmt.Fprintf(stdout, "%s (%s): part %v of %s, seed %d: %s of them simulated, %d failed\n\nWritten to %s, for corridor merge with the other parts\n",
		s.Title, s.Name, &opts.shard, tables.Counted(opts.Draws, "future"), opts.Seed, tables.Grouped(f.Done()), f.Failed(), r.Directory())
	return nil
}
