package runs

import (
	"context"
	"slices"

	"corridor/scenarios"
	"corridor/sim/ensemble"
	"corridor/sim/journal"
	"corridor/sim/swings"
	"corridor/sim/tables"
)

// Ensemble is many futures of a scenario.
type Ensemble struct {
	Scenario  *scenarios.Scenario
	Sampling  Sampling
	Keep      bool    // every draw, in draws.parquet; quantiles are then exact
	Precision float64 // for which enough draws are suggested

	parts    []*journal.Journal // that hold chunks; nil where all are to be simulated
	complete bool               // simulate those that no part holds

	Ensemble *ensemble.Ensemble // when it has been checked

	// When it has been done.
	Futures *ensemble.Tally
	Tables  []*tables.Table
	Swings  *tables.Table // what each uncertain figure does to the targets of the expected future; nil for nothing
}

// UsualPrecision is that for which enough draws are suggested where no other is asked for.
const UsualPrecision = 0.01

// Name is that of the scenario's ensemble.
func (p *Ensemble) Name() string { return p.Scenario.Name + "-ensemble" }

func (p *Ensemble) check() (err error) {
	p.Ensemble, err = p.Sampling.futures(p.Scenario, p.Keep)
	return err
}

func (p *Ensemble) asks(m *Manifest) {
	m.Command, m.Scenario, m.Cells = kindEnsemble, p.Scenario.Name, []Cell{NewCell(p.Scenario, p.Scenario.Name)}
	m.Keep = p.Keep
	p.Sampling.enter(m)
}

func (p *Ensemble) do(ctx context.Context, by *means) (*results, error) {
	e := p.Ensemble
	e.Workers = by.workers
	kept, err := keepDraws(e, by)
	if err != nil {
		return nil, err
	}
	var f *ensemble.Tally
	if p.parts != nil && !p.complete {
		f, err = e.Run(ctx, ensemble.RunOptions{Parts: p.parts, Rows: kept.write})
	} else {
		f, err = by.simulate(ctx, job{ensemble: e, scenario: p.Scenario.Effective(), parts: p.parts, rows: kept.write})
	}
	if err != nil {
		return nil, err
	}
	p.Futures, p.Tables = f, append(e.Tables(f, 0, p.Precision), e.Findings(f, 0))
	if p.Swings, err = swings.Of(ctx, p.Scenario.Run(), p.Scenario.Uncertainties); err != nil {
		return nil, err
	}
	list := slices.Clone(p.Tables)
	if exact, err := kept.quantiles(ctx, e, f); err != nil {
		return nil, err
	} else if exact != nil {
		list[0] = exact
	}
	if p.Swings != nil {
		list = append(list, p.Swings)
	}
	described := Describe(p.Scenario, append(list, p.Scenario.Run().Network()))
	described.Seed, described.Beside = &e.Seed, kept.resources()
	return &results{described, kept.files(), func(m *Manifest) { m.drawn(e, f, p.Precision) }}, nil
}
