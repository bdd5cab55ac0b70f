package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"corridor/scenarios"
	"corridor/sim"
	"corridor/sim/hindcast"
	"corridor/sim/tables"
	"corridor/testdata"
)

type hindcastOptions struct {
	overlayFlags
	outFlags
}

func newHindcastCommand() *cobra.Command {
	var opts hindcastOptions
	c := &cobra.Command{
		Use:   "hindcast [SCENARIO]",
		Short: "What the model would have said, against what happened",
		Long: `Fit the parameters that the scenario's hindcast names on some years, judge them on
the year held out, and roll the origin: each year forecast from the year before.
Beside the model stand the forecasts anyone can make: last value, last growth,
official plan. The scenario's experiments test the direction and size of its
answers, its studies set published figures beside the model's. The results go to
out/NAME-hindcast. Without a scenario it is reference.` + exitStatus,
		Args:              cobra.MaximumNArgs(1),
		ValidArgsFunction: completeScenarios,
		RunE: func(cmd *cobra.Command, args []string) error {
			scenario := "reference"
			if len(args) > 0 {
				scenario = args[0]
			}
			return runHindcast(cmd.Context(), cmd.OutOrStdout(), opts, scenario)
		},
	}
	opts.overlayFlags.add(c)
	opts.outFlags.add(c)
	return c
}

func runHindcast(ctx context.Context, stdout io.Writer, opts hindcastOptions, name string) error {
	formats, err := opts.formats()
	if err != nil {
		return err
	}
	base, err := scenarios.Load(opts.request(name))
	if err != nil {
		return err
	}
	if base.Hindcast == nil {
		return usageError("%s has no hindcast section", base.Name)
	}
	cells, err := hindcastCells(base, opts.request(name))
	if err != nil {
		return err
	}
	dir := opts.directory(base.Name+"-hindcast", false)
	if err := checkOut(dir); err != nil {
		return err
	}
	h, content, err := simulateHindcast(ctx, base.Name, cells, formats)
	if err != nil {
		return err
	}
	m := newManifest("hindcast", base.Name, request{name, opts.with, opts.set}, cells, formats)
	if err := writeRun(dir, m, content); err != nil {
		return err
	}
	if err := h.print(stdout, base); err != nil {
		return err
	}
	printFiles(stdout, dir, m)
	return nil
}

// The cells of a hindcast: the scenario, and one for each pair of conditions that
// an experiment or study runs under.
func hindcastCells(base *scenarios.Scenario, asked scenarios.Request) ([]manifestCell, error) {
	cells := []manifestCell{newCell(base.Name, "", "", base.Effective())}
	add := func(name string, with []string) error {
		r := asked
		r.With = append(append([]string{}, asked.With...), with...)
		s, err := scenarios.Load(r)
		if err == nil {
			cells = append(cells, newCell(name, "", "", s.Effective()))
		}
		return err
	}
	for _, e := range base.Experiments {
		if err := add("experiment "+e.Name+" without", e.Without); err != nil {
			return nil, err
		}
		if err := add("experiment "+e.Name+" with", e.With); err != nil {
			return nil, err
		}
	}
	for _, s := range base.Studies {
		if err := add("study "+s.Name, s.With); err != nil {
			return nil, err
		}
	}
	return cells, nil
}

// hindcastResult is all a hindcast shows.
type hindcastResult struct {
	report               *hindcast.Report
	experiments, studies *tables.Table
}

// simulateHindcast makes the hindcast from its cells alone, so that the same
// function serves to verify.
func simulateHindcast(ctx context.Context, name string, cells []manifestCell, formats []string) (*hindcastResult, files, error) {
	base, err := scenarios.Parse(name, cells[0].Scenario)
	if err != nil {
		return nil, nil, err
	}
	if base.Hindcast == nil {
		return nil, nil, codedError{exitInvalid, fmt.Errorf("%s has no hindcast section", name)}
	}
	h := &hindcastResult{}
	if h.report, err = study(base).Run(); err != nil {
		return nil, nil, err
	}
	runs, err := cellRuns(ctx, cells[1:], base.Hindcast.Start.String())
	if err != nil {
		return nil, nil, err
	}
	if h.experiments, err = experimentsOf(base, runs); err != nil {
		return nil, nil, codedError{exitInvalid, err}
	}
	if h.studies, err = studiesOf(base, runs); err != nil {
		return nil, nil, codedError{exitInvalid, err}
	}
	content, err := renderPackage(ctx, packageOf(base, []*tables.Table{h.report.Table, h.experiments, h.studies}), formats)
	return h, content, err
}

