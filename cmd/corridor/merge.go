package main

import (
	"context"
	"fmt"
	"io"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"corridor/sim/runs"
	"corridor/sim/tables"
)

type mergeOptions struct {
	outFlags
	workFlags
	wait      time.Duration
	simulate  bool
	maxFailed percentage
	json      bool
}

func newMergeCommand() *cobra.Command {
	opts := mergeOptions{maxFailed: 0.001}
	c := &cobra.Command{
		Use:   "merge PART …",
		Short: "Put the parts of an ensemble together",
		Long: `Put together what corridor ensemble --shard wrote for every part, here or on other
machines. The results, their manifest included, are those of the whole ensemble run
at once, bit for bit; they go to out/NAME-ensemble.

A PART is the directory of a part; the journal of one that was killed, of which what
is finished counts; a directory that holds such, or a pattern in quotes. Parts may
overlap and be of different numbers, such as 2/4 and 3/8, where they cover all draws
together. What is missing is told, with the commands that give it; --wait waits for
it, and --simulate-missing simulates it here, after that wait.` + exitStatus,
		Example: `  corridor ensemble reference --draws 1000000 --shard 1/2
  corridor ensemble reference --draws 1000000 --shard 2/2
  corridor merge out/reference-ensemble-1-of-2 out/reference-ensemble-2-of-2
  corridor merge 'out/reference-ensemble-*' --wait 2h --simulate-missing`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := opts.checkFlags(cmd.Flags()); err != nil {
				return err
			}
			return runMerge(cmd.Context(), cmd.OutOrStdout(), cmd.ErrOrStderr(), opts, args)
		},
	}
	opts.outFlags.add(c.Flags())
	opts.workFlags.add(c.Flags())
	c.Flags().DurationVar(&opts.wait, "wait", 0, "wait so long for parts that are late, such as 90m or 2h")
	c.Flags().BoolVar(&opts.simulate, "simulate-missing", false, "simulate here what no part holds")
	c.Flags().Var((*smallShare)(&opts.maxFailed), "max-failed", "share of the futures that may come to no finite number, such as 1%")
	c.Flags().BoolVar(&opts.json, "json", false, "print the summary as JSON")
	return c
}

func (o *mergeOptions) checkFlags(given *pflag.FlagSet) error {
	if err := o.workFlags.check(); err != nil {
		return err
	}
	if o.wait < 0 {
		return usageError("--wait is %v, expected a time such as 2h", o.wait)
	}
	if !o.simulate {
		return refuseIdle(given, "only what --simulate-missing simulates takes time", "workers", "resume", "progress")
	}
	return nil
}

func runMerge(ctx context.Context, stdout, stderr io.Writer, opts mergeOptions, sources []string) error {
	if err := opts.checkPlace(); err != nil { // before the parts are waited for
		return err
	}
	how := opts.workFlags.howIn(ctx, stderr, "draw", runs.InLanes())
	plan, err := runs.Merge(ctx, sources, runs.Merging{Wait: opts.wait, Simulate: opts.simulate, News: func(is runs.Gathered) {
		fmt.Fprintf(stderr, "corridor: %s\n", waiting(is))
	}})
	if err != nil {
		return err
	}
	defer plan.Close()
	r, err := opts.do(ctx, plan, plan.Asked, how)
	if err != nil {
		return err
	}
	return printEnsemble(stdout, &plan.Ensemble, r, opts.json, opts.maxFailed)
}

// checkPlace refuses what can be refused of where the results go, and in which formats.
func (o *mergeOptions) checkPlace() error {
	if _, err := o.formats(); err != nil {
		return err
	}
	if _, err := o.beside(); err != nil || o.out == "" {
		return err
	}
	return runs.CheckPlace(o.out)
}

// waiting says what there is of the parts that are waited for.
func waiting(is runs.Gathered) string {
	left := is.Left.Round(time.Second)
	come := tables.Counted(uint64(is.Parts), "finished part")
	switch {
	case is.Of == 0:
		return fmt.Sprintf("no part is there yet; waiting up to %v", left)
	case is.Unfinished > 0:
		come += fmt.Sprintf(", and %d unfinished", is.Unfinished)
	}
	return fmt.Sprintf("%s, with %s of %s; waiting up to %v for the others", come, tables.Grouped(is.Draws), tables.Counted(is.Of, "draw"), left)
}
