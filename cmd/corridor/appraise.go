package main

import (
	"context"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"corridor/scenarios"
	"corridor/sim/ensemble"
	"corridor/sim/runs"
)

type appraiseOptions struct {
	overlayFlags
	outFlags
	workFlags
	strict              strictFlag
	draws, seed, orders uint64
	years               []string
	projects, packages  []string
	by                  string
	json                bool
}

func newAppraiseCommand() *cobra.Command {
	var opts appraiseOptions
	c := &cobra.Command{
		Use:   "appraise [SCENARIO]",
		Short: "What each project and measure brings, alone, to the others and in the mean",
		Long: `Say of every project and measure of a scenario what it brings in tonnes, containers, days,
queue, emissions and cost: alone, against none of them (first in); to all the others
(last in); and as its Shapley value, the mean over orders in which they may come of what
it adds to those before it, so that the values of all add up to what all bring. A
year's delay of each is looked at too. Every draw of what is uncertain is simulated with
all these sets of projects, so that what differs is the projects and not chance.

--package takes several as one, --by all of a kind, class or country. Those that are not
appraised stay as the scenario has them. The results go to out/NAME-appraisal; what is
finished is kept beside them until then, for --resume. Without a scenario it is reference.` + exitStatus,
		Example: `  corridor appraise reference
  corridor appraise reference --draws 2000 --by country
  corridor appraise reference --package harbours=aktau-hub,alat-1 --projects container-ships,poti-terminal`,
		Args:              cobra.MaximumNArgs(1),
		ValidArgsFunction: completeScenarios,
		RunE: func(cmd *cobra.Command, args []string) error {
			return runAppraise(cmd.Context(), cmd.OutOrStdout(), cmd.ErrOrStderr(), opts, scenarioOr(args, "reference"))
		},
	}
	opts.overlayFlags.add(c.Flags())
	opts.outFlags.add(c.Flags())
	opts.strict.add(c.Flags())
	opts.add(c.Flags())
	return c
}

func (o *appraiseOptions) add(to *pflag.FlagSet) {
	o.workFlags.add(to)
	o.draws, o.orders = 200, runs.UsualOrders
	to.Var((*whole)(&o.draws), "draws", "futures to draw")
	to.Var((*whole)(&o.seed), "seed", "seed of the random numbers; 0 is a seed")
	to.Var((*whole)(&o.orders), "orders", "orders of the projects in each draw, an even number: each comes with its reverse")
	addList(to, &o.years, "years", "years shown one by one (default those of the targets, and the middle one)")
	addList(to, &o.projects, "projects", "projects and measures to appraise (default all)")
	to.StringArrayVar(&o.packages, "package", nil, "a package of projects taken as one, as NAME=PROJECT,PROJECT; may be given again")
	to.StringVar(&o.by, "by", "", "take all of a kind, class or country as one: "+strings.Join(runs.AppraisedBy, ", "))
	to.BoolVar(&o.json, "json", false, "print the ranking as JSON")
}

func (o *appraiseOptions) check() (years []int, err error) {
	switch {
	case o.draws > ensemble.MaxDraws:
		return nil, usageError("--draws must be at most %d", uint64(ensemble.MaxDraws))
	case o.orders == 0 || o.orders%2 == 1 || o.orders > runs.MostOrders:
		return nil, usageError("--orders is %d, expected an even number from 2 to %d", o.orders, runs.MostOrders)
	case o.by != "" && !slices.Contains(runs.AppraisedBy, o.by):
		return nil, usageError("--by is %q, expected one of %s", o.by, strings.Join(runs.AppraisedBy, ", "))
	case o.by != "" && len(o.projects)+len(o.packages) > 0:
		return nil, usageError("--by says what is appraised, so --projects and --package cannot")
	}
	if err := o.workFlags.check(); err != nil {
		return nil, err
	}
	return parseYears(o.years)
}

// checkPackages holds packages to their form, and tells them from projects.
func (o *appraiseOptions) checkPackages(s *scenarios.Scenario) error {
	for _, given := range o.packages {
		name, projects, packaged := strings.Cut(given, "=")
		_, project := s.Labels.Projects[name]
		switch {
		case !packaged || strings.TrimSpace(name) == "" || projects == "":
			return usageError("--package is %q, expected NAME=PROJECT,PROJECT", given)
		case project:
			return usageError("the package %q needs another name: there is a project of that name", name)
		}
	}
	return nil
}

func runAppraise(ctx context.Context, stdout, stderr io.Writer, opts appraiseOptions, name string) error {
	years, err := opts.check()
	if err != nil {
		return err
	}
	s, err := opts.strict.load(ctx, stderr, &opts.overlayFlags, name)
	if err != nil {
		return err
	}
	if err := opts.checkPackages(s); err != nil {
		return err
	}
	of := slices.Concat(opts.packages, opts.projects)
	if opts.by != "" {
		of = runs.Alike(s, opts.by)
		if len(of) > 0 && !slices.ContainsFunc(of, func(name string) bool { return strings.Contains(name, "=") }) {
			return usageError("--by %s takes nothing together: no project or measure of %s says its %s", opts.by, s.Name, opts.by)
		}
	}
	plan := &runs.Appraisal{Scenario: s, Draws: opts.draws, Seed: opts.seed, Orders: opts.orders, Years: years, Of: of}
	r, err := opts.do(ctx, plan, runs.NewRequest([]string{name}, opts.with, opts.set), opts.how(ctx, stderr, "draw"))
	if err != nil {
		return err
	}
	return printAppraisal(stdout, plan, r, opts.json)
}
