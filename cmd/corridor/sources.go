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
	var asJSON bool
	c := scenarioCommand(&cobra.Command{
		Use:   "sources SCENARIO",
		Short: "Print where the figures of a scenario come from",
		Long:  `Print the works a scenario's figures come from, and list the figures that are assumed or derived.` + exitStatus,
		Example: `  corridor sources stated
  corridor sources reference --with growth/high --json`,
	}, func(w io.Writer, s *scenarios.Scenario) error {
		if asJSON {
			return printJSON(w, summariseSources(s))
		}
		return printSources(w, s)
	})
	c.Flags().BoolVar(&asJSON, "json", false, "print all figures with their sources as JSON")
	return c
}

// sourcesSummary is how programs read where figures come from.
type sourcesSummary struct {
	Scenario    string           `json:"scenario" doc:"name of the scenario"`
	Assumptions int              `json:"assumptions" doc:"figures that are assumed or derived"`
	Works       []workSummary    `json:"works" doc:"works that figures come from"`
	Figures     []sourcedSummary `json:"figures" doc:"all figures, in the order of the scenario"`
}

type workSummary struct {
	Name  string `json:"name" doc:"as figures refer to it"`
	Title string `json:"title" doc:"what it is called"`
	Date  string `json:"date,omitempty" doc:"when it was published"`
	Path  string `json:"path,omitempty" doc:"where it is"`
}

type sourcedSummary struct {
	Path    string   `json:"path" doc:"where it stands in the scenario"`
	Value   string   `json:"value" doc:"as the scenario has it"`
	Low     string   `json:"low,omitempty" doc:"low end of its range"`
	High    string   `json:"high,omitempty" doc:"high end of its range"`
	Unit    string   `json:"unit,omitempty" doc:"its unit"`
	Said    string   `json:"said,omitempty" doc:"what the file says, and how it came to the value, where it is given with a unit or as a change"`
	Sources []string `json:"sources" doc:"names of works, and the words assumption and derived"`
	Assumed bool     `json:"assumed" doc:"whether it counts as assumed or derived"`
	Known   string   `json:"known,omitempty" doc:"month in which it became known"`
	Note    string   `json:"note,omitempty" doc:"what the scenario says of it"`
}

func summariseSources(s *scenarios.Scenario) sourcesSummary {
	sum := sourcesSummary{Scenario: s.Name, Assumptions: s.Assumptions()}
	for _, w := range s.Works() {
		sum.Works = append(sum.Works, workSummary(w))
	}
	for _, f := range s.Figures() {
		sum.Figures = append(sum.Figures, summariseSourced(f))
	}
	return sum
}

func summariseSourced(f scenarios.Figure) sourcedSummary {
	return sourcedSummary{f.Path, f.Value, f.Low, f.High, f.Unit, f.Said, f.Sources, f.Assumed(), f.Known, f.Note}
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
