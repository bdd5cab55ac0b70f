package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"corridor/plots"
	"corridor/plots/report"
	"corridor/sim/disk"
	"corridor/sim/random"
	"corridor/sim/rundir"
	"corridor/sim/tables"
)

// reportFile is the report of a run in its directory.
const reportFile = "report.html"

type reportOptions struct {
	out, title string
}

func newReportCommand() *cobra.Command {
	var opts reportOptions
	c := &cobra.Command{
		Use:   "report RUNDIR …",
		Short: "Make one HTML page of results to hand on: it needs no network and prints",
		Long: `Make one self-contained HTML page from the tables of run directories: the question
and the answer, key figures, the years, charts, where cargo is held back, assumptions
with sources, method, how to reproduce it, and the tables to download. The model is not
run. The page is about the first directory; an ensemble of the same scenario adds how
sure its figures are, other runs are compared with it, and a hindcast shows how far
the model can be believed. The page of one directory goes to RUNDIR/report.html,
whose manifest is brought up to date; of several, to the file --out.` + exitStatus,
		Example: `  corridor report out/stated
  corridor report out/reference out/reference-ensemble out/sea-first out/reference-hindcast --out reference.html`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return runReport(cmd.Context(), cmd.OutOrStdout(), opts, args)
		},
	}
	c.Flags().StringVar(&opts.out, "out", "", "file for the page (default RUNDIR/report.html; needed for several directories)")
	c.Flags().StringVar(&opts.title, "title", "", "title of the page (default that of the scenario)")
	return c
}

func runReport(ctx context.Context, stdout io.Writer, opts reportOptions, dirs []string) error {
	if opts.title != tables.ShownInLine(opts.title) {
		return usageError("--title %s has control characters, expected a text of one line", tables.ShownInLine(opts.title))
	}
	if len(dirs) > 1 && opts.out == "" {
		return usageError("a report of several directories belongs to none of them: give --out FILE.html")
	}
	if len(dirs) > report.MostRuns {
		return usageError("a report compares at most %d directories, got %d", report.MostRuns, len(dirs))
	}
	var runs []report.Run
	var seen []string
	for _, dir := range dirs {
		if slices.Contains(seen, filepath.Clean(dir)) {
			return usageError("%s is given twice", dir)
		}
		seen = append(seen, filepath.Clean(dir))
		if err := ctx.Err(); err != nil {
			return err
		}
		r, err := readRun(ctx, dir)
		if err != nil {
			return err
		}
		runs = append(runs, r)
	}
	page, err := writeReport(runs, opts.title, notesOf(ctx))
	if err == nil {
		err = ctx.Err()
	}
	if err != nil {
		return err
	}
	file := opts.out
	if file == "" {
		file = filepath.Join(dirs[0], reportFile)
	}
	if info, err := os.Stat(file); err == nil && info.IsDir() {
		return usageError("%s is a directory, expected a file for the page", file)
	}
	if len(dirs) == 1 && samePath(file, filepath.Join(dirs[0], reportFile)) {
		err = addReport(dirs[0], page, opts.title, runs[0].Manifest.Outputs)
	} else {
		err = disk.Replace(file, page)
	}
	if err == nil {
		_, err = fmt.Fprintln(stdout, file)
	}
	return err
}

// addReport puts the page about the outputs of a run into its directory.
func addReport(dir string, page []byte, title string, about []rundir.Output) error {
	content := files{reportFile: page}
	return addToRun(dir, content, func(m *manifest) error {
		made := &reportMade{Title: title}
		for _, o := range about {
			if !slices.Contains(m.Outputs, o) {
				return fmt.Errorf("%s was written anew while the page was made; make it again", dir)
			}
			made.Outputs = append(made.Outputs, o.Path)
		}
		m.Report, m.Outputs = made, enter(m.Outputs, content)
		return nil
	})
}

func writeReport(runs []report.Run, title string, notes *plots.Notes) ([]byte, error) {
	var page bytes.Buffer
	if err := report.Write(&page, runs, report.Options{Title: title, Notes: notes}); err != nil {
		return nil, codedError{exitInvalid, err}
	}
	return page.Bytes(), nil
}

