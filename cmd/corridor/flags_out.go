package main

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/pflag"

	"corridor/plots"
	"corridor/sim/runs"
)

// outFlags are the flags of the commands that write a run directory.
type outFlags struct {
	out    string
	charts []string
	tables []string
}

func (f *outFlags) add(to *pflag.FlagSet) {
	to.StringVar(&f.out, "out", "", "directory for the results (default out/NAME)")
	f.charts = []string{plots.SVG, plots.PNG}
	addList(to, &f.charts, "charts", "formats of the charts: "+strings.Join(plots.Formats, ", ")+", or none")
	f.tables = tableFormats[:1]
	addList(to, &f.tables, "tables", "formats of the tables: csv, which is always written; beside it xlsx for a workbook of all, parquet, csv-bom for Excel, and csv-draws for kept draws")
}

// tableFormats are those of tables. The first is always written: all else is made from it.
var tableFormats = append([]string{"csv"}, runs.TableFormats...)

// beside returns the formats in which the tables are to stand beside CSV, in their usual order,
// each once.
func (f *outFlags) beside() ([]string, error) {
	for _, format := range f.tables {
		if !slices.Contains(tableFormats, format) {
			return nil, usageError("there is no table format %q; valid: %s", format, strings.Join(tableFormats, ", "))
		}
	}
	return slices.DeleteFunc(slices.Clone(runs.TableFormats), func(format string) bool { return !slices.Contains(f.tables, format) }), nil
}

// formats returns the chart formats asked for.
func (f *outFlags) formats() ([]string, error) {
	switch {
	case slices.Equal(f.charts, []string{noCharts}):
		return []string{}, nil
	case slices.Contains(f.charts, noCharts):
		return nil, usageError("--charts %s: none cannot stand beside a format", strings.Join(f.charts, ","))
	}
	return chartFormatsOf(f.charts, ", none")
}

// chartFormatsOf returns known formats in their usual order, each once.
func chartFormatsOf(asked []string, or string) ([]string, error) {
	for _, format := range asked {
		if !slices.Contains(plots.Formats, format) {
			return nil, usageError("there is no chart format %q; valid: %s%s", format, strings.Join(plots.Formats, ", "), or)
		}
	}
	return slices.DeleteFunc(slices.Clone(plots.Formats), func(format string) bool { return !slices.Contains(asked, format) }), nil
}

const noCharts = "none"

// do does a plan, and puts its results with their charts into the directory asked for.
func (f *outFlags) do(ctx context.Context, plan runs.Plan, asked runs.Request, how *runs.How) (*runs.Run, error) {
	var err error
	if how.Formats, err = f.formats(); err != nil {
		return nil, err
	}
	if how.Tables, err = f.beside(); err != nil {
		return nil, err
	}
	r, err := runs.Open(plan, asked, f.out)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	return r, r.Do(ctx, how)
}

// alone says that a plan is done by one worker, as one without draws is, with hints on standard
// error.
func alone(ctx context.Context, stderr io.Writer) *runs.How {
	return &runs.How{Pictures: pictures(notesOf(ctx)), Workers: 1, Stage: statusOf(ctx).say, Tell: hints(stderr)}
}

// hints prints what whoever runs a plan should know.
func hints(stderr io.Writer) func(sentence string) {
	return func(sentence string) { fmt.Fprintf(stderr, "corridor: %s\n", sentence) }
}
