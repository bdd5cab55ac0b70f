package plots

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"gonum.org/v1/plot/vg"
	"pgregory.net/rapid"

	"corridor/plots/ink"
	"corridor/plots/page"
	"corridor/plots/series"
	"corridor/sim/tables"
)

func ExampleChart_map() {
	run := exampleCorridor()
	chart, _ := Lookup("map")
	figure, err := chart.Draw(run)
	fmt.Println(chart.Title, figure != nil, err)
	// Output: What the corridor carries, and where it is full true <nil>
}

func TestMapNamesPlacesAndYear(t *testing.T) {
	labels := texts(mustWrite(t, "map", exampleCorridor(), SVG))
	require.Subset(t, labels, []string{
		"Alat", "Aktau", "Boyuk-Kesik", "Istanbul", "% of the capacity in 2035", "Sea service", "Cargo was held back here in some month",
		"Not on the map, for want of a place: Tbilisi – Yerevan line.",
	})
}

func TestMapTellsTheThroughput(t *testing.T) {
	run := exampleCorridor()
	run.Tables = append(run.Tables, exampleAnnual())
	require.Contains(t, mapSubtitle(t, run), "Year shown: 2035, 10.0 Mt carried by the corridor.")
	require.Contains(t, mapSubtitle(t, exampleCorridor()), "Year shown: 2035.")
}

func mapSubtitle(t *testing.T, run *tables.Package) string {
	figure, err := drawMap(english, run)
	require.NoError(t, err)
	return figure.Description()
}

// A network without places, or with places but no link between them, is no map.
func TestMapNeedsPlaces(t *testing.T) {
	chart, _ := Lookup("map")
	for name, keep := range map[string]string{"no place": "tbilisi-yerevan", "one place": "aktau-port"} {
		network := exampleNetwork()
		segments := tables.Network.Segment.Of(network)
		run := exampleCorridor()
		run.Tables[0] = network.Where(func(row int) bool { return segments[row] == keep })
		require.False(t, chart.Possible(run), name)
		requireBlank(t, chart, run, "No segment leads from one place to another that can be drawn.")
	}
}

func TestBundlesJoinBothDirections(t *testing.T) {
	a, b := place{name: "a", x: 1, y: 1}, place{name: "b", x: 2, y: 1}
	list := bundles([]link{{segment: "there", from: a, to: b}, {segment: "back", from: b, to: a}}, nil)
	require.Len(t, list, 1)
	require.Len(t, list[0].lanes, 2)
}

// Lanes of a bundle lie side by side: in the middle they keep their distance.
func TestLanesKeepApart(t *testing.T) {
	m, v := networkMap{most: 4}, &mapView{factor: 1}
	b := bundle{from: place{x: 0, y: 0}, to: place{x: 100, y: 40}}
	for _, mt := range []float64{4, 0.2, 1, 0, 2.5} {
		b.lanes = append(b.lanes, lane{load: mt, widest: mt})
	}
	p := page.Plane{On: english, X: page.Axis{Max: 100}, Y: page.Axis{Max: 100}}
	p.Max = vg.Point{X: 500, Y: 300}
	m.bundles = []bundle{b}
	paths := m.paths(p, v)[0]
	for i := 1; i < len(paths); i++ {
		apart := distance(paths[i-1][1], paths[i][1])
		widths := (m.width(v, b.lanes[i-1].load) + m.width(v, b.lanes[i].load)) / 2
		require.InDelta(t, float64(widths+laneGap), float64(apart), 1e-9)
	}
}

// Whatever the network, no name lies on another, on a link or on a dot.
func TestMapLabelsKeepApart(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 40 {
		run := examplePackage(randomNetwork(random, 12+random.IntN(12)), tables.New(tables.Segments))
		links, err := readLinks(run)
		require.NoError(t, err)
		m := networkMap{bundles: bundles(links, nil), sites: sites(links, nil), on: english}
		views, _ := m.lay(page.Margin, english.Inner())
		require.Len(t, views, 1)
		m.place(&views[0])
		names := views[0].names
		require.Greater(t, len(names.placed), len(m.sites)/2)
		dots := names.taken[:len(m.sites)]
		for i, a := range names.placed {
			for _, b := range names.placed[:i] {
				require.False(t, ink.Overlap(a.box, b.box), "%q and %q", a.text, b.text)
			}
			for _, d := range dots {
				require.False(t, ink.Overlap(a.box, d), "%q on a dot", a.text)
			}
			for _, s := range names.strokes {
				if s.half > 0.5 { // not a label's own line
					require.False(t, ink.Crosses(s.a, s.b, a.box), "%q on a link", a.text)
				}
			}
		}
	}
}

