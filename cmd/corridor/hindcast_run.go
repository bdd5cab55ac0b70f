package main

import (
	"bytes"
	"context"
	"fmt"
	"strconv"
	"strings"

	"corridor/scenarios"
	"corridor/sim"
	"corridor/sim/hindcast"
	"corridor/sim/tables"
	"corridor/testdata"
)

// The cells of a hindcast: the scenario, and one for each pair of conditions that
// an experiment or study runs under.
func hindcastCells(ctx context.Context, base *scenarios.Scenario, asked scenarios.Request) ([]manifestCell, error) {
	cells := []manifestCell{newCell(base, base.Name, "", "")}
	add := func(name string, with []string) error {
		s, err := load(ctx, asked.And(with, nil))
		if err == nil {
			cell := newCell(s, name, "", "")
			cell.Warnings = nil // it is run from the start of the history, of which they do not speak
			cells = append(cells, cell)
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
	reasons              []hindcast.Reason // for the year held out
	plan                 float64           // official plan for it, Mt
}

// simulateHindcast makes the hindcast from its cells alone, so that the same
// function serves to verify.
func simulateHindcast(ctx context.Context, name string, cells []manifestCell, formats []string) (*hindcastResult, files, error) {
	base, err := cells[0].parse()
	if err != nil {
		return nil, nil, err
	}
	if base.Hindcast == nil {
		return nil, nil, codedError{exitInvalid, fmt.Errorf("%s has no hindcast section", name)}
	}
	h := &hindcastResult{}
	s := study(base)
	if h.report, err = s.Run(ctx); err != nil {
		return nil, nil, err
	}
	if h.reasons, h.plan, err = reasonsOf(ctx, s, base.Hindcast); err != nil {
		return nil, nil, err
	}
	runs, err := cellRuns(ctx, cells[1:], base.Hindcast.Start.String())
	if err != nil {
		return nil, nil, err
	}
	if h.experiments, err = experimentsOf(ctx, base, runs); err != nil {
		return nil, nil, codedError{exitInvalid, err}
	}
	if h.studies, err = studiesOf(ctx, base, runs); err != nil {
		return nil, nil, codedError{exitInvalid, err}
	}
	content, err := renderPackage(ctx, packageOf(base, []*tables.Table{h.report.Table, h.experiments, h.studies}), formats)
	return h, content, err
}

// reasonsOf finds what held the corridor back in the year held out.
func reasonsOf(ctx context.Context, s *hindcast.Study, spec *scenarios.Hindcast) ([]hindcast.Reason, float64, error) {
	start := make([]float64, len(s.Parameters))
	for i, p := range s.Parameters {
		start[i] = p.Start
	}
	run, err := s.Build(start)
	if err != nil {
		return nil, 0, err
	}
	reasons, err := hindcast.Reasons(ctx, run, spec.HoldOut-1, spec.HoldOut)
	return reasons, s.History.Plan(hindcast.Headline, spec.HoldOut), err
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
		set := []string{"time.start=" + spec.Start.String(), fmt.Sprintf("time.end=%d-12", spec.HoldOut), "targets=null", "hindcast=null", "correlations=null", "uncertainties=null"}
		for i, f := range spec.Parameters {
			set = append(set, f.Path+"="+strconv.FormatFloat(values[i], 'g', -1, 64))
		}
		changed, err := base.Set(append(set, "recalibrate=true")...)
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
		s, err := cell.parse()
		if err != nil {
			return nil, err
		}
		if s, err = s.Set("time.start="+start, "targets=null", "correlations=null", "uncertainties=null"); err != nil {
			return nil, err
		}
		runs[cell.Name] = runOf(s)
	}
	return runs, nil
}

func experimentsOf(ctx context.Context, base *scenarios.Scenario, runs map[string]sim.Run) (*tables.Table, error) {
	var all []hindcast.Experiment
	for _, e := range base.Experiments {
		all = append(all, hindcast.Experiment{
			Name: e.Name, Title: e.Title, Metric: e.Metric, Year: e.Year, OverYear: e.OverYear, Low: e.Low, High: e.High,
			Without: runs["experiment "+e.Name+" without"], With: runs["experiment "+e.Name+" with"],
		})
	}
	return hindcast.Experiments(ctx, base.Name, all)
}

func studiesOf(ctx context.Context, base *scenarios.Scenario, runs map[string]sim.Run) (*tables.Table, error) {
	var all []hindcast.StudyFigure
	for _, s := range base.Studies {
		all = append(all, hindcast.StudyFigure{
			Study: s.Study, Conditions: strings.Join(s.With, ", "), Quantity: s.Quantity, Scope: s.Scope, Unit: s.Unit,
			Note: s.Note, Metric: s.Metric, Year: s.Year, OverYear: s.OverYear, Value: s.Value, Run: runs["study "+s.Name],
		})
	}
	return hindcast.Studies(ctx, base.Name, all)
}
