package plots

import (
	"cmp"
	"image/color"
	"math"
	"slices"

	"gonum.org/v1/plot/vg"
)

// ending is what is written at the right of a panel beside the end of a line: a
// value, and the name of the line under it.
type ending struct {
	value  float64
	text   string
	name   string
	colour color.Color
}

const (
	endingGap  vg.Length = 5   // from the panel to the text
	endingSpan vg.Length = 7   // between one ending and the next
	nameWidth  vg.Length = 140 // of a name before it is broken
	nameLines            = 3   // of a name at most, fewer where there is no room
)

// below is the height of a name under its value.
func (e ending) below(lines int) vg.Length {
	return vg.Length(axisText.pitch() * vg.Length(len(axisText.wrap(e.name, nameWidth, lines))))
}

func (e ending) height(lines int) vg.Length { return labelText.height() + e.below(lines) }

// endingWidth returns the room that endings need at the right of a panel.
func endingWidth(all []ending) vg.Length {
	widest := vg.Length(0)
	for _, e := range all {
		widest = max(widest, boldText.width(e.text))
		widest = max(widest, widestOf(axisText, axisText.wrap(e.name, nameWidth, nameLines)))
	}
	return widest + endingGap + 2
}

// endings writes the endings from the bottom up, each at the height of its value
// or as little above it as leaves them apart, and all of them within the page.
func (p plane) endings(all []ending) {
	all = slices.DeleteFunc(slices.Clone(all), func(e ending) bool { return math.IsNaN(e.value) })
	slices.SortStableFunc(all, func(a, b ending) int { return cmp.Compare(a.value, b.value) })
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
		if e.name != "" {
			floor = max(floor, p.Min.Y) // clear of the labels of the axis
		}
		feet[i] = max(floor, p.atY(e.value)-half(labelText.height())-e.below(lines))
		floor = feet[i] + e.height(lines) + endingSpan
	}
	for i, e := range slices.Backward(all) {
		feet[i] = min(feet[i], ceiling-e.height(lines))
		ceiling = feet[i] - endingSpan
	}
	x := p.Max.X + endingGap
	room := min(nameWidth, p.on.width-x)
	for i, e := range all {
		y := feet[i] + e.below(lines)
		boldText.in(legible(e.colour)).write(p, x, y, fromLeft, e.text)
		for _, s := range axisText.wrap(e.name, room, lines) {
			y -= axisText.pitch()
			axisText.write(p, x, y, fromLeft, s)
		}
	}
}
