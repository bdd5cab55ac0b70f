package main

import (
	"context"
	"io"

	"github.com/spf13/cobra"

	"corridor/sim/runs"
)

type mergeOptions struct {
	outFlags
	maxFailed percentage
	json      bool
}

func newMergeCommand() *cobra.Command {
	opts := mergeOptions{maxFailed: 0.001}
	c := &cobra.Command{
		Use:   "merge SHARDDIR …",
		Short: "Put the parts of an ensemble together",
		Long: `Put together what corridor ensemble --shard wrote for every part, here or on other
machines. The results, their manifest included, are those of the whole ensemble run
at once, bit for bit; they go to out/NAME-ensemble.` + exitStatus,
		Example: `  corridor ensemble reference --draws 1000000 --shard 1/2
  corridor ensemble reference --draws 1000000 --shard 2/2
  corridor merge out/reference-ensemble-1-of-2 out/reference-ensemble-2-of-2`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return runMerge(cmd.Context(), cmd.OutOrStdout(), opts, args)
		},
	}
	opts.outFlags.add(c.Flags())
	c.Flags().Var(&opts.maxFailed, "max-failed", "share of the futures that may come to no finite number, such as 1%")
	c.Flags().BoolVar(&opts.json, "json", false, "print the summary as JSON")
	return c
}

func runMerge(ctx context.Context, stdout io.Writer, opts mergeOptions, dirs []string) error {
	if _, err := opts.formats(); err != nil { // before the parts are read
		return err
	}
	plan, err := runs.Merge(ctx, dirs)
	if err != nil {
		return err
	}
	defer plan.Close()
	r, err := opts.do(ctx, plan, plan.Asked, alone(ctx))
	if err != nil {
		return err
	}
	return printEnsemble(stdout, &plan.Ensemble, r, opts.json, opts.maxFailed)
}
