package plots

import (
	"cmp"
	"slices"
	"strings"

	"corridor/plots/page"
	"corridor/plots/series"
	"corridor/plots/words"
	"corridor/sim/tables"
)

const (
	flowsTitle   = "Where cargo comes from, which way it goes, and where to"
	mostStations = 9 // origins, ways or destinations; the smallest are taken together
)

// stream is what one class carries from an origin by a way to a destination.
type stream struct {
	stops [3]string // names of the origin, the way and the destination
	class string
	mt    float64
}

// cargoStreams are what the corridor carried in a year.
type cargoStreams struct {
	list   []stream
	titles map[string]string // of classes
	when   series.CoveredYear
}

// readStreams adds up what was carried in the last full year. The way is the first sea or
// pipeline of a route, where the corridor parts most: across the Caspian; without one it is the
// middle segment.
func readStreams(p *tables.Package) (cargoStreams, error) {
	out := cargoStreams{titles: map[string]string{}}
	within, _, err := corridorServices(p)
	if err != nil {
		return out, err
	}
	flows, err := series.RowsOf(p, tables.Flows)
	if err != nil {
		return out, err
	}
	if out.when, err = series.LastFullYear(flows); err != nil {
		return out, err
	}
	links, err := readLinks(p)
	if err != nil {
		return out, err
	}
	byName := map[string]link{}
	for _, l := range links {
		byName[l.segment] = l
	}
	t := p.Table(tables.Routes)
	stops := map[service][3]string{}
	for row, market := range tables.Routes.Market.Of(t) {
		s := service{market, tables.Routes.Route.Of(t)[row]}
		if _, inside := within[s]; !inside {
			continue
		}
		if stops[s], err = stopsOf(t, row, byName); err != nil {
			return out, err
		}
	}
	index := map[stream]int{}
	err = carried(p, func(s service, m words.Month, mt float64) {
		if m.Year() != out.when.Year {
			return
		}
		row := within[s]
		one := stream{stops: stops[s], class: tables.Routes.Cargo.Of(t)[row]}
		out.titles[one.class] = titleOr(tables.Routes.CargoTitle.Of(t)[row], one.class)
		i, known := index[one]
		if !known {
			i = len(out.list)
			index[one] = i
			out.list = append(out.list, one)
		}
		out.list[i].mt += mt
	})
	return out, err
}

// stopsOf names the origin, the way and the destination of a route.
func stopsOf(t *tables.Table, row int, links map[string]link) (stops [3]string, err error) {
	j, err := newJourney(t, row, links, nil)
	if err != nil {
		return stops, err
	}
	names := strings.Split(tables.Routes.Segments.Of(t)[row], ">")
	way := links[strings.TrimSpace(names[len(names)/2])]
	for _, name := range names {
		if l := links[strings.TrimSpace(name)]; l.kind == "sea" || l.kind == "pipeline" {
			way = l
			break
		}
	}
	stops[1] = cmp.Or(way.title, way.segment)
	if len(j.places) > 0 {
		stops[0], stops[2] = j.places[0], j.places[len(j.places)-1]
	}
	return stops, nil
}

// few takes the smallest origins, ways and destinations together where there are more than fit.
func (s *cargoStreams) few(most int, others string) {
	for column := range 3 {
		order := s.sizes(column)
		if len(order) <= most {
			continue
		}
		small := map[string]bool{}
		for _, o := range order[most-1:] {
			small[o.name] = true
		}
		for i := range s.list {
			if small[s.list[i].stops[column]] {
				s.list[i].stops[column] = others
			}
		}
	}
}

// station is an origin, a way or a destination with what passes it.
type station struct {
	name string
	mt   float64
}

// sizes are the stations of a column, the largest first.
func (s *cargoStreams) sizes(column int) []station {
	var out []station
	for _, one := range s.list {
		at := slices.IndexFunc(out, func(o station) bool { return o.name == one.stops[column] })
		if at < 0 {
			at, out = len(out), append(out, station{name: one.stops[column]})
		}
		out[at].mt += one.mt
	}
	slices.SortStableFunc(out, func(a, b station) int { return cmp.Or(cmp.Compare(b.mt, a.mt), cmp.Compare(a.name, b.name)) })
	return out
}

// flowsFit reports whether there is more than one way to choose from.
func flowsFit(p *tables.Package) bool {
	s, err := readStreams(p)
	return series.Unreadable(err) || err == nil && len(s.list) > 1 && len(s.sizes(1)) > 1
}

// drawFlows shows what is carried as bands from origins by ways to destinations, as wide as
// there is cargo, in the colours of the cargo classes.
func drawFlows(on *page.Page, p *tables.Package) (*page.Figure, error) {
	s, err := readStreams(p)
	if err != nil {
		return nil, err
	}
	if len(s.list) == 0 {
		return nil, series.Nothing{Text: words.Text("No cargo is carried in the corridor.")}
	}
	var classes []string
	total, byClass := 0.0, map[string]float64{}
	for _, one := range s.list {
		if byClass[one.class] == 0 {
			classes = append(classes, one.class)
		}
		byClass[one.class] += one.mt
		total += one.mt
	}
	slices.SortStableFunc(classes, func(a, b string) int {
		return cmp.Or(cmp.Compare(byClass[b], byClass[a]), cmp.Compare(a, b))
	})
	colours := page.ColoursOfClasses(classes)
	s.few(max(2, on.Most(mostStations)), on.Say("Other"))

	sheet := page.NewSheet(on, p, flowsTitle, on.Say("Carried in the corridor in %s, million tonnes.", s.when.Said(on.Language)))
	for _, class := range classes {
		sheet.Legend = append(sheet.Legend, page.AreaKey(s.titles[class], bandShade(colours[class])))
	}
	ways := s.sizes(1)
	sheet.Find(flowsFinding(on, ways, total))
	sheet.Panels = []page.Panel{flowsPanel(on, &s, classes, colours, total)}
	for _, w := range ways[:min(5, len(ways))] {
		sheet.Describe("%[1]s: %[2]s Mt.", w.name, on.Amount(w.mt, 2))
	}
	return sheet.Figure(), nil
}
