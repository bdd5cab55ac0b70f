package plots

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"corridor/plots/ink"
	"corridor/plots/page"
	"corridor/plots/series"
	"corridor/plots/words"
	"corridor/sim/tables"
	"gonum.org/v1/plot/vg"
)

// rivalWay is a way outside the corridor with what went by it in a year.
type rivalWay struct {
	title    string
	from, to place
	byYear   map[int]float64 // Mt
	mt       float64         // in the year
	widest   float64         // in the one of the years drawn alike in which most went
}

// rivalWays returns the ways outside the corridor by which something went in one of some years, as
// far as the package says where they lie.
func rivalWays(p *tables.Package, years []series.CoveredYear) ([]rivalWay, error) {
	t, none := series.RowsOf(p, tables.Rivals)
	if none != nil {
		return nil, nil
	}
	mt, err := byRival(p)
	if err != nil {
		return nil, err
	}
	c := &tables.Rivals
	var out []rivalWay
	for row, name := range c.Rival.Of(t) {
		r := rivalWay{title: titleOr(c.Title.Of(t)[row], name), byYear: mt[name]}
		for _, y := range years {
			r.widest = max(r.widest, r.byYear[y.Year])
		}
		r.from.earth = [2]float64{c.FromLatitude.Of(t)[row], c.FromLongitude.Of(t)[row]}
		r.to.earth = [2]float64{c.ToLatitude.Of(t)[row], c.ToLongitude.Of(t)[row]}
		for _, end := range []*place{&r.from, &r.to} {
			if math.Abs(end.earth[0]) > 90 || math.Abs(end.earth[1]) > 180 {
				return nil, fmt.Errorf("%s: %g, %g degrees is no place on the earth", t.Place(row), end.earth[0], end.earth[1])
			}
			end.project()
		}
		if r.widest > 0 && r.from.located() && r.to.located() {
			out = append(out, r)
		}
	}
	return out, nil
}

// inYear returns the ways with what went by them in a year.
func inYear(ways []rivalWay, year int) []rivalWay {
	out := slices.Clone(ways)
	for i := range out {
		out[i].mt = out[i].byYear[year]
	}
	return out
}

// byRival returns what went by each rival by year, Mt; nothing where the package has no flows.
func byRival(p *tables.Package) (map[string]map[int]float64, error) {
	routes, none := series.RowsOf(p, tables.Routes)
	if none != nil || p.Table(tables.Flows) == nil {
		return nil, nil
	}
	via := map[service]string{}
	for row, name := range tables.Routes.Via.Of(routes) {
		via[service{tables.Routes.Market.Of(routes)[row], tables.Routes.Route.Of(routes)[row]}] = name
	}
	out := map[string]map[int]float64{}
	err := carriedBy(p, func(s service, _ bool, m words.Month, mt float64) {
		if rival := via[s]; rival != "" {
			if out[rival] == nil {
				out[rival] = map[int]float64{}
			}
			out[rival][m.Year()] += mt
		}
	})
	return out, err
}

const arrow vg.Length = 6 // length of the tip

var (
	rivalLine = ink.Line(page.MidGrey, 1, 3, 2.5)
	rivalText = ink.Lettering{Face: ink.Regular(7.5), Colour: page.DarkGrey}
)

// within returns where a way goes in a view, from the place where it parts to its end or the edge
// of the view, nil where it lies outside.
func (r *rivalWay) within(p page.Plane) []vg.Point {
	parts := clipLine([]vg.Point{p.Point(r.from.x, r.from.y), p.Point(r.to.x, r.to.y)}, p.Rectangle)
	if len(parts) == 0 || len(parts[0]) < 2 {
		return nil
	}
	return parts[0]
}

// shown reports whether a view shows a way: the one that names the place where it parts.
func (r *rivalWay) shown(v *mapView) bool { return v.shows(r.from) && v.named(r.from) }

// paintRivals draws the ways outside the corridor with an arrow at their ends.
func (m *networkMap) paintRivals(p page.Plane, v *mapView) {
	for i := range m.rivals {
		line := m.rivals[i].within(p)
		if line == nil || !m.rivals[i].shown(v) {
			continue
		}
		p.StrokeLines(rivalLine, line)
		tip := line[len(line)-1]
		back := line[0].Sub(tip)
		length := max(distance(line[0], tip), 1e-9)
		along, aside := scaled(back, arrow/length), scaled(vg.Point{X: -back.Y, Y: back.X}, 0.4*arrow/length)
		p.FillPolygon(page.MidGrey, []vg.Point{tip, tip.Add(along).Add(aside), tip.Add(along).Sub(aside)})
	}
}

// rivals names the ways outside the corridor, with what went by them, near where they leave the
// view.
func (d *mapLabels) rivals(m *networkMap, v *mapView, p page.Plane) {
	for i := range m.rivals {
		r := &m.rivals[i]
		line := r.within(p)
		if line == nil || !r.shown(v) {
			continue
		}
		if !d.besideWay(line, r.lines(m.on, r.widest), i) {
			d.unsaid = append(d.unsaid, i)
		}
	}
}

// said names a way with an amount, Mt.
func (r *rivalWay) said(on *page.Page, mt float64) string {
	return on.Say("%[1]s %[2]s Mt", r.title, on.Amount(mt, 1))
}

// lines is what stands beside a way with an amount, Mt, broken as the widest needs it.
func (r *rivalWay) lines(on *page.Page, mt float64) []string {
	text := rivalText.Wrap(r.said(on, r.widest), 110, 3)
	widest := on.Amount(r.widest, 1)
	for i, line := range slices.Backward(text) {
		if at := strings.LastIndex(line, widest); at >= 0 {
			text[i] = line[:at] + on.Amount(mt, 1) + line[at+len(widest):]
			break
		}
	}
	return text
}

// besideWay writes a text near the end of a way, or further back along it.
func (d *mapLabels) besideWay(line []vg.Point, text []string, rival int) bool {
	for _, share := range []vg.Length{0.9, 0.75, 0.6, 0.45, 0.3} {
		at := between(line[0], line[len(line)-1], share)
		for _, step := range mapSteps[:4] {
			for _, side := range mapSides {
				if l := beside(at, step, side, rivalText, text); d.free(l) {
					l.rival = rival + 1
					d.put(l)
					return true
				}
			}
		}
	}
	return false
}
