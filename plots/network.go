package plots

import (
	"cmp"
	"fmt"
	"math"
	"strings"

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
	x, y        float64 // NaN when not given
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
		}{{&l.from, tables.Network.From}, {&l.to, tables.Network.To}} {
			to := end.to
			if *to, err = readPlace(t, row, end.columns); err != nil {
				return nil, err
			}
			first, seen := places[to.name]
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
	return out, nil
}

// readPlace returns the node at one end of a segment.
func readPlace(t *tables.Table, row int, of tables.PlaceColumns) (place, error) {
	p := place{name: of.Name.Of(t)[row], x: of.X.Of(t)[row], y: of.Y.Of(t)[row]}
	p.title = titleOr(of.Title.Of(t)[row], p.name)
	for _, v := range []float64{p.x, p.y} {
		if math.Abs(v) > farthest {
			return p, fmt.Errorf("%s: %s lies at %g, which is not a place on a schematic from 0 to 100", t.Place(row), p.name, v)
		}
	}
	if p.name == "" {
		p.x = math.NaN() // outside the network
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
