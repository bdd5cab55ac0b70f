package main

import (
	"fmt"
	"io"
	"maps"
	"slices"
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
		known := ""
		if f.Known != "" {
			known = ", known " + f.Known
		}
		fmt.Fprintf(w, "  %s = %s%s (%s)%s\n", f.Path, f.Value, unit, from, known)
		if f.Note != "" {
			fmt.Fprintf(w, "    %s\n", f.Note)
		}
	}
	return nil
}

// printKnown says when the figures became known: how many by year, and one by one those of
// which the scenario itself gives the month.
func printKnown(w io.Writer, s *scenarios.Scenario) {
	byYear, none := map[string]int{}, 0
	var stated []scenarios.Figure
	for _, f := range s.Figures() {
		switch {
		case f.Known == "":
			none++
			continue
		case f.Stated:
			stated = append(stated, f)
		}
		byYear[f.Known[:4]]++
	}
	fmt.Fprintln(w, "\nFigures by the year in which they became known")
	for _, year := range slices.Sorted(maps.Keys(byYear)) {
		fmt.Fprintf(w, "  %s  %d\n", year, byYear[year])
	}
	fmt.Fprintf(w, "  %d are assumed, or come from works without a date\n", none)
	if len(stated) > 0 {
		fmt.Fprintln(w, "\nFigures whose month is given beside them")
	}
	for _, f := range stated {
		fmt.Fprintf(w, "  %s  %s = %s%s\n", f.Known, f.Path, f.Value, strings.TrimRight(" "+f.Unit, " "))
	}
}
