package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"corridor/plots"
	"corridor/sim/tables"
)

type plotOptions struct {
	chart  []string
	format []string
	out    string
	draw   plots.Options
}

func newPlotCommand() *cobra.Command {
	var opts plotOptions
	c := &cobra.Command{
		Use:   "plot RUNDIR",
		Short: "Draw the charts of a run again, from its tables alone",
		Long: `Draw the charts of a run directory from its tables and their description, without
running the model. They go to RUNDIR/charts, whose manifest is brought up to date,
or to the directory --out.` + exitStatus,
		Example: `  corridor plot out/stated --format pdf
  corridor plot out/stated --chart throughput --out figures`,
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return runPlot(cmd.Context(), cmd.OutOrStdout(), opts, args[0])
		},
	}
	names := plots.Names()
	c.Flags().StringSliceVar(&opts.chart, "chart", nil, "charts to draw: "+strings.Join(names, ", ")+" (default all the tables allow)")
	c.Flags().StringSliceVar(&opts.format, "format", []string{plots.SVG, plots.PNG}, "formats: "+strings.Join(plots.Formats, ", "))
	c.Flags().StringVar(&opts.out, "out", "", "directory for the charts (default RUNDIR/charts)")
	c.Flags().StringVar(&opts.draw.Size, "size", plots.Screen, "size: "+strings.Join(plots.Sizes, ", "))
	c.Flags().StringVar(&opts.draw.Lang, "lang", plots.Languages[0], "language: "+strings.Join(plots.Languages, ", "))
	_ = c.RegisterFlagCompletionFunc("size", cobra.FixedCompletions(plots.Sizes, cobra.ShellCompDirectiveNoFileComp))
	_ = c.RegisterFlagCompletionFunc("lang", cobra.FixedCompletions(plots.Languages, cobra.ShellCompDirectiveNoFileComp))
	_ = c.RegisterFlagCompletionFunc("chart", cobra.FixedCompletions(names, cobra.ShellCompDirectiveNoFileComp))
	_ = c.RegisterFlagCompletionFunc("format", cobra.FixedCompletions(plots.Formats, cobra.ShellCompDirectiveNoFileComp))
	return c
}

func runPlot(ctx context.Context, stdout io.Writer, opts plotOptions, dir string) error {
	formats, err := (&outFlags{charts: opts.format}).formats()
	if err != nil {
		return err
	}
	if err := opts.draw.Check(); err != nil {
		return usageError("%v", err)
	}
	p, err := tables.ReadDir(dir)
	if err != nil {
		return codedError{exitInvalid, err}
	}
	charts := plots.Charts
	if len(opts.chart) > 0 {
		if charts, err = chartsNamed(opts.chart, p); err != nil {
			return err
		}
	}
	drawn := files{}
	if err := drawCharts(ctx, p, charts, opts.draw, formats, drawn); err != nil {
		return err
	}
	if len(drawn) == 0 {
		return codedError{exitInvalid, fmt.Errorf("%s holds no table that a chart is drawn from", dir)}
	}
	to := opts.out
	if to == "" {
		to = filepath.Join(dir, chartsDir)
	}
	for _, path := range drawn.paths() {
		file := filepath.Join(to, filepath.Base(path))
		if err := replaceFile(file, drawn[path]); err != nil {
			return err
		}
		fmt.Fprintln(stdout, file)
	}
	if opts.out == "" {
		return updateManifest(dir, drawn)
	}
	return nil
}

func chartsNamed(names []string, p *tables.Package) ([]plots.Chart, error) {
	var charts []plots.Chart
	for _, name := range names {
		chart, ok := plots.Lookup(name)
		if !ok {
			return nil, usageError("there is no chart %q; valid: %s", name, strings.Join(plots.Names(), ", "))
		}
		if !chart.HasTables(p) {
			var needs []string
			for _, s := range chart.Needs {
				needs = append(needs, s.File())
			}
			return nil, codedError{exitInvalid, fmt.Errorf("the chart %s needs %s", name, strings.Join(needs, " and "))}
		}
		charts = append(charts, chart)
	}
	return charts, nil
}

// updateManifest enters files that were drawn anew into a run's manifest.
func updateManifest(dir string, drawn files) error {
	m, err := readManifest(dir)
	if err != nil {
		return err
	}
	content := files{}
	for _, o := range m.Outputs {
		if content[o.Path], err = os.ReadFile(filepath.Join(dir, filepath.FromSlash(o.Path))); err != nil {
			return err
		}
	}
	for path, text := range drawn {
		content[path] = text
	}
	m.Outputs = content.outputs()
	text, err := m.encode()
	if err != nil {
		return err
	}
	return replaceFile(filepath.Join(dir, manifestFile), text)
}

// replaceFile writes a file beside its place and renames it into it.
func replaceFile(path string, content []byte) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	beside := filepath.Join(filepath.Dir(path), "."+filepath.Base(path)+".writing")
	if err := writeFile(beside, content); err != nil {
		_ = os.Remove(beside)
		return err
	}
	return os.Rename(beside, path)
}
