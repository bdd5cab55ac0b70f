package plots

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"corridor/sim/tables"
	"gonum.org/v1/plot/vg"
)

const mapTitle = "What the corridor carries, and where it is full"

// mapScale is the scale of yearly means, which reach 100 % only where a segment
// was full in every month.
var mapScale = colourScale{
	bounds:  []float64{0, 50, 70, 85, 99},
	labels:  []string{"< 50", "50–70", "70–85", "85–99", "> 99"},
	colours: heat(5),
}

// mapFits reports whether two places have a link and know where they lie.
func mapFits(p *tables.Package) bool {
	links, err := readLinks(p)
	return err != nil || len(bundles(links, nil)) > 0
}

// drawMap shows the network in the last full year of the run.
func drawMap(on *page, p *tables.Package) (*Figure, error) {
	t, err := rowsOf(p, tables.Segments)
	if err != nil {
		return nil, err
	}
	when, err := lastFullYear(t)
	if err != nil {
		return nil, err
	}
	return mapOf(on, p, t, when)
}

// mapOf shows what each link carried in a year, by its width, and how full it
// was, by its colour.
func mapOf(on *page, p *tables.Package, t *tables.Table, when period) (*Figure, error) {
	links, err := readLinks(p)
	if err != nil {
		return nil, err
	}
	traffic, err := trafficOf(t, when)
	if err != nil {
		return nil, err
	}
	m := networkMap{bundles: bundles(links, traffic), sites: sites(links, traffic), on: on}
	if len(m.bundles) == 0 {
		return nil, blank{text: text("No segment leads from one place to another that can be drawn.")}
	}
	for _, b := range m.bundles {
		for _, l := range b.lanes {
			m.most = max(m.most, l.load)
		}
	}

	s := newSheet(on, p, mapTitle, throughputIn(on, p, when))
	s.legend = m.legend(on, when)
	main := panel{bare: true}
	main.x, main.y, main.height = m.frame(on)
	main.least = main.height
	s.panels = []panel{main}
	m.place(s)
	s.panels[0].over = m.paint
	s.note = cmp.Or(s.note, m.notes(on, links, traffic))
	s.tell(m.spoken(on, when))
	return s.figure(), nil
}

// throughputIn says which year it is, and what the corridor carried if the package tells.
func throughputIn(on *page, p *tables.Package, when period) string {
	t, err := rowsOf(p, tables.Annual)
	if err != nil || when.months < 12 {
		return on.say("Year shown: %s. Not to scale.", when.said(on.words))
	}
	for row, year := range t.Numbers("year") {
		if v := t.Numbers("throughput_mt")[row]; int(year) == when.year && v >= 0 && v <= largest {
			return on.say("Year shown: %[1]s, %[2]s Mt carried by the corridor. Not to scale.", when.said(on.words), on.amount(v, 1))
		}
	}
	return on.say("Year shown: %s. Not to scale.", when.said(on.words))
}

// networkMap is a network in one year.
type networkMap struct {
	bundles []bundle
	sites   []site
	most    float64 // Mt on the link that carries most
	names   mapLabels
	on      *page
}

// Room around the places for their names.
const (
	mapSide   vg.Length = 46
	mapMargin vg.Length = 26
)

// frame returns the axes that hold all places, and the height of the map: as
// high as the places are spread, within what a page can hold.
func (m networkMap) frame(on *page) (x, y axis, height vg.Length) {
	low, high := [2]float64{math.Inf(1), math.Inf(1)}, [2]float64{math.Inf(-1), math.Inf(-1)}
	for _, s := range m.sites {
		for i, v := range []float64{s.x, s.y} {
			low[i], high[i] = min(low[i], v), max(high[i], v)
		}
	}
	width := on.width - 2*margin - 2*mapSide
	spread := vg.Length((high[1] - low[1]) / max(high[0]-low[0], 1e-9) * float64(width))
	inner := min(max(spread, 110), 300)
	return padded(low[0], high[0], width, mapSide), padded(low[1], high[1], inner, mapMargin), inner + 2*mapMargin
}

// padded returns an axis from low to high over the length given, with room on
// both sides.
func padded(low, high float64, length, room vg.Length) axis {
	if !(high > low) {
		low, high = low-1, high+1
	}
	pad := float64((high-low)*float64(room)) / float64(length)
	return axis{min: low - pad, max: high + pad}
}

// notes says what the map leaves out.
func (m networkMap) notes(on *page, links []link, traffic map[string]traffic) string {
	var out, nowhere []string
	for _, l := range links {
		if _, run := traffic[l.segment]; run && !l.located() {
			nowhere = append(nowhere, l.title)
		}
	}
	if len(nowhere) > 0 {
		out = append(out, on.say("Not on the map, for want of a place: %s.", strings.Join(nowhere, ", ")))
	}
	if len(m.names.without) > 0 {
		out = append(out, on.say("Places without room for a name: %s.", strings.Join(m.names.without, ", ")))
	}
	return strings.Join(out, " ")
}

// spoken names the fullest links for readers who cannot see the map.
func (m networkMap) spoken(on *page, when period) string {
	var all []lane
	for _, b := range m.bundles {
		all = append(all, b.lanes...)
	}
	for _, s := range m.sites {
		all = append(all, s.lanes...)
	}
	all = slices.DeleteFunc(all, func(l lane) bool { return math.IsNaN(l.percent) })
	slices.SortStableFunc(all, func(a, b lane) int { return cmp.Compare(b.percent, a.percent) })
	var words []string
	for _, l := range all[:min(5, len(all))] {
		words = append(words, on.say("%[1]s %[2]s %%, %[3]s Mt", l.title, on.amount(l.percent, 0), on.amount(l.load, 2)))
	}
	return on.say("Fullest in %[1]s: %[2]s.", when.said(on.words), strings.Join(words, "; "))
}
