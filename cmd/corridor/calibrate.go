package main

import (
	"context"
	"io"

	"github.com/spf13/cobra"

	"corridor/sim/runs"
)

type calibrateOptions struct {
	overlayFlags
	outFlags
	strict strictFlag
	workFlags
	seed, points, rows uint64
	json               bool
}

func newCalibrateCommand() *cobra.Command {
	opts := calibrateOptions{points: runs.UsualPoints, rows: runs.UsualRows}
	c := &cobra.Command{
		Use:   "calibrate [SCENARIO]",
		Short: "Which parameters the model could have, given what was observed",
		Long: `Calibrate the uncertainties of a scenario that say so (calibrated: true) on the series that
its hindcast names, each with its error and the discrepancy of the model. Every year is said
from the end of the year before, given the rates, water, closures, shocks and agreements
that came. Three waves of history matching rule out what cannot be; approximate Bayesian
computation in sequence samples what is left.

There is a fit for each year that is known more, so that every year is judged by a fit
that did not know it; the last one knows all and is for use. Its sample goes to
posterior.yaml, an overlay that ensembles draw from. What the observations do not identify
keeps its prior, and is listed. The results go to out/NAME-calibration; what is
finished is kept beside them until then, for --resume. Without a scenario it is reference.` + exitStatus,
		Example: `  corridor calibrate reference
  corridor ensemble reference --with out/reference-calibration/posterior.yaml`,
		Args:              cobra.MaximumNArgs(1),
		ValidArgsFunction: completeScenarios,
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := opts.check(); err != nil {
				return err
			}
			return runCalibrate(cmd.Context(), cmd.OutOrStdout(), cmd.ErrOrStderr(), opts, scenarioOr(args, "reference"))
		},
	}
	opts.overlayFlags.add(c.Flags())
	opts.outFlags.add(c.Flags())
	opts.strict.add(c.Flags())
	opts.workFlags.add(c.Flags())
	c.Flags().Var((*whole)(&opts.seed), "seed", "seed of the random numbers; 0 is a seed")
	c.Flags().Var((*whole)(&opts.points), "points", "points of each wave of history matching")
	c.Flags().Var((*whole)(&opts.rows), "rows", "rows of the sample that is kept; a generation has eight times as many points")
	c.Flags().BoolVar(&opts.json, "json", false, "print the calibration as JSON")
	return c
}

func (o *calibrateOptions) check() error {
	switch {
	case o.points < runs.LeastPoints || o.points > runs.MostPoints:
		return usageError("--points is %d, expected a number from %d to %d", o.points, runs.LeastPoints, runs.MostPoints)
	case o.rows < runs.LeastRows || o.rows > runs.MostRows:
		return usageError("--rows is %d, expected a number from %d to %d", o.rows, runs.LeastRows, runs.MostRows)
	}
	return o.workFlags.check()
}

func runCalibrate(ctx context.Context, stdout, stderr io.Writer, opts calibrateOptions, name string) error {
	s, err := opts.strict.load(ctx, stderr, &opts.overlayFlags, name)
	if err != nil {
		return err
	}
	plan := &runs.Calibration{Scenario: s, Seed: opts.seed, Points: opts.points, Rows: opts.rows}
	r, err := opts.do(ctx, plan, runs.NewRequest([]string{name}, opts.with, opts.set), opts.how(ctx, stderr, "point"))
	if err != nil {
		return err
	}
	if opts.json {
		return printJSON(stdout, summariseCalibration(plan, r))
	}
	if err := printCalibration(stdout, plan); err != nil {
		return err
	}
	printFiles(stdout, r.Directory(), r.Manifest)
	return nil
}
