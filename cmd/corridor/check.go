package main

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"corridor/scenarios"
	"corridor/sim/disk"
	"corridor/sim/ensemble"
	"corridor/sim/expect"
	"corridor/sim/runs"
	"corridor/sim/tables"
)

type checkOptions struct {
	overlayFlags
	workersFlag
	strict      strictFlag
	draws, seed uint64
	progress    string
	junit       string
	require     bool
	json        bool
}

func newCheckCommand() *cobra.Command {
	var opts checkOptions
	c := &cobra.Command{
		Use:   "check SCENARIO …",
		Short: "Check results against what scenarios expect, as a CI job does",
		Long: `Run scenarios and judge the checks that stand under expect: in them, such as

  expect:
    carried-2030: throughput_mt 2030 >= 5
    never-full: utilisation of rail-ferry < 95 % in every month
    near-reference: throughput_mt 2030 within 2 % of reference
    likely: throughput_mt 2030 >= 5 in 80 % of futures

A check compares result columns, metrics and targets as --where of corridor discover
does, with a year or a month, of the corridor or of a segment, cargo class or market. It
holds in every year or month that it names, or in some. What is of futures is asked with
--draws; it is undecided where 95 % intervals say that the futures are too few to tell.
No results are written; --junit writes what CI services read. It exits with 5 when a
check failed; with --require also when one is undecided or was not asked, or when a
scenario has no checks.` + exitStatus,
		Example: `  corridor check my.yaml
  corridor check scenarios/*.yaml --draws 500 --junit checks.xml --require
  corridor check my.yaml --with growth/high --json`,
		Args:              cobra.MinimumNArgs(1),
		ValidArgsFunction: completeScenarios,
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := opts.check(cmd.Flags()); err != nil {
				return err
			}
			return runCheck(cmd.Context(), cmd.OutOrStdout(), cmd.ErrOrStderr(), opts, args)
		},
	}
	opts.overlayFlags.add(c.Flags())
	opts.strict.add(c.Flags())
	opts.add(c.Flags())
	return c
}

func (o *checkOptions) add(to *pflag.FlagSet) {
	o.workersFlag.add(to)
	to.Var((*whole)(&o.draws), "draws", "futures in which checks that are of futures are asked (default none)")
	to.Var((*whole)(&o.seed), "seed", "with --draws: seed of the random numbers; 0 is a seed")
	to.StringVar(&o.progress, "progress", progressAuto, "how progress is shown on standard error: "+strings.Join(progressModes, ", "))
	to.StringVar(&o.junit, "junit", "", "file for the outcomes in JUnit's XML, which CI services read")
	to.BoolVar(&o.require, "require", false, "exit with 5 unless every scenario has checks and all are passed")
	to.BoolVar(&o.json, "json", false, "print the outcomes as JSON")
}

func (o *checkOptions) check(given *pflag.FlagSet) error {
	if o.draws > ensemble.MaxDraws {
		return usageError("--draws must be at most %d", uint64(ensemble.MaxDraws))
	}
	if o.draws == 0 {
		if err := refuseIdle(given, "without --draws the expected future is asked, and nothing is drawn", "seed"); err != nil {
			return err
		}
	}
	work := workFlags{workersFlag: o.workersFlag, progress: o.progress}
	return work.check()
}

func runCheck(ctx context.Context, stdout, stderr io.Writer, opts checkOptions, names []string) error {
	plan := &runs.Check{Draws: opts.draws, Seed: opts.seed}
	all := &scenarios.Error{}
	for _, name := range names {
		s, err := opts.load(ctx, name)
		switch invalid, is := err.(*scenarios.Error); {
		case is:
			all.Diagnostics = append(all.Diagnostics, invalid.Diagnostics...)
		case err != nil:
			return err
		default:
			plan.Scenarios = append(plan.Scenarios, s)
		}
	}
	if len(all.Diagnostics) > 0 {
		return all
	}
	if err := opts.strict.warn(stderr, plan.Scenarios...); err != nil {
		return err
	}
	work := workFlags{workersFlag: opts.workersFlag, progress: opts.progress}
	checked, err := plan.Judge(ctx, work.how(ctx, stderr, "draw"))
	if err != nil {
		return err
	}
	sum := summariseChecks(plan, checked)
	if opts.junit != "" {
		text, err := sum.junit(opts.require)
		if err == nil {
			err = disk.Replace(opts.junit, text)
		}
		if err != nil {
			return fmt.Errorf("--junit: %w", err)
		}
	}
	if err := sum.show(stdout, opts.json); err != nil {
		return err
	}
	return sum.err(opts.require)
}

