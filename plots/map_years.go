package plots

import (
	"cmp"
	"strings"

	"corridor/plots/page"
	"corridor/sim/tables"
)

const mapYearsTitle = "Where the corridor is full, year by year"

// nearlyFull is the utilisation, in percent, from which a link on a small map has its number.
const nearlyFull = 85

// mapYearsFit reports whether there is a map and two years for it.
func mapYearsFit(p *tables.Package) bool {
	return mapsFit(p, tables.Segments, 2)
}

// drawMapYears shows the network in every year of a run, or every second or third, as small maps.
func drawMapYears(on *page.Page, p *tables.Package) (*page.Figure, error) {
	t, years, err := rowsByYear(p, tables.Segments)
	if err != nil {
		return nil, err
	}
	if len(years) == 0 {
		return nil, errNoFullYear
	}
	all, err := readMapYears(p, t, years)
	if err != nil {
		return nil, err
	}
	maps, said := make([]networkMap, len(years)), make([]string, len(years))
	for i, when := range years {
		maps[i] = all.of(on, i)
		maps[i].rivals = nil
		if mt, known := carriedIn(p, when); known {
			said[i] = on.Say("%s Mt", on.Amount(mt, 1))
		}
	}
	tiles := newTiles(on, maps, said)
	tiles.tight = func(l lane) bool { return l.held || l.percent >= nearlyFull }
	tiles.text = func(l lane) string {
		return maps[0].loads(bundle{lanes: []lane{l}}, func(l lane) float64 { return l.load })[0]
	}

	s := page.NewSheet(on, p, mapYearsTitle, all.subtitle(on, strings.Join(said, "") != ""))
	s.Find(all.finding(on))
	s.Panels = []page.Panel{tiles.panel(on)}
	s.Legend = tiles.maps[0].keys(on.Say("% of the capacity in the year"), &tiles.maps[0].views[0])
	s.Note = cmp.Or(s.Note, all.notesOfTiles(on, tiles))
	s.Tell(all.spokenOf(on))
	return s.Figure(), nil
}

func (a *mapYears) subtitle(on *page.Page, carried bool) string {
	text := on.Say("Each map is one year; widths and colours mean the same in all.")
	if carried {
		text += " " + on.Say("Beside the year: what the corridor carried.")
	}
	if !onEarth(a.links) {
		text += " " + on.Say("Not to scale.")
	}
	return text
}

// holders are the titles of the segments that hold cargo back in a year.
func (a *mapYears) holders(year int) (titles []string) {
	for _, l := range a.links {
		if a.traffic[year][l.segment].monthsHeld > 0 {
			titles = append(titles, l.title)
		}
	}
	return titles
}

// finding says how many segments hold cargo back in the first year and the last, and which does in
// most months; where none does, which is fullest.
func (a *mapYears) finding(on *page.Page) string {
	often, most, fullest, percent, when := "", 0, "", 0.0, 0
	for _, l := range a.links {
		months := 0
		for i, y := range a.years {
			brought := a.traffic[i][l.segment]
			months += brought.monthsHeld
			if used := brought.utilisation(); used > percent {
				fullest, percent, when = l.title, used, y.Year
			}
		}
		if months > most {
			often, most = l.title, months
		}
	}
	last := len(a.years) - 1
	switch {
	case most > 0:
		return on.Say("Segments that hold cargo back: %[1]d in %[2]d, %[3]d in %[4]d; most often: %[5]s",
			len(a.holders(0)), a.years[0].Year, len(a.holders(last)), a.years[last].Year, often)
	case fullest != "":
		return on.Say("No segment holds cargo back; fullest, in %[1]d: %[2]s, at %[3]s of its capacity", when, fullest, on.Percent(percent))
	}
	return ""
}

// notesOfTiles says what the numbers are and what the maps leave out.
func (a *mapYears) notesOfTiles(on *page.Page, t *mapTiles) string {
	out := []string{on.Say("Numbers: Mt on links that hold cargo back or are used to %s and more, where there is room. The first map names their ends.", on.Percent(nearlyFull))}
	var fullest lane
	when := 0
	for i := range a.years {
		m := a.of(on, i)
		for _, l := range m.outside(t.shown()) {
			if l.percent > fullest.percent {
				fullest, when = l, a.years[i].Year
			}
		}
	}
	if fullest.percent > 0 {
		out = append(out, on.Say("Fullest of what leads beyond the part shown, in %[1]d: %[2]s, at %[3]s of its capacity.", when, fullest.title, on.Percent(fullest.percent)))
	}
	if nowhere := a.nowhere(); len(nowhere) > 0 {
		out = append(out, on.Say("Not on the map, for want of a place: %s.", strings.Join(nowhere, ", ")))
	}
	if onEarth(a.links) {
		out = append(out, coastsOf(on))
	}
	return strings.Join(out, " ")
}

// spokenOf lists for each year what holds cargo back, for readers who cannot see the maps.
func (a *mapYears) spokenOf(on *page.Page) string {
	var out []string
	for i, y := range a.years {
		if titles := a.holders(i); len(titles) > 0 {
			out = append(out, on.Say("%[1]s, segments that hold cargo back: %[2]s.", y.Said(on.Language), strings.Join(titles, "; ")))
		}
	}
	return strings.Join(out, " ")
}
