package plots

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"
	"gonum.org/v1/plot/vg"

	"corridor/plots/ink"
	"corridor/plots/page"
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
	m := networkMap{most: 4}
	b := bundle{from: place{x: 0, y: 0}, to: place{x: 100, y: 40}}
	for _, mt := range []float64{4, 0.2, 1, 0, 2.5} {
		b.lanes = append(b.lanes, lane{load: mt})
	}
	p := page.Plane{On: english, X: page.Axis{Max: 100}, Y: page.Axis{Max: 100}}
	p.Max = vg.Point{X: 500, Y: 300}
	paths := m.paths(p, b)
	for i := 1; i < len(paths); i++ {
		apart := distance(paths[i-1][1], paths[i][1])
		widths := (m.width(b.lanes[i-1].load) + m.width(b.lanes[i].load)) / 2
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
		main := page.Panel{}
		main.X, main.Y, main.Height = m.frame(english)
		m.place(page.Sheet{On: english, Panels: []page.Panel{main}})
		require.Greater(t, len(m.names.placed), len(m.sites)/2)
		dots := m.names.taken[:len(m.sites)]
		for i, a := range m.names.placed {
			for _, b := range m.names.placed[:i] {
				require.False(t, ink.Overlap(a.box, b.box), "%q and %q", a.text, b.text)
			}
			for _, d := range dots {
				require.False(t, ink.Overlap(a.box, d), "%q on a dot", a.text)
			}
			for _, s := range m.names.strokes {
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
			fmt.Sprint("n", to), fmt.Sprint("Place ", to), x1, y1, 1.0, 1.0, 1.0, nil)
	}
	return t
}
