package main

import (
	"context"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"corridor/scenarios"
	"corridor/sim/random"
	"corridor/sim/runs"
	"corridor/sim/tables"
)

type runOptions struct {
	overlayFlags
	outFlags
	sampleFlags
	draw           drawFlag
	strict         strictFlag
	requireTargets bool
	json           bool
}

func newRunCommand() *cobra.Command {
	var opts runOptions
	c := &cobra.Command{
		Use:   "run [SCENARIO …]",
		Short: "Simulate scenarios: tables, charts and a summary",
		Long: `Simulate one deterministic future of each scenario, month by month, and write its
tables and charts to out/NAME. A scenario is a name from corridor list or a .yaml
file; without one it is the corridor as stated in November 2025. With --draw it is
one future of the scenario's ensemble, with what was drawn for it in inputs.csv.

A scenario may carry overlays and values of its own, in every command:
reference+demand/high+my.yaml+set(segments.rail-ferry.effectiveness=0.8;title=Mine).
NAME says what was changed, so that variants stand side by side; results of another
file of the same name are not written over.` + exitStatus,
		Example: `  corridor run
  corridor run stated --with growth/high,investment/late-2-years
  corridor run my.yaml --set segments.corridor.effectiveness=0.8
  corridor run reference --draw 123 --seed 7`,
		ValidArgsFunction: completeScenarios,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				args = []string{"stated"}
			}
			if err := opts.checkFlags(cmd.Flags()); err != nil {
				return err
			}
			return runRun(cmd.Context(), cmd.OutOrStdout(), cmd.ErrOrStderr(), opts, args)
		},
	}
	opts.overlayFlags.add(c.Flags())
	opts.outFlags.add(c.Flags())
	opts.strict.add(c.Flags())
	c.Flags().Var(&opts.draw, "draw", "run this draw of the scenario's ensemble alone, counted from 0")
	opts.sampleFlags.add(c.Flags(), 1000, "with --draw: draws of the ensemble, on which those of a latin-hypercube depend")
	c.Flags().BoolVar(&opts.requireTargets, "require-targets", false, "exit with 5 when a target is missed")
	c.Flags().BoolVar(&opts.json, "json", false, "print the summary as JSON")
	return c
}

// checkFlags refuses flags that do not go together or do nothing.
func (o *runOptions) checkFlags(given *pflag.FlagSet) error {
	if err := o.sampleFlags.check(given); err != nil {
		return err
	}
	drawsGiven := given.Changed("draws")
	switch {
	case !o.draw.given:
		return refuseIdle(given, "without --draw the expected future is run, and nothing is drawn", "draws", "seed", "design", "replicates")
	case o.draw.draw < o.Draws:
	case drawsGiven || o.Design == random.LatinHypercube:
		return usageError("draw %d of %d: draws are numbered from 0", o.draw.draw, o.Draws)
	default:
		o.Draws = o.draw.draw + 1 // of a design whose draws do not depend on how many there are
	}
	return nil
}

func runRun(ctx context.Context, stdout, stderr io.Writer, opts runOptions, names []string) error {
	formats, err := opts.formats()
	if err != nil {
		return err
	}
	beside, err := opts.beside()
	if err != nil {
		return err
	}
	// Everything is loaded first, so that a mistake in the last scenario writes nothing.
	var loaded []*scenarios.Scenario
	for _, name := range names {
		s, err := opts.load(ctx, name)
		if err != nil {
			return err
		}
		if slices.ContainsFunc(loaded, func(other *scenarios.Scenario) bool { return other.Name == s.Name }) {
			return usageError("two scenarios are called %s, their results would overwrite each other", s.Name)
		}
		loaded = append(loaded, s)
	}
	if err := opts.strict.warn(stderr, loaded...); err != nil {
		return err
	}
	if opts.requireTargets && !slices.ContainsFunc(loaded, func(s *scenarios.Scenario) bool { return len(s.Targets) > 0 }) {
		return usageError("--require-targets does nothing here: %s has no targets", strings.Join(names, " "))
	}
	var all []*runs.Run
	for i, s := range loaded {
		plan := &runs.Single{Scenario: s, Sampling: opts.Sampling, Draw: opts.draw.number()}
		to := opts.out
		if to != "" && len(loaded) > 1 {
			to = filepath.Join(to, plan.Name())
		}
		r, err := runs.Open(plan, runs.NewRequest(names[i:i+1], opts.with, opts.set), to)
		if err != nil {
			return err
		}
		defer r.Close()
		all = append(all, r)
	}
	missed := 0
	var summaries []summary
	for i, r := range all {
		if err := ctx.Err(); err != nil {
			return err
		}
		others, err := opts.investments(ctx, loaded[i], names[i])
		if err != nil {
			return err
		}
		how := alone(ctx, stderr)
		how.Formats, how.Tables = formats, beside
		if err := r.Do(ctx, how); err != nil {
			return err
		}
		plan := r.Plan.(*runs.Single)
		sum := summarise(plan.Titled(), plan, r.Directory(), r.Manifest)
		sum.Alternatives = others
		if plan.Draw == nil {
			if sum.Worth, err = worthOf(ctx, loaded[i]); err != nil {
				return err
			}
		}
		missed += sum.missed()
		summaries = append(summaries, sum)
	}
	if err := printSummaries(stdout, summaries, opts.json); err != nil {
		return err
	}
	if missed > 0 && opts.requireTargets {
		return codedError{exitMissed, fmt.Errorf("%s missed", tables.Counted(missed, "target"))}
	}
	return nil
}

// investments says what other dates of the projects would change of the expected future.
func (o *runOptions) investments(ctx context.Context, s *scenarios.Scenario, name string) ([]alternative, error) {
	if o.draw.given {
		return nil, nil
	}
	asked, err := o.request(name)
	if err != nil {
		return nil, err
	}
	list, err := runs.Investments(ctx, s, asked)
	return alternativesOf(list), err
}

// scenarioOr returns the scenario named on the command line, or the usual one.
func scenarioOr(args []string, usual string) string {
	if len(args) > 0 {
		return args[0]
	}
	return usual
}
