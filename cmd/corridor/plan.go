package main

import (
	"context"
	"io"
	"math"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"corridor/scenarios"
	"corridor/scenarios/language"
	"corridor/sim/ensemble"
	"corridor/sim/runs"
)

type planOptions struct {
	overlayFlags
	outFlags
	strict strictFlag
	workFlags
	question      runs.PlanQuestion
	budget        dollars
	perYear       dollars
	target, reach string
	probability   percentage
	shifts        []string
	against       []string
	horizon       uint64
	signposts     uint64
	evaluations   uint64
	draws, seed   uint64
	json          bool
}

func newPlanCommand() *cobra.Command {
	opts := planOptions{evaluations: runs.UsualEvaluations, draws: 1000, probability: 0.9}
	opts.question.TrialDraws = runs.UsualTrialDraws
	c := &cobra.Command{
		Use:   "plan [SCENARIO]",
		Short: "Which projects and measures, and when, for a budget",
		Long: `Choose among the projects and measures of a scenario that are not finished: plans of which
none is better in every objective, and what they cost. Where few plans keep the budget
all are tried; else NSGA-II looks for the best, and what is found is the best of those
that were tried. All plans meet the same futures, and figures are given of futures that
did not choose them.

An objective is a statistic of a metric: mean throughput_mt_2030, p10 of it (the value
that 10 % of futures stay below), the share of futures in which throughput_mt_2030 >= 7,
its largest regret in any future, or scenario-regret in any scenario of --against. Years
add up as throughput_mt_2026..2030; npv is the net present value beside doing nothing. Cost
is always one more objective: what is paid for building and upkeep from the decision to the
horizon.

Numbers are written as in files: 'USD 2 bn' and 150 MUSD for money, 7 Mt or 20 kt/day for
what is carried; a number alone is in the unit of the metric, and of a budget in USD.

With --reach or --target the cheapest plan is the one that reaches it with the
probability asked for; where none does, what is in the way is said. Each plan listed
comes out as an overlay. The results go to out/NAME-plan; what is finished is kept beside
them until then, for --resume. Without a scenario it is reference.` + exitStatus,
		Example: `  corridor plan reference --budget 'USD 2 bn' --objective 'mean throughput_mt_2030'
  corridor plan reference --reach 'throughput_mt_2030 >= 5.8 Mt' --probability 80%
  corridor plan reference --budget 1e9 --shift 0,2 --against demand/low,demand/high
  corridor compare reference reference+out/reference-plan/plans/best.yaml --draws 1000`,
		Args:              cobra.MaximumNArgs(1),
		ValidArgsFunction: completeScenarios,
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := opts.check(cmd.Flags()); err != nil {
				return err
			}
			return runPlan(cmd.Context(), cmd.OutOrStdout(), cmd.ErrOrStderr(), opts, scenarioOr(args, "reference"))
		},
	}
	opts.overlayFlags.add(c.Flags())
	opts.outFlags.add(c.Flags())
	opts.strict.add(c.Flags())
	opts.add(c.Flags())
	return c
}

