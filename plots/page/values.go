package page

import (
	"image/color"
	"math"
	"slices"

	"corridor/plots/ink"
	"gonum.org/v1/plot/vg"
)

// Totals writes values over their bars, in front of the grid, so that none lies on
// another or on the axis: first that of the last bar, then from the left those that are
// wanted and have room.
func (p Plane) Totals(l ink.Lettering, xs, values []float64, wanted func(i int) bool) {
	var taken []vg.Rectangle
	bar := p.AtX(p.X.Min+p.Half()) - p.Min.X // half of its width
	write := func(i int) {
		if math.IsNaN(values[i]) || !wanted(i) {
			return
		}
		text := p.On.Amount(values[i], p.Y.Decimals)
		foot, reach := p.Point(xs[i], values[i]), ink.Half(l.Width(text))+1
		foot.X = max(p.Min.X+reach, min(foot.X, p.On.Width-reach))
		for j, v := range values { // above the neighbours that the text reaches
			if apart := p.AtX(xs[j]) - foot.X; !math.IsNaN(v) && max(apart, -apart) < reach+bar {
				foot.Y = max(foot.Y, p.AtY(v))
			}
		}
		box := vg.Rectangle{Min: vg.Point{X: foot.X - reach, Y: foot.Y + 2}, Max: vg.Point{X: foot.X + reach, Y: foot.Y + 5 + l.Height()}}
		if slices.ContainsFunc(taken, func(t vg.Rectangle) bool { return ink.Overlap(box, t) }) {
			return
		}
		taken = append(taken, box)
		p.FillPolygon(White, ink.Corners(box))
		l.Write(p, foot.X, foot.Y+4, ink.Centred, text)
	}
	last := len(xs) - 1
	write(last)
	for i := range last {
		write(i)
	}
}

// Within writes a value in the middle of a box, if it has room.
func (p Plane) Within(l ink.Lettering, patch bool, box vg.Rectangle, text string, under color.Color) {
	size := box.Size()
	if l.Width(text)+3 > size.X || l.Height()+4 > size.Y {
		return
	}
	x, y := ink.Half(box.Min.X+box.Max.X), ink.Half(box.Min.Y+box.Max.Y-l.Height())
	if patch {
		reach := ink.Half(l.Width(text)) + 1.5
		p.FillPolygon(under, ink.Corners(vg.Rectangle{
			Min: vg.Point{X: x - reach, Y: y - 1.5}, Max: vg.Point{X: x + reach, Y: y + l.Height() + 1.5},
		}))
	}
	l.Write(p, x, y, ink.Centred, text)
}

// Patch clears the grid behind a line of text.
func (p Plane) Patch(from, to, base vg.Length) {
	p.FillPolygon(White, ink.Corners(vg.Rectangle{
		Min: vg.Point{X: from - 2, Y: base - 2}, Max: vg.Point{X: to + 2, Y: base + LabelText.Height() + 2},
	}))
}

// Remark says in the middle of an empty panel why it is empty.
func (p Plane) Remark(text string) {
	centre := p.Center()
	UnitText.In(MidGrey).Write(p, centre.X, centre.Y-ink.Half(UnitText.Height()), ink.Centred, text)
}
