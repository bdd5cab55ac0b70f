package main

import (
	"bytes"
	"context"
	"maps"
	"path"
	"slices"

	"corridor/plots"
	"corridor/scenarios"
	"corridor/sim/tables"
)

const chartsDir = "charts"

// packageOf describes the tables of a scenario with its words and sources, and adds
// the table of its figures, so that the directory explains itself, and that of the
// warnings about it and others it was run beside.
func packageOf(s *scenarios.Scenario, t []*tables.Table, others ...*scenarios.Scenario) *tables.Package {
	p := &tables.Package{
		Name: s.Name, Title: s.Heading(), Description: s.Question, Remarks: s.Remarks(), Program: "corridor " + version(),
		Figures: len(s.Figures()), Assumptions: s.Assumptions(), Sources: s.Works(), Targets: s.Targets, Tables: append(slices.Clip(t), figuresOf(s)),
	}
	if w := warningsOf(append([]*scenarios.Scenario{s}, others...)...); w != nil {
		p.Tables = append(p.Tables, w)
	}
	return p
}

// renderPackage returns the files of a run directory: the tables, their
// description and the charts.
func renderPackage(ctx context.Context, p *tables.Package, formats []string) (files, error) {
	content := files{}
	for _, t := range p.Tables {
		var b bytes.Buffer
		if err := t.WriteCSV(&b); err != nil {
			return nil, err
		}
		content[t.Schema.File()] = b.Bytes()
	}
	descriptor, err := p.Descriptor()
	if err != nil {
		return nil, err
	}
	content[tables.PackageFile] = descriptor
	return content, drawCharts(ctx, p, formats, content)
}

// drawCharts adds every chart the tables allow, in every format. A chart that cannot be
// drawn is noted, and keeps nothing else from being written.
func drawCharts(ctx context.Context, p *tables.Package, formats []string, content files) error {
	if len(formats) == 0 {
		return nil
	}
	notesOf(ctx).Named(p)
	for _, chart := range plots.Charts {
		if !chart.Possible(p) {
			continue
		}
		figure, err := chart.Draw(p)
		if err == nil {
			err = writeFigure(ctx, chart.Name, chart.Name, figure, formats, content)
		}
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if err != nil {
			notesOf(ctx).Failed(chart.Name, err)
		}
	}
	return nil
}

// writeFigure adds a figure to files in every format, or in none, under the file name
// given.
func writeFigure(ctx context.Context, chart, name string, figure *plots.Figure, formats []string, content files) error {
	drawn := files{}
	for _, format := range formats {
		if err := ctx.Err(); err != nil {
			return err
		}
		var b bytes.Buffer
		if err := figure.Write(&b, format); err != nil {
			return err
		}
		drawn[path.Join(chartsDir, name+"."+format)] = b.Bytes()
	}
	maps.Copy(content, drawn)
	notesOf(ctx).Drawn(chart, figure)
	return nil
}
