package report

import (
	"fmt"
	"html/template"
	"image/color"
	"maps"
	"regexp"
	"slices"
	"strings"

	"corridor/plots"
	"corridor/plots/ink"
)

// darkTwins are the colours that charts take on a dark page, by those they have: a page maps them,
// so that a chart saved from it is as on paper. What dark text stands on becomes dark enough for
// light text, and what white text stands on light enough for dark.
var darkTwins = map[string]string{
	// Paper, letters and lines.
	"#ffffff": "#171d23", "#1f1f1f": "#e7ebee", "#4d4d4d": "#c2cad1", "#767676": "#9aa6b0", "#dedede": "#3a444e", "#f0f0f0": "#262e36", "#cfcfcf": "#45505a", "#c4c4c4": "#56626d",
	// Series.
	"#0072b2": "#5aaee6", "#f5b83d": "#846321", "#d55e00": "#ac4c00", "#00664a": "#4cc79c", "#56b4e9": "#366f90", "#cc79a7": "#8f5576", "#f0e442": "#716b1f", "#7a5200": "#d3a552",
	// Their texts and pale companions.
	"#00523b": "#7fd8b8", "#b54f00": "#ff9a57", "#fae6d3": "#4a3524", "#b9d4e8": "#2a4962", "#fdf3d0": "#3b3516", "#e4f1f8": "#14293a", "#a9dccb": "#245244",
	// Land and borders.
	"#f4f2ec": "#262a2c", "#c9c5ba": "#59606a",
	// The scale from little to much.
	"#fff7bc": "#363528", "#fee391": "#50472e", "#fec44f": "#6c5322", "#fe9929": "#8c5417", "#ec7014": "#a8500e", "#993404": "#ff9d5c", "#662506": "#ffc79a",
}

// darkTwin returns the colour that one has on a dark page: that of the table, or the same tint of
// the dark twin of the colour that it is a tint of.
func darkTwin(hex string) (twin string, found bool) {
	if twin, found := darkTwins[hex]; found {
		return twin, true
	}
	for _, name := range slices.Sorted(maps.Keys(darkTwins)) {
		for percent := uint32(1); percent < 100; percent++ {
			if hexOf(ink.Tint(colourOf(name), percent)) == hex {
				return hexOf(mixed(colourOf(darkTwins[name]), colourOf(darkTwins["#ffffff"]), percent)), true
			}
		}
	}
	return "", false
}

func colourOf(hex string) color.Color {
	c, err := plots.ParseColour(hex)
	if err != nil {
		panic(err) // the names of the table are colours
	}
	return c
}

// mixed is a colour with the rest of another.
func mixed(c, rest color.Color, percent uint32) color.Color {
	r, g, b, _ := c.RGBA()
	or, og, ob, _ := rest.RGBA()
	mix := func(v, other uint32) uint32 { return (v>>8*percent + other>>8*(100-percent)) / 100 }
	return ink.RGB(mix(r, or)<<16 | mix(g, og)<<8 | mix(b, ob))
}

func hexOf(c color.Color) string {
	r, g, b, _ := c.RGBA()
	return fmt.Sprintf("#%02x%02x%02x", r>>8, g>>8, b>>8)
}

var coloured = regexp.MustCompile(`(?:fill|stroke)="(#[0-9a-f]{6})"`)

// darkRules map the colours of charts to those of a dark page, by variables that only a dark
// screen sets.
func darkRules(figures []chartFigure) template.CSS {
	used := map[string]bool{}
	for _, f := range figures {
		for _, m := range coloured.FindAllStringSubmatch(string(f.Picture), -1) {
			used[m[1]] = true
		}
	}
	var rules, twins strings.Builder
	for _, hex := range slices.Sorted(maps.Keys(used)) {
		twin, found := darkTwin(hex)
		if !found {
			continue
		}
		name := "--c" + hex[1:]
		fmt.Fprintf(&rules, ".card [fill=\"%s\"]{fill:var(%s,%s)}.card [stroke=\"%s\"]{stroke:var(%s,%s)}\n", hex, name, hex, hex, name, hex)
		fmt.Fprintf(&twins, "%s:%s;", name, twin)
	}
	return template.CSS(fmt.Sprintf("%s@media screen and (prefers-color-scheme:dark){:root:not([data-theme=\"light\"]){%s}}\n@media screen{:root[data-theme=\"dark\"]{%s}}\n", rules.String(), twins.String(), twins.String()))
}
