package page

import (
	"image/color"
	"math"

	"corridor/plots/ink"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// ColourScale gives each class of values a colour. A class holds its lower
// bound; the last one is open to the top.
type ColourScale struct {
	Bounds  []float64 // lower bound of each class
	Labels  []string  // of the bounds, and of the end if there is one more
	Colours []color.Color
}

// Of returns the colour of a value, grey where it is missing.
func (s ColourScale) Of(v float64) color.Color {
	if math.IsNaN(v) {
		return PaleGrey
	}
	return s.Colours[s.Class(v)]
}

// Class returns the class of a value, 0 for the lowest.
func (s ColourScale) Class(v float64) int {
	class := 0
	for i, b := range s.Bounds {
		if v >= b-1e-9 {
			class = i
		}
	}
	return class
}

const (
	classWidth  vg.Length = 34 // of a class, unless its label needs more
	classSize   vg.Length = 8.25
	classHeight vg.Length = 9
)

// Key returns the scale for the legend: a bar of its classes with the bounds
// written in them.
func (s ColourScale) Key(label string) Key {
	class := max(classWidth, ink.Lettering{Face: ink.Regular(classSize)}.Widest(s.Labels)+4)
	width := vg.Length(class * vg.Length(len(s.Colours)))
	return Key{label, width, func(c draw.Canvas, at vg.Rectangle) {
		for i, colour := range s.Colours {
			x := at.Min.X + vg.Length(class*vg.Length(i))
			box := vg.Rectangle{Min: vg.Point{X: x, Y: at.Min.Y - 2}, Max: vg.Point{X: x + class, Y: at.Max.Y + 2}}
			c.FillPolygon(colour, ink.Corners(box))
			small := ink.Lettering{Face: ink.Regular(classSize), Colour: Contrast(colour)}
			small.Write(c, x+ink.Half(class), at.Min.Y+ink.Half(keyHeight-small.Height()), ink.Centred, s.Labels[i])
		}
	}}
}
