package plots

import (
	"fmt"
	"strings"

	"corridor/sim/tables"
	"gonum.org/v1/plot/vg"
)

// sourceLines says below a figure what it rests on: the model and scenario,
// where the figures come from and how many of them are assumed. As many sources
// are named as fit in n lines of the width given.
func sourceLines(p *tables.Package, width vg.Length, n int) []string {
	for named := len(p.Sources); named > 1; named-- {
		if lines := sourceText.wrap(sourceNote(p, named), width, n+1); len(lines) <= n {
			return lines
		}
	}
	return sourceText.wrap(sourceNote(p, 1), width, n)
}

func sourceNote(p *tables.Package, named int) string {
	var note strings.Builder
	note.WriteString("Source: corridor model")
	if p.Name != "" {
		fmt.Fprintf(&note, ", scenario %s", p.Name)
	}
	if p.Program != "" {
		fmt.Fprintf(&note, " (%s)", p.Program)
	}
	note.WriteString(".")
	var titles []string
	for _, s := range p.Sources[:min(named, len(p.Sources))] {
		titles = append(titles, strings.TrimRight(strings.TrimSpace(s.Title), "."))
	}
	if len(titles) > 0 {
		fmt.Fprintf(&note, " Figures: %s", strings.Join(titles, "; "))
		if more := len(p.Sources) - len(titles); more > 0 {
			fmt.Fprintf(&note, "; and %d more", more)
		}
		note.WriteString(".")
	}
	if p.Figures > 0 {
		verb := "are assumed or derived"
		if p.Assumptions == 1 {
			verb = "is assumed or derived"
		}
		fmt.Fprintf(&note, " %d of %d figures %s.", p.Assumptions, p.Figures, verb)
	}
	return note.String()
}
