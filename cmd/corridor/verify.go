package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"corridor/plots"
	"corridor/scenarios"
	"corridor/sim"
	"corridor/sim/tables"
)

func newVerifyCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "verify RUNDIR",
		Short: "Run again and compare every output",
		Long: `Run the scenarios that a run directory's manifest holds again, and compare every
output byte by byte, by hash. Nothing is written. A difference between a file and the
manifest or between the manifest and the new run, an output that only one of them
has, and a file that the manifest does not list exit with 4. What the manifest says
of the program that wrote it and of the command line cannot be checked.` + exitStatus,
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return runVerify(cmd.Context(), cmd.OutOrStdout(), args[0])
		},
	}
}

// mostLooks is how often a directory that is written anew meanwhile is looked at again.
const mostLooks = 10

func runVerify(ctx context.Context, stdout io.Writer, dir string) error {
	var v verification
	for range mostLooks {
		same, err := v.look(ctx, dir)
		if err != nil {
			return err
		}
		if same {
			return v.print(stdout, dir)
		}
	}
	return fmt.Errorf("%s is written anew again and again: verify it when nothing writes there", dir)
}

// verification is a run directory beside what comes out when it is made again.
type verification struct {
	text        []byte // of the manifest
	manifest    *manifest
	fresh       []output
	differences []string
}

// look compares the directory with what comes out of its manifest. It returns false
// when another has been written meanwhile, so that what was read may be of both.
func (v *verification) look(ctx context.Context, dir string) (same bool, err error) {
	r, err := openResults(dir)
	if err != nil {
		return false, err
	}
	defer r.close()
	m, text, err := r.manifest()
	if err != nil {
		return false, err
	}
	if err := r.readable(m); err != nil {
		return false, err
	}
	if !bytes.Equal(text, v.text) {
		if err := m.checkScenarios(); err != nil {
			return false, err
		}
		fresh, err := again(withoutNotes(ctx), m) // its charts were spoken of when they were made
		if err == nil && m.Report != nil {
			fresh.files[reportFile], err = reportAgain(m, fresh)
		}
		if err != nil {
			return false, err
		}
		v.text, v.manifest, v.fresh = text, m, fresh.outputs()
	}
	if v.differences, err = r.compare(ctx, m, v.fresh); err != nil {
		return false, err
	}
	return r.unchanged(text)
}

// readable returns an error when an output is there and cannot be read: then nothing
// can be compared.
func (r *results) readable(m *manifest) error {
	for _, o := range slices.Concat(m.Outputs, m.Drawn) {
		f, _, err := r.open(o.Path)
		var irregular *irregularError
		switch {
		case err == nil:
			f.Close()
		case !errors.Is(err, fs.ErrNotExist) && !errors.As(err, &irregular):
			return err
		}
	}
	return nil
}

// unchanged reports whether the directory is still the one that was opened, with the
// same manifest.
func (r *results) unchanged(text []byte) (bool, error) {
	now, err := openResults(r.dir)
	if err != nil {
		return false, err
	}
	defer now.close()
	_, there, err := now.manifest()
	if err != nil {
		return false, err
	}
	a, errA := r.root.Stat(".")
	b, errB := now.root.Stat(".")
	return bytes.Equal(text, there) && os.SameFile(a, b), errors.Join(errA, errB)
}

// compare lists what is not as the manifest or the new run says, one file to a line.
func (r *results) compare(ctx context.Context, m *manifest, fresh []output) ([]string, error) {
	wrong := map[string][]string{}
	add := func(name, what string) { wrong[name] = append(wrong[name], what) }
	listed, made := byPath(m.Outputs), byPath(fresh)
	for _, o := range slices.Concat(m.Outputs, m.Drawn) {
		size := o.Bytes
		have, err := r.describe(ctx, o.Path, size)
		var irregular *irregularError
		switch {
		case errors.Is(err, fs.ErrNotExist):
			add(o.Path, "the file is missing")
		case errors.As(err, &irregular):
			add(o.Path, "it is not a regular file")
		case err != nil:
			return nil, err
		case have != o:
			add(o.Path, "the file has been changed since it was written")
		}
		if _, here := listed[o.Path]; !here {
			continue // drawn later
		}
		if f, ok := made[o.Path]; !ok {
			add(o.Path, "a new run does not write it")
		} else if f != o {
			add(o.Path, "a new run gives another result")
		}
	}
	for _, f := range fresh {
		if _, ok := listed[f.Path]; !ok && !m.optional(f.Path) {
			add(f.Path, "a new run writes it, and the manifest does not list it")
		}
	}
	others, err := r.unlisted(m)
	if err != nil {
		return nil, err
	}
	for _, name := range others {
		if len(wrong[name]) == 0 {
			add(name, "the manifest does not list it")
		}
	}
	var lines []string
	for name, what := range wrong {
		lines = append(lines, tables.ShownInLine(name)+": "+strings.Join(what, "; "))
	}
	slices.Sort(lines)
	return lines, nil
}

func byPath(list []output) map[string]output {
	out := map[string]output{}
	for _, o := range list {
		out[o.Path] = o
	}
	return out
}

// optional reports whether a file was not asked for when the run was made: a chart in
// a format that others were drawn in later.
func (m *manifest) optional(name string) bool {
	return path.Dir(name) == chartsDir && !slices.Contains(m.Charts, strings.TrimPrefix(path.Ext(name), "."))
}

// mostShown is how many differences are printed.
const mostShown = 100

func (v *verification) print(stdout io.Writer, dir string) error {
	m, n := v.manifest, len(v.differences)
	for _, line := range v.differences[:min(n, mostShown)] {
		fmt.Fprintln(stdout, line)
	}
	if n > mostShown {
		fmt.Fprintf(stdout, "and %d more\n", n-mostShown)
	}
	if n > 0 {
		hint := ""
		if m.Version != version() {
			hint = fmt.Sprintf("; the results were made by version %s, this is %s", m.Version, version())
		}
		return codedError{exitMismatch, fmt.Errorf("%s: %s%s", dir, tables.Counted(n, "difference"), hint)}
	}
	fmt.Fprintf(stdout, "%s: %d outputs are the same, bit for bit\n", dir, len(m.Outputs))
	if len(m.Drawn) > 0 {
		fmt.Fprintf(stdout, "%s that corridor plot put beside them are as it wrote them; they were not drawn again\n", tables.Counted(len(m.Drawn), "chart"))
	}
	fmt.Fprintln(stdout, "Not to be checked is what the manifest says of the version, the commit and the command line")
	return nil
}

// remade is what a run comes to when it is made again: files, and descriptions of
// those that are too large to hold.
type remade struct {
	files files
	large []output
}

// outputs describes all of it.
func (r *remade) outputs() []output { return sorted(append(r.files.outputs(), r.large...)) }

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
	futures, err := e.Run(ctx, sim.Work{})
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
		if slices.Contains(m.Charts, format) || slices.ContainsFunc(m.Outputs, func(o output) bool { return path.Ext(o.Path) == "."+format }) {
			formats = append(formats, format)
		}
	}
	return formats
}
