package plots

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"corridor/plots/series"
	"corridor/plots/words"
	"corridor/sim/tables"
)

// journey is the corridor route that carries most of a market.
type journey struct {
	title      string   // of the market
	places     []string // it passes
	mt         float64
	known      bool      // whether mt is
	free, wait []float64 // days by kind of segment, as legKinds
	segments   int
}

func (j journey) waiting() float64 { return series.Sum(j.wait) }

func (j journey) days() float64 { return series.Sum(j.free) + series.Sum(j.wait) }

// readJourneys returns the main route of every market, the largest first.
// Without flows it goes by the shares of the base year.
func readJourneys(p *tables.Package) ([]journey, series.CoveredYear, error) {
	t, err := series.RowsOf(p, tables.Routes)
	if err != nil {
		return nil, series.CoveredYear{}, err
	}
	shares, err := series.Measure(t, tables.Routes.BaseShare)
	if err != nil {
		return nil, series.CoveredYear{}, err
	}
	months, err := series.RowsOf(p, tables.Segments)
	if err != nil {
		return nil, series.CoveredYear{}, err
	}
	when, err := series.LastFullYear(months)
	if err != nil {
		return nil, when, err
	}
	traffic, err := trafficOf(months, when)
	if err != nil {
		return nil, when, err
	}
	links, err := readLinks(p)
	if err != nil {
		return nil, when, err
	}
	sent := map[service]float64{}
	flows := p.Table(tables.Flows)
	known := flows != nil && flows.Len() > 0
	if known {
		err = carried(p, func(s service, m words.Month, mt float64) {
			if m.Year() == when.Year {
				sent[s] += mt
			}
		})
		if err != nil {
			return nil, when, err
		}
	}
	rows, err := mainRoutes(p, t, shares, sent)
	if err != nil {
		return nil, when, err
	}
	byName := map[string]link{}
	for _, l := range links {
		byName[l.segment] = l
	}
	var out []journey
	for _, row := range rows {
		j, err := newJourney(t, row, byName, traffic)
		if err != nil {
			return nil, when, err
		}
		j.mt, j.known = sent[service{tables.Routes.Market.Of(t)[row], tables.Routes.Route.Of(t)[row]}], known
		out = append(out, j)
	}
	slices.SortStableFunc(out, func(a, b journey) int { return cmp.Compare(b.mt, a.mt) })
	return out, when, nil
}

// mainRoutes returns for every market the row of its corridor route that
// carries most, or has the largest share.
func mainRoutes(p *tables.Package, t *tables.Table, shares []float64, sent map[service]float64) ([]int, error) {
	if _, _, err := corridorServices(p); err != nil {
		return nil, err
	}
	index := map[string]int{}
	var rows []int
	for row, market := range tables.Routes.Market.Of(t) {
		if tables.Routes.Rival.True(t, row) {
			continue
		}
		i, known := index[market]
		if !known {
			index[market] = len(rows)
			rows = append(rows, row)
			continue
		}
		mt := func(row int) float64 { return sent[service{market, tables.Routes.Route.Of(t)[row]}] }
		if mt(row) > mt(rows[i]) || mt(row) == mt(rows[i]) && shares[row] > shares[rows[i]] {
			rows[i] = row
		}
	}
	return rows, nil
}

// newJourney adds up the days of the segments of a route, by kind.
func newJourney(t *tables.Table, row int, links map[string]link, traffic map[string]traffic) (journey, error) {
	j := journey{free: make([]float64, len(legKinds)), wait: make([]float64, len(legKinds))}
	market := tables.Routes.Market.Of(t)[row]
	j.title = titleOr(tables.Routes.MarketTitle.Of(t)[row], market)
	var passed []link
	for _, name := range strings.Split(tables.Routes.Segments.Of(t)[row], ">") {
		name = strings.TrimSpace(name)
		if name == "" {
			continue
		}
		l, known := links[name]
		if !known {
			return j, fmt.Errorf("%s: segment %s is not in %s", t.Place(row), name, tables.Network.File())
		}
		passed = append(passed, l)
		kind := slices.IndexFunc(legKinds, func(k legKind) bool { return k.name == l.kind })
		if kind < 0 {
			kind = len(legKinds) - 1
		}
		if !math.IsNaN(l.freeDays) {
			j.free[kind] += l.freeDays
		}
		j.wait[kind] += traffic[name].waitDays
		j.segments++
	}
	j.places = placesAlong(passed)
	return j, nil
}

// placesAlong returns the titles of the places that a chain of links passes.
// Links may be listed against the way the cargo goes.
func placesAlong(chain []link) []string {
	var out []string
	var at string
	pass := func(p place) {
		at = p.name
		if p.title != "" && (len(out) == 0 || out[len(out)-1] != p.title) {
			out = append(out, p.title)
		}
	}
	for i, l := range chain {
		first, second := l.from, l.to
		switch {
		case at == l.to.name:
			first, second = l.to, l.from
		case at == "" && i+1 < len(chain):
			if next := chain[i+1]; l.from.name == next.from.name || l.from.name == next.to.name {
				first, second = l.to, l.from
			}
		}
		pass(first)
		pass(second)
	}
	return out
}
