package main

import (
	"fmt"
	"io"
	"text/tabwriter"

	"corridor/sim/runs"
)

// printBaseYear prints what the base year carried beside what was observed.
func printBaseYear(w io.Writer, b *runs.BaseYear) error {
	fmt.Fprintln(w)
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintf(t, "Base year %d, Mt\tobserved\tcarried\tasked for\tturned away\n", b.Year)
	for _, r := range b.Rows {
		fmt.Fprintf(t, "  %s\t%.3f\t%.3f\t%.3f\t%.3f\n", r.Name, r.Observed, r.Carried, r.AskedFor, r.TurnedAway)
	}
	return t.Flush()
}
