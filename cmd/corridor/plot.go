package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"corridor/plots"
	"corridor/plots/spec"
	"corridor/scenarios"
	"corridor/scenarios/language"
	"corridor/sim/disk"
	"corridor/sim/runs"
	"corridor/sim/tables"
)

type plotOptions struct {
	chart    []string
	format   []string
	out      string
	spec     string
	draw     plots.Options
	observed []string
	given    func(flag string) bool
}

func newPlotCommand() *cobra.Command {
	var opts plotOptions
	c := &cobra.Command{
		Use:   "plot RUNDIR…",
		Short: "Draw charts of one run or several, from their tables alone",
		Long: `Draw the charts of a run directory from its tables and their description, without
running the model. They go to RUNDIR/charts, whose manifest is brought up to date,
or to the directory --out. Charts in another language, size or metric, or by other parts, have that in
their file names, and stand beside those of the run.

Several directories are drawn together, the first as the baseline: ` + strings.Join(plots.ComparisonNames(), ", ") + `.
These go to --out, by default out/charts-NAME,NAME. A file of --spec says which charts, with
which titles, labels, colours and file names; see plots/README.md.` + exitStatus,
		Example: `  corridor plot out/stated --format pdf
  corridor plot out/stated --chart throughput --size slide --lang kk --format pdf
  corridor plot out/reference-ensemble --chart fan --metric transit_days
  corridor plot out/reference-compare-futures-sea-first --chart breakdown --by country
  corridor plot out/reference out/sea-first --chart compare,difference --metric capacity_mt
  corridor plot out/reference --spec charts.yaml --out figures`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			opts.given = cmd.Flags().Changed
			return runPlot(cmd.Context(), cmd.OutOrStdout(), opts, args)
		},
	}
	f := c.Flags()
	addList(c.Flags(), &opts.chart, "chart", "charts to draw: "+strings.Join(chartNames(), ", ")+" (default all the tables allow)")
	opts.format = []string{plots.SVG, plots.PNG}
	addList(c.Flags(), &opts.format, "format", "formats: "+strings.Join(plots.Formats, ", "))
	f.StringVar(&opts.out, "out", "", "directory for the charts (default RUNDIR/charts, or out/charts-NAME,NAME for several)")
	f.StringVar(&opts.spec, "spec", "", "YAML file that says which charts to draw, and how")
	f.StringVar(&opts.draw.Metric, "metric", "", "result column to show, for charts with a choice: "+strings.Join(plots.MetricNames(), ", "))
	f.StringVar(&opts.draw.By, "by", "", "what a difference is taken apart by, for charts of parts: "+strings.Join(plots.Parts, ", "))
	f.StringVar(&opts.draw.Size, "size", plots.Screen, "size: "+strings.Join(plots.Sizes, ", "))
	f.StringVar(&opts.draw.Lang, "lang", plots.Languages[0], "language: "+strings.Join(plots.Languages, ", "))
	addList(c.Flags(), &opts.observed, "observed", "what happened, drawn over throughput and its fan, as 2024=4.484,2025=4.119 or with units, 2024=4484 kt")
	return c
}

