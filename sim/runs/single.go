package runs

import (
	"context"
	"fmt"

	"corridor/scenarios"
	"corridor/sim"
	"corridor/sim/ensemble"
	"corridor/sim/random"
	"corridor/sim/swings"
	"corridor/sim/tables"
)

// Single is one future of a scenario: the expected one or, with a draw, that of an
// ensemble.
type Single struct {
	Scenario *scenarios.Scenario
	Sampling Sampling // of the ensemble that the draw is of
	Draw     *uint64  // counted from 0; nil for the expected future

	futures *ensemble.Ensemble // of the draw, when it has been checked

	// When it has been done.
	Result *sim.Result
	Swings *tables.Table // what each uncertain figure does to the targets; nil for nothing
}

// Name says which draw it is, and the seed and the design where they are not the usual.
func (p *Single) Name() string {
	if p.Draw == nil {
		return p.Scenario.Name
	}
	f := &p.Sampling
	name := fmt.Sprintf("%s-draw-%d", p.Scenario.Name, *p.Draw)
	if f.Seed != 0 {
		name += fmt.Sprintf("-seed-%d", f.Seed)
	}
	switch f.Design {
	case random.MonteCarlo:
	case random.LatinHypercube: // whose draws depend on how many there are
		name += fmt.Sprintf("-%s-of-%d", f.Design, f.Draws)
	default:
		name += "-" + f.Design
	}
	if f.Design != random.MonteCarlo && f.Replicates != random.Replicates {
		name += fmt.Sprintf("-replicates-%d", f.Replicates)
	}
	return name
}

// Titled returns the scenario with the draw in its title, for what is printed and
// drawn of it.
func (p *Single) Titled() *scenarios.Scenario {
	if p.Draw == nil {
		return p.Scenario
	}
	titled := *p.Scenario
	titled.Title = fmt.Sprintf("%s: draw %d, seed %d, %s", titled.Title, *p.Draw, p.Sampling.Seed, p.Sampling.Design)
	return &titled
}

func (p *Single) check() (err error) {
	if p.Draw != nil {
		p.futures, err = p.Sampling.futures(p.Scenario, false)
	}
	return err
}

func (p *Single) asks(m *Manifest) {
	m.Command, m.Scenario, m.Cells = kindSingle, p.Scenario.Name, []Cell{NewCell(p.Scenario, p.Scenario.Name)}
	if p.Draw != nil {
		m.Draw = p.Draw
		p.Sampling.enter(m)
	}
}

func (p *Single) do(ctx context.Context, by *means) (*results, error) {
	r := p.Scenario.Run()
	r.Overflow = by.overflow()
	var more []*tables.Table
	if p.Draw != nil {
		drawn, err := p.futures.Draw(*p.Draw)
		if err != nil {
			return nil, &Error{Misused, err}
		}
		r.Corridor, r.Weather = drawn.Corridor, drawn.Weather
		more = append(more, drawn.Inputs)
	}
	var err error
	if p.Result, err = r.RunContext(ctx); err != nil {
		return nil, fmt.Errorf("%s: %w", p.Scenario.Name, err)
	}
	if p.Draw == nil { // a draw has its figures drawn
		if p.Swings, err = swings.Of(ctx, r, p.Scenario.Uncertainties); err != nil {
			return nil, fmt.Errorf("%s: %w", p.Scenario.Name, err)
		}
		if p.Swings != nil {
			more = append(more, p.Swings)
		}
	}
	return &results{described: Describe(p.Titled(), append(p.Result.Tables(), more...))}, nil
}
