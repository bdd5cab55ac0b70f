package plots

import (
	"slices"

	"corridor/plots/ink"
	"corridor/plots/page"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// legend explains widths, colours, dots and water, as far as they occur.
func (m *networkMap) legend() page.Legend {
	on := m.on
	out := m.keys(on.Say("%% of the capacity in %d", m.when.Year), &mapView{factor: 1, dots: 1})
	if len(m.rivals) > 0 {
		out = append(out, page.LineKey(on.Say("Way outside the corridor, with its Mt"), rivalLine))
	}
	if !m.onEarth && slices.ContainsFunc(m.bundles, func(b bundle) bool { return b.lanes[0].kind == "sea" }) {
		out = append(out, page.AreaKey(on.Say("Sea service"), page.SeaBlue))
	}
	return out
}

// keys explain the colours, which are called so, widths and dots of a view.
func (m *networkMap) keys(colours string, v *mapView) page.Legend {
	on := m.on
	out := page.Legend{m.scale.Key(colours), m.widthKey(v)}
	marked := slices.ContainsFunc(m.bundles, func(b bundle) bool {
		return slices.ContainsFunc(b.lanes, func(l lane) bool { return l.marked })
	})
	within := false
	for _, s := range m.sites {
		marked = marked || s.marked()
		within = within || len(s.lanes) > 0
	}
	if marked {
		out = append(out, page.Key{Label: on.Say("Cargo was held back here in some month"), Width: 7, Sample: func(c draw.Canvas, at vg.Rectangle) {
			heldMark(c, at.Min.Add(at.Max).Scale(0.5), v.dots)
		}})
	}
	if within {
		out = append(out, page.Key{Label: on.Say("Port or border, coloured by the fullest in it"), Width: 12, Sample: func(c draw.Canvas, at vg.Rectangle) {
			centre := at.Min.Add(at.Max).Scale(0.5)
			ink.Dot(c, page.Ink, centre, vg.Length(v.dots*portRadius))
			ink.Dot(c, m.scale.Colours[2], centre, vg.Length(v.dots*(portRadius-1.2)))
		}})
	}
	return out
}

// widthKey shows what width in a view stands for how much, by samples of round amounts.
func (m *networkMap) widthKey(v *mapView) page.Key {
	on := m.on
	if !(m.most > 0) {
		return page.AreaKey(on.Say("Nothing was carried"), page.PaleGrey)
	}
	var sizes []float64
	for _, parts := range []int{10, 5, 2} {
		if s := page.Step(m.most, parts); s <= m.most && !slices.Contains(sizes, s) {
			sizes = append(sizes, s)
		}
	}
	const length, gap = 22, 3
	var words []string
	width := vg.Length(0)
	for _, mt := range sizes {
		words = append(words, on.Amount(mt, page.DecimalsOf(mt)))
		width += length + gap + page.LegendText.Width(words[len(words)-1]) + 3*gap
	}
	return page.Key{Label: on.Say("Load in the year, Mt"), Width: width - 2*gap, Sample: func(c draw.Canvas, at vg.Rectangle) {
		x, y := at.Min.X, (at.Min.Y+at.Max.Y)/2
		for i, mt := range sizes {
			w := m.width(v, mt)
			c.StrokeLine2(ink.Line(page.DarkGrey, w+2*vg.Length(laneEdge*v.factor)), x, y, x+length, y)
			c.StrokeLine2(ink.Line(m.scale.Colours[1], w), x, y, x+length, y)
			page.LegendText.Write(c, x+length+gap, at.Min.Y+1, ink.FromLeft, words[i])
			x += length + gap + page.LegendText.Width(words[i]) + 3*gap
		}
	}}
}