// chartNames lists the charts of one run and of several.
func chartNames() []string {
	names := plots.Names()
	for _, name := range plots.ComparisonNames() {
		if !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return names
}

func runPlot(ctx context.Context, stdout io.Writer, opts plotOptions, dirs []string) error {
	formats, err := chartFormatsOf(opts.format, "")
	if err != nil {
		return err
	}
	if opts.draw.Observed, err = observedOf(opts.observed, cmp.Or(opts.draw.Metric, tables.Annual.ThroughputMt.Name)); err != nil {
		return err
	}
	if err := opts.draw.Check(); err != nil {
		return usageError("%v", err)
	}
	var packages []*tables.Package
	for _, dir := range dirs {
		p, changed, err := runs.ReadTables(ctx, dir)
		if err != nil {
			return err
		}
		for _, table := range changed {
			if table.Missing {
				notesOf(ctx).Missing(table.File)
			} else {
				notesOf(ctx).Changed(table.File)
			}
		}
		packages = append(packages, p)
		notesOf(ctx).Named(p)
	}
	if len(packages) > 1 && len(opts.draw.Runs) == 0 {
		opts.draw.Runs = spec.Labels(packages, dirs)
	}
	orders, err := opts.orders(formats, packages)
	if err != nil {
		return err
	}
	if err := opts.idle(orders, formats); err != nil {
		return err
	}
	drawn, listed := runs.Files{}, runs.Files{}
	var failed []error // one chart that cannot be drawn keeps no other from being written
	for _, o := range orders {
		figures, err := drawOrder(ctx, o, packages)
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if err != nil {
			failed = append(failed, fmt.Errorf("chart %s: %w", o.Chart, err))
		}
		maps.Copy(drawn, figures)
		if o.OfRun {
			maps.Copy(listed, figures)
		}
	}
	to := opts.out
	switch {
	case to != "":
	case len(dirs) > 1:
		to = filepath.Join("out", chartsOf(dirs))
	default:
		to = filepath.Join(dirs[0], runs.Charts)
	}
	if len(dirs) == 1 && samePath(to, filepath.Join(dirs[0], runs.Charts)) {
		err = runs.AddCharts(dirs[0], drawn, listed)
	} else {
		err = writeCharts(to, drawn)
	}
	if err != nil {
		return err
	}
	for _, name := range drawn.Paths() {
		fmt.Fprintln(stdout, filepath.Join(to, path.Base(name)))
	}
	if len(failed) > 0 {
		return codedError{exitInvalid, errors.Join(failed...)}
	}
	return nil
}

// orders returns what the flags or the spec ask for.
func (o *plotOptions) orders(formats []string, packages []*tables.Package) ([]spec.Order, error) {
	if o.spec == "" {
		orders, err := spec.Named(o.chart, o.draw, formats, packages)
		return orders, unusable(err)
	}
	if len(o.chart) > 0 || o.draw.Metric != "" || o.draw.By != "" {
		return nil, usageError("--spec says which charts, metrics and parts; leave --chart, --metric and --by out")
	}
	orders, err := spec.Read(o.spec, o.draw, formats)
	if err != nil {
		return nil, codedError{exitInvalid, err}
	}
	for _, order := range orders {
		if err := order.Check(packages); err != nil {
			return nil, unusable(fmt.Errorf("%s: %w", order.At, err))
		}
	}
	return orders, nil
}

// unusable makes an error one of the command line, unless it is one of the tables.
func unusable(err error) error {
	var lacking *spec.TablesError
	switch {
	case err == nil:
		return nil
	case errors.As(err, &lacking):
		return codedError{exitInvalid, err}
	}
	return codedError{exitUsage, err}
}

// drawOrder returns a chart in its formats, by path in a run directory.
func drawOrder(ctx context.Context, o spec.Order, packages []*tables.Package) (runs.Files, error) {
	figure, err := o.Figure(packages)
	if err != nil {
		return nil, err
	}
	files, err := figure.Files(ctx, o.File, o.Formats)
	if err == nil {
		notesOf(ctx).Drawn(o.Chart, figure)
	}
	return inCharts(files), err
}

// chartsOf names the charts of several runs.
func chartsOf(dirs []string) string {
	var names []string
	for _, dir := range dirs {
		names = append(names, filepath.Base(filepath.Clean(dir)))
	}
	return scenarios.FileName(runs.Charts+"-"+strings.Join(names, ","), runs.LongestName)
}

// idle returns an error for a flag that none of the charts takes up: their spec says
// otherwise, or they show no such thing.
func (o *plotOptions) idle(orders []spec.Order, formats []string) error {
	for _, flag := range []struct {
		name  string
		taken func(spec.Order) bool
	}{
		{"observed", func(c spec.Order) bool {
			chart, _ := plots.Lookup(c.Chart)
			return chart.Observes && maps.Equal(c.Options.Observed, o.draw.Observed)
		}},
		{"format", func(c spec.Order) bool { return slices.Equal(c.Formats, formats) }},
		{"size", func(c spec.Order) bool { return c.Options.Size == o.draw.Size }},
		{"lang", func(c spec.Order) bool { return c.Options.Lang == o.draw.Lang }},
	} {
		switch {
		case !o.given(flag.name) || slices.ContainsFunc(orders, flag.taken):
		case o.spec != "":
			return usageError("--%s does nothing here: no chart of %s uses it", flag.name, o.spec)
		default:
			return usageError("--%s does nothing here: only the chart fan shows it", flag.name)
		}
	}
	return nil
}

func writeCharts(to string, drawn runs.Files) error {
	for _, name := range drawn.Paths() {
		if err := disk.Replace(filepath.Join(to, path.Base(name)), drawn[name]); err != nil {
			return err
		}
	}
	return nil
}

func samePath(a, b string) bool {
	a, errA := disk.Resolve(a)
	b, errB := disk.Resolve(b)
	return errA == nil && errB == nil && a == b
}

// observedOf reads 2024=4.484, of a result column.
func observedOf(given []string, column string) (map[int]float64, error) {
	out := map[int]float64{}
	for _, pair := range given {
		year, value, _ := strings.Cut(pair, "=")
		y, errYear := readWhole(strings.TrimSpace(year))
		value = strings.TrimSpace(value)
		v, errValue := language.InColumn(column, value)
		if errYear == nil && errValue != nil && language.Unreadable(value) == nil {
			return nil, usageError("--observed %q gives %q of %s, %w", pair, value, column, errValue)
		}
		if errYear != nil || errValue != nil || y < 1800 || y > 2200 || !(v >= 0 && v < 1e12) {
			return nil, usageError("--observed %q is not a year and a value such as 2024=4.484", pair)
		}
		if _, twice := out[int(y)]; twice {
			return nil, usageError("--observed gives %d twice", y)
		}
		out[int(y)] = v
	}
	return out, nil
}
