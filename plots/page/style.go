package page

import (
	"fmt"
	"image/color"
	"maps"
	"slices"
	"strconv"
	"strings"

	"corridor/plots/ink"
)

// Style changes how charts look. The zero value changes nothing.
type Style struct {
	Colours map[string]string // other colours, such as #0072b2, for those of the theme, by name
	Lines   float64           // factor on the width of lines, 1 when zero
}

// palette names the colours of the theme that a style may change.
var palette = map[string]color.Color{
	"blue": Blue, "orange": Orange, "vermillion": Vermillion, "green": Green, "sky-blue": SkyBlue, "purple": Purple, "yellow": Yellow, "brown": Brown,
	"ink": Ink, "dark-grey": DarkGrey, "mid-grey": MidGrey, "light-grey": LightGrey, "pale-grey": PaleGrey, "white": White,
	"dark-green": DarkGreen, "pale-orange": PaleOrange, "pale-blue": PaleBlue, "pale-yellow": PaleYellow, "sea-blue": SeaBlue, "pale-green": PaleGreen,
}

// ColourNames lists the colours that a style may change.
func ColourNames() []string { return slices.Sorted(maps.Keys(palette)) }

// Colour returns the colour of the theme that a name is of, nil for none.
func Colour(name string) color.Color { return palette[name] }

// ColourName returns the name of a colour of the theme.
func ColourName(c color.Color) string {
	for _, name := range ColourNames() {
		if palette[name] == c {
			return name
		}
	}
	return ""
}

// ParseColour reads a colour such as #0072b2.
func ParseColour(s string) (color.Color, error) {
	v, err := strconv.ParseUint(strings.TrimPrefix(s, "#"), 16, 32)
	if err != nil || len(s) != 7 || s[0] != '#' {
		return nil, fmt.Errorf("%q is not a colour such as #0072b2", s)
	}
	return ink.RGB(uint32(v)), nil
}

// Limits of the factor on line widths.
const (
	ThinnestLines = 0.25
	ThickestLines = 4.0
)

func (s Style) check() error {
	for _, name := range slices.Sorted(maps.Keys(s.Colours)) {
		if _, known := palette[name]; !known {
			return fmt.Errorf("there is no colour %q; valid: %s", name, strings.Join(ColourNames(), ", "))
		}
		if _, err := ParseColour(s.Colours[name]); err != nil {
			return fmt.Errorf("colour %s: %w", name, err)
		}
	}
	if s.Lines != 0 && !(s.Lines >= ThinnestLines && s.Lines <= ThickestLines) {
		return fmt.Errorf("lines is %g, expected a factor from %g to %g", s.Lines, ThinnestLines, ThickestLines)
	}
	return nil
}

// recolouring returns the colours to change, or nil.
func (s Style) recolouring() map[color.Color]color.Color {
	var out map[color.Color]color.Color
	for name, value := range s.Colours {
		if c, err := ParseColour(value); err == nil {
			if out == nil {
				out = map[color.Color]color.Color{}
			}
			out[palette[name]] = c
		}
	}
	for name := range s.Colours {
		shade := Legible(palette[name])
		if _, named := out[shade]; !named && out != nil {
			out[shade] = Legible(out[palette[name]])
		}
	}
	return out
}
