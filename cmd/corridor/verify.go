package main

import (
	"bytes"
	"context"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"corridor/sim/rundir"
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

// verification is a run directory beside what comes out when it is made again.
type verification struct {
	text        []byte // of the manifest
	manifest    *manifest
	fresh       []rundir.Output
	differences []string
}

func runVerify(ctx context.Context, stdout io.Writer, dir string) error {
	v := &verification{}
	if err := readResults(ctx, dir, func(r *results) error { return v.look(ctx, r) }); err != nil {
		return err
	}
	return v.print(stdout, dir)
}

// look compares the directory with what comes out of its manifest.
func (v *verification) look(ctx context.Context, r *results) error {
	m, text, err := r.manifest()
	if err != nil {
		return err
	}
	if err := r.readable(m); err != nil {
		return err
	}
	if !bytes.Equal(text, v.text) {
		if err := m.checkScenarios(); err != nil {
			return err
		}
		fresh, err := again(withoutNotes(ctx), m) // its charts were spoken of when they were made
		if err == nil && m.Report != nil {
			fresh.files[reportFile], err = reportAgain(m, fresh)
		}
		if err != nil {
			return err
		}
		v.text, v.manifest, v.fresh = text, m, fresh.outputs()
	}
	v.differences, err = r.compare(ctx, m, v.fresh)
	return err
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
	are := "are"
	if len(m.Outputs) == 1 {
		are = "is"
	}
	fmt.Fprintf(stdout, "%s: %s %s the same, bit for bit\n", dir, tables.Counted(len(m.Outputs), "output"), are)
	if len(m.Drawn) > 0 {
		fmt.Fprintf(stdout, "%s that corridor plot put beside them are as it wrote them; they were not drawn again\n", tables.Counted(len(m.Drawn), "chart"))
	}
	uncheckable := "the version, the commit and the command line"
	if m.Warnings > 0 {
		uncheckable = "the version, the commit, the command line and the warnings"
	}
	fmt.Fprintf(stdout, "What the manifest says of %s cannot be checked\n", uncheckable)
	return nil
}
