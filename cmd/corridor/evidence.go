package main

import (
	"context"
	"io"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"corridor/sim/ensemble"
	"corridor/sim/random"
	"corridor/sim/runs"
)

type evidenceOptions struct {
	overlayFlags
	outFlags
	workersFlag
	strict strictFlag
	draws  uint64
	seed   uint64
	years  []string
	json   bool
}

func newEvidenceCommand() *cobra.Command {
	var opts evidenceOptions
	c := &cobra.Command{
		Use:   "evidence [SCENARIO]",
		Short: "What headline figures rest on, what to watch, and what would turn a verdict",
		Long: `Say of each target of a scenario, and of what is carried, of containers and of capacity
in the years that summaries show, what it rests on and how it could be otherwise:
which figures move it from one end of their range to the other and explain how far
the draws spread, and whether these figures are published, derived, calibrated or
assumed; which series, observed in the next two years, would make it surer; and
the least change of one figure that turns a verdict, with its chance, or which
figures turn it only together. The results go to out/NAME-evidence. Without a scenario
it is reference.` + exitStatus,
		Example: `  corridor evidence reference
  corridor evidence reference --years 2030,2035 --draws 4000
  corridor evidence reference --set segments.tankers.capacity.fixed_mt_per_year=5`,
		Args:              cobra.MaximumNArgs(1),
		ValidArgsFunction: completeScenarios,
		RunE: func(cmd *cobra.Command, args []string) error {
			return runEvidence(cmd.Context(), cmd.OutOrStdout(), cmd.ErrOrStderr(), opts, scenarioOr(args, "reference"))
		},
	}
	opts.overlayFlags.add(c.Flags())
	opts.outFlags.add(c.Flags())
	opts.strict.add(c.Flags())
	opts.add(c.Flags())
	return c
}

func (o *evidenceOptions) add(to *pflag.FlagSet) {
	o.workersFlag.add(to)
	o.draws = 1000
	to.Var((*whole)(&o.draws), "draws", "futures to draw")
	to.Var((*whole)(&o.seed), "seed", "seed of the random numbers; 0 is a seed")
	addList(to, &o.years, "years", "years whose figures are explained beside the targets (default those of the targets, and the middle one)")
	to.BoolVar(&o.json, "json", false, "print the evidence as JSON")
}

// check reads the years.
func (o *evidenceOptions) check() (years []int, err error) {
	if o.draws > ensemble.MaxDraws {
		return nil, usageError("--draws must be at most %d", uint64(ensemble.MaxDraws))
	}
	if err := o.workersFlag.check(); err != nil {
		return nil, err
	}
	return parseYears(o.years)
}

func runEvidence(ctx context.Context, stdout, stderr io.Writer, opts evidenceOptions, name string) error {
	years, err := opts.check()
	if err != nil {
		return err
	}
	s, err := opts.strict.load(ctx, stderr, &opts.overlayFlags, name)
	if err != nil {
		return err
	}
	plan := &runs.Evidence{Scenario: s, Sampling: runs.Sampling{Draws: opts.draws, Seed: opts.seed, Design: random.MonteCarlo}, Years: years}
	how := alone(ctx, stderr)
	how.Workers = int(opts.workers)
	r, err := opts.do(ctx, plan, runs.NewRequest([]string{name}, opts.with, opts.set), how)
	if err != nil {
		return err
	}
	return printEvidence(stdout, plan, r, opts.json)
}
