package main

import (
	"context"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"corridor/scenarios"
	"corridor/sim/ensemble"
	"corridor/sim/tables"
)

type compareOptions struct {
	overlayFlags
	outFlags
	drawFlags
	strict strictFlag
}

func newCompareCommand() *cobra.Command {
	var opts compareOptions
	c := &cobra.Command{
		Use:   "compare BASELINE SCENARIO …",
		Short: "Compare scenarios, draw by draw on the same random numbers",
		Long: `Compare scenarios with a baseline, the first one. Without --draws the expected futures
are compared; with it every future of a scenario is compared with the future of the
baseline that has the same random numbers, so that what differs is the scenario and
not chance: the differences have quantiles of their own, and the share of the futures
in which a scenario is higher.

A scenario may carry overlays and values of its own, as reference+demand/high or
'reference+set(segments.rail-ferry.effectiveness=0.8)'; --with and --set apply to all.
The results go to out/BASELINE-compare-OTHERS, those of --draws to
out/BASELINE-compare-futures-OTHERS.` + exitStatus,
		Example: `  corridor compare reference sea-first rail-first
  corridor compare reference 'reference+set(segments.rail-ferry.effectiveness=0.8)'
  corridor compare reference reference+investment/none --draws 2000 --seed 7`,
		Args:              cobra.MinimumNArgs(2),
		ValidArgsFunction: completeScenarios,
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := opts.checkFlags(cmd); err != nil {
				return err
			}
			return runCompare(cmd.Context(), cmd.OutOrStdout(), cmd.ErrOrStderr(), opts, args)
		},
	}
	opts.overlayFlags.add(c)
	opts.outFlags.add(c)
	opts.strict.add(c)
	opts.drawFlags.add(c, 1, "pairs of futures to compare; 1 compares the expected ones")
	return c
}

// checkFlags refuses flags that do not go together or do nothing.
func (o *compareOptions) checkFlags(c *cobra.Command) error {
	if err := o.drawFlags.check(c); err != nil || o.draws > 1 {
		return err
	}
	return refuseIdle(c, "without --draws the expected futures are compared, and nothing is drawn",
		"seed", "design", "replicates", "until", "max-failed", "workers", "progress", "resume")
}

func runCompare(ctx context.Context, stdout, stderr io.Writer, opts compareOptions, names []string) error {
	var loaded []*scenarios.Scenario
	var cells []manifestCell
	var results []string
	for _, word := range names {
		name := recordedWord(word)
		if slices.ContainsFunc(cells, func(c manifestCell) bool { return c.Name == name }) {
			return usageError("%s is given twice", name)
		}
		s, err := opts.load(ctx, word)
		if err != nil {
			return err
		}
		results = append(results, s.Name)
		s.Name = name // as it is asked for, which tells all of them apart
		loaded = append(loaded, s)
		cells = append(cells, newCell(s, name, "", ""))
	}
	if err := opts.strict.warn(stderr, loaded...); err != nil {
		return err
	}
	m := newManifest("compare", results[0], requested(names, opts.with, opts.set), cells, nil)
	m.Draws = 1
	if opts.draws > 1 {
		m.asks(&opts.sampleFlags)
	}
	to, formats, err := opts.place(opts.resultsOf(results), m)
	if err != nil {
		return err
	}
	defer to.Close()
	e, err := comparisonOf(loaded, cells, &opts.sampleFlags, int(opts.workers))
	if err != nil {
		return err
	}
	var effective strings.Builder
	for _, c := range cells {
		fmt.Fprintf(&effective, "# %s\n%s\n", c.Name, c.Scenario)
	}
	j := &job{ensemble: e, scenario: effective.String(), path: to.Journal()}
	defer j.leave()
	futures, err := j.run(ctx, stderr, &opts.drawFlags)
	if err != nil {
		return err
	}
	content, err := comparisonFiles(ctx, loaded, e, futures, formats)
	if err != nil {
		return j.interrupted(err)
	}
	m.Charts = formats
	if !e.Expected {
		m.sampled(e, futures, 0)
	}
	if err := writeRun(to, m, content, nil); err != nil {
		return err
	}
	if err := j.done(); err != nil {
		return err
	}
	printComparison(stdout, loaded, e, futures)
	printFiles(stdout, to.String(), m)
	return failedError(futures, opts.maxFailed, filepath.Join(to.String(), tables.Failures.File()))
}

// resultsOf names the results: the baseline, and what is compared with it.
func (o *compareOptions) resultsOf(names []string) string {
	kind := "-compare-"
	if o.draws > 1 {
		kind += "futures-"
	}
	return scenarios.FileName(names[0]+kind+strings.Join(names[1:], ","), mostResults)
}

// comparisonOf returns the futures of scenarios to be compared. A single pair is
// that of the expected values.
func comparisonOf(loaded []*scenarios.Scenario, cells []manifestCell, f *sampleFlags, workers int) (*ensemble.Ensemble, error) {
	e := &ensemble.Ensemble{Design: f.design, Replicates: f.replicates, Seed: f.seed, Draws: f.draws, Workers: workers, Expected: f.draws == 1}
	for i, s := range loaded {
		e.Alternatives = append(e.Alternatives, alternativeOf(s, cells[i].Name))
	}
	if !e.Expected && !slices.ContainsFunc(loaded, uncertain) {
		return nil, codedError{exitInvalid, fmt.Errorf("none of the scenarios has uncertainties or hazards, so all draws are the same: leave --draws out")}
	}
	return e, invalid(e.Check())
}

// comparisonFiles returns the files of the directory of a comparison.
func comparisonFiles(ctx context.Context, loaded []*scenarios.Scenario, e *ensemble.Ensemble, f *ensemble.Tally, formats []string) (files, error) {
	chances, failures := tables.New(tables.Chances), tables.New(tables.Failures)
	for i := range e.Alternatives {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		for _, t := range e.Tables(f, i, 0.01) {
			switch t.Schema {
			case tables.Chances.Schema:
				chances.AppendAll(t)
			case tables.Failures.Schema:
				failures.AppendAll(t)
			}
		}
	}
	list := []*tables.Table{e.Differences(f), chances}
	if failures.Len() > 0 {
		list = append(list, failures)
	}
	p := packageOf(loaded[0], list, loaded[1:]...)
	if !e.Expected {
		p.Seed = &e.Seed
	}
	return renderPackage(ctx, p, formats)
}
