package plots

import (
	"image/color"

	stdfont "golang.org/x/image/font"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/palette/brewer"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// Lengths of the page, in points of its layout.
const (
	margin     vg.Length = 20
	tickLength vg.Length = 3.5
)

// Colours for series are those of Okabe & Ito, Color Universal Design (2008),
// which readers with any common colour vision tell apart. Every colour is
// opaque, tints included: print shops and PDF viewers differ on transparency.
var (
	blue       = rgb(0x0072b2)
	orange     = rgb(0xe69f00)
	vermillion = rgb(0xd55e00)
	green      = rgb(0x009e73)
	skyBlue    = rgb(0x56b4e9)
	purple     = rgb(0xcc79a7)
	yellow     = rgb(0xf0e442)

	ink       = rgb(0x1f1f1f) // titles and data labels
	darkGrey  = rgb(0x4d4d4d) // axis text
	midGrey   = rgb(0x767676) // small print, the lightest grey text may have
	lightGrey = rgb(0xdedede) // grid
	paleGrey  = rgb(0xf0f0f0) // cells without a value
	white     = rgb(0xffffff)

	darkGreen  = rgb(0x00694d) // text about what is green
	paleOrange = rgb(0xfae6d3) // not carried
	paleBlue   = rgb(0xb9d4e8) // the corridor behind its segments
	paleYellow = rgb(0xfdf3d0) // tight
	seaBlue    = rgb(0xe4f1f8) // water
	paleGreen  = rgb(0xa9dccb) // capacity that was there before
)

// heat returns 2 to 6 colours of a sequential scale from ColorBrewer (Harrower &
// Brewer, The Cartographic Journal 40(1), 2003), safe for colour-blind readers
// and legible in greyscale. The shade on which neither black nor white text
// reads well is left out.
func heat(classes int) []color.Color {
	p, err := brewer.GetPalette(brewer.TypeSequential, "YlOrBr", 9)
	if err != nil {
		panic(err) // the scale is part of the program
	}
	shades := [][]int{2: {1, 4}, 3: {1, 3, 5}, 4: {1, 3, 5, 7}, 5: {1, 2, 4, 5, 7}, 6: {1, 2, 3, 4, 5, 7}}
	var out []color.Color
	for _, i := range shades[classes] {
		out = append(out, p.Colors()[i])
	}
	return out
}

// Letterings by what they are for.
var (
	titleText    = lettering{bold(15), ink}
	subtitleText = lettering{regular(10.5), darkGrey}
	legendText   = lettering{regular(9.5), ink}
	axisText     = lettering{regular(9), darkGrey}
	unitText     = lettering{regular(9), darkGrey}
	labelText    = lettering{regular(9), ink}
	boldText     = lettering{bold(9), ink}
	sourceText   = lettering{regular(7.5), midGrey}
)

// Lines by what they are for.
var (
	gridLine = line(lightGrey, 0.5)
	axisLine = line(darkGrey, 0.7)
	hairline = line(midGrey, 0.5)
)

func regular(size vg.Length) font.Face {
	return font.Face{Font: font.Font{Typeface: "Liberation", Variant: "Sans", Size: size}, Face: regularFont}
}

func bold(size vg.Length) font.Face {
	return font.Face{Font: font.Font{Typeface: "Liberation", Variant: "Sans", Weight: stdfont.WeightBold, Size: size}, Face: boldFont}
}

func rgb(hex uint32) color.Color {
	return color.NRGBA{R: uint8(hex >> 16), G: uint8(hex >> 8), B: uint8(hex), A: 255}
}

func line(c color.Color, width vg.Length, dashes ...vg.Length) draw.LineStyle {
	return draw.LineStyle{Color: c, Width: width, Dashes: dashes}
}
