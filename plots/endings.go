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
	name   []string
	colour color.Color
}

const (
	endingGap  vg.Length = 5   // from the panel to the text
	endingSpan vg.Length = 7   // between one ending and the next
	nameWidth  vg.Length = 140 // of a name before it is broken
)

func (e ending) height() vg.Length {
	return labelText.height() + vg.Length(axisText.pitch()*vg.Length(len(e.name)))
}

// endingWidth returns the room that endings need at the right of a panel.
func endingWidth(all []ending) vg.Length {
	widest := vg.Length(0)
	for _, e := range all {
		widest = max(widest, lettering{bold(labelText.size()), ink}.width(e.text))
		for _, s := range e.name {
			widest = max(widest, axisText.width(s))
		}
	}
	return widest + endingGap + 2
}

// endings writes the endings from the bottom up, each at the height of its value
// or as little above it as leaves them apart, and all of them within the page.
func (p plane) endings(all []ending) {
	all = slices.DeleteFunc(slices.Clone(all), func(e ending) bool { return math.IsNaN(e.value) })
	slices.SortStableFunc(all, func(a, b ending) int { return cmp.Compare(a.value, b.value) })
	feet := make([]vg.Length, len(all))
	floor := p.Min.Y - 6
	for i, e := range all {
		below := vg.Length(axisText.pitch() * vg.Length(len(e.name)))
		feet[i] = max(floor, p.atY(e.value)-labelText.height()/2-below)
		floor = feet[i] + e.height() + endingSpan
	}
	ceiling := p.Max.Y + 10
	for i, e := range slices.Backward(all) {
		feet[i] = min(feet[i], ceiling-e.height())
		ceiling = feet[i] - endingSpan
	}
	x := p.Max.X + endingGap
	for i, e := range all {
		y := feet[i] + e.height() - labelText.height()
		lettering{bold(labelText.size()), legible(e.colour)}.write(p, x, y, fromLeft, e.text)
		for _, s := range e.name {
			y -= axisText.pitch()
			axisText.write(p, x, y, fromLeft, s)
		}
	}
}

// runEndings are the last values of runs with their names.
func (on *page) runEndings(all []runYears, write func(float64) string) []ending {
	var out []ending
	for _, r := range all {
		_, v := r.last()
		if math.IsNaN(v) {
			continue
		}
		out = append(out, ending{v, write(v), axisText.wrap(r.name, nameWidth, 3), r.colour})
	}
	return out
}
