package main

import (
	"context"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"corridor/sim/ensemble"
	"corridor/sim/random"
	"corridor/sim/runs"
	"corridor/sim/tables"
)

type sensitivityOptions struct {
	overlayFlags
	outFlags
	workFlags
	strict  strictFlag
	draws   uint64
	seed    uint64
	method  string
	metrics []string
	groups  []string
	of      string
	json    bool
}

func newSensitivityCommand() *cobra.Command {
	var opts sensitivityOptions
	c := &cobra.Command{
		Use:   "sensitivity [SCENARIO]",
		Short: "Which uncertainties matter for a result, how much, and which do not",
		Long: `Say which uncertainties of a scenario the spread of a result comes from: what share of its
variance each makes alone and in all it does together with others, with 95 % intervals
(Sobol'). Where they are many, a quarter of the draws first tells those that matter from
the others, which then are one input together. Uncertainties that go together in the
scenario are one input too, for their shares cannot be told apart; hazards are one, the
weather. --group makes others one.

--method morris takes elementary effects, which cost least; given takes PAWN, delta, rank
correlation and regional indices from the draws of an ensemble as they are, and with --of
from one that kept them, without any new run. Without --metrics it says it of the targets,
and by year of what is carried, of containers and of capacity. The results go to
out/NAME-sensitivity; what is finished is kept beside them until then, for --resume.
Without a scenario it is reference.` + exitStatus,
		Example: `  corridor sensitivity reference
  corridor sensitivity reference --metrics throughput_mt_2030,transit_days_2030 --draws 50000
  corridor sensitivity reference --method morris --draws 3000
  corridor sensitivity reference --group 'growth=*-growth' --group 'prices=*-sensitivity'
  corridor sensitivity --of out/reference-ensemble`,
		Args:              cobra.MaximumNArgs(1),
		ValidArgsFunction: completeScenarios,
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := opts.check(cmd.Flags(), args); err != nil {
				return err
			}
			return runSensitivity(cmd.Context(), cmd.OutOrStdout(), cmd.ErrOrStderr(), opts, scenarioOr(args, "reference"))
		},
	}
	opts.overlayFlags.add(c.Flags())
	opts.outFlags.add(c.Flags())
	opts.strict.add(c.Flags())
	opts.add(c.Flags())
	return c
}

func (o *sensitivityOptions) add(to *pflag.FlagSet) {
	o.workFlags.add(to)
	o.draws = 20000
	to.Var((*whole)(&o.draws), "draws", "futures to simulate at most")
	to.Var((*whole)(&o.seed), "seed", "seed of the random numbers; 0 is a seed")
	to.StringVar(&o.method, "method", tables.SobolMethod, "how it is reckoned: "+strings.Join(runs.SensitivityMethods(), ", "))
	addList(to, &o.metrics, "metrics", "what is asked: targets, or result columns with a year or month such as throughput_mt_2030")
	to.StringArrayVar(&o.groups, "group", nil, "uncertainties that are one input, as NAME=UNCERTAINTY,… with * for any letters")
	to.StringVar(&o.of, "of", "", "directory of an ensemble that kept its draws, from which all is reckoned")
	to.BoolVar(&o.json, "json", false, "print it as JSON")
}

func (o *sensitivityOptions) check(given *pflag.FlagSet, args []string) error {
	switch {
	case o.draws > ensemble.MaxDraws:
		return usageError("--draws must be at most %d", uint64(ensemble.MaxDraws))
	case !slices.Contains(runs.SensitivityMethods(), o.method):
		return usageError("there is no method %q; valid: %s", o.method, strings.Join(runs.SensitivityMethods(), ", "))
	case o.of != "" && len(args) > 0:
		return usageError("--of has the scenario of its draws, so %s cannot be given", args[0])
	}
	if o.of != "" {
		if given.Changed("method") && o.method != tables.GivenMethod {
			return usageError("--method %s needs runs of its own; --of takes draws that are there", o.method)
		}
		o.method = tables.GivenMethod
		if err := refuseIdle(given, "--of has the draws of an ensemble", "draws", "seed", "with", "set", "resume"); err != nil {
			return err
		}
	}
	if o.method == tables.GivenMethod {
		if err := refuseIdle(given, "draws that are there have inputs one by one", "group"); err != nil {
			return err
		}
	}
	return o.workFlags.check()
}

func runSensitivity(ctx context.Context, stdout, stderr io.Writer, opts sensitivityOptions, name string) error {
	plan := &runs.Sensitivity{Method: opts.method, Metrics: opts.metrics, Groups: opts.groups}
	request := runs.NewRequest([]string{name}, opts.with, opts.set)
	if opts.of != "" {
		kept, err := runs.OpenKept(opts.of)
		if err != nil {
			return err
		}
		plan.Scenario, plan.Sampling, plan.Kept, plan.OfKept = kept.Scenario, kept.Sampling(), kept, true
		request = kept.Request
	} else {
		s, err := opts.strict.load(ctx, stderr, &opts.overlayFlags, name)
		if err != nil {
			return err
		}
		plan.Scenario, plan.Sampling = s, runs.Sampling{Draws: opts.draws, Seed: opts.seed, Design: random.MonteCarlo}
	}
	r, err := opts.do(ctx, plan, request, opts.how(ctx, stderr, "future"))
	if err != nil {
		return err
	}
	return printSensitivity(stdout, plan, r, opts.json)
}
