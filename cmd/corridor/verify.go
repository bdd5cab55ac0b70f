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
	var asJSON bool
	c := &cobra.Command{
		Use:   "verify RUNDIR",
		Short: "Run again and compare every output",
		Long: `Run the scenarios that a run directory's manifest holds again, and compare every
output byte by byte, by hash. Nothing is written. A difference between a file and the
manifest or between the manifest and the new run, an output that only one of them
has, and a file that the manifest does not list exit with 4. What the manifest says
of the program that wrote it and of the command line cannot be checked.` + exitStatus,
		Example: `  corridor verify out/stated
  corridor verify out/stated --json`,
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return runVerify(cmd.Context(), cmd.OutOrStdout(), args[0], asJSON)
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "print what was compared as JSON")
	return c
}

// verificationSummary is how programs read a verification.
type verificationSummary struct {
	Directory   string   `json:"directory" doc:"of the results, as it was named"`
	Same        bool     `json:"same" doc:"whether every output is the same, bit for bit"`
	Outputs     []string `json:"outputs" doc:"the files that the manifest lists as results"`
	Drawn       []string `json:"drawn" doc:"charts put there later, which are compared with what was written and not drawn again"`
	Differences []string `json:"differences" doc:"a file with what is wrong with it, one each"`
	MadeBy      string   `json:"made_by" doc:"version of the program that the manifest names, which cannot be checked"`
	ComparedBy  string   `json:"compared_by" doc:"version of this program"`
}

func runVerify(ctx context.Context, stdout io.Writer, dir string, asJSON bool) error {
	v, err := runs.Verify(ctx, dir, pictures(nil)) // its charts were spoken of when they were made
	if err != nil {
		return err
	}
	if asJSON {
		if err := printJSON(stdout, summariseVerification(v, dir)); err != nil {
			return err
		}
		return differenceError(v, dir)
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
		return differenceError(v, dir)
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

// differenceError is that of results that are not the same, nil where they are.
func differenceError(v *runs.Verification, dir string) error {
	n, hint := len(v.Differences), ""
	if n == 0 {
		return nil
	}
	if made := v.Manifest.Version; made != runs.Version {
		hint = fmt.Sprintf("; the results were made by version %s, this is %s", made, runs.Version)
	}
	return codedError{exitMismatch, fmt.Errorf("%s: %s%s", dir, tables.Counted(n, "difference"), hint)}
}

func summariseVerification(v *runs.Verification, dir string) verificationSummary {
	sum := verificationSummary{
		Directory: dir, Same: len(v.Differences) == 0, Outputs: outputsOf(v.Manifest), Differences: v.Differences,
		MadeBy: v.Manifest.Version, ComparedBy: runs.Version,
	}
	for _, o := range v.Manifest.Drawn {
		sum.Drawn = append(sum.Drawn, o.Path)
	}
	return sum
}
