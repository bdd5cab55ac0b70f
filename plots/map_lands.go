package plots

import (
	"slices"

	"corridor/plots/atlas"
	"corridor/plots/ink"
	"corridor/plots/page"
	"gonum.org/v1/plot/vg"
)

var (
	landText = ink.Lettering{Face: ink.Regular(8.25), Colour: page.MidGrey}
	seaText  = landText.In(page.Blue)
)

// lands writes the names of countries and seas of a view where nothing else stands. A country that
// is a place of the network has its name already.
func (d *mapLabels) lands(m *networkMap, v *mapView, p page.Plane) {
	for _, l := range atlas.Regions {
		name := m.on.Say(l.Name)
		if slices.ContainsFunc(m.sites, func(s site) bool { return v.shows(s.place) && v.named(s.place) && s.title == name }) {
			continue
		}
		style := landText
		if l.Sea {
			style = seaText
		}
		text := []string{name}
		w, h := blockSize(style, text)
		for _, degrees := range l.At {
			at := p.Point(atlas.Project(degrees[0], degrees[1]))
			box := vg.Rectangle{Min: vg.Point{X: at.X - ink.Half(w), Y: at.Y - ink.Half(h)}, Max: vg.Point{X: at.X + ink.Half(w), Y: at.Y + ink.Half(h)}}
			label := mapLabel{style: style, text: text, box: box, align: ink.Centred, of: noBundle}
			if d.free(label) && !v.larger(p, box) {
				d.put(label)
				break
			}
		}
	}
}
