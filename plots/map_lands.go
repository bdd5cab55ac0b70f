package plots

import (
	"slices"

	"corridor/plots/atlas"
	"corridor/plots/ink"
	"corridor/plots/page"
	"corridor/plots/words"
	"gonum.org/v1/plot/vg"
)

// land is a country or sea, with places for its name, degrees north and east, best first.
type land struct {
	name string
	sea  bool
	at   [][2]float64
}

var lands = []land{
	{words.Text("Caspian Sea"), true, [][2]float64{{41.9, 50.4}, {38.4, 51.2}, {44.6, 49.4}}},
	{words.Text("Black Sea"), true, [][2]float64{{43.2, 34.5}, {43.4, 38.2}, {42.6, 38.5}}},
	{words.Text("Kazakhstan"), false, [][2]float64{{49.5, 70}, {47.2, 50.4}, {49, 60}, {44.8, 54.6}}},
	{words.Text("Uzbekistan"), false, [][2]float64{{42.3, 62.5}, {43.6, 57.6}, {42.9, 56.6}}},
	{words.Text("Turkmenistan"), false, [][2]float64{{38.4, 60}, {40.9, 55}, {39.4, 54.8}}},
	{words.Text("China"), false, [][2]float64{{38.5, 92}, {36, 97}}},
	{words.Text("Russia"), false, [][2]float64{{52.5, 46}, {45.6, 44.6}, {54, 88}, {44.4, 44}}},
	{words.Text("Iran"), false, [][2]float64{{33.5, 54}, {38, 47.4}, {37.6, 46.4}}},
	{words.Text("Azerbaijan"), false, [][2]float64{{40.7, 47.4}, {40.2, 47.6}, {41.1, 48}}},
	{words.Text("Georgia"), false, [][2]float64{{42.5, 43.4}, {41.8, 43.4}, {42.2, 44.6}}},
	{words.Text("Armenia"), false, [][2]float64{{39.9, 45.6}, {40.6, 44.6}}},
	{words.Text("Türkiye"), false, [][2]float64{{38.4, 34.5}, {39.4, 41.6}, {38.6, 42.6}, {40.8, 41.9}}},
	{words.Text("Ukraine"), false, [][2]float64{{49, 31.5}, {47.8, 34.5}}},
	{words.Text("Romania"), false, [][2]float64{{46, 24.8}}},
	{words.Text("Kyrgyzstan"), false, [][2]float64{{41.4, 74.6}}},
	{words.Text("Tajikistan"), false, [][2]float64{{38.6, 71}}},
	{words.Text("Afghanistan"), false, [][2]float64{{34.2, 66}}},
	{words.Text("Mongolia"), false, [][2]float64{{46.8, 102}}},
	{words.Text("Iraq"), false, [][2]float64{{33.2, 43.4}}},
	{words.Text("Syria"), false, [][2]float64{{35.2, 38.2}}},
}

var (
	landText = ink.Lettering{Face: ink.Regular(7.5), Colour: page.MidGrey}
	seaText  = landText.In(page.Blue)
)

// lands writes the names of countries and seas of a view where nothing else stands. A country that
// is a place of the network has its name already.
func (d *mapLabels) lands(m *networkMap, v *mapView, p page.Plane) {
	for _, l := range lands {
		name := m.on.Say(l.name)
		if slices.ContainsFunc(m.sites, func(s site) bool { return v.shows(s.place) && v.named(s.place) && s.title == name }) {
			continue
		}
		style := landText
		if l.sea {
			style = seaText
		}
		text := []string{name}
		w, h := blockSize(style, text)
		for _, degrees := range l.at {
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