// study describes the hindcast of a scenario.
func study(base *scenarios.Scenario) *hindcast.Study {
	spec := base.Hindcast
	parameter := func(f scenarios.Fitted) hindcast.Parameter {
		return hindcast.Parameter{Name: f.Path, Low: f.Low, High: f.High, Start: f.Value}
	}
	history, err := hindcast.ReadHistory(bytes.NewReader(testdata.Observed))
	if err != nil {
		panic(err) // a broken build: the tests catch it first
	}
	s := &hindcast.Study{
		Name: base.Name, History: history, FitYears: spec.Fit, HoldOut: spec.HoldOut, Trend: parameter(spec.Trend),
	}
	for _, f := range spec.Parameters {
		s.Parameters = append(s.Parameters, parameter(f))
	}
	s.Build = func(values []float64) (sim.Run, error) {
		set := []string{"time.start=" + spec.Start.String(), fmt.Sprintf("time.end=%d-12", spec.HoldOut), "targets=null", "hindcast=null"}
		for i, f := range spec.Parameters {
			set = append(set, f.Path+"="+strconv.FormatFloat(values[i], 'g', -1, 64))
		}
		changed, err := base.Set(set...)
		if err != nil {
			return sim.Run{}, err
		}
		return runOf(changed), nil
	}
	return s
}

// cellRuns makes the runs of the cells by name, from the start of the history on.
func cellRuns(ctx context.Context, cells []manifestCell, start string) (map[string]sim.Run, error) {
	runs := map[string]sim.Run{}
	for _, cell := range cells {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		s, err := scenarios.Parse(cell.Name, cell.Scenario)
		if err != nil {
			return nil, err
		}
		if s, err = s.Set("time.start="+start, "targets=null"); err != nil {
			return nil, err
		}
		runs[cell.Name] = runOf(s)
	}
	return runs, nil
}

func experimentsOf(base *scenarios.Scenario, runs map[string]sim.Run) (*tables.Table, error) {
	var all []hindcast.Experiment
	for _, e := range base.Experiments {
		all = append(all, hindcast.Experiment{
			Name: e.Name, Title: e.Title, Metric: e.Metric, Year: e.Year, OverYear: e.OverYear, Low: e.Low, High: e.High,
			Without: runs["experiment "+e.Name+" without"], With: runs["experiment "+e.Name+" with"],
		})
	}
	return hindcast.Experiments(base.Name, all)
}

func studiesOf(base *scenarios.Scenario, runs map[string]sim.Run) (*tables.Table, error) {
	var all []hindcast.StudyFigure
	for _, s := range base.Studies {
		all = append(all, hindcast.StudyFigure{
			Study: s.Study, Conditions: strings.Join(s.With, ", "), Quantity: s.Quantity, Scope: s.Scope, Unit: s.Unit,
			Note: s.Note, Metric: s.Metric, Year: s.Year, OverYear: s.OverYear, Value: s.Value, Run: runs["study "+s.Name],
		})
	}
	return hindcast.Studies(base.Name, all)
}