func randomNetwork(random *rand.Rand, n int) *tables.Table {
	t := tables.New(tables.Network)
	at := func(i int) (x, y float64) { return float64(i * 37 % 101), float64(i * i * 17 % 101) }
	for i := range n + n/2 {
		from, to := random.IntN(n), random.IntN(n)
		x0, y0 := at(from)
		x1, y1 := at(to)
		t.Append("a", fmt.Sprint("link", i), "", "rail", fmt.Sprint("n", from), fmt.Sprint("Place ", from), x0, y0,
			fmt.Sprint("n", to), fmt.Sprint("Place ", to), x1, y1, 1.0, 1.0, 1.0, nil, nil, nil, nil, nil)
	}
	return t
}

// TestMapOnEarthShowsTheCrowdedPartLarger: all places, and once more those around the Caspian.
func TestMapOnEarthShowsTheCrowdedPartLarger(t *testing.T) {
	labels := texts(mustWrite(t, "map", exampleOnEarth(), SVG))
	require.Subset(t, labels, []string{"Alat", "Aktau", "Istanbul", "Caspian Sea", "Kazakhstan", "Georgia", "1,000 km", "200 km"})
	require.NotContains(t, mapSubtitle(t, exampleOnEarth()), "Not to scale")
	require.Contains(t, mapSubtitle(t, exampleCorridor()), "Not to scale")
	m := mapOnEarth(t, exampleOnEarth())
	require.Len(t, m.views, 2)
	whole, detail := &m.views[0], &m.views[1]
	for _, s := range m.sites {
		require.True(t, whole.shows(s.place))
		require.NotEqual(t, whole.named(s.place), detail.named(s.place), "%s is named once", s.name)
	}
	require.True(t, detail.named(siteOf(m, "aktau").place))
	require.True(t, whole.named(siteOf(m, "istanbul").place))
}

// TestEveryLinkOnEarthHasItsNumber, the fullest first of all, or the note says which have none.
func TestEveryLinkOnEarthHasItsNumber(t *testing.T) {
	m := mapOnEarth(t, exampleOnEarth())
	carrying := 0
	for _, b := range m.bundles {
		for _, l := range b.lanes {
			if l.load > 0 {
				carrying++
			}
		}
	}
	numbers := 0
	for i := range m.views {
		require.Empty(t, m.views[i].names.unnumbered)
		for _, l := range m.views[i].names.placed {
			if l.of != noBundle {
				numbers += len(l.text)
			}
		}
	}
	require.Equal(t, carrying, numbers)
}

// TestLinksAlongOneAnotherKeepApart: what crosses the Caspian between neighbouring ports lies side
// by side, each service joined to its own.
func TestLinksAlongOneAnotherKeepApart(t *testing.T) {
	m := mapOnEarth(t, exampleOnEarth())
	v := &m.views[1]
	p := v.plane(page.Plane{On: english}, 0)
	paths := m.paths(p, v)
	type crossing struct {
		middle vg.Point
		half   vg.Length
	}
	var all []crossing
	for i, b := range m.bundles {
		for j, path := range paths[i] {
			if b.lanes[j].kind == "sea" && (b.from.name == "aktau" || b.from.name == "kuryk") {
				all = append(all, crossing{middleOf(path), m.width(v, b.lanes[j].load) / 2})
			}
		}
	}
	require.GreaterOrEqual(t, len(all), 5)
	for i, a := range all {
		for _, b := range all[:i] {
			require.Greater(t, float64(distance(a.middle, b.middle)), float64(a.half+b.half))
		}
	}
}

