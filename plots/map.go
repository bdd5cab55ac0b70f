package plots

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"corridor/plots/page"
	"corridor/plots/series"
	"corridor/sim/tables"
	"gonum.org/v1/plot/vg"
)

const mapTitle = "What the corridor carries, and where it is full"

// mapScale is the scale of yearly means, which reach 100 % only where a segment
// was full in every month.
var mapScale = page.ColourScale{
	Bounds:  []float64{0, 50, 70, 85, 99},
	Labels:  []string{"< 50", "50–70", "70–85", "85–99", "> 99"},
	Colours: page.Heat(5),
}

// mapFits reports whether two places have a link and know where they lie.
func mapFits(p *tables.Package) bool {
	links, err := readLinks(p)
	return err != nil || len(bundles(links, nil)) > 0
}

// drawMap shows the network in the last full year of the run.
func drawMap(on *page.Page, p *tables.Package) (*page.Figure, error) {
	t, err := series.RowsOf(p, tables.Segments)
	if err != nil {
		return nil, err
	}
	when, err := series.LastFullYear(t)
	if err != nil {
		return nil, err
	}
	return mapOf(on, p, t, when)
}

// mapOf shows what each link carried in a year, by its width, and how full it
// was, by its colour.
func mapOf(on *page.Page, p *tables.Package, t *tables.Table, when series.CoveredYear) (*page.Figure, error) {
	all, err := readMapYears(p, t, []series.CoveredYear{when})
	if err != nil {
		return nil, err
	}
	m := all.of(on, 0)
	height := m.settle()
	return m.figure(p, all.notes(on, &m), height), nil
}

// settle lays the views of the map, finds room for their labels and returns their height.
func (m *networkMap) settle() (height vg.Length) {
	m.views, height = m.lay(page.Margin, m.on.Inner())
	for i := range m.views {
		m.place(&m.views[i])
	}
	return height
}

// figure returns the map with the views that it has.
func (m *networkMap) figure(p *tables.Package, notes string, height vg.Length) *page.Figure {
	s := page.NewSheet(m.on, p, mapTitle, m.shown(p))
	s.Legend = m.legend()
	s.Panels = []page.Panel{{Bare: true, X: page.Axis{Max: 1}, Y: page.Axis{Max: 1}, Height: height, Least: height, Over: m.paint}}
	s.Note = cmp.Or(s.Note, notes)
	s.Tell(m.spoken())
	return s.Figure()
}

// shown says which year it is, what the corridor carried if the package tells, and what the map
// is true to.
func (m *networkMap) shown(p *tables.Package) string {
	text := throughputIn(m.on, p, m.when)
	if m.onEarth {
		return text
	}
	return text + " " + m.on.Say("Not to scale.")
}

// throughputIn says which year it is, and what the corridor carried if the package tells.
func throughputIn(on *page.Page, p *tables.Package, when series.CoveredYear) string {
	if mt, known := carriedIn(p, when); known {
		return on.Say("Year shown: %[1]s, %[2]s Mt carried by the corridor.", when.Said(on.Language), on.Amount(mt, 1))
	}
	return on.Say("Year shown: %s.", when.Said(on.Language))
}

// carriedIn returns what the corridor carried in a full year, Mt, if the package tells.
func carriedIn(p *tables.Package, when series.CoveredYear) (mt float64, known bool) {
	t, err := series.RowsOf(p, tables.Annual)
	if err != nil || when.Months < 12 {
		return 0, false
	}
	for row, year := range tables.Annual.Year.Of(t) {
		if v := tables.Annual.ThroughputMt.Of(t)[row]; int(year) == when.Year && v >= 0 && v <= series.Largest {
			return v, true
		}
	}
	return 0, false
}

// networkMap is a network in one year.
type networkMap struct {
	when    series.CoveredYear
	bundles []bundle
	sites   []site
	most    float64 // Mt on the link that carries most
	scale   page.ColourScale
	onEarth bool // places lie where they are on the earth, km; else on a schematic
	rivals  []rivalWay
	views   []mapView
	on      *page.Page
	alike   bool // it has the same parts in every year, so that one can be made another
}

// Room around the places for their names.
const (
	mapSide   vg.Length = 46
	mapMargin vg.Length = 26
)

// padded returns an axis from low to high over the length given, with room on
// both sides.
func padded(low, high float64, length, room vg.Length) page.Axis {
	if !(high > low) {
		low, high = low-1, high+1
	}
	pad := float64((high-low)*float64(room)) / float64(length)
	return page.Axis{Min: low - pad, Max: high + pad}
}

// notes says what the map leaves out.
func (a *mapYears) notes(on *page.Page, m *networkMap) string {
	var out []string
	if nowhere := a.nowhere(); len(nowhere) > 0 {
		out = append(out, on.Say("Not on the map, for want of a place: %s.", strings.Join(nowhere, ", ")))
	}
	var without, unnumbered, unsaid []string
	for i := range m.views {
		without = append(without, m.views[i].names.without...)
		unnumbered = append(unnumbered, m.views[i].names.unnumbered...)
		for _, i := range m.views[i].names.unsaid {
			if r := &m.rivals[i]; m.alike {
				unsaid = append(unsaid, r.title) // as long in every year
			} else {
				unsaid = append(unsaid, r.said(on, r.mt))
			}
		}
	}
	if len(without) > 0 {
		out = append(out, on.Say("Places without room for a name: %s.", strings.Join(without, ", ")))
	}
	if len(unnumbered) > 0 {
		out = append(out, on.Say("Links without room for a number: %s.", strings.Join(unnumbered, ", ")))
	}
	if len(unsaid) > 0 {
		out = append(out, on.Say("Ways outside the corridor without room for a name: %s.", strings.Join(unsaid, ", ")))
	}
	if m.onEarth {
		out = append(out, coastsOf(on))
	}
	return strings.Join(out, " ")
}

// coastsOf says whose coasts and borders the map has.
func coastsOf(on *page.Page) string {
	return on.Say("Coasts and borders: Natural Earth, simplified; they take no side in any dispute.")
}

// spoken names the fullest links for readers who cannot see the map.
func (m *networkMap) spoken() string {
	on := m.on
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
		words = append(words, on.Say("%[1]s %[2]s %%, %[3]s Mt", l.title, on.Amount(l.percent, 0), on.Amount(l.load, 2)))
	}
	return on.Say("Fullest in %[1]s: %[2]s.", m.when.Said(on.Language), strings.Join(words, "; "))
}
