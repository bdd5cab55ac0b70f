package plots

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/plots/series"
	"corridor/sim/tables"
)

func ExampleMapByYear() {
	years, figures, err := MapByYear(exampleOnEarth(), Options{})
	fmt.Println(years[0], years[len(years)-1], len(figures), err)
	// Output: 2024 2035 12 <nil>
}

// Maps of several years are to one scale: the width of a link follows its load, whatever the others
// carry in that year, and the place of every link is the same.
func TestMapsOfYearsHaveOneScale(t *testing.T) {
	run := exampleOnEarth()
	segments := run.Table(tables.Segments)
	years, err := fullYears(segments)
	require.NoError(t, err)
	require.Len(t, years, 12)
	all, err := readMapYears(run, segments, years)
	require.NoError(t, err)
	most := 0.0
	for year, when := range years {
		alone, err := readMapYears(run, segments, []series.CoveredYear{when})
		require.NoError(t, err)
		m := all.of(english, year)
		require.Equal(t, all.most, m.most)
		for i, b := range m.bundles {
			for j, l := range b.lanes {
				require.Equal(t, alone.bundles[0][i].lanes[j].load, l.load)
				require.GreaterOrEqual(t, l.widest, l.load)
				require.True(t, l.marked || !l.held)
				most = max(most, l.load)
			}
		}
	}
	require.Equal(t, most, all.most)
}

// The title counts the segments that hold cargo back in the first year and the last, and names the
// one that does in most months, as segments.csv has it.
func TestMapYearsFinding(t *testing.T) {
	run := exampleCorridor()
	segments, c := run.Table(tables.Segments), &tables.Segments
	byYear := map[string]map[string]bool{"2024": {}, "2035": {}}
	months := map[string]int{}
	for row := range segments.Len() {
		if name := c.Segment.Of(segments)[row]; c.HeldBackMt.Of(segments)[row] >= 1e-6 {
			months[name]++
			if year := byYear[c.Month.Of(segments)[row][:4]]; year != nil {
				year[name] = true
			}
		}
	}
	often := ""
	for _, l := range exampleLinks {
		if often == "" || months[l.name] > months[often] {
			often = l.name
		}
	}
	title := exampleLinks[slices.IndexFunc(exampleLinks, func(l struct {
		name, title, kind, from, to string
		days, first, last           float64
	}) bool {
		return l.name == often
	})].title
	figure, err := drawMapYears(english, run)
	require.NoError(t, err)
	require.Equal(t, fmt.Sprintf("Segments that hold cargo back: %d in 2024, %d in 2035; most often: %s", len(byYear["2024"]), len(byYear["2035"]), title), figure.Title())

	for row := range segments.Len() {
		c.HeldBackMt.Of(segments)[row] = 0
	}
	figure, err = drawMapYears(english, run)
	require.NoError(t, err)
	require.Contains(t, figure.Title(), "No segment holds cargo back; fullest, in 20")
}

// Years are left out at equal steps, never the last.
func TestTilesKeepTheLastYear(t *testing.T) {
	one := mapOnEarth(t, exampleOnEarth())
	for n := 1; n <= 40; n++ {
		maps := make([]networkMap, n)
		for i := range maps {
			maps[i] = *one
			maps[i].when = series.CoveredYear{Year: 2000 + i, Months: 12}
		}
		tiles := newTiles(english, maps, make([]string, n))
		require.LessOrEqual(t, len(tiles.maps), mostTiles)
		require.Equal(t, 2000+n-1, tiles.maps[len(tiles.maps)-1].when.Year)
		for i := 2; i < len(tiles.maps); i++ {
			require.Equal(t, tiles.maps[1].when.Year-tiles.maps[0].when.Year, tiles.maps[i].when.Year-tiles.maps[i-1].when.Year)
		}
		if n <= mostTiles {
			require.Len(t, tiles.maps, n)
		}
	}
}

