package explore

import (
	"fmt"
	"html/template"
	"strings"

	"corridor/plots/page"
)

// colourRules are the colours of charts, by their names, on paper and, by their twins, on a dark
// screen; and those of the scale from empty to full with what is written on them.
func colourRules() template.CSS {
	var light, dark, scale strings.Builder
	for _, name := range page.ColourNames() {
		hex := page.Hex(page.Colour(name))
		twin, _ := page.DarkTwin(hex) // a test has them all
		fmt.Fprintf(&light, "--%s:%s;", name, hex)
		fmt.Fprintf(&dark, "--%s:%s;", name, twin)
	}
	for i, c := range page.Heat(5) {
		hex, ink := page.Hex(c), page.Hex(page.Contrast(c))
		fmt.Fprintf(&scale, ".heat-%d{fill:%s}.line-heat-%d{stroke:%s}.heat.on-heat-%d{background:%s;color:%s}.picture .cell.on-heat-%d{fill:%s}\n", i, hex, i, hex, i, hex, ink, i, ink)
	}
	return template.CSS(fmt.Sprintf(":root{%s}\n@media screen and (prefers-color-scheme:dark){:root{%s}}\n%s", light.String(), dark.String(), scale.String()))
}
