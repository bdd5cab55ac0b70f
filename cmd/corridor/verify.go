package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"corridor/plots"
	"corridor/scenarios"
	"corridor/sim"
)

func newVerifyCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "verify RUNDIR",
		Short: "Run again and compare every output",
		Long: `Run the scenario that a run directory's manifest holds again, and compare every
output byte by byte, by hash. Nothing is written. A difference between a file and
the manifest, or between the manifest and the new run, exits with 4.` + exitStatus,
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return runVerify(cmd.Context(), cmd.OutOrStdout(), args[0])
		},
	}
}

func runVerify(ctx context.Context, stdout io.Writer, dir string) error {
	m, err := readManifest(dir)
	if err != nil {
		return err
	}
	for _, cell := range m.Cells {
		if got := hash([]byte(cell.Scenario)); got != cell.SHA256 {
			return codedError{exitMismatch, fmt.Errorf("the scenario %s in the manifest has been changed: its SHA-256 is %s, recorded %s", cell.Name, got, cell.SHA256)}
		}
	}
	fresh, err := again(withoutNotes(ctx), m) // its charts were spoken of when they were made
	if err != nil {
		return err
	}
	if m.Report != nil {
		if fresh.files[reportFile], err = reportAgain(m, fresh); err != nil {
			return err
		}
	}
	differ := compare(stdout, dir, m, fresh.outputs())
	if differ == 0 {
		fmt.Fprintf(stdout, "%s: %d outputs are the same, bit for bit\n", dir, len(m.Outputs))
		return nil
	}
	hint := ""
	if m.Version != version() {
		hint = fmt.Sprintf("; the results were made by version %s, this is %s", m.Version, version())
	}
	return codedError{exitMismatch, fmt.Errorf("%d of %d outputs differ%s", differ, len(m.Outputs), hint)}
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
	sampled := m.Seed != nil && m.Draws > 0 && len(m.Cells) == 1
	if sampled && (m.Command == "ensemble" || m.Command == "shard" && m.Shards > 0) {
		s, err := m.Cells[0].parse()
		if err != nil {
			return nil, err
		}
		if m.Command == "shard" {
			return shardAgain(ctx, s, m)
		}
		return ensembleAgain(ctx, s, m)
	}
	content, err := filesAgain(ctx, m)
	return &remade{files: content}, err
}

// filesAgain makes the outputs of runs that write no large files.
func filesAgain(ctx context.Context, m *manifest) (files, error) {
	formats := chartFormats(m)
	var loaded []*scenarios.Scenario
	if m.Command != "hindcast" && m.Command != "matrix" {
		for _, cell := range m.Cells {
			s, err := cell.parse()
			if err != nil {
				return nil, err
			}
			loaded = append(loaded, s)
		}
	}
	sampled := m.Seed != nil && m.Draws > 0 && len(m.Cells) > 0
	switch {
	case m.Command == "run" && len(m.Cells) == 1 && m.Draw != nil && sampled:
		_, content, err := simulateDraw(ctx, loaded[0], m.sampleFlags(), drawFlag{true, *m.Draw}, formats)
		return content, err
	case m.Command == "run" && len(m.Cells) == 1:
		_, content, err := simulate(ctx, loaded[0], formats)
		return content, err
	case m.Command == "compare" && (sampled || m.Draws == 1 && len(m.Cells) > 0):
		e, err := comparisonOf(loaded, m.Cells, m.sampleFlags(), workersHere())
		if err != nil {
			return nil, err
		}
		futures, err := e.Run(ctx, sim.Work{})
		if err != nil {
			return nil, err
		}
		return comparisonFiles(ctx, loaded, e, futures, formats)
	case m.Command == "hindcast" && len(m.Cells) > 0:
		_, content, err := simulateHindcast(ctx, m.Scenario, m.Cells, formats)
		return content, err
	case m.Command == "matrix" && len(m.Cells) > 0:
		_, content, err := simulateMatrix(ctx, m.Scenario, m.Cells, formats)
		return content, err
	}
	return nil, codedError{exitInvalid, fmt.Errorf("the manifest is of the command %q with %d scenarios, which this version cannot run again", m.Command, len(m.Cells))}
}

// chartFormats lists the formats among the outputs: charts may have been drawn
// after the run.
func chartFormats(m *manifest) []string {
	formats := []string{}
	for _, format := range plots.Formats {
		if slices.ContainsFunc(m.Outputs, func(o output) bool { return path.Ext(o.Path) == "."+format }) {
			formats = append(formats, format)
		}
	}
	return formats
}

// compare reports every output that is not what the manifest or the new run says.
func compare(stdout io.Writer, dir string, m *manifest, fresh []output) (differ int) {
	for i, o := range slices.Concat(m.Outputs, m.Drawn) {
		var wrong []string
		switch have, err := describeFile(o.Path, filepath.Join(dir, filepath.FromSlash(o.Path))); {
		case errors.Is(err, fs.ErrNotExist):
			wrong = append(wrong, "the file is missing")
		case err != nil:
			wrong = append(wrong, err.Error())
		case have.SHA256 != o.SHA256:
			wrong = append(wrong, "the file has been changed since it was written")
		}
		switch at := slices.IndexFunc(fresh, func(f output) bool { return f.Path == o.Path }); {
		case i >= len(m.Outputs): // it is not drawn again
		case at < 0:
			wrong = append(wrong, "a new run does not write it")
		case fresh[at].SHA256 != o.SHA256:
			wrong = append(wrong, "a new run gives another result")
		}
		if wrong != nil {
			differ++
			fmt.Fprintf(stdout, "%s: %s\n", o.Path, strings.Join(wrong, "; "))
		}
	}
	return differ
}
