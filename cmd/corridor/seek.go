package main

import (
	"context"
	"io"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"corridor/sim/runs"
)

type seekOptions struct {
	overlayFlags
	outFlags
	workFlags
	strict      strictFlag
	figure      string
	metric      string
	target      string
	at, atMost  quantity
	from, to    quantity
	whole       bool
	draws, seed uint64
	json        bool
}

func newSeekCommand() *cobra.Command {
	var opts seekOptions
	c := &cobra.Command{
		Use:   "seek [SCENARIO] --figure PATH --metric METRIC --at VALUE",
		Short: "At which value of one figure a metric reaches what is wanted",
		Long: `Say at which values of one figure a metric reaches what is wanted: the toll that keeps
the boxes, the ships it takes for 7 Mt, what a project may cost. The figure is a path as
--set takes it, * standing for every name; figures.csv, which every run writes, lists
all there are with their ranges. The metric is a result column with a year or month,
such as throughput_mt_2030, which is to reach --at or stay under --at-most; or a target
of the scenario; or npv_musd, a net present value: of a project's figure that of the
project beside all the others, of any other that of all projects and measures against
none of them. The whole range of the figure is looked at, that of the scenario or from
--from to --to, and every value at which the target begins or ceases to be met is said,
with the --set that does it; or that there is none. Numbers are written as in files, plain
or with a unit, and the ends of the range also as a change of the figure, such as '-20 %'.

With --draws the same values are tried in many futures: in how many which value would do.
The results go to out/NAME-seek+FIGURE+METRIC. Without a scenario it is reference.` + exitStatus,
		Example: `  corridor seek reference --figure segments.tankers.capacity.fixed_mt_per_year --target capacity-10
  corridor seek reference --figure segments.aktau-boxes.cost_usd_per_t --metric containers_kteu_2030 --at '80 kTEU' --from 0 --to 'USD 60/t'
  corridor seek reference --figure segments.rail-ferry.capacity.units.per_year --metric throughput_mt_2035 --at 6.5 --from 10000 --to 60000 --draws 200
  corridor seek reference --figure projects.third-ropax.cost_musd --metric npv_musd --at 0 --from 0 --to 500
  corridor seek reference --figure markets.crude-oil-contract.schedule.renewed.mt_per_year --metric throughput_mt_2030 --at 6`,
		Args:              cobra.MaximumNArgs(1),
		ValidArgsFunction: completeScenarios,
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := opts.check(cmd.Flags()); err != nil {
				return err
			}
			return runSeek(cmd.Context(), cmd.OutOrStdout(), cmd.ErrOrStderr(), opts, scenarioOr(args, "reference"))
		},
	}
	opts.overlayFlags.add(c.Flags())
	opts.outFlags.add(c.Flags())
	opts.strict.add(c.Flags())
	opts.add(c.Flags())
	return c
}

func (o *seekOptions) add(to *pflag.FlagSet) {
	o.workFlags.add(to)
	to.StringVar(&o.figure, "figure", "", "path of the figure, such as segments.tankers.capacity.fixed_mt_per_year")
	to.StringVar(&o.metric, "metric", "", "what is asked: a result column with a year or month, such as throughput_mt_2030, or npv_musd")
	to.StringVar(&o.target, "target", "", "target of the scenario that is to be met, in the place of --metric and --at")
	to.Var(&o.at, "at", "value that the metric is to reach, with its unit such as '6 Mt/yr', or in that of the metric")
	to.Var(&o.atMost, "at-most", "value that the metric is to stay under, likewise")
	to.Var(&o.from, "from", "low end of the range, with its unit such as '500 t/day' or as a change such as '-20 %' (default that of the figure)")
	to.Var(&o.to, "to", "high end of the range, likewise (default that of the figure)")
	to.BoolVar(&o.whole, "whole", false, "look among whole numbers alone, as of ships")
	to.Var((*whole)(&o.draws), "draws", "futures in which the value is sought too (default none)")
	to.Var((*whole)(&o.seed), "seed", "with --draws: seed of the random numbers; 0 is a seed")
	to.BoolVar(&o.json, "json", false, "print it as JSON")
}

func (o *seekOptions) check(given *pflag.FlagSet) error {
	switch {
	case o.figure == "":
		return usageError("--figure is missing: the path of a figure, such as segments.tankers.capacity.fixed_mt_per_year; figures.csv of any run lists them")
	case (o.metric == "") == (o.target == ""):
		return usageError("expected either --metric, such as throughput_mt_2030, or --target")
	case o.target != "" && (o.at != "" || o.atMost != ""):
		return usageError("--target says what is wanted, so --at and --at-most cannot")
	case o.metric != "" && (o.at == "") == (o.atMost == ""):
		return usageError("--metric wants either --at, a value to reach, or --at-most, one to stay under")
	}
	if o.draws == 0 {
		if err := refuseIdle(given, "without --draws the expected future is asked, and nothing is drawn", "seed", "resume"); err != nil {
			return err
		}
	}
	return o.workFlags.check()
}

func runSeek(ctx context.Context, stdout, stderr io.Writer, opts seekOptions, name string) error {
	s, err := opts.strict.load(ctx, stderr, &opts.overlayFlags, name)
	if err != nil {
		return err
	}
	q := runs.SeekQuestion{Figure: opts.figure, Metric: opts.metric, AtMost: opts.atMost != "", Whole: opts.whole}
	if opts.target != "" {
		q.Metric = opts.target
	}
	words := runs.SeekWords{At: string(opts.at + opts.atMost), From: string(opts.from), To: string(opts.to)}
	if q, err = words.In(q, s); err != nil {
		return err
	}
	plan := &runs.Seek{Scenario: s, Question: q, Draws: opts.draws, Seed: opts.seed}
	r, err := opts.do(ctx, plan, runs.NewRequest([]string{name}, opts.with, opts.set), opts.how(ctx, stderr, "draw"))
	if err != nil {
		return err
	}
	return printSeek(stdout, plan, r, opts.json)
}
