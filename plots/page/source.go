package page

import (
	"fmt"
	"strings"

	"corridor/sim/tables"
	"gonum.org/v1/plot/vg"
)

// fewSources is how many works are named below a figure; more are only counted, since a few of
// many would say nothing.
const fewSources = 3

// sourceLines says below a figure what it rests on: the model and scenario,
// where the figures come from and how many of them are assumed, in at most n lines of the
// width given.
func sourceLines(on *Page, p *tables.Package, width vg.Length, n int) []string {
	if len(p.Sources) <= fewSources {
		if whole := SourceText.Wrap(sourceNote(on, p, true), width, n+1); len(whole) <= n {
			return whole
		}
	}
	return SourceText.Wrap(sourceNote(on, p, false), width, n)
}

func sourceNote(on *Page, p *tables.Package, named bool) string {
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
	for _, s := range p.Sources {
		titles = append(titles, strings.TrimRight(strings.TrimSpace(s.Title), "."))
	}
	switch {
	case len(titles) == 0:
	case named:
		parts = append(parts, on.Say("Figures: %s.", strings.Join(titles, "; ")))
	default:
		parts = append(parts, on.Say("Figures from %[1]d works, which %[2]s lists.", len(titles), tables.PackageFile))
	}
	if p.Figures > 0 {
		parts = append(parts, on.Say("Assumed or derived: %[1]s of %[2]s figures.", on.Amount(float64(p.Assumptions), 0), on.Amount(float64(p.Figures), 0)))
	}
	return strings.Join(parts, " ")
}
