package page

import (
	"image/color"

	"corridor/plots/ink"
)

// Contrast returns black or white, whichever reads better on the colour, by
// relative luminance (Web Content Accessibility Guidelines 2.2).
func Contrast(on color.Color) color.Color {
	l := luminance(on)
	if float64((l+0.05)*(l+0.05)) > 0.05*1.05 {
		return Ink
	}
	return White
}

// Legible returns the colour, or the lightest of its shades that text may have on
// white: the guidelines ask for a contrast of 4.5.
func Legible(c color.Color) color.Color {
	r, g, b, _ := c.RGBA()
	for part := uint32(20); part > 0; part-- {
		shade := ink.RGB(r>>8*part/20<<16 | g>>8*part/20<<8 | b>>8*part/20)
		if float64(4.5*(luminance(shade)+0.05)) <= 1.05 {
			return shade
		}
	}
	return Ink
}

// luminance follows the guidelines with a gamma of 2, which is close enough to
// choose between black and white and the same on every processor.
func luminance(c color.Color) float64 {
	r, g, b, _ := c.RGBA()
	square := func(v uint32) float64 { return float64(v) / 0xffff * (float64(v) / 0xffff) }
	return float64(0.2126*square(r)) + float64(0.7152*square(g)) + float64(0.0722*square(b))
}