// The small maps show the part of the network that is crowded, unless cargo is held back outside it.
func TestTilesShowWhereCargoIsHeldBack(t *testing.T) {
	part := func(marked bool) window {
		m := mapOnEarth(t, exampleOnEarth())
		for i := range m.bundles {
			for j := range m.bundles[i].lanes {
				m.bundles[i].lanes[j].marked = marked && m.bundles[i].lanes[j].segment == "xian-khorgos"
			}
		}
		for i := range m.sites {
			for j := range m.sites[i].lanes {
				m.sites[i].lanes[j].marked = false
			}
		}
		return newTiles(english, []networkMap{*m}, []string{""}).part
	}
	m := mapOnEarth(t, exampleOnEarth())
	require.Equal(t, windowOf(m.sites), part(true))
	require.Less(t, part(false).span(0), 0.6*part(true).span(0))
}

// The share of a year is the mean of its months: what no month tells is none.
func TestHeldByYear(t *testing.T) {
	table := tables.New(tables.Bottlenecks)
	for month := range 12 {
		table.Append("a", monthName(2030, month), "ferry", 100, 0.0, 0.0, 0.0, float64(month)/12)
		table.Append("a", monthName(2031, month), "port", 100, 0.0, 0.0, 0.0, 0.5)
	}
	shares, err := heldByYear(table)
	require.NoError(t, err)
	require.InDelta(t, 100*66.0/144, shares["ferry"][2030], 1e-9)
	require.InDelta(t, 50, shares["port"][2031], 1e-9)
	require.Zero(t, shares["ferry"][2031])
	table.Append("a", "2032-01", "port", 100, 0.0, 0.0, 0.0, 1.5)
	_, err = heldByYear(table)
	require.ErrorContains(t, err, "holding is 1.5, expected a share from 0 to 1")
}

// A run of part of a year has no full year to show, and a single one is no series.
func TestMapYearsNeedYears(t *testing.T) {
	chart, _ := Lookup("map-years")
	for months, possible := range map[int]bool{6: false, 12: false, 24: true} {
		run := exampleCorridor()
		segments := run.Table(tables.Segments)
		names := tables.Segments.Month.Of(segments)
		for i, table := range run.Tables {
			if table == segments {
				run.Tables[i] = segments.Where(func(row int) bool { return names[row] < monthName(2024+months/12, months%12) })
			}
		}
		require.Equal(t, possible, chart.Possible(run), months)
		if months == 6 {
			requireBlank(t, chart, run, "There is no full year to show.")
		}
		years, _, err := MapByYear(run, Options{})
		require.NoError(t, err)
		require.Equal(t, possible, years != nil)
	}
}

// Maps drawn alike have the same parts in the same order, whatever the language, and what is written
// on each is what that year brought.
func TestMapByYear(t *testing.T) {
	for _, run := range []*tables.Package{exampleOnEarth(), exampleCorridor()} {
		for _, lang := range Languages {
			_, figures, err := MapByYear(run, Options{Lang: lang, InPage: true})
			require.NoError(t, err)
			for _, figure := range figures {
				require.Len(t, figure.Texts(), len(figures[0].Texts()), lang)
				require.Empty(t, figure.Misplaced(), lang)
			}
		}
	}
	years, figures, err := MapByYear(exampleOnEarth(), Options{})
	require.NoError(t, err)
	covered, err := fullYears(exampleOnEarth().Table(tables.Segments))
	require.NoError(t, err)
	together, err := readMapYears(exampleOnEarth(), exampleOnEarth().Table(tables.Segments), covered)
	require.NoError(t, err)
	for i, year := range years {
		alone, err := readMapYears(exampleOnEarth(), exampleOnEarth().Table(tables.Segments), []series.CoveredYear{{Year: year, Months: 12}})
		require.NoError(t, err)
		m := alone.of(english, 0)
		m.most = together.most
		var said []string
		for _, text := range figures[i].Texts() {
			said = append(said, text.Text)
		}
		all := strings.Join(said, "\n")
		for b := range m.bundles {
			for _, number := range m.room(b) {
				require.Contains(t, all, number, year)
			}
		}
	}
}
