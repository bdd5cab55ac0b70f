package page

import (
	"fmt"
	"sort"
	"strings"

	"corridor/sim/tables"
	"gonum.org/v1/plot/vg"
)

// sourceLines says below a figure what it rests on: the model and scenario,
// where the figures come from and how many of them are assumed. As many sources
// are named as fit in n lines of the width given.
func sourceLines(on *Page, p *tables.Package, width vg.Length, n int) []string {
	// Naming one source more never takes fewer lines, so that the most can be found
	// by halving.
	few := sort.Search(len(p.Sources), func(i int) bool {
		return len(SourceText.Wrap(sourceNote(on, p, i+1), width, n+1)) > n
	})
	return SourceText.Wrap(sourceNote(on, p, max(1, few)), width, n)
}

func sourceNote(on *Page, p *tables.Package, named int) string {
	var parts []string
	source := on.Say("Source: corridor model")
	if p.Name != "" {
		source = on.Say("Source: corridor model, scenario %s", p.Name)
	}
	if p.Program != "" {
		source += fmt.Sprintf(" (%s)", p.Program)
	}
	parts = append(parts, source+".")
	var titles []string
	for _, s := range p.Sources[:min(named, len(p.Sources))] {
		titles = append(titles, strings.TrimRight(strings.TrimSpace(s.Title), "."))
	}
	if len(titles) > 0 {
		list := strings.Join(titles, "; ")
		if more := len(p.Sources) - len(titles); more > 0 {
			parts = append(parts, on.Say("Figures: %[1]s; and %[2]d more.", list, more))
		} else {
			parts = append(parts, on.Say("Figures: %s.", list))
		}
	}
	if p.Figures > 0 {
		parts = append(parts, on.Say("Assumed or derived: %[1]d of %[2]d figures.", p.Assumptions, p.Figures))
	}
	return strings.Join(parts, " ")
}