// checksSummary is how programs read what became of checks.
type checksSummary struct {
	Draws     uint64           `json:"draws" doc:"futures in which checks that are of futures were asked; 0 where none were"`
	Seed      uint64           `json:"seed" doc:"seed of the random numbers"`
	Scenarios []checkedSummary `json:"scenarios" doc:"the scenarios with their checks"`
	Counted   outcomeCounts    `json:"outcomes" doc:"how many checks came to what"`
}

// outcomeCounts are how many checks came to what.
type outcomeCounts struct {
	Passed    int `json:"passed" doc:"they hold"`
	Failed    int `json:"failed" doc:"they do not"`
	Undecided int `json:"undecided" doc:"the futures are too few to tell"`
	Unasked   int `json:"unasked" doc:"they are of many futures, and none were drawn"`
}

// of is the count of an outcome.
func (c *outcomeCounts) of(o expect.Outcome) *int {
	switch o {
	case expect.Passed:
		return &c.Passed
	case expect.Failed:
		return &c.Failed
	case expect.Undecided:
		return &c.Undecided
	}
	return &c.Unasked
}

// checkedSummary are the checks of a scenario.
type checkedSummary struct {
	Scenario string         `json:"scenario" doc:"name of the scenario"`
	Title    string         `json:"title" doc:"name for readers"`
	Checks   []checkSummary `json:"checks" doc:"in the order they are written"`
}

type checkSummary struct {
	Check    string         `json:"check" doc:"name of the check"`
	Title    string         `json:"title" doc:"name for readers"`
	Expected string         `json:"expected" doc:"the check, as it is written"`
	Outcome  expect.Outcome `json:"outcome" doc:"what became of it" enum:"passed,failed,undecided,unasked"`
	Found    string         `json:"found" doc:"what was found, in words"`
	Value    *float64       `json:"value" doc:"what was compared, in the unit of its column, or the share of the futures; null where there is none"`
	Wanted   *float64       `json:"compared_with" doc:"what it was compared with; null likewise"`
	At       string         `json:"at,omitempty" doc:"year or month that decided, where several were looked at"`
	File     string         `json:"file,omitempty" doc:"file in which it stands"`
	Line     int            `json:"line,omitempty" doc:"line in it"`
}

// outcomes in the order they are counted.
var outcomes = []expect.Outcome{expect.Passed, expect.Failed, expect.Undecided, expect.Unasked}

func summariseChecks(plan *runs.Check, checked []runs.Checked) *checksSummary {
	sum := &checksSummary{Draws: plan.Draws, Seed: plan.Seed}
	for _, s := range plan.Scenarios {
		of := checkedSummary{Scenario: s.Name, Title: s.Title, Checks: []checkSummary{}}
		for range s.Expectations {
			c := checked[0]
			checked = checked[1:]
			one := checkSummary{
				Check: c.Name, Title: c.Title, Expected: c.Text, Outcome: c.Outcome, Found: c.Found,
				Value: c.Value, Wanted: c.Wanted, At: c.At, Line: c.Place.Line,
			}
			if c.Place.File != nil {
				one.File = c.Place.File.Name
			}
			*sum.Counted.of(c.Outcome)++
			of.Checks = append(of.Checks, one)
		}
		sum.Scenarios = append(sum.Scenarios, of)
	}
	return sum
}

// count is how many checks came to one of some outcomes.
func (s *checksSummary) count(of ...expect.Outcome) (n int) {
	for _, o := range of {
		n += *s.Counted.of(o)
	}
	return n
}

// failed names the checks that failed, the first ones of many.
func (s *checksSummary) failed() string {
	const named = 5
	var names []string
	for _, c := range s.Scenarios {
		for _, check := range c.Checks {
			if check.Outcome == expect.Failed {
				names = append(names, check.Check)
			}
		}
	}
	if more := len(names) - named; more > 0 {
		return fmt.Sprintf("%s and %d more", strings.Join(names[:named], ", "), more)
	}
	return strings.Join(names, ", ")
}

// bare reports a scenario without checks.
func (c *checkedSummary) bare() bool { return len(c.Checks) == 0 }

// err is the error of checks that failed, or of what is less than all of them passed.
func (s *checksSummary) err(require bool) error {
	switch {
	case s.count(expect.Failed) > 0:
		return codedError{exitMissed, fmt.Errorf("failed: %s", s.failed())}
	case !require:
		return nil
	case s.count(expect.Undecided, expect.Unasked) > 0:
		return codedError{exitMissed, fmt.Errorf("%s not passed, as --require asks", tables.Counted(s.count(expect.Undecided, expect.Unasked), "check is", "checks are"))}
	}
	if i := slices.IndexFunc(s.Scenarios, func(c checkedSummary) bool { return c.bare() }); i >= 0 {
		return codedError{exitMissed, fmt.Errorf("%s expects nothing, and --require asks for checks", s.Scenarios[i].Scenario)}
	}
	return nil
}
