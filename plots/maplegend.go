package plots

import (
	"slices"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// legend explains widths, colours, dots and water, as far as they occur.
func (m networkMap) legend(on *page, when period) legend {
	out := legend{
		mapScale.key(on.say("%% of the capacity in %d", when.year)),
		m.widthKey(on),
	}
	held := slices.ContainsFunc(m.bundles, func(b bundle) bool {
		return slices.ContainsFunc(b.lanes, func(l lane) bool { return l.held })
	})
	within := false
	for _, s := range m.sites {
		_, w := s.fullest()
		held = held || w
		within = within || len(s.lanes) > 0
	}
	if held {
		out = append(out, key{on.say("Cargo was held back here in some month"), 7, func(c draw.Canvas, at vg.Rectangle) {
			heldMark(c, at.Min.Add(at.Max).Scale(0.5))
		}})
	}
	if within {
		out = append(out, key{on.say("Port or border, coloured by the fullest in it"), 12, func(c draw.Canvas, at vg.Rectangle) {
			centre := at.Min.Add(at.Max).Scale(0.5)
			dot(c, ink, centre, portRadius)
			dot(c, mapScale.colours[2], centre, portRadius-1.2)
		}})
	}
	if slices.ContainsFunc(m.bundles, func(b bundle) bool { return b.lanes[0].kind == "sea" }) {
		out = append(out, areaKey(on.say("Sea service"), seaBlue))
	}
	return out
}

// widthKey shows what width stands for how much, by samples of round amounts.
func (m networkMap) widthKey(on *page) key {
	if !(m.most > 0) {
		return areaKey(on.say("Nothing was carried"), paleGrey)
	}
	var sizes []float64
	for _, parts := range []int{10, 5, 2} {
		if s := step(m.most, parts); s <= m.most && !slices.Contains(sizes, s) {
			sizes = append(sizes, s)
		}
	}
	const length, gap = 22, 3
	var words []string
	width := vg.Length(0)
	for _, mt := range sizes {
		words = append(words, on.amount(mt, decimalsOf(mt)))
		width += length + gap + legendText.width(words[len(words)-1]) + 3*gap
	}
	return key{on.say("Load in the year, Mt"), width - 2*gap, func(c draw.Canvas, at vg.Rectangle) {
		x, y := at.Min.X, (at.Min.Y+at.Max.Y)/2
		for i, mt := range sizes {
			w := m.width(mt)
			c.StrokeLine2(line(darkGrey, w+2*laneEdge), x, y, x+length, y)
			c.StrokeLine2(line(mapScale.colours[1], w), x, y, x+length, y)
			legendText.write(c, x+length+gap, at.Min.Y+1, fromLeft, words[i])
			x += length + gap + legendText.width(words[i]) + 3*gap
		}
	}}
}