func (o *planOptions) add(to *pflag.FlagSet) {
	o.workFlags.add(to)
	q := &o.question
	to.StringArrayVar(&q.Objectives, "objective", nil, "what a plan is to be good at, such as 'mean throughput_mt_2030'; may be given again (default the mean of what is carried in the year of the horizon)")
	to.Var(&o.budget, "budget", "most that a plan may cost from the decision to the horizon, in the mean of the futures, such as 'USD 2 bn' or 2e9, which is in USD; 0 for no limit")
	to.Var(&o.perYear, "budget-per-year", "most that it may cost in any calendar year, likewise")
	to.StringVar(&o.reach, "reach", "", "what is to be reached, such as 'throughput_mt_2030 >= 7 Mt'")
	to.StringVar(&o.target, "target", "", "target of the scenario that is to be reached")
	to.Var(&o.probability, "probability", "share of futures in which it is to be reached")
	to.StringVar(&q.From, "from", "", "month of the decision, such as 2026-04 (default as_of of the scenario's delivery, or its start)")
	to.Var((*whole)(&o.horizon), "horizon", "last year whose payments count (default the last simulated)")
	addList(to, &o.shifts, "shift", "years by which what has not begun may begin later, such as 0,2")
	addList(to, &q.Candidates, "candidates", "projects and measures to decide on; the others go ahead as the scenario says (default all that are not finished)")
	addList(to, &q.Certain, "certain", "projects and measures that every plan has and pays for")
	addList(to, &q.Without, "without", "projects and measures that no plan has")
	addList(to, &q.Either, "either", "two of which a plan has one at most, such as anaklia/poti-terminal")
	addList(to, &o.against, "against", "overlays in which plans are compared, such as demand/low,demand/high")
	to.Var((*whole)(&o.signposts), "signposts", "say which observations by the end of this year, such as 2028, would speak for another plan")
	to.Var((*whole)(&o.evaluations), "evaluations", "most plans that are tried, beside those that say what the cheapest can do without; all are where there are no more")
	to.Var((*whole)(&q.TrialDraws), "trial-draws", "futures in which plans are tried")
	to.Var((*whole)(&o.draws), "draws", "futures of which figures are given")
	to.Var((*whole)(&o.seed), "seed", "seed of the random numbers; 0 is a seed")
	to.BoolVar(&o.json, "json", false, "print the plans as JSON")
}

// check reads what flags have as texts.
func (o *planOptions) check(given *pflag.FlagSet) error {
	q := &o.question
	switch {
	case o.target != "" && o.reach != "":
		return usageError("--target and --reach both say what is to be reached; give one")
	case o.target == "" && o.reach == "":
		if err := refuseIdle(given, "nothing is to be reached", "probability"); err != nil {
			return err
		}
	case o.probability == 0:
		return usageError("--probability must be above 0")
	default:
		q.Reach, q.Probability = o.target+o.reach, float64(o.probability)
	}
	for _, words := range o.shifts {
		years, err := language.Amount(words, "years")
		switch {
		case err != nil:
			return usageError("--shift has %q, expected whole years such as 0,2: %w", words, err)
		case years != math.Trunc(years) || math.Abs(years) > 1000:
			return usageError("--shift has %q, expected whole years such as 0,2", words)
		}
		q.Shifts = append(q.Shifts, int(years))
	}
	if o.draws > ensemble.MaxDraws/2 || q.TrialDraws > ensemble.MaxDraws/2 {
		return usageError("--draws and --trial-draws must be at most %d", uint64(ensemble.MaxDraws/2))
	}
	if o.evaluations > 1<<30 {
		return usageError("--evaluations must be at most %d", 1<<30)
	}
	q.Signposts = int(min(o.signposts, 1<<20))
	q.Budget, q.BudgetPerYear, q.Evaluations, q.Horizon = float64(o.budget)/1e6, float64(o.perYear)/1e6, int(o.evaluations), int(min(o.horizon, 1<<20))
	return o.workFlags.check()
}

func runPlan(ctx context.Context, stdout, stderr io.Writer, opts planOptions, name string) error {
	s, err := opts.strict.load(ctx, stderr, &opts.overlayFlags, name)
	if err != nil {
		return err
	}
	plan := &runs.Portfolio{Scenario: s, Question: opts.question, Draws: opts.draws, Seed: opts.seed}
	for _, overlay := range opts.against {
		request, err := opts.request(name)
		if err != nil {
			return err
		}
		var other *scenarios.Scenario
		if other, err = runs.Load(ctx, request.Under("--against", overlay)); err != nil {
			return err
		}
		plan.Against = append(plan.Against, other)
	}
	how := opts.how(ctx, stderr, "plan")
	r, err := opts.do(ctx, plan, runs.NewRequest([]string{name}, opts.with, opts.set), how)
	if err != nil {
		return err
	}
	return printPlan(stdout, plan, r, opts.json)
}
