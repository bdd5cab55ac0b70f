package runs

import (
	"context"
	"math"
	"slices"

	"corridor/scenarios"
	"corridor/sim/probe"
	"corridor/sim/sensitivity"
	"corridor/sim/sheet"
	"corridor/sim/tables"
)

// KeptDraws are the draws of an ensemble that was run with --keep.
type KeptDraws struct {
	Scenario *scenarios.Scenario
	Request  Request // that asked for them
	dir      string
	sampling Sampling
}

// OpenKept finds the kept draws in a run directory.
func OpenKept(dir string) (*KeptDraws, error) {
	m, err := ReadManifest(dir)
	switch {
	case err != nil:
		return nil, err
	case m.Command != kindEnsemble:
		return nil, invalidf("%s holds the results of corridor %s, expected an ensemble with its draws: corridor ensemble … --keep", dir, m.Command)
	case !m.Keep:
		return nil, invalidf("%s holds an ensemble without its draws: run it again with --keep", dir)
	}
	if err := m.checkScenarios(); err != nil {
		return nil, err
	}
	s, err := m.Cells[0].Parse()
	return &KeptDraws{Scenario: s, Request: m.Request, dir: dir, sampling: m.sampling()}, err
}

// Sampling says which draws they are.
func (k *KeptDraws) Sampling() Sampling { return k.sampling }

// read returns columns of the draws.
func (k *KeptDraws) read(ctx context.Context, names []string) (map[string][]float64, error) {
	columns := map[string][]float64{}
	return columns, readKept(ctx, k.dir, k.sampling.Draws, func(column func(name string) ([]float64, error)) (err error) {
		for _, name := range names {
			if columns[name], err = column(name); err != nil {
				return err
			}
		}
		return nil
	})
}

// given reckons the indices of draws that are there, or are simulated as they are.
func (w *sensitivityWork) given(ctx context.Context) error {
	p := w.plan
	names := p.futures.Alternatives[0].Inputs()
	sample := w.drawn
	if p.Kept != nil {
		sample = w.kept
	}
	inputs, came, err := sample(ctx, names)
	if err != nil {
		return err
	}
	titles, rowOf := map[string]string{}, map[string]bool{}
	for i := range p.Scenario.Uncertainties {
		u := &p.Scenario.Uncertainties[i]
		titles[u.Name] = called(u, &p.Scenario.Labels)
		rowOf[u.Name] = u.Sample != nil // whose number says nothing
		for j := range u.Sample {
			one := u.Sample[j].Alone()
			titles[one.Name] = called(&one, &p.Scenario.Labels)
		}
	}
	for metric := range p.asked {
		if err := w.givenOf(ctx, metric, names, titles, rowOf, inputs, came[metric]); err != nil {
			return err
		}
	}
	return nil
}

// givenOf writes the indices of a metric.
func (w *sensitivityWork) givenOf(ctx context.Context, metric int, names []string, titles map[string]string, rowOf map[string]bool, inputs [][]float64, came []float64) error {
	whole := func(column []float64) []float64 {
		out := make([]float64, 0, len(came))
		for draw, y := range came {
			if !math.IsNaN(y) {
				out = append(out, column[draw])
			}
		}
		return out
	}
	y := whole(came)
	if !w.hear(metric, y) {
		return nil
	}
	if len(y) < sensitivity.LeastDraws {
		w.unsaid(metric, math.NaN(), len(y))
		return nil
	}
	t := &w.plan.asked[metric]
	var met []bool
	if !math.IsNaN(t.Threshold) {
		for _, v := range y {
			met = append(met, t.Met(v))
		}
	}
	g := sensitivity.NewGiven(y, met, w.plan.Sampling.Seed)
	found := make([]sensitivity.GivenIndices, len(names))
	if err := w.each(ctx, len(names), func(i int) { found[i] = g.Indices(whole(inputs[i])) }); err != nil {
		return err
	}
	for i, name := range names {
		if rowOf[name] {
			continue
		}
		in := &sensitivityInput{name: name, title: titles[name]}
		for _, index := range []struct {
			name string
			sensitivity.GivenIndex
		}{
			{tables.PAWNIndex, found[i].PAWN}, {tables.DeltaIndex, found[i].Delta}, {tables.SpearmanIndex, found[i].Spearman}, {tables.RegionalIndex, found[i].Regional},
		} {
			w.writeGiven(metric, tables.GivenMethod, in, index.name, index.Index, tables.Finite(index.Chance))
		}
	}
	return nil
}

// drawn simulates the draws, and returns what was drawn and what came of it, by input and metric.
func (w *sensitivityWork) drawn(ctx context.Context, names []string) (inputs, came [][]float64, err error) {
	p := w.plan
	rows, err := w.fill(ctx, int(p.Sampling.Draws), len(names)+len(p.asked), func(ask *probe.Probe) (sheet.Row, error) {
		return func(draw int, out []float64) error {
			ask.Draw(uint64(draw), nil, out[len(names):])
			copy(out, ask.Inputs())
			return nil
		}, nil
	})
	if err != nil {
		return nil, nil, err
	}
	for i := range names {
		inputs = append(inputs, column(rows, i))
	}
	for i := range p.asked {
		came = append(came, column(rows, len(names)+i))
	}
	return inputs, came, nil
}

// kept reads the same from kept draws.
func (w *sensitivityWork) kept(ctx context.Context, names []string) (inputs, came [][]float64, err error) {
	p := w.plan
	need := slices.Clone(names)
	of := func(metric string, t *tables.Target) string { return metric + "_" + t.At.String() }
	for i := range p.asked {
		for _, metric := range tables.Metrics() {
			if name := of(metric, &p.asked[i]); p.asked[i].Metric.Uses(metric) && !slices.Contains(need, name) {
				need = append(need, name)
			}
		}
	}
	columns, err := p.Kept.read(ctx, need)
	if err != nil {
		return nil, nil, err
	}
	for _, name := range names {
		inputs = append(inputs, columns[name])
	}
	for i := range p.asked {
		t := &p.asked[i]
		values := make([]float64, p.Sampling.Draws)
		for draw := range values {
			values[draw] = t.Metric.Eval(func(metric string) float64 { return columns[of(metric, t)][draw] })
		}
		came = append(came, values)
	}
	return inputs, came, nil
}
