package report

import (
	"fmt"
	"html/template"
	"maps"
	"regexp"
	"slices"
	"strings"

	"corridor/plots/ink"
	theme "corridor/plots/page"
)

var coloured = regexp.MustCompile(`(?:fill|stroke)="(#[0-9a-f]{6})"`)

// darkRules map the colours of charts to those of a dark page, by variables that only a dark
// screen sets: those of areas, their stripes and text, and those of lines and dots. Of all that is
// filled, dots alone have curves.
func darkRules(figures []chartFigure) template.CSS {
	used := map[string]bool{}
	for _, f := range figures {
		for _, m := range coloured.FindAllStringSubmatch(string(f.Picture), -1) {
			used[m[1]] = true
		}
		for _, hex := range f.Yearly.colours() {
			used[hex] = true
		}
	}
	var rules, twins strings.Builder
	for _, hex := range slices.Sorted(maps.Keys(used)) {
		twin, found := theme.DarkTwin(hex)
		if !found {
			continue
		}
		name := "--c" + hex[1:]
		fmt.Fprintf(&twins, "%s:%s;", name, twin)
		fmt.Fprintf(&rules, ".card [fill=\"%s\"]{fill:var(%s,%s)}.card [stroke=\"%s\"]{stroke:var(%s,%s)}\n", hex, name, hex, hex, name, hex)
		if lighter, _ := theme.DarkLine(hex); lighter != twin {
			line := "--l" + hex[1:]
			fmt.Fprintf(&twins, "%s:%s;", line, lighter)
			fmt.Fprintf(&rules, ".card [fill=\"%s\"][d*=\"Q\"]{fill:var(%s,%s)}.card [stroke=\"%s\"]:not([stroke-width=\"%g\"]){stroke:var(%s,%s)}\n", hex, line, hex, hex, ink.HatchWidth.Points(), line, hex)
		}
	}
	return template.CSS(fmt.Sprintf("%s@media screen and (prefers-color-scheme:dark){:root:not([data-theme=\"light\"]){%s}}\n@media screen{:root[data-theme=\"dark\"]{%s}}\n", rules.String(), twins.String(), twins.String()))
}