func (h *hindcastResult) print(w io.Writer, base *scenarios.Scenario) error {
	spec := base.Hindcast
	fmt.Fprintf(w, "%s (%s): hindcast\n\n", base.Title, base.Name)
	fmt.Fprintf(w, "Fitted on %s by compass search, %d runs: root mean square of ln(model/actual) %.3f, from %.3f at the values of the file.\n",
		joinYears(spec.Fit), h.report.Evaluations, h.report.Objective, h.report.Before)
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(t, "Parameter\tIn the file\tFitted\tBounds")
	for i, f := range append([]scenarios.Fitted{spec.Trend}, spec.Parameters...) {
		at := ""
		if v := h.report.Fitted[i]; v == f.Low || v == f.High {
			at = " (at its bound)"
		}
		fmt.Fprintf(t, "%s\t%.4g\t%.4g%s\t%.4g to %.4g\n", f.Path, f.Value, h.report.Fitted[i], at, f.Low, f.High)
	}
	if err := t.Flush(); err != nil {
		return err
	}
	fmt.Fprintln(w)
	if err := printHindcast(w, h.report.Table); err != nil {
		return err
	}
	if h.experiments.Len() > 0 {
		fmt.Fprintln(w, "\nNatural experiments")
		if err := printExperiments(w, h.experiments); err != nil {
			return err
		}
	}
	if h.studies.Len() > 0 {
		fmt.Fprintln(w, "\nPublished studies")
		return printStudies(w, h.studies)
	}
	return nil
}

func joinYears(years []int) string {
	words := make([]string, len(years))
	for i, y := range years {
		words[i] = strconv.Itoa(y)
	}
	return strings.Join(words, ", ")
}

// printHindcast shows each forecast with its error against actual.
func printHindcast(w io.Writer, table *tables.Table) error {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(t, "Case\tYear\tSeries\tActual\tModel\t\tLast value\t\tLast growth\t\tOfficial plan\t")
	for row := range table.Len() {
		actual := table.Numbers("actual")[row]
		fmt.Fprintf(t, "%s\t%.0f\t%s\t%s", table.Text("case")[row], table.Numbers("year")[row], series(table, row), forecast(actual))
		for _, column := range []string{"model", "last_value", "last_growth", "official_plan"} {
			v := table.Numbers(column)[row]
			fmt.Fprintf(t, "\t%s\t%s", forecast(v), errorOf(v, actual))
		}
		fmt.Fprintln(t)
	}
	return t.Flush()
}

func series(table *tables.Table, row int) string {
	if table.Text("metric")[row] == "containers_kteu" {
		return "containers, thousand TEU"
	}
	return "Mt, " + table.Text("scope")[row]
}

func forecast(v float64) string {
	if math.IsNaN(v) {
		return "–"
	}
	if v >= 10 {
		return strconv.FormatFloat(v, 'f', 1, 64)
	}
	return strconv.FormatFloat(v, 'f', 2, 64)
}

// errorOf is the error of a forecast in percent of what happened.
func errorOf(v, actual float64) string {
	if math.IsNaN(v) || math.IsNaN(actual) || actual == 0 {
		return ""
	}
	return fmt.Sprintf("%+.0f %%", 100*(v/actual-1))
}

func printExperiments(w io.Writer, table *tables.Table) error {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(t, "What happened\tMeasure\tObserved\tModel\tDirection\tSize")
	answer := map[string]string{"true": "right", "false": "wrong"}
	for row := range table.Len() {
		fmt.Fprintf(t, "%s\t%s\t%+.0f to %+.0f %%\t%+.1f %%\t%s\t%s\n", table.Text("title")[row], table.Text("metric")[row],
			100*table.Numbers("observed_low")[row], 100*table.Numbers("observed_high")[row], 100*table.Numbers("model")[row],
			answer[table.Text("sign_right")[row]], answer[table.Text("size_right")[row]])
	}
	return t.Flush()
}

func printStudies(w io.Writer, table *tables.Table) error {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(t, "Study\tQuantity\tScope of the study\tYear\tUnit\tStudy\tModel\tRun under")
	for row := range table.Len() {
		fmt.Fprintf(t, "%s\t%s\t%s\t%.0f\t%s\t%s\t%s\t%s\n", table.Text("study")[row], table.Text("quantity")[row], table.Text("scope")[row],
			table.Numbers("year")[row], table.Text("unit")[row], forecast(table.Numbers("study_value")[row]),
			forecast(table.Numbers("model_value")[row]), table.Text("conditions")[row])
	}
	return t.Flush()
}
