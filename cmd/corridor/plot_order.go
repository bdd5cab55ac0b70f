package main

import (
	"context"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"corridor/plots"
	"corridor/scenarios/text"
	"corridor/sim/runs"
	"corridor/sim/tables"
)

// chartOrder asks for one chart.
type chartOrder struct {
	chart   string
	options plots.Options
	formats []string
	file    string // its name, without extension
	ofRun   bool   // as a run draws it, so that its manifest lists it
}

// ordersOf returns what the flags or the spec ask for.
func ordersOf(opts *plotOptions, formats []string, packages []*tables.Package) ([]chartOrder, error) {
	if opts.spec != "" {
		if len(opts.chart) > 0 || opts.draw.Metric != "" {
			return nil, usageError("--spec says which charts and metrics; leave --chart and --metric out")
		}
		orders, err := readSpec(opts.spec, opts.draw, formats)
		if err != nil {
			return nil, err
		}
		for _, o := range orders {
			if err := checkChart(o.chart, o.options.Metric, packages); err != nil {
				return nil, err
			}
		}
		return orders, nil
	}
	names := opts.chart
	if len(names) == 0 {
		var err error
		if names, err = usualCharts(packages, opts.draw.Metric); err != nil {
			return nil, err
		}
	}
	var orders []chartOrder
	for _, name := range names {
		if err := checkChart(name, opts.draw.Metric, packages); err != nil {
			return nil, err
		}
		o := chartOrder{chart: name, options: opts.draw, formats: formats, file: fileOf(name, opts.draw)}
		o.ofRun = o.file == name && len(packages) == 1 && len(opts.draw.Observed) == 0
		orders = append(orders, o)
	}
	return orders, nil
}

// usualCharts lists the charts drawn when none is named: all that the tables allow and,
// when a metric is given, that can show it.
func usualCharts(packages []*tables.Package, metric string) ([]string, error) {
	var names []string
	if len(packages) > 1 {
		var limits []string
		for _, c := range plots.Comparisons {
			if err := c.Holds(len(packages)); err != nil {
				limits = append(limits, fmt.Sprintf("%s %d", c.Name, c.Most))
				continue
			}
			names = append(names, c.Name)
		}
		if len(names) == 0 {
			return nil, usageError("%d directories are more than a chart compares: %s at most", len(packages), strings.Join(limits, ", "))
		}
		return names, nil
	}
	choice := map[string]bool{} // metrics that some chart of these tables can show
	for _, c := range plots.Charts {
		if !c.Possible(packages[0]) {
			continue
		}
		for _, m := range c.Metrics(packages[0]) {
			choice[m] = true
		}
		if metric == "" || slices.Contains(c.Metrics(packages[0]), metric) {
			names = append(names, c.Name)
		}
	}
	switch {
	case len(names) > 0:
		return names, nil
	case metric == "":
		return nil, codedError{exitInvalid, fmt.Errorf("the tables hold nothing that a chart is drawn from")}
	case len(choice) == 0:
		return nil, usageError("no chart of these tables has a choice of metrics: --metric is for ensembles, comparisons and several directories")
	}
	return nil, usageError("no chart of these tables shows %s; they have %s", metric, strings.Join(slices.Sorted(maps.Keys(choice)), ", "))
}

// checkChart returns an error for a chart that is not known, that the tables do
// not allow, or that has no choice of metrics when one is given.
func checkChart(name, metric string, packages []*tables.Package) error {
	if metric != "" && len(packages) > 1 && !slices.Contains(plots.MetricNames(), metric) {
		return usageError("there is no metric %q%s", metric, text.DidYouMean(metric, plots.MetricNames()))
	}
	if len(packages) > 1 {
		c, ok := plots.LookupComparison(comparisonName(name))
		if !ok {
			return usageError("there is no chart %q of several runs%s", name, text.DidYouMean(name, plots.ComparisonNames()))
		}
		if err := c.Holds(len(packages)); err != nil {
			return usageError("%v", err)
		}
		return nil
	}
	chart, ok := plots.Lookup(name)
	if !ok {
		if _, several := plots.LookupComparison(name); several {
			return usageError("the chart %s needs at least two run directories", name)
		}
		return usageError("there is no chart %q%s", name, text.DidYouMean(name, plots.Names()))
	}
	if metric != "" && !chart.ByMetric {
		return usageError("the chart %s has no choice of metrics", name)
	}
	if !chart.HasTables(packages[0]) {
		var needs []string
		for _, s := range chart.Needs {
			needs = append(needs, s.File())
		}
		return codedError{exitInvalid, fmt.Errorf("the chart %s needs %s", name, strings.Join(needs, " and "))}
	}
	return nil
}

// comparisonName is the comparison that a name asks for: the throughput of several
// runs is drawn as lines.
func comparisonName(name string) string {
	if name == "throughput" {
		return "compare"
	}
	return name
}

// draw adds the chart in its formats to the files drawn, and to those listed in
// the manifest if the run itself draws it so.
func (o chartOrder) draw(ctx context.Context, packages []*tables.Package, drawn, listed runs.Files) error {
	var files map[string][]byte
	figure, err := o.figure(packages)
	if err == nil {
		files, err = figure.Files(ctx, o.file, o.formats)
	}
	if err != nil {
		return fmt.Errorf("chart %s: %w", o.chart, err)
	}
	notesOf(ctx).Drawn(o.chart, figure)
	made := inCharts(files)
	maps.Copy(drawn, made)
	if o.ofRun {
		maps.Copy(listed, made)
	}
	return nil
}

func (o chartOrder) figure(packages []*tables.Package) (*plots.Figure, error) {
	if len(packages) > 1 {
		c, _ := plots.LookupComparison(comparisonName(o.chart))
		return c.DrawAs(packages, o.options)
	}
	c, _ := plots.Lookup(o.chart)
	return c.DrawAs(packages[0], o.options)
}

// fileOf names the file of a chart: what is not as usual stands in it.
func fileOf(chart string, o plots.Options) string {
	parts := []string{chart}
	for _, part := range []struct{ value, usual string }{{o.Metric, ""}, {o.Size, plots.Screen}, {o.Lang, plots.Languages[0]}} {
		if part.value != "" && part.value != part.usual {
			parts = append(parts, part.value)
		}
	}
	return strings.Join(parts, "-")
}

// runLabels names runs by their directories where their scenarios have the same
// name, as variants of one scenario do; otherwise the charts use their titles.
func runLabels(packages []*tables.Package, dirs []string) []string {
	var names []string
	same := false
	for _, p := range packages {
		same = same || slices.Contains(names, p.Name)
		names = append(names, p.Name)
	}
	if !same {
		return nil
	}
	labels := make([]string, len(dirs))
	for i, dir := range dirs {
		labels[i] = tables.ShownInLine(filepath.Base(filepath.Clean(dir)))
	}
	return labels
}

// observedOf reads 2024=4.484.
func observedOf(given []string) (map[int]float64, error) {
	out := map[int]float64{}
	for _, text := range given {
		year, value, _ := strings.Cut(text, "=")
		y, errYear := readWhole(strings.TrimSpace(year))
		v, errValue := readNumber(strings.TrimSpace(value))
		if errYear != nil || errValue != nil || y < 1800 || y > 2200 || !(v >= 0 && v < 1e12) {
			return nil, usageError("--observed %q is not a year and a value such as 2024=4.484", text)
		}
		if _, twice := out[int(y)]; twice {
			return nil, usageError("--observed gives %d twice", y)
		}
		out[int(y)] = v
	}
	return out, nil
}
