package main

import (
	"context"
	"io"

	"github.com/spf13/cobra"

	"corridor/sim/runs"
)

type hindcastOptions struct {
	overlayFlags
	outFlags
	strict strictFlag
	json   bool
}

func newHindcastCommand() *cobra.Command {
	var opts hindcastOptions
	c := &cobra.Command{
		Use:   "hindcast [SCENARIO]",
		Short: "What the model would have said, against what happened",
		Long: `Forecast each year from the end of the year before with what was known then, beside
the forecasts anyone can make: the last value, a random walk with drift, 0.8 of the
official plan. Then, apart from that, say what the model makes of the year when it is
given the rates, water, closures and shocks that came; so the parameters that the
scenario's hindcast names are fitted on some years, and judged on the year held out.
The scenario's experiments test the direction and size of its answers, its studies set
published figures beside the model's. The results go to out/NAME-hindcast. Without a
scenario it is reference.` + exitStatus,
		Example: `  corridor hindcast reference
  corridor hindcast reference --charts none --json`,
		Args:              cobra.MaximumNArgs(1),
		ValidArgsFunction: completeScenarios,
		RunE: func(cmd *cobra.Command, args []string) error {
			return runHindcast(cmd.Context(), cmd.OutOrStdout(), cmd.ErrOrStderr(), opts, scenarioOr(args, "reference"))
		},
	}
	opts.overlayFlags.add(c.Flags())
	opts.outFlags.add(c.Flags())
	opts.strict.add(c.Flags())
	c.Flags().BoolVar(&opts.json, "json", false, "print the hindcast as JSON")
	return c
}

func runHindcast(ctx context.Context, stdout, stderr io.Writer, opts hindcastOptions, name string) error {
	asked, err := opts.request(name)
	if err != nil {
		return err
	}
	plan, err := runs.NewHindcast(ctx, asked)
	if err != nil {
		return err
	}
	if err := opts.strict.warn(stderr, plan.Base); err != nil {
		return err
	}
	r, err := opts.do(ctx, plan, runs.NewRequest([]string{name}, opts.with, opts.set), alone(ctx, stderr))
	if err != nil {
		return err
	}
	if opts.json {
		return printJSON(stdout, summariseHindcast(plan, r))
	}
	if err := printHindcast(stdout, plan); err != nil {
		return err
	}
	printFiles(stdout, r.Directory(), r.Manifest)
	return nil
}