func mapOnEarth(t testing.TB, run *tables.Package) *networkMap {
	links, err := readLinks(run)
	require.NoError(t, err)
	segments := run.Table(tables.Segments)
	when, err := series.LastFullYear(segments)
	require.NoError(t, err)
	traffic, err := trafficOf(segments, when)
	require.NoError(t, err)
	m := &networkMap{bundles: bundles(links, traffic), sites: sites(links, traffic), on: english, onEarth: onEarth(links), most: 4}
	m.views, _ = m.lay(page.Margin, english.Inner())
	for i := range m.views {
		m.place(&m.views[i])
	}
	return m
}

func siteOf(m *networkMap, name string) site {
	return m.sites[slices.IndexFunc(m.sites, func(s site) bool { return s.name == name })]
}

// TestClipLine: what is left of a line lies in the rectangle and on the line.
func TestClipLine(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		number := func(name string) vg.Length { return vg.Length(rapid.IntRange(-20, 120).Draw(t, name)) }
		var line []vg.Point
		for i := range rapid.IntRange(2, 8).Draw(t, "points") {
			line = append(line, vg.Point{X: number(fmt.Sprint("x", i)), Y: number(fmt.Sprint("y", i))})
		}
		r := vg.Rectangle{Max: vg.Point{X: 100, Y: 60}}
		for _, part := range clipLine(line, r) {
			for _, q := range part {
				require.True(t, ink.Overlap(ink.Grow(r, 1e-6), vg.Rectangle{Min: q, Max: q.Add(vg.Point{X: 1e-9, Y: 1e-9})}))
				near := math.Inf(1)
				for i := 1; i < len(line); i++ {
					near = min(near, float64(distance(q, line[i-1])+distance(q, line[i])-distance(line[i-1], line[i])))
				}
				require.Less(t, near, 1e-6)
			}
		}
		all := true
		for _, q := range line {
			all = all && q.X >= 0 && q.X <= 100 && q.Y >= 0 && q.Y <= 60
		}
		if all {
			require.Len(t, clipLine(line, r), 1)
		}
	})
}

// TestClipRing: the area left of a square is that of the part of it in the rectangle.
func TestClipRing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x, y := vg.Length(rapid.IntRange(-50, 110).Draw(t, "x")), vg.Length(rapid.IntRange(-50, 70).Draw(t, "y"))
		w, h := vg.Length(rapid.IntRange(1, 200).Draw(t, "w")), vg.Length(rapid.IntRange(1, 200).Draw(t, "h"))
		square := vg.Rectangle{Min: vg.Point{X: x, Y: y}, Max: vg.Point{X: x + w, Y: y + h}}
		area := 0.0
		ring := clipRing(ink.Corners(square), vg.Rectangle{Max: vg.Point{X: 100, Y: 60}})
		for i, a := range ring {
			b := ring[(i+1)%len(ring)]
			area += float64(a.X*b.Y-b.X*a.Y) / 2
		}
		overlap := max(0, min(x+w, 100)-max(x, 0)) * max(0, min(y+h, 60)-max(y, 0))
		require.InDelta(t, float64(overlap), area, 1e-9)
	})
}

// A way outside the corridor is drawn from where it parts, with what went by it in the year; one
// that says nothing of its place is not, nor is any on a schematic.
func TestMapShowsRivals(t *testing.T) {
	run := exampleOnEarth()
	when := []series.CoveredYear{{Year: 2035, Months: 12}}
	ways, err := rivalWays(run, when)
	require.NoError(t, err)
	ways = inYear(ways, 2035)
	require.Len(t, ways, 1)
	require.InDelta(t, float64(12*len(exampleMarkets))*0.4, ways[0].mt, 1e-9)

	said := strings.Join(texts(mustWrite(t, "map", run, SVG)), " ")
	require.Contains(t, said, "Rail by the north 43.2 Mt")
	require.Contains(t, said, "Way outside the corridor, with its Mt")
	require.NotContains(t, said, "Sea by Suez")
	schematic := exampleCorridor()
	schematic.Tables = append(schematic.Tables, exampleRivals())
	require.NotContains(t, strings.Join(texts(mustWrite(t, "map", schematic, SVG)), " "), "north")

	tables.Rivals.ToLatitude.Of(run.Table(tables.Rivals))[0] = 156
	_, err = rivalWays(run, when)
	require.ErrorContains(t, err, "rivals.csv:2: 156, 52 degrees is no place on the earth")
}
