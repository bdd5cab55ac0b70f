package plots

import (
	"cmp"
	"fmt"
	"math"
	"strings"

	"corridor/plots/atlas"
	"corridor/plots/series"
	"corridor/sim/tables"
)

// link is a segment of the network between two places.
type link struct {
	segment, title, kind string
	from, to             place
	freeDays             float64
}

// place is a node of the network.
type place struct {
	name, title string
	x, y        float64    // on the map, NaN when not given
	earth       [2]float64 // latitude and longitude, degrees, likewise
}

// apart is how far two places lie apart on the map.
func (p place) apart(q place) float64 {
	x, y := p.x-q.x, p.y-q.y
	return math.Sqrt(float64(x*x) + float64(y*y))
}

func (p place) located() bool { return !math.IsNaN(p.x) && !math.IsNaN(p.y) }

// located reports whether the link can be drawn on a map.
func (l link) located() bool { return l.from.located() && l.to.located() }

// inside reports whether the link lies within one place, as a port or border does.
func (l link) inside() bool { return l.from.x == l.to.x && l.from.y == l.to.y }

// readLinks returns the segments of the network in their order.
func readLinks(p *tables.Package) ([]link, error) {
	t, err := series.RowsOf(p, tables.Network)
	if err != nil {
		return nil, err
	}
	days, err := series.Measure(t, tables.Network.FreeFlowDays)
	if err != nil {
		return nil, err
	}
	places := map[string]place{}
	known := map[string]bool{}
	var out []link
	for row, name := range tables.Network.Segment.Of(t) {
		if known[name] {
			return nil, fmt.Errorf("%s: segment %s comes twice", t.Place(row), name)
		}
		known[name] = true
		l := link{segment: name, kind: tables.Network.Kind.Of(t)[row], freeDays: days[row]}
		l.title = titleOr(tables.Network.Title.Of(t)[row], name)
		for _, end := range []struct {
			to      *place
			columns tables.PlaceColumns
			earth   [2]tables.NumberColumn
		}{
			{&l.from, tables.Network.From, [2]tables.NumberColumn{tables.Network.FromLatitude, tables.Network.FromLongitude}},
			{&l.to, tables.Network.To, [2]tables.NumberColumn{tables.Network.ToLatitude, tables.Network.ToLongitude}},
		} {
			to := end.to
			if *to, err = readPlace(t, row, end.columns, end.earth); err != nil {
				return nil, err
			}
			first, seen := places[to.name]
			if seen && to.earth != first.earth && !math.IsNaN(to.earth[0]+first.earth[0]) {
				return nil, fmt.Errorf("%s: %s lies at %g, %g degrees, earlier at %g, %g",
					t.Place(row), to.name, to.earth[0], to.earth[1], first.earth[0], first.earth[1])
			}
			if seen && to.located() && first.located() && (first.x != to.x || first.y != to.y) {
				return nil, fmt.Errorf("%s: %s lies at %g, %g, earlier at %g, %g",
					t.Place(row), to.name, to.x, to.y, first.x, first.y)
			}
			if !seen {
				places[to.name] = *to
			}
		}
		out = append(out, l)
	}
	if onEarth(out) {
		for i := range out {
			out[i].from.project()
			out[i].to.project()
		}
	}
	return out, nil
}

// onEarth reports whether a map shows places where they lie on the earth: where more ends of links
// are known by their latitude than by a place on a schematic, or as many.
func onEarth(links []link) bool {
	known, drawn := 0, 0
	for _, l := range links {
		for _, p := range []place{l.from, l.to} {
			if !math.IsNaN(p.earth[0]) {
				known++
			}
			if p.located() {
				drawn++
			}
		}
	}
	return known > 0 && known >= drawn
}

// project puts a place where it lies on the earth, km; nowhere, where that is not known.
func (p *place) project() {
	if p.x, p.y = math.NaN(), math.NaN(); !math.IsNaN(p.earth[0]) {
		p.x, p.y = atlas.Project(p.earth[0], p.earth[1])
	}
}

// readPlace returns the node at one end of a segment.
func readPlace(t *tables.Table, row int, of tables.PlaceColumns, earth [2]tables.NumberColumn) (place, error) {
	p := place{name: of.Name.Of(t)[row], x: of.X.Of(t)[row], y: of.Y.Of(t)[row]}
	p.earth = [2]float64{earth[0].Of(t)[row], earth[1].Of(t)[row]}
	if math.IsNaN(p.earth[0]) != math.IsNaN(p.earth[1]) || math.Abs(p.earth[0]) > 90 || math.Abs(p.earth[1]) > 180 {
		return p, fmt.Errorf("%s: %s lies at %g, %g degrees, which is no place on the earth", t.Place(row), of.Name.Of(t)[row], p.earth[0], p.earth[1])
	}
	p.title = titleOr(of.Title.Of(t)[row], p.name)
	for _, v := range []float64{p.x, p.y} {
		if math.Abs(v) > farthest {
			return p, fmt.Errorf("%s: %s lies at %g, which is not a place on a schematic from 0 to 100", t.Place(row), p.name, v)
		}
	}
	if p.name == "" { // outside the network
		p.x, p.earth = math.NaN(), [2]float64{math.NaN(), math.NaN()}
	}
	return p, nil
}

// farthest is how far beyond 0 to 100 a place may lie before it must be a mistake.
const farthest = 1000

// titleOr returns the title for readers, or the name where there is none.
func titleOr(title, name string) string {
	return cmp.Or(strings.Join(strings.Fields(title), " "), name)
}

// segmentTitles returns the titles of the segments, as far as the package has them.
func segmentTitles(p *tables.Package) map[string]string {
	out := map[string]string{}
	if t, err := series.RowsOf(p, tables.Network); err == nil {
		for row, name := range tables.Network.Segment.Of(t) {
			out[name] = titleOr(tables.Network.Title.Of(t)[row], name)
		}
	}
	return out
}