// readRun reads the tables and the manifest of a run directory. A table that is not
// the one the manifest names is an error: a report states their hashes.
func readRun(ctx context.Context, dir string) (run report.Run, err error) {
	err = readResults(ctx, dir, func(r *results) error {
		run, err = r.run()
		return err
	})
	return run, err
}

func (r *results) run() (report.Run, error) {
	m, _, err := r.manifest()
	if err != nil {
		return report.Run{}, err
	}
	if err := m.checkScenarios(); err != nil {
		return report.Run{}, err
	}
	run := report.Run{Manifest: manifestOf(m), Files: map[string][]byte{}}
	for _, o := range m.Outputs {
		if filepath.Ext(o.Path) != ".csv" && o.Path != tables.PackageFile {
			continue
		}
		content, err := r.read(o.Path, mostTable)
		var irregular *irregularError
		switch {
		case errors.Is(err, fs.ErrNotExist):
			return run, codedError{exitInvalid, fmt.Errorf("%s is missing: the manifest of the run names it", r.file(o.Path))}
		case errors.As(err, &irregular):
			return run, codedError{exitInvalid, err}
		case err != nil:
			return run, err
		case hash(content) != o.SHA256:
			return run, codedError{exitMismatch, fmt.Errorf("%s has been changed since it was written: run the scenario again, or see corridor verify %s", r.file(o.Path), r.dir)}
		}
		run.Files[o.Path] = content
	}
	run.Package, err = m.tables(r.dir, func(name string) ([]byte, error) {
		if content, ok := run.Files[name]; ok {
			return content, nil
		}
		return nil, fs.ErrNotExist
	})
	return run, err
}

// manifestOf is what a report tells of a manifest: all outputs but the report itself.
func manifestOf(m *manifest) report.Manifest {
	out := report.Manifest{
		Program: m.Program, Version: m.Version, Commit: m.Commit, Command: tables.ShownInLine(commandLine(m)), Seed: m.Seed, Draws: m.Draws,
	}
	for _, c := range m.Cells {
		out.Scenarios = append(out.Scenarios, report.Scenario{Name: tables.ShownInLine(c.Name), SHA256: c.SHA256})
	}
	for _, o := range m.Outputs {
		if o.Path != reportFile {
			out.Outputs = append(out.Outputs, o)
		}
	}
	return out
}

// reportAgain makes the report of a run directory from its fresh outputs.
func reportAgain(m *manifest, fresh *remade) ([]byte, error) {
	p, err := tables.ReadFiles(fresh.files)
	if err != nil {
		return nil, err
	}
	listed := *m
	listed.Outputs = slices.DeleteFunc(fresh.outputs(), func(o rundir.Output) bool { return !slices.Contains(m.Report.Outputs, o.Path) })
	return writeReport([]report.Run{{Package: p, Manifest: manifestOf(&listed), Files: fresh.files}}, m.Report.Title, nil)
}

// commandLine is the command that made a run.
func commandLine(m *manifest) string {
	command := m.Command
	if command == "shard" {
		command = "ensemble"
	}
	words := append([]string{program, command}, m.words()...)
	if m.Seed != nil {
		words = append(words, fmt.Sprintf("--draws %d --seed %d", m.Draws, *m.Seed))
	}
	if m.Design != "" && m.Design != random.MonteCarlo {
		words = append(words, "--design", m.Design)
	}
	if m.Replicates > 0 && m.Replicates != random.Replicates {
		words = append(words, fmt.Sprintf("--replicates %d", m.Replicates))
	}
	if m.Draw != nil {
		words = append(words, fmt.Sprintf("--draw %d", *m.Draw))
	}
	if m.Keep {
		words = append(words, "--keep")
	}
	if m.Shards > 0 {
		words = append(words, fmt.Sprintf("--shard %d/%d", m.Shard, m.Shards))
	}
	return strings.Join(words, " ")
}

// quoted puts a word in quotes where a shell would read it otherwise.
func quoted(word string) string {
	plain := func(r rune) bool {
		return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || strings.ContainsRune("-_./,=+", r)
	}
	if word != "" && strings.IndexFunc(word, func(r rune) bool { return !plain(r) }) < 0 {
		return word
	}
	return "'" + strings.ReplaceAll(word, "'", `'\''`) + "'"
}
