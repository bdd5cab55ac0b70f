package language

import (
	"math"

	"corridor/sim/tables"
)

// labels gathers the words that go with the names of the scenario.
func (c *compiler) labels() tables.Labels {
	l := tables.Labels{
		Segments: map[string]tables.SegmentLabel{}, Nodes: map[string]tables.NodeLabel{},
		Markets: map[string]tables.MarketLabel{}, Cargo: map[string]tables.CargoLabel{}, Projects: map[string]tables.ProjectLabel{}, Financiers: map[string]string{},
		Rivals: map[string]tables.RivalLabel{},
	}
	for _, v := range c.top.of("segments").each() {
		l.Segments[v.name] = tables.SegmentLabel{
			Title: title(v), Kind: v.of("kind").string(), From: v.of("from").string(), To: v.of("to").string(),
		}
	}
	for _, v := range c.top.of("nodes").each() {
		n := tables.NodeLabel{Title: title(v)}
		n.X, n.Y = c.pair(v, "x", "y")
		n.Latitude, n.Longitude = c.pair(v, "latitude", "longitude")
		l.Nodes[v.name] = n
	}
	for _, v := range c.top.of("markets").each() {
		l.Markets[v.name] = tables.MarketLabel{Title: title(v), Scope: c.scope(v)}
	}
	for _, v := range c.top.of("cargo").each() {
		l.Cargo[v.name] = tables.CargoLabel{Title: title(v), TonnesPerUnit: v.of("tonnes_per_unit").number()}
	}
	for _, v := range c.top.of("rivals").each() {
		way := v.of("way")
		l.Rivals[v.name] = tables.RivalLabel{
			Title: title(v), From: way.of("from").string(), Latitude: orNaN(way.of("latitude")), Longitude: orNaN(way.of("longitude")),
		}
	}
	for _, section := range []string{"projects", "measures"} {
		for _, v := range c.top.of(section).each() {
			l.Projects[v.name] = tables.ProjectLabel{
				Title: title(v), Kind: v.of("kind").string(), Class: v.of("class").string(), Country: v.of("country").string(), Soft: section == "measures",
			}
		}
	}
	for _, v := range c.top.of("financiers").each() {
		l.Financiers[v.name] = title(v)
	}
	l.Declared = declared(c.top.of("declared_capacity"))
	l.Declared.Through = c.chosenNames(c.top.of("declared_capacity").of("through"), "segments")
	return l
}

// countriesOfPlaces gathers the countries of places, projects and measures.
func (c *compiler) countriesOfPlaces() tables.Countries {
	of := tables.Countries{Nodes: map[string]string{}, Titles: map[string]string{}}
	for _, section := range []string{"nodes", "projects", "measures"} {
		for _, v := range c.top.of(section).each() {
			code := v.of("country").string()
			if code == "" {
				continue
			}
			if section == "nodes" {
				of.Nodes[v.name] = code
			}
			of.Titles[code] = tables.CountryName(code)
		}
	}
	return of
}

// declared is the capacity as declared, with the ends of its range, which are itself where
// none is given.
func declared(v value) (d tables.DeclaredCapacity) {
	mt := v.of("mt_per_year")
	d.Mt, d.Scope, d.SegmentAlone = mt.number(), v.of("scope").string(), v.of("segment_alone").string()
	d.LowMt, d.HighMt = d.Mt, d.Mt
	if mt.given() && mt.isValue() {
		if low, given := parseNumber(mt.Get("low")); given {
			d.LowMt = low
		}
		if high, given := parseNumber(mt.Get("high")); given {
			d.HighMt = high
		}
	}
	return d
}

// scope returns which official series count a market, and from when on.
func (c *compiler) scope(market namedValue) string {
	scope, from := market.of("scope"), market.of("counted_from")
	switch {
	case !from.given() || !c.report.Sound(from.Tree):
		return scope.string()
	case scope.string() != tables.Headline:
		c.report.Mistake(from.Position, "market %s has counted_from, which is for markets that only the headline counts; say scope: headline", market.name)
		return scope.string()
	}
	return tables.Since(from.month())
}

func title(v namedValue) string {
	if t := v.of("title"); t.given() {
		return t.string()
	}
	return v.name
}

// pair returns two coordinates of a node, of which both are given or none; NaN where they are
// not.
func (c *compiler) pair(node namedValue, one, other string) (a, b float64) {
	if node.of(one).given() != node.of(other).given() {
		c.report.Mistake(node.at, "node %s has only one of %s and %s, expected both or none", node.name, one, other)
	}
	return orNaN(node.of(one)), orNaN(node.of(other))
}

func orNaN(v value) float64 {
	if !v.given() {
		return math.NaN()
	}
	return v.number()
}
