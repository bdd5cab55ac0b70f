package main

import (
	"context"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"corridor/sim/runs"
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

func runVerify(ctx context.Context, stdout io.Writer, dir string) error {
	v, err := runs.Verify(ctx, dir, pictures(nil)) // its charts were spoken of when they were made
	if err != nil {
		return err
	}
	return printVerification(stdout, v, dir)
}

// mostShown is how many differences are printed.
const mostShown = 100

func printVerification(stdout io.Writer, v *runs.Verification, dir string) error {
	m, n := v.Manifest, len(v.Differences)
	for _, line := range v.Differences[:min(n, mostShown)] {
		fmt.Fprintln(stdout, line)
	}
	if n > mostShown {
		fmt.Fprintf(stdout, "and %d more\n", n-mostShown)
	}
	if n > 0 {
		hint := ""
		if m.Version != runs.Version {
			hint = fmt.Sprintf("; the results were made by version %s, this is %s", m.Version, runs.Version)
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
