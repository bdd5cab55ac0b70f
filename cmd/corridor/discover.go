package main

import (
	"context"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"corridor/sim/runs"
)

type discoverOptions struct {
	overlayFlags
	outFlags
	workFlags
	sampleFlags
	strict            strictFlag
	where, of, method string
	density, coverage percentage
	boxes             uint64
	json              bool
	given             *pflag.FlagSet
}

func newDiscoverCommand() *cobra.Command {
	var opts discoverOptions
	c := &cobra.Command{
		Use:   "discover [SCENARIO] --where CONDITION",
		Short: "Under which conditions something happens: boxes of the uncertain figures",
		Long: `Find limits on a few uncertain figures inside which most futures meet a condition, and
which have most of those that do: scenario discovery, by the patient rule induction
method (PRIM) or a classification tree (CART). The condition compares what futures have:
metrics with a year or month, such as throughput_mt_2030, what is drawn by its name, and
targets, which alone say that they are met; with + - * / ( ), < <= > >= == !=, and, or,
not. Numbers are in the unit of what they are compared with, or have one: 5500 kt.

A box is found on one half of the draws and judged on the other. Which one is chosen of
those that peeling passes is the knee of the trade-off between density, the share of the
futures inside that meet the condition, and coverage, the share of those that meet it
which are inside; --density or --coverage ask for another. Further boxes are found in
what the first ones leave. Limits that chance explains are dropped.

Draws are made anew, or with --of read from what corridor ensemble --keep has kept. The
results go to out/NAME-discovery, with each box as an overlay that draws futures inside
it; what is finished is kept beside them until then, for --resume. Without a scenario it
is reference.` + exitStatus,
		Example: `  corridor discover reference --where "throughput_mt_2030 < 5.5"
  corridor discover reference --where "throughput_mt_2030 < 5500 kt/yr"
  corridor discover --of out/reference-ensemble --where "not carried-10 and transit_days_2030 > 20" --density 80%
  corridor ensemble reference --with out/reference-discovery/box.yaml`,
		Args:              cobra.MaximumNArgs(1),
		ValidArgsFunction: completeScenarios,
		RunE: func(cmd *cobra.Command, args []string) error {
			opts.given = cmd.Flags()
			return runDiscover(cmd.Context(), cmd.OutOrStdout(), cmd.ErrOrStderr(), opts, args)
		},
	}
	opts.overlayFlags.add(c.Flags())
	opts.outFlags.add(c.Flags())
	opts.strict.add(c.Flags())
	opts.add(c.Flags())
	return c
}

func (o *discoverOptions) add(to *pflag.FlagSet) {
	o.workFlags.add(to)
	o.sampleFlags.add(to, 2000, "futures to draw")
	to.StringVar(&o.where, "where", "", "the condition, such as \"throughput_mt_2030 < 5.5\" or \"not carried-10\"")
	to.StringVar(&o.of, "of", "", "directory of corridor ensemble --keep whose draws are looked at")
	to.Var(&o.density, "density", "the widest box in which at least this share of the futures meets the condition, such as 80%")
	to.Var(&o.coverage, "coverage", "the densest box that has at least this share of the futures that meet it, such as 60%")
	o.boxes = runs.UsualBoxes
	to.Var((*whole)(&o.boxes), "boxes", "boxes to find at most")
	to.StringVar(&o.method, "method", runs.PRIM, "how boxes are found: "+strings.Join(runs.DiscoveryMethods, ", "))
	to.BoolVar(&o.json, "json", false, "print the boxes as JSON")
}

func (o *discoverOptions) check(scenarios []string) error {
	switch {
	case o.where == "":
		return usageError("--where says what is looked for, such as --where \"throughput_mt_2030 < 5.5\"")
	case o.density > 0 && o.coverage > 0:
		return usageError("--density and --coverage cannot both be asked for: one follows from the other")
	case o.boxes < 1 || o.boxes > runs.MostBoxes:
		return usageError("--boxes is %d, expected from 1 to %d", o.boxes, runs.MostBoxes)
	case !slices.Contains(runs.DiscoveryMethods, o.method):
		return usageError("--method is %q, expected one of %s", o.method, strings.Join(runs.DiscoveryMethods, ", "))
	case o.of != "" && len(scenarios) > 0:
		return usageError("--of says which scenario it is, that of the draws: leave %s out", scenarios[0])
	case o.of != "":
		if err := refuseIdle(o.given, "the draws of --of are as they are", "draws", "seed", "design", "replicates", "with", "set", "resume"); err != nil {
			return err
		}
	}
	if err := o.workFlags.check(); err != nil {
		return err
	}
	return o.sampleFlags.check(o.given)
}

func runDiscover(ctx context.Context, stdout, stderr io.Writer, opts discoverOptions, args []string) error {
	if err := opts.check(args); err != nil {
		return err
	}
	plan, asked, err := opts.plan(ctx, args)
	if err != nil {
		return err
	}
	if err := opts.strict.warn(stderr, plan.Scenario); err != nil {
		return err
	}
	r, err := opts.do(ctx, plan, asked, opts.how(ctx, stderr, "draw"))
	if err != nil {
		return err
	}
	return printDiscovery(stdout, plan, r, opts.json)
}

// plan is the discovery in new draws of a scenario, or in kept ones.
func (o *discoverOptions) plan(ctx context.Context, args []string) (*runs.Discovery, runs.Request, error) {
	wanted := runs.Wanted{Density: float64(o.density), Coverage: float64(o.coverage), Boxes: o.boxes, Method: o.method}
	if o.of != "" {
		m, err := runs.ReadManifest(o.of)
		if err != nil {
			return nil, runs.Request{}, err
		}
		plan, err := runs.OfKept(o.of, o.where, wanted)
		return plan, m.Request, err
	}
	name := scenarioOr(args, "reference")
	s, err := o.load(ctx, name)
	if err != nil {
		return nil, runs.Request{}, err
	}
	return &runs.Discovery{Scenario: s, Sampling: o.Sampling, Where: o.where, Wanted: wanted}, runs.NewRequest([]string{name}, o.with, o.set), nil
}
