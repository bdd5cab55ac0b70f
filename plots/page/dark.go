package page

import (
	"fmt"
	"image/color"
	"maps"
	"slices"

	"corridor/plots/ink"
)

// darkTwins are the colours that charts take on a dark page, by those they have: pages map them, so
// that a chart saved from one is as on paper. What dark text stands on becomes dark enough for
// light text, and what white text stands on light enough for dark.
var darkTwins = map[string]string{
	// Paper, letters and lines.
	"#ffffff": "#171d23", "#1f1f1f": "#e7ebee", "#4d4d4d": "#c2cad1", "#767676": "#9aa6b0", "#dedede": "#3a444e", "#f0f0f0": "#262e36", "#cfcfcf": "#45505a", "#c4c4c4": "#56626d",
	// Series.
	"#0072b2": "#5aaee6", "#f5b83d": "#846321", "#d55e00": "#ac4c00", "#00664a": "#4cc79c", "#56b4e9": "#366f90", "#cc79a7": "#8f5576", "#f0e442": "#716b1f", "#7a5200": "#d3a552",
	// Their texts and pale companions.
	"#00523b": "#7fd8b8", "#b54f00": "#ff9a57", "#995a7d": "#e0a3c3", "#866521": "#e3b95f", "#336c8b": "#9fd3f2", "#6c661d": "#e0d65a", "#fae6d3": "#4a3524", "#b9d4e8": "#2a4962", "#fdf3d0": "#3b3516", "#e4f1f8": "#14293a", "#a9dccb": "#245244",
	// Land and borders.
	"#f4f2ec": "#262a2c", "#c9c5ba": "#59606a",
	// The scale from little to much.
	"#fff7bc": "#363528", "#fee391": "#50472e", "#fec44f": "#6c5322", "#fe9929": "#8c5417", "#ec7014": "#a8500e", "#993404": "#ff9d5c", "#662506": "#ffc79a",
}

// darkLines are the twins of lines and dots whose areas have darker ones, since light text stands on
// those: a thin line on a dark page is lost at the contrast that is enough for an area.
var darkLines = map[string]string{"#f5b83d": "#dba437", "#d55e00": "#dc6410", "#56b4e9": "#9fd3f2", "#cc79a7": "#cc79a7", "#f0e442": "#d9cf3f"}

// DarkLine returns the colour that lines and dots in a colour have on a dark page.
func DarkLine(hex string) (twin string, found bool) {
	if twin, found := darkLines[hex]; found {
		return twin, true
	}
	return DarkTwin(hex)
}

// DarkTwin returns the colour that one has on a dark page: that of the table, or the same tint of
// the dark twin of the colour that it is a tint of.
func DarkTwin(hex string) (twin string, found bool) {
	if twin, found := darkTwins[hex]; found {
		return twin, true
	}
	for _, name := range slices.Sorted(maps.Keys(darkTwins)) {
		for percent := uint32(1); percent < 100; percent++ {
			if Hex(ink.Tint(colourOf(name), percent)) == hex {
				return Hex(mixed(colourOf(darkTwins[name]), colourOf(darkTwins["#ffffff"]), percent)), true
			}
		}
	}
	return "", false
}

func colourOf(hex string) color.Color {
	c, err := ParseColour(hex)
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

// Hex writes a colour as pages do, such as #0072b2.
func Hex(c color.Color) string {
	r, g, b, _ := c.RGBA()
	return fmt.Sprintf("#%02x%02x%02x", r>>8, g>>8, b>>8)
}
