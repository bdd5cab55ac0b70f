package page

import (
	"image/color"

	"corridor/plots/ink"
	"gonum.org/v1/plot/vg"
)

// Lengths of the page, in points of its layout.
const (
	Margin     vg.Length = 20
	tickLength vg.Length = 3.5
)

// Colours for series have the hues of Okabe & Ito, Color Universal Design (2008),
// which readers with any common colour vision tell apart. Green is darker than theirs and
// orange lighter, so that in grey too each is told from every other. Every colour is
// opaque, tints included: print shops and PDF viewers differ on transparency.
var (
	Blue       = ink.RGB(0x0072b2)
	Orange     = ink.RGB(0xf5b83d)
	Vermillion = ink.RGB(0xd55e00)
	Green      = ink.RGB(0x00664a)
	SkyBlue    = ink.RGB(0x56b4e9)
	Purple     = ink.RGB(0xcc79a7)
	Yellow     = ink.RGB(0xf0e442)
	Brown      = ink.RGB(0x7a5200) // lines: orange is too light for them

	Ink       = ink.RGB(0x1f1f1f) // titles and data labels
	DarkGrey  = ink.RGB(0x4d4d4d) // axis text
	MidGrey   = ink.RGB(0x767676) // small print, the lightest grey text may have
	LightGrey = ink.RGB(0xdedede) // grid
	PaleGrey  = ink.RGB(0xf0f0f0) // cells without a value
	White     = ink.RGB(0xffffff)

	DarkGreen  = ink.RGB(0x00523b) // text about what is green
	PaleOrange = ink.RGB(0xfae6d3) // not carried
	PaleBlue   = ink.RGB(0xb9d4e8) // the corridor behind its segments
	PaleYellow = ink.RGB(0xfdf3d0) // tight
	SeaBlue    = ink.RGB(0xe4f1f8) // water
	PaleGreen  = ink.RGB(0xa9dccb) // capacity that was there before
)

// Areas are the colours of parts that are stacked, by turns dark and light.
var Areas = []color.Color{Blue, Orange, Green, SkyBlue, Vermillion, Yellow, Purple}

// heat is the sequential scale YlOrBr of nine classes from ColorBrewer (Harrower &
// Brewer, The Cartographic Journal 40(1), 2003).
var heat = []uint32{0xffffe5, 0xfff7bc, 0xfee391, 0xfec44f, 0xfe9929, 0xec7014, 0xcc4c02, 0x993404, 0x662506}

// Heat returns 2 to 6 colours of that scale, safe for colour-blind readers and legible in
// greyscale. The shade on which neither black nor white text reads well is left out.
func Heat(classes int) []color.Color {
	shades := [][]int{2: {1, 4}, 3: {1, 3, 5}, 4: {1, 3, 5, 7}, 5: {1, 2, 4, 5, 7}, 6: {1, 2, 3, 4, 5, 7}}
	var out []color.Color
	for _, i := range shades[classes] {
		out = append(out, ink.RGB(heat[i]))
	}
	return out
}

// Letterings by what they are for.
var (
	TitleText    = ink.Lettering{Face: ink.Bold(15), Colour: Ink}
	SubtitleText = ink.Lettering{Face: ink.Regular(10.5), Colour: DarkGrey}
	LegendText   = ink.Lettering{Face: ink.Regular(9.5), Colour: Ink}
	AxisText     = ink.Lettering{Face: ink.Regular(9), Colour: DarkGrey}
	UnitText     = ink.Lettering{Face: ink.Regular(9), Colour: DarkGrey}
	LabelText    = ink.Lettering{Face: ink.Regular(9), Colour: Ink}
	BoldText     = ink.Lettering{Face: ink.Bold(9), Colour: Ink}
	SourceText   = ink.Lettering{Face: ink.Regular(8.25), Colour: MidGrey}
)

// Lines by what they are for.
var (
	GridLine = ink.Line(LightGrey, 0.5)
	AxisLine = ink.Line(DarkGrey, 0.7)
	Hairline = ink.Line(MidGrey, 0.5)
)
