package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"corridor/scenarios"
	"corridor/sim/tables"
)

func newSourcesCommand() *cobra.Command {
	return scenarioCommand(&cobra.Command{
		Use:   "sources SCENARIO",
		Short: "Print where the figures of a scenario come from",
		Long:  `Print the works a scenario's figures come from, and list the figures that are assumed or derived.` + exitStatus,
	}, printSources)
}

func printSources(w io.Writer, s *scenarios.Scenario) error {
	works := s.Works()
	fmt.Fprintf(w, "%s: %s from %s; assumed or derived: %s.\n", s.Name, tables.Counted(len(s.Figures()), "figure"), tables.Counted(len(works), "work"), tables.Grouped(s.Assumptions()))
	if len(works) > 0 {
		fmt.Fprintln(w, "\nWorks")
	}
	for _, work := range works {
		fmt.Fprintf(w, "  [%s] %s", work.Name, work.Title)
		if work.Date != "" {
			fmt.Fprintf(w, ", %s", work.Date)
		}
		fmt.Fprintln(w)
		if work.Path != "" {
			fmt.Fprintf(w, "    %s\n", work.Path)
		}
	}
	printKnown(w, s)
	if s.Assumptions() > 0 {
		fmt.Fprintln(w, "\nAssumed or derived figures")
	}
	for _, f := range s.Figures() {
		if !f.Assumed() {
			continue
		}
		from := "no source given"
		if len(f.Sources) > 0 {
			from = strings.Join(f.Sources, ", ")
		}
		unit := ""
		if f.Unit != "" {
			unit = " " + f.Unit
		}
		fmt.Fprintf(w, "  %s = %s%s (%s)\n", f.Path, f.Value, unit, from)
		if remark := f.Remark(); remark != "" {
			fmt.Fprintf(w, "    %s\n", remark)
		}
	}
	return nil
}

// printKnown lists the figures of which the scenario says when they were published.
func printKnown(w io.Writer, s *scenarios.Scenario) {
	headed := false
	for _, f := range s.Figures() {
		if f.Known == "" {
			continue
		}
		if !headed {
			fmt.Fprintln(w, "\nFigures by the month in which they were published")
			headed = true
		}
		fmt.Fprintf(w, "  %s  %s = %s%s\n", f.Known, f.Path, f.Value, strings.TrimRight(" "+f.Unit, " "))
	}
}
