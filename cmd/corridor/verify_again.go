package main

import (
	"context"
	"path"
	"slices"

	"corridor/plots"
	"corridor/scenarios"
	"corridor/sim/ensemble"
	"corridor/sim/rundir"
)

// remade is what a run comes to when it is made again: files, and descriptions of
// those that are too large to hold.
type remade struct {
	files files
	large []rundir.Output
}

// outputs describes all of it.
func (r *remade) outputs() []rundir.Output { return sorted(append(r.files.outputs(), r.large...)) }

// again makes the outputs of a manifest from the scenarios it holds.
func again(ctx context.Context, m *manifest) (*remade, error) {
	formats := chartFormats(m)
	var content files
	var err error
	switch m.Command {
	case "matrix":
		_, content, err = simulateMatrix(ctx, m.Scenario, m.Cells, formats)
		return &remade{files: content}, err
	case "hindcast":
		_, content, err = simulateHindcast(ctx, m.Scenario, m.Cells, formats)
		return &remade{files: content}, err
	}
	var loaded []*scenarios.Scenario
	for _, cell := range m.Cells {
		s, err := cell.parse()
		if err != nil {
			return nil, err
		}
		loaded = append(loaded, s)
	}
	switch {
	case m.Command == "ensemble":
		return ensembleAgain(ctx, loaded[0], m)
	case m.Command == "shard":
		return shardAgain(ctx, loaded[0], m)
	case m.Command == "compare":
		content, err = comparisonAgain(ctx, loaded, m)
	case m.Draw != nil:
		_, content, err = simulateDraw(ctx, loaded[0], m.sampleFlags(), drawFlag{true, *m.Draw}, formats)
	default:
		_, content, err = simulate(ctx, loaded[0], formats)
	}
	return &remade{files: content}, err
}

func comparisonAgain(ctx context.Context, loaded []*scenarios.Scenario, m *manifest) (files, error) {
	e, err := comparisonOf(loaded, m.Cells, m.sampleFlags(), workersHere())
	if err != nil {
		return nil, err
	}
	futures, err := e.Run(ctx, ensemble.RunOptions{})
	if err != nil {
		return nil, err
	}
	return comparisonFiles(ctx, loaded, e, futures, chartFormats(m))
}

// chartFormats lists the formats that the run was to have, and those among the
// outputs: charts may have been drawn after the run.
func chartFormats(m *manifest) []string {
	formats := []string{}
	for _, format := range plots.Formats {
		if slices.Contains(m.Charts, format) || slices.ContainsFunc(m.Outputs, func(o rundir.Output) bool { return path.Ext(o.Path) == "."+format }) {
			formats = append(formats, format)
		}
	}
	return formats
}
