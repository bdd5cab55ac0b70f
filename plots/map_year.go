package plots

import (
	"slices"

	"corridor/plots/page"
	"corridor/plots/series"
	"corridor/plots/words"
	"corridor/sim/tables"
)

// mapYears is the network with what some years brought to it: links in one order in all of them,
// and each with the most that it carries in any, so that maps of them can be laid out alike.
type mapYears struct {
	links   []link
	years   []series.CoveredYear
	bundles [][]bundle // by year
	sites   [][]site   // by year
	rivals  []rivalWay
	traffic []map[string]traffic // by year, then segment
	most    float64              // Mt on the link that carries most in any year
}

// readMapYears reads the network and what the years brought to it.
func readMapYears(p *tables.Package, t *tables.Table, years []series.CoveredYear) (*mapYears, error) {
	links, err := readLinks(p)
	if err != nil {
		return nil, err
	}
	a := &mapYears{links: links, years: years}
	for _, when := range years {
		brought, err := trafficOf(t, when)
		if err != nil {
			return nil, err
		}
		a.traffic = append(a.traffic, brought)
		a.bundles, a.sites = append(a.bundles, bundles(links, brought)), append(a.sites, sites(links, brought))
	}
	if len(a.bundles[0]) == 0 {
		return nil, series.Nothing{Text: words.Text("No segment leads from one place to another that can be drawn.")}
	}
	for i := range a.bundles[0] {
		alike(len(years), func(year int) []lane { return a.bundles[year][i].lanes })
	}
	for i := range a.sites[0] {
		alike(len(years), func(year int) []lane { return a.sites[year][i].lanes })
	}
	for _, b := range a.bundles[0] {
		for _, l := range b.lanes {
			a.most = max(a.most, l.widest)
		}
	}
	if onEarth(links) {
		a.rivals, err = rivalWays(p, years)
	}
	return a, err
}

// alike gives the same lanes in some years the room of the one that carries most, and a mark where
// cargo is held back in any.
func alike(years int, in func(year int) []lane) {
	for j := range in(0) {
		widest, marked := 0.0, false
		for year := range years {
			widest, marked = max(widest, in(year)[j].load), marked || in(year)[j].held
		}
		for year := range years {
			in(year)[j].widest, in(year)[j].marked = widest, marked
		}
	}
}

// of returns the map of one of the years, without views.
func (a *mapYears) of(on *page.Page, year int) networkMap {
	when := a.years[year]
	return networkMap{
		when: when, bundles: a.bundles[year], sites: a.sites[year], rivals: inYear(a.rivals, when.Year),
		most: a.most, scale: mapScale, onEarth: onEarth(a.links), on: on,
	}
}

// nowhere lists the links of the run that have no place.
func (a *mapYears) nowhere() (titles []string) {
	for _, l := range a.links {
		if _, run := a.traffic[0][l.segment]; run && !l.located() {
			titles = append(titles, l.title)
		}
	}
	return titles
}

// MapByYear draws the map of every full year of a run, on screen: figures of the same parts in the
// same places, which differ in widths, colours and numbers alone. It returns none where the run
// has no two full years, or no map.
func MapByYear(p *tables.Package, o Options) (years []int, figures []*Figure, err error) {
	defer page.Guard(&err)
	o.Size = Screen
	on, err := page.New(o)
	if err != nil {
		return nil, nil, err
	}
	p = p.In(o.Lang)
	t, covered, err := rowsByYear(p, tables.Segments)
	if err != nil || len(covered) < 2 {
		return nil, nil, err
	}
	all, err := readMapYears(p, t, covered)
	if err != nil {
		return nil, nil, err
	}
	last := all.of(on, len(covered)-1)
	height := last.settle()
	for i, when := range covered {
		m := all.of(on, i)
		m.alike, m.views = true, m.relabelled(last.views)
		years, figures = append(years, when.Year), append(figures, m.figure(p, all.notes(on, &m), height))
	}
	return years, figures, nil
}

// rowsByYear returns a table by month, for one scenario, and the years of which it has all twelve.
func rowsByYear(p *tables.Package, of tables.Described) (*tables.Table, []series.CoveredYear, error) {
	t, err := series.RowsOf(p, of)
	if err != nil {
		return nil, nil, err
	}
	years, err := fullYears(t)
	return t, years, err
}

// mapsFit reports whether there is a map for so many full years of a table by month. Tables that
// are not in order fit: the chart says what is wrong.
func mapsFit(p *tables.Package, of tables.Described, least int) bool {
	_, years, err := rowsByYear(p, of)
	return err != nil || len(years) >= least && mapFits(p)
}

// errNoFullYear is for what has no year that could be shown.
var errNoFullYear = series.Nothing{Text: words.Text("There is no full year to show.")}

// fullYears returns the years of which a table by month has all twelve.
func fullYears(t *tables.Table) ([]series.CoveredYear, error) {
	covered, err := series.CoveredYears(t)
	return slices.DeleteFunc(covered, func(c series.CoveredYear) bool { return c.Months < 12 }), err
}

// relabelled returns views of another year with the numbers of this one.
func (m *networkMap) relabelled(views []mapView) []mapView {
	out := slices.Clone(views)
	for i := range out {
		labels := slices.Clone(out[i].names.placed)
		for j, l := range labels {
			switch {
			case l.of != noBundle:
				labels[j].text = m.loads(m.bundles[l.of], func(l lane) float64 { return l.load })
			case l.rival > 0:
				labels[j].text = m.rivals[l.rival-1].lines(m.on, m.rivals[l.rival-1].mt)
			}
		}
		out[i].names.placed = labels
	}
	return out
}
