package main

import (
	"context"
	"io"
	"path/filepath"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"corridor/sim/runs"
	"corridor/sim/tables"
)

type compareOptions struct {
	overlayFlags
	outFlags
	drawFlags
	viewFlags
	strict strictFlag
}

func newCompareCommand() *cobra.Command {
	var opts compareOptions
	c := &cobra.Command{
		Use:   "compare BASELINE SCENARIO …",
		Short: "Compare scenarios, draw by draw on the same random numbers",
		Long: `Compare scenarios with a baseline, the first one. Without --draws the expected futures
are compared; with it every future of a scenario is compared with the future of the
baseline that has the same random numbers, so that what differs is the scenario and
not chance: the differences have quantiles of their own, and the share of the futures
in which a scenario is higher. Where the scenarios have economics, it says what one gains
or loses against the other in money, by year and as a present value, so that a plan, an
outage or a delay is a sum.

A scenario may carry overlays and values of its own, as reference+demand/high or
'reference+set(segments.rail-ferry.effectiveness=0.8)', and a name before them, as in
'cheap ferry=reference+set(segments.rail-ferry.cost_usd_per_t=20)', by which it is
called everywhere; --with and --set apply to all.
What is printed can be chosen: --years and --metrics, and --by to say where the difference
comes from: by segment, market, cargo class, country, place or project, with quantiles
of the futures drawn, those parts first that differ most. What differs in proportion most stands first
among the metrics too. The files hold all of it whatever is printed: differences.csv,
economics.csv, contributions.csv and, with --draws, breakdown.csv.

The results go to out/BASELINE-compare-OTHERS, those of --draws to
out/BASELINE-compare-futures-OTHERS.` + exitStatus,
		Example: `  corridor compare reference sea-first rail-first
  corridor compare reference 'cheap ferry=reference+set(segments.rail-ferry.cost_usd_per_t=20)'
  corridor compare reference sea-first --years 2028,2030-2032 --by segment,country --only 'KZ,rail-*'
  corridor compare reference reference+investment/none --draws 2000 --seed 7`,
		Args:              cobra.MinimumNArgs(2),
		ValidArgsFunction: completeScenarios,
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := opts.checkFlags(cmd.Flags()); err != nil {
				return err
			}
			shown, err := opts.viewFlags.check(cmd.Flags())
			if err != nil {
				return err
			}
			return runCompare(cmd.Context(), cmd.OutOrStdout(), cmd.ErrOrStderr(), opts, &shown, args)
		},
	}
	opts.overlayFlags.add(c.Flags())
	opts.outFlags.add(c.Flags())
	opts.strict.add(c.Flags())
	opts.viewFlags.add(c)
	opts.drawFlags.add(c.Flags(), 1, "pairs of futures to compare; 1 compares the expected ones")
	return c
}

// checkFlags refuses flags that do not go together or do nothing.
func (o *compareOptions) checkFlags(given *pflag.FlagSet) error {
	if err := o.drawFlags.check(given); err != nil || o.Draws > 1 {
		return err
	}
	return refuseIdle(given, "without --draws the expected futures are compared, and nothing is drawn",
		"seed", "design", "replicates", "until", "max-failed", "workers", "progress", "resume")
}

func runCompare(ctx context.Context, stdout, stderr io.Writer, opts compareOptions, shown *view, names []string) error {
	plan, err := runs.NewComparison(ctx, names, opts.with, opts.set, opts.Sampling)
	if err != nil {
		return err
	}
	if err := shown.fits(plan); err != nil {
		return err
	}
	if err := opts.strict.warn(stderr, plan.Scenarios...); err != nil {
		return err
	}
	r, err := opts.do(ctx, plan, runs.NewRequest(names, opts.with, opts.set), opts.how(ctx, stderr))
	if err != nil {
		return err
	}
	if opts.json {
		err = printJSON(stdout, summariseComparison(plan, shown, r))
	} else {
		printComparison(stdout, plan, shown)
		printFiles(stdout, r.Directory(), r.Manifest)
	}
	if err != nil {
		return err
	}
	return failedError(plan.Futures, opts.maxFailed, filepath.Join(r.Directory(), tables.Failures.File()))
}
