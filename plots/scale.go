package plots

import (
	"image/color"
	"math"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// colourScale gives each class of values a colour. A class holds its lower
// bound; the last one is open to the top.
type colourScale struct {
	bounds  []float64 // lower bound of each class
	labels  []string  // of the bounds, and of the end if there is one more
	colours []color.Color
}

// of returns the colour of a value, grey where it is missing.
func (s colourScale) of(v float64) color.Color {
	if math.IsNaN(v) {
		return paleGrey
	}
	return s.colours[s.class(v)]
}

func (s colourScale) class(v float64) int {
	class := 0
	for i, b := range s.bounds {
		if v >= b-1e-9 {
			class = i
		}
	}
	return class
}

const (
	classWidth  vg.Length = 34 // of a class, unless its label needs more
	classSize   vg.Length = 8
	classHeight vg.Length = 9
)

// key returns the scale for the legend: a bar of its classes with the bounds
// written in them.
func (s colourScale) key(label string) key {
	class := max(classWidth, widestOf(lettering{regular(classSize), ink}, s.labels)+4)
	width := vg.Length(class * vg.Length(len(s.colours)))
	return key{label, width, func(c draw.Canvas, at vg.Rectangle) {
		for i, colour := range s.colours {
			x := at.Min.X + vg.Length(class*vg.Length(i))
			box := vg.Rectangle{Min: vg.Point{X: x, Y: at.Min.Y - 2}, Max: vg.Point{X: x + class, Y: at.Max.Y + 2}}
			c.FillPolygon(colour, corners(box))
			small := lettering{regular(classSize), contrast(colour)}
			small.write(c, x+half(class), at.Min.Y+half(keyHeight-small.height()), centred, s.labels[i])
		}
	}}
}

// contrast returns black or white, whichever reads better on the colour, by
// relative luminance (Web Content Accessibility Guidelines 2.2).
func contrast(on color.Color) color.Color {
	l := luminance(on)
	if float64((l+0.05)*(l+0.05)) > 0.05*1.05 {
		return ink
	}
	return white
}

// legible returns the colour, or the lightest of its shades that text may have on
// white: the guidelines ask for a contrast of 4.5.
func legible(c color.Color) color.Color {
	r, g, b, _ := c.RGBA()
	for part := uint32(20); part > 0; part-- {
		shade := rgb(r>>8*part/20<<16 | g>>8*part/20<<8 | b>>8*part/20)
		if float64(4.5*(luminance(shade)+0.05)) <= 1.05 {
			return shade
		}
	}
	return ink
}

// luminance follows the guidelines with a gamma of 2, which is close enough to
// choose between black and white and the same on every processor.
func luminance(c color.Color) float64 {
	r, g, b, _ := c.RGBA()
	square := func(v uint32) float64 { return float64(v) / 0xffff * (float64(v) / 0xffff) }
	return float64(0.2126*square(r)) + float64(0.7152*square(g)) + float64(0.0722*square(b))
}
