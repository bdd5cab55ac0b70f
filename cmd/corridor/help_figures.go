package main

import (
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"corridor/scenarios/language"
)

// topicFigures is what help on scenarios tells of beside their keys: numbers with their units.
const topicFigures = "figures"

// printFigures prints how figures may be written, by the unit of their keys.
func printFigures(w io.Writer) {
	fmt.Fprintln(w, wrap("A number may be followed by its unit, and is converted to that of its key. With a sign and a unit it changes what stands below, "+
		"in a file that is laid on another one and in --set: +20 %, -5 USD/t, +500 t/day; +2 points of a share or a rate. "+
		"A year has 365 days. A TEU, wagon or truck carries the tonnes_per_unit of its cargo class, a train the net_tonnes of its segment; "+
		"3 trains/day of 1200 t says it itself.", pageWidth))
	fmt.Fprintln(w)
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	for _, e := range language.FigureExamples() {
		unit := e.Unit
		if unit == "" {
			unit = "(shares, factors)"
		}
		fmt.Fprintf(t, "  %s\t%s\n", unit, strings.Join(e.Figures, ", "))
	}
	_ = t.Flush()
	fmt.Fprint(w, `
  corridor show my.yaml       each number with what was written and how it came to it
  corridor validate my.yaml   the same, of those that were converted
`)
}
