package report

import (
	"fmt"
	"html/template"
	"strings"

	"corridor/plots"
	theme "corridor/plots/page"
)

// lineRules are the looks of lines that the page draws itself: those that charts give the same
// scenarios, on paper and, by their twins, on a dark page. Of more lines than there are looks the
// second of a colour has other gaps.
func lineRules() template.CSS {
	var light, dark, rules strings.Builder
	styles := plots.LineStyles()
	for i, style := range styles {
		hex := theme.Hex(style.Colour)
		twin, _ := theme.DarkLine(hex) // a test has them all
		fmt.Fprintf(&light, "--style-%d:%s;", i, hex)
		fmt.Fprintf(&dark, "--style-%d:%s;", i, twin)
		for round := range MostRuns / len(styles) {
			at := i + round*len(styles)
			fmt.Fprintf(&rules, ".style-%d{stroke:var(--style-%d)%s}.fill-%d{fill:var(--style-%d)}\n", at, i, dashed(style.Dashes, round), at, i)
		}
	}
	return template.CSS(fmt.Sprintf(":root{%s}\n@media screen and (prefers-color-scheme:dark){:root:not([data-theme=\"light\"]){%s}}\n@media screen{:root[data-theme=\"dark\"]{%s}}\n%s", light.String(), dark.String(), dark.String(), rules.String()))
}

// dashed are the gaps of a line; in the second round twice as long, with a dot between.
func dashed(lengths []float64, round int) string {
	if round > 0 {
		return ";stroke-dasharray:12 3 2 3"
	}
	if len(lengths) == 0 {
		return ""
	}
	var words []string
	for _, length := range lengths {
		words = append(words, fmt.Sprintf("%g", length))
	}
	return ";stroke-dasharray:" + strings.Join(words, " ")
}
