package page

import (
	"cmp"
	"image/color"
	"math"
	"slices"

	"corridor/plots/ink"
	"gonum.org/v1/plot/vg"
)

// Ending is what is written at the right of a panel beside the end of a line: a
// value, and the name of the line under it.
type Ending struct {
	Value  float64
	Text   string
	Name   string
	Colour color.Color
}

const (
	endingGap  vg.Length = 5   // from the panel to the text
	endingSpan vg.Length = 7   // between one ending and the next
	nameWidth  vg.Length = 140 // of a name before it is broken
	nameLines            = 3   // of a name at most, fewer where there is no room
)

// below is the height of a name under its value.
func (e Ending) below(lines int) vg.Length {
	return vg.Length(AxisText.Pitch() * vg.Length(len(AxisText.Wrap(e.Name, nameWidth, lines))))
}

func (e Ending) height(lines int) vg.Length { return LabelText.Height() + e.below(lines) }

// EndingWidth returns the room that endings need at the right of a panel.
func EndingWidth(all []Ending) vg.Length {
	widest := vg.Length(0)
	for _, e := range all {
		widest = max(widest, BoldText.Width(e.Text))
		widest = max(widest, AxisText.Widest(AxisText.Wrap(e.Name, nameWidth, nameLines)))
	}
	return widest + endingGap + 2
}

// Endings writes the endings from the bottom up, each at the height of its value
// or as little above it as leaves them apart, and all of them within the page.
func (p Plane) Endings(all []Ending) {
	all = slices.DeleteFunc(slices.Clone(all), func(e Ending) bool { return math.IsNaN(e.Value) })
	slices.SortStableFunc(all, func(a, b Ending) int { return cmp.Compare(a.Value, b.Value) })
	floor, ceiling := p.Min.Y-6, p.Max.Y+10
	lines := nameLines
	for ; lines > 1; lines-- {
		needed := vg.Length(-endingSpan)
		for _, e := range all {
			needed += e.height(lines) + endingSpan
		}
		if needed <= ceiling-floor {
			break
		}
	}
	feet := make([]vg.Length, len(all))
	for i, e := range all {
		if e.Name != "" {
			floor = max(floor, p.Min.Y) // clear of the labels of the axis
		}
		feet[i] = max(floor, p.AtY(e.Value)-ink.Half(LabelText.Height())-e.below(lines))
		floor = feet[i] + e.height(lines) + endingSpan
	}
	for i, e := range slices.Backward(all) {
		feet[i] = min(feet[i], ceiling-e.height(lines))
		ceiling = feet[i] - endingSpan
	}
	x := p.Max.X + endingGap
	room := min(nameWidth, p.On.Width-x)
	for i, e := range all {
		y := feet[i] + e.below(lines)
		BoldText.In(Legible(e.Colour)).Write(p, x, y, ink.FromLeft, e.Text)
		for _, s := range AxisText.Wrap(e.Name, room, lines) {
			y -= AxisText.Pitch()
			AxisText.Write(p, x, y, ink.FromLeft, s)
		}
	}
}
