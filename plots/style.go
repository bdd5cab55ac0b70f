package plots

import (
	"fmt"
	"image/color"
	"maps"
	"slices"
	"strconv"
	"strings"

	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
)

// Style changes how charts look. The zero value changes nothing.
type Style struct {
	Colours map[string]string // other colours, such as #0072b2, for those of the theme, by name
	Lines   float64           // factor on the width of lines, 1 when zero
}

// palette names the colours of the theme that a style may change.
var palette = map[string]color.Color{
	"blue": blue, "orange": orange, "vermillion": vermillion, "green": green, "sky-blue": skyBlue, "purple": purple, "yellow": yellow,
	"ink": ink, "dark-grey": darkGrey, "mid-grey": midGrey, "light-grey": lightGrey, "pale-grey": paleGrey, "white": white,
	"dark-green": darkGreen, "pale-orange": paleOrange, "pale-blue": paleBlue, "pale-yellow": paleYellow, "sea-blue": seaBlue, "pale-green": paleGreen,
}

// ColourNames lists the colours that a style may change.
func ColourNames() []string { return slices.Sorted(maps.Keys(palette)) }

// ParseColour reads a colour such as #0072b2.
func ParseColour(s string) (color.Color, error) {
	v, err := strconv.ParseUint(strings.TrimPrefix(s, "#"), 16, 32)
	if err != nil || len(s) != 7 || s[0] != '#' {
		return nil, fmt.Errorf("%q is not a colour such as #0072b2", s)
	}
	return rgb(uint32(v)), nil
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
		shade := legible(palette[name])
		if _, named := out[shade]; !named && out != nil {
			out[shade] = legible(out[palette[name]])
		}
	}
	return out
}

// styled is a canvas that scales all it is given, and changes colours and the
// width of lines.
type styled struct {
	vg.Canvas
	scale   vg.Length
	lines   vg.Length
	colours map[color.Color]color.Color
}

func (c styled) Size() (w, h vg.Length) {
	w, h = c.Canvas.(vg.CanvasSizer).Size()
	return w / c.scale, h / c.scale
}

func (c styled) SetColor(colour color.Color) {
	if other, ok := c.colours[colour]; ok {
		colour = other
	}
	c.Canvas.SetColor(colour)
}

func (c styled) SetLineWidth(w vg.Length) { c.Canvas.SetLineWidth(vg.Length(w * c.scale * c.lines)) }

func (c styled) SetLineDash(dashes []vg.Length, offset vg.Length) {
	scaled := make([]vg.Length, len(dashes))
	for i, d := range dashes {
		scaled[i] = vg.Length(d * c.scale)
	}
	c.Canvas.SetLineDash(scaled, vg.Length(offset*c.scale))
}

func (c styled) Stroke(p vg.Path) { c.Canvas.Stroke(c.path(p)) }
func (c styled) Fill(p vg.Path)   { c.Canvas.Fill(c.path(p)) }

func (c styled) FillString(f font.Face, pt vg.Point, text string) {
	f.Font.Size = vg.Length(f.Font.Size * c.scale)
	c.Canvas.FillString(f, c.point(pt), text)
}

func (c styled) point(p vg.Point) vg.Point {
	return vg.Point{X: vg.Length(p.X * c.scale), Y: vg.Length(p.Y * c.scale)}
}

func (c styled) path(p vg.Path) vg.Path {
	out := make(vg.Path, len(p))
	for i, part := range p {
		part.Pos = c.point(part.Pos)
		control := make([]vg.Point, len(part.Control))
		for j, q := range part.Control {
			control[j] = c.point(q)
		}
		part.Control = control
		out[i] = part
	}
	return out
}
