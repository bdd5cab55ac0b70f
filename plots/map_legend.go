package plots

import (
	"slices"

	"corridor/plots/ink"
	"corridor/plots/page"
	"corridor/plots/series"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// legend explains widths, colours, dots and water, as far as they occur.
func (m *networkMap) legend(on *page.Page, when series.CoveredYear) page.Legend {
	out := page.Legend{
		mapScale.Key(on.Say("%% of the capacity in %d", when.Year)),
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
		out = append(out, page.Key{Label: on.Say("Cargo was held back here in some month"), Width: 7, Sample: func(c draw.Canvas, at vg.Rectangle) {
			heldMark(c, at.Min.Add(at.Max).Scale(0.5))
		}})
	}
	if within {
		out = append(out, page.Key{Label: on.Say("Port or border, coloured by the fullest in it"), Width: 12, Sample: func(c draw.Canvas, at vg.Rectangle) {
			centre := at.Min.Add(at.Max).Scale(0.5)
			ink.Dot(c, page.Ink, centre, portRadius)
			ink.Dot(c, mapScale.Colours[2], centre, portRadius-1.2)
		}})
	}
	if len(m.rivals) > 0 {
		out = append(out, page.LineKey(on.Say("Way outside the corridor, with its Mt"), rivalLine))
	}
	if !m.onEarth && slices.ContainsFunc(m.bundles, func(b bundle) bool { return b.lanes[0].kind == "sea" }) {
		out = append(out, page.AreaKey(on.Say("Sea service"), page.SeaBlue))
	}
	return out
}

// widthKey shows what width stands for how much, by samples of round amounts.
func (m *networkMap) widthKey(on *page.Page) page.Key {
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
			w := m.width(&mapView{factor: 1}, mt)
			c.StrokeLine2(ink.Line(page.DarkGrey, w+2*laneEdge), x, y, x+length, y)
			c.StrokeLine2(ink.Line(mapScale.Colours[1], w), x, y, x+length, y)
			page.LegendText.Write(c, x+length+gap, at.Min.Y+1, ink.FromLeft, words[i])
			x += length + gap + page.LegendText.Width(words[i]) + 3*gap
		}
	}}
}
