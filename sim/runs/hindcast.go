package runs

import (
	"context"
	"fmt"
	"math"
	"strconv"

	"corridor/scenarios"
	"corridor/sim"
	"corridor/sim/hindcast"
	"corridor/sim/tables"
)

// Hindcast is a scenario beside what happened: fitted on some years, judged on others,
// with its experiments and studies.
type Hindcast struct {
	Cells []Cell // the scenario, and one for each pair of conditions that an experiment or study runs under

	Base *scenarios.Scenario // of the first cell

	// When it has been done.
	Forecasts            *hindcast.Report
	Experiments, Studies *tables.Table
	Reasons              []hindcast.Reason // for what was carried in the year held out
	PlanMt               float64           // official plan for it
}

// NewHindcast loads a scenario, and the conditions of its experiments and studies.
func NewHindcast(ctx context.Context, asked scenarios.Request) (*Hindcast, error) {
	base, err := Load(ctx, asked)
	if err != nil {
		return nil, err
	}
	if base.Hindcast == nil {
		return nil, misusedf("%s has no hindcast section", base.Name)
	}
	if err = sealed(base, observed()); err != nil {
		return nil, err
	}
	p := &Hindcast{Cells: []Cell{NewCell(base, base.Name)}, Base: base}
	loaded := map[string]*scenarios.Scenario{asked.String(): base} // most experiments are without overlays
	add := func(name string, with []string) error {
		and := asked.And(with, nil)
		s := loaded[and.String()]
		if s == nil {
			var err error
			if s, err = Load(ctx, and); err != nil {
				return err
			}
			loaded[and.String()] = s
		}
		cell := NewCell(s, name)
		cell.Warnings = nil // it is run from the start of the history, of which they do not speak
		p.Cells = append(p.Cells, cell)
		return nil
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
	return p, nil
}

// Name is that of the scenario's hindcast.
func (p *Hindcast) Name() string { return p.Base.Name + "-hindcast" }

func (p *Hindcast) check() error { return nil }

func (p *Hindcast) asks(m *Manifest) {
	m.Command, m.Scenario, m.Cells = kindHindcast, p.Base.Name, p.Cells
}

// do makes the hindcast from its cells alone, as one made again does.
func (p *Hindcast) do(ctx context.Context, _ *means) (*results, error) {
	base, err := p.Cells[0].Parse()
	if err != nil {
		return nil, err
	}
	if base.Hindcast == nil {
		return nil, invalidf("%s has no hindcast section", base.Name)
	}
	s, err := study(base)
	if err != nil {
		return nil, err
	}
	if p.Forecasts, err = s.Run(ctx); err != nil {
		return nil, err
	}
	if p.Reasons, p.PlanMt, err = reasonsOf(ctx, s, base.Hindcast); err != nil {
		return nil, err
	}
	conditions, err := cellRuns(ctx, p.Cells[1:], base.Hindcast.Start.String())
	if err != nil {
		return nil, err
	}
	if p.Experiments, err = experimentsOf(ctx, base, conditions); err != nil {
		return nil, invalid(err)
	}
	if p.Studies, err = studiesOf(ctx, base, conditions); err != nil {
		return nil, invalid(err)
	}
	return &results{described: Describe(base, []*tables.Table{p.Forecasts.Table, p.Forecasts.Series, p.Forecasts.Scores, p.Experiments, p.Studies})}, nil
}

// reasonsOf finds what held the corridor back in the year held out, as it is known from the
// year before and given that year's rates, water and closures.
func reasonsOf(ctx context.Context, s *hindcast.Hindcast, spec *hindcast.Setup) ([]hindcast.Reason, float64, error) {
	start := make([]float64, len(s.Parameters))
	for i, p := range s.Parameters {
		start[i] = p.Start
	}
	run, err := s.Build(hindcast.Conditional, spec.HoldOut-1, start)
	if err != nil {
		return nil, 0, err
	}
	reasons, err := hindcast.Reasons(ctx, run, spec.HoldOut-1, spec.HoldOut)
	plan, ok := s.History.Plan(hindcast.Headline, spec.HoldOut)
	if !ok {
		plan.Value = math.NaN()
	}
	return reasons, plan.Value, err
}

// study describes the hindcast of a scenario.
func study(base *scenarios.Scenario) (*hindcast.Hindcast, error) {
	h := &hindcast.Hindcast{Name: base.Name, History: observed(), Setup: *base.Hindcast}
	past, err := inThePast(base)
	if err != nil {
		return nil, err
	}
	h.Build = views(past, h.Parameters)
	return h, nil
}

// inThePast returns a scenario over the months of its hindcast, without what is not certain.
func inThePast(base *scenarios.Scenario) (*scenarios.Scenario, error) {
	h := base.Hindcast
	return base.Set("time.start="+h.Start.String(), fmt.Sprintf("time.end=%d-12", h.HoldOut),
		"targets=null", "correlations=null", "uncertainties=null", "recalibrate=true")
}

// knownFrom returns a scenario as a kind of hindcast knows it at the end of an origin year, to be run.
func knownFrom(past *scenarios.Scenario, kind hindcast.Kind, origin int) (*scenarios.Scenario, error) {
	known, err := past.AsKnown(kind, origin)
	if err != nil {
		return nil, err
	}
	return known.Set("hindcast=null", "recalibrate=true")
}

// view is what a kind of hindcast knows at the end of an origin year.
type view struct {
	kind   hindcast.Kind
	origin int
}

// views returns how to make the run of a scenario as it is known from an origin, with other
// values of some parameters.
func views(past *scenarios.Scenario, parameters []hindcast.Parameter) func(hindcast.Kind, int, []float64) (sim.Run, error) {
	made := map[view]func([]float64) (sim.Run, error){}
	return func(kind hindcast.Kind, origin int, values []float64) (sim.Run, error) {
		v := view{kind, origin}
		if made[v] == nil {
			known, err := knownFrom(past, kind, origin)
			if err != nil {
				return sim.Run{}, err
			}
			made[v] = fitter(known, parameters)
		}
		return made[v](values)
	}
}

// fitter returns how to make the run of a scenario with other values of some parameters:
// put into the corridor where that gives the same as compiling it anew, compiled anew
// otherwise.
func fitter(s *scenarios.Scenario, parameters []hindcast.Parameter) func(values []float64) (sim.Run, error) {
	paths := make([]string, len(parameters))
	for i, p := range parameters {
		paths[i] = p.Path
	}
	if fit, err := s.Fit(paths); err == nil {
		return func(values []float64) (sim.Run, error) {
			run := s.Run()
			var err error
			run.Corridor, err = fit(values)
			return run, err
		}
	}
	return func(values []float64) (sim.Run, error) {
		set := make([]string, len(paths))
		for i, path := range paths {
			set[i] = path + "=" + strconv.FormatFloat(values[i], 'g', -1, 64)
		}
		changed, err := s.Set(append(set, "recalibrate=true")...)
		if err != nil {
			return sim.Run{}, err
		}
		return changed.Run(), nil
	}
}

// cellRuns makes the runs of the cells by name, from the start of the history on. Cells of
// the same scenario are parsed once.
func cellRuns(ctx context.Context, cells []Cell, start string) (map[string]sim.Run, error) {
	runs, parsed := map[string]sim.Run{}, map[string]sim.Run{}
	for _, cell := range cells {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		run, known := parsed[cell.Scenario]
		if !known {
			s, err := scenarios.Parse(cell.Name, cell.Scenario, "time.start="+start, "targets=null", "correlations=null", "uncertainties=null")
			if err != nil {
				return nil, err
			}
			run = s.Run()
			parsed[cell.Scenario] = run
		}
		run.Name = cell.Name
		runs[cell.Name] = run
	}
	return runs, nil
}

func experimentsOf(ctx context.Context, base *scenarios.Scenario, runs map[string]sim.Run) (*tables.Table, error) {
	var pairs []hindcast.Pair
	for _, e := range base.Experiments {
		pairs = append(pairs, hindcast.Pair{Without: runs["experiment "+e.Name+" without"], With: runs["experiment "+e.Name+" with"]})
	}
	return hindcast.Experiments(ctx, base.Name, base.Experiments, pairs)
}

func studiesOf(ctx context.Context, base *scenarios.Scenario, runs map[string]sim.Run) (*tables.Table, error) {
	var theirs []sim.Run
	for _, s := range base.Studies {
		theirs = append(theirs, runs["study "+s.Name])
	}
	return hindcast.Studies(ctx, base.Name, base.Studies, theirs)
}
