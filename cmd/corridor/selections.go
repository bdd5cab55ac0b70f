package main

import (
	"fmt"
	"io"
	"strings"

	"corridor/scenarios/language"
	"corridor/sim/tables"
)

// mostNamed is how many of the things are named in a line that a selection means.
const mostNamed = 4

// printSelections lists what selections such as all of alat come to.
func printSelections(w io.Writer, list []language.Selection) {
	if len(list) == 0 {
		return
	}
	fmt.Fprintln(w, "Selected:")
	for _, one := range list[:min(len(list), mostConverted)] {
		fmt.Fprintf(w, "  %s = %s (%s)\n", one.Path, few(one.Names), tables.ShownInLine(one.Said))
	}
	if more := len(list) - mostConverted; more > 0 {
		fmt.Fprintf(w, "  and %s more: corridor validate --json has all\n", tables.Grouped(more))
	}
}

// inFull says what a selection comes to, with all that it means.
func inFull(one *language.Selection) string {
	return one.Said + " means " + strings.Join(one.Names, ", ")
}

// few names the first of some things, and says how many more there are.
func few(names []string) string {
	if len(names) <= mostNamed+1 {
		return strings.Join(names, ", ")
	}
	return fmt.Sprintf("%s and %d more", strings.Join(names[:mostNamed], ", "), len(names)-mostNamed)
}
