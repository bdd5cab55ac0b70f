package plots

import (
	"cmp"
	"math"
	"strings"

	"corridor/plots/page"
	"corridor/plots/series"
	"corridor/plots/words"
	"corridor/sim/tables"
)

const mapFuturesTitle = "Where cargo is held back, in how many futures, year by year"

// oftenHeld is the share of the futures, in percent, from which a link on a small map has its number.
const oftenHeld = 25

// mapFuturesFit reports whether there is a map for the shares of a year or more.
func mapFuturesFit(p *tables.Package) bool {
	return mapsFit(p, tables.Bottlenecks, 1)
}

// drawMapFutures shows for every year of an ensemble, or every second or third, in how many futures
// links hold cargo back, as small maps. What is carried differs by future: all links are as wide.
func drawMapFutures(on *page.Page, p *tables.Package) (*page.Figure, error) {
	t, years, err := rowsByYear(p, tables.Bottlenecks)
	if err != nil {
		return nil, err
	}
	if len(years) == 0 {
		return nil, errNoFullYear
	}
	links, err := readLinks(p)
	if err != nil {
		return nil, err
	}
	shares, err := heldByYear(t)
	if err != nil {
		return nil, err
	}
	if len(bundles(links, nil)) == 0 {
		return nil, series.Nothing{Text: words.Text("No segment leads from one place to another that can be drawn.")}
	}
	maps := make([]networkMap, len(years))
	for i, when := range years {
		maps[i] = mapOfShares(on, links, shares, when)
	}
	tiles := newTiles(on, maps, make([]string, len(years)))
	tiles.tight = func(l lane) bool { return l.percent >= oftenHeld }
	tiles.text = func(l lane) string { return on.Percent(l.percent) }

	subtitle := on.Say("Share of %s simulated futures in which the segment holds cargo back; mean of the months of the year.", drawsOf(on, t, tables.Bottlenecks.Draws))
	s := page.NewSheet(on, p, mapFuturesTitle, subtitle+" "+on.Say("Each map is one year; widths and colours mean the same in all."))
	s.Find(mapFuturesFinding(on, links, shares, years))
	s.Panels = []page.Panel{tiles.panel(on)}
	s.Legend = page.Legend{holdingScale.Key(on.Say("% of futures")), page.AreaKey(on.Say("in none"), page.PaleGrey)}
	notes := []string{on.Say("Numbers: the share at links where it is %s and more, where there is room. The first map names their ends.", on.Percent(oftenHeld))}
	if onEarth(links) {
		notes = append(notes, coastsOf(on))
	}
	s.Note = cmp.Or(s.Note, strings.Join(notes, " "))
	s.Tell(mapFuturesSpoken(on, links, shares, years))
	return s.Figure(), nil
}

// heldByYear returns the share of the futures, in percent, in which segments hold cargo back: by
// segment and year the mean of its months, which holds nothing where no row says so.
func heldByYear(t *tables.Table) (map[string]map[int]float64, error) {
	byMonths, first, _, err := segmentShares(t, tables.Bottlenecks.Holding)
	if err != nil {
		return nil, err
	}
	out := map[string]map[int]float64{}
	for _, b := range byMonths {
		out[b.Name] = map[int]float64{}
		for i, share := range b.Values {
			if share > 0 {
				out[b.Name][(first + words.Month(i)).Year()] += share / 12
			}
		}
	}
	return out, nil
}

// mapOfShares is the network in a year with shares of the futures in place of what it is used to.
func mapOfShares(on *page.Page, links []link, shares map[string]map[int]float64, when series.CoveredYear) networkMap {
	m := networkMap{when: when, bundles: bundles(links, nil), sites: sites(links, nil), most: evenWidth, scale: holdingScale, onEarth: onEarth(links), on: on}
	give := func(lanes []lane) {
		for i := range lanes {
			l := &lanes[i]
			l.load, l.widest, l.percent = 1, 1, math.NaN()
			if share := shares[l.segment][when.Year]; share > 0 {
				l.percent = share
			}
			for _, share := range shares[l.segment] {
				l.marked = l.marked || share >= oftenHeld
			}
		}
	}
	for i := range m.bundles {
		give(m.bundles[i].lanes)
	}
	for i := range m.sites {
		give(m.sites[i].lanes)
	}
	return m
}

// evenWidth makes links of one width, as wide as those that carry the so-manieth part of the most.
const evenWidth = 2.2

// mapFuturesFinding names the link that holds cargo back in most futures of the last year, and says
// in how many it did in the first.
func mapFuturesFinding(on *page.Page, links []link, shares map[string]map[int]float64, years []series.CoveredYear) string {
	first, last := years[0].Year, years[len(years)-1].Year
	often, most := link{}, 0.0
	for _, l := range links {
		if share := shares[l.segment][last]; share > most {
			often, most = l, share
		}
	}
	if most == 0 || first == last {
		return ""
	}
	return on.Say("%[1]s: cargo is held back there in %[2]s of futures in %[3]d, in %[4]s in %[5]d",
		often.title, on.Percent(shares[often.segment][first]), first, on.Percent(most), last)
}

// mapFuturesSpoken lists for each year what holds cargo back in many futures.
func mapFuturesSpoken(on *page.Page, links []link, shares map[string]map[int]float64, years []series.CoveredYear) string {
	var out []string
	for _, y := range years {
		var said []string
		for _, l := range links {
			if share := shares[l.segment][y.Year]; share >= oftenHeld {
				said = append(said, l.title+" "+on.Percent(share))
			}
		}
		if len(said) > 0 {
			out = append(out, on.Say("%[1]s, segments that hold cargo back: %[2]s.", y.Said(on.Language), strings.Join(said, "; ")))
		}
	}
	return strings.Join(out, " ")
}
