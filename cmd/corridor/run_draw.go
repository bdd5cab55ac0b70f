package main

import (
	"context"
	"errors"
	"fmt"
	"math"
	"strconv"

	"corridor/scenarios"
	"corridor/sim"
	"corridor/sim/random"
	"corridor/sim/tables"
)

// drawFlag is the number of a draw, which may be left out.
type drawFlag struct {
	given  bool
	number uint64
}

func (d *drawFlag) String() string {
	if !d.given {
		return ""
	}
	return strconv.FormatUint(d.number, 10)
}

func (*drawFlag) Type() string { return "number" }

func (d *drawFlag) Set(text string) error {
	n, err := readWhole(text)
	if err != nil || n > math.MaxUint32 {
		return errors.New("expected the number of a draw, counted from 0")
	}
	*d = drawFlag{true, n}
	return nil
}

// name names the draw: by its number and, where they are not the usual ones, by the
// seed and the design that make it what it is.
func (d *drawFlag) name(f *sampleFlags) string {
	name := fmt.Sprintf("draw-%d", d.number)
	if f.seed != 0 {
		name += fmt.Sprintf("-seed-%d", f.seed)
	}
	switch f.design {
	case random.MonteCarlo:
	case random.LatinHypercube: // whose draws depend on how many there are
		name += fmt.Sprintf("-%s-of-%d", f.design, f.draws)
	default:
		name += "-" + f.design
	}
	if f.design != random.MonteCarlo && f.replicates != random.Replicates {
		name += fmt.Sprintf("-replicates-%d", f.replicates)
	}
	return name
}

// titled returns the scenario with the draw in its title, for what is printed and
// drawn of it.
func (d *drawFlag) titled(s *scenarios.Scenario, f *sampleFlags) *scenarios.Scenario {
	if !d.given {
		return s
	}
	single := *s
	single.Title = fmt.Sprintf("%s: draw %d, seed %d, %s", s.Title, d.number, f.seed, f.design)
	return &single
}

// simulateDraw runs one future of the ensemble of a scenario alone.
func simulateDraw(ctx context.Context, s *scenarios.Scenario, f *sampleFlags, draw drawFlag, formats []string) (*sim.Result, files, error) {
	e, err := ensembleOf(s, f, 1, false)
	if err != nil {
		return nil, nil, err
	}
	single, err := e.Draw(draw.number)
	if err != nil {
		return nil, nil, codedError{exitUsage, err}
	}
	r := runOf(s)
	r.Corridor, r.Weather = single.Corridor, single.Weather
	return simulateRun(ctx, draw.titled(s, f), r, []*tables.Table{single.Inputs}, formats)
}
