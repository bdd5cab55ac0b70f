package plots

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/plots/series"
	"corridor/sim/tables"
)

func ExampleChart_legs() {
	run := exampleCorridor()
	chart, _ := Lookup("legs")
	figure, err := chart.Draw(run)
	fmt.Println(chart.Title, figure != nil, err)
	// Output: Door-to-door time by leg, and where cargo waits true <nil>
}

func TestJourneysAddUp(t *testing.T) {
	list, when, err := readJourneys(exampleCorridor())
	require.NoError(t, err)
	require.Equal(t, series.CoveredYear{Year: 2035, Months: 12}, when)
	require.Len(t, list, len(exampleMarkets))
	days := map[string]float64{}
	for _, l := range exampleLinks {
		days[l.name] = l.days
	}
	for i, j := range list {
		if i > 0 {
			require.GreaterOrEqual(t, list[i-1].mt, j.mt)
		}
		if j.title == "Kazakh oil to Ceyhan" {
			require.InDelta(t, days["aktau-port"]+days["aktau-alat-oil"]+days["alat-port"]+days["alat-ceyhan"], series.Sum(j.free), 1e-9)
			require.Equal(t, []string{"Aktau", "Alat", "Ceyhan"}, j.places)
		}
	}
}

// Cargo that goes east passes the same links the other way round.
func TestPlacesAlongGoEitherWay(t *testing.T) {
	a, b, c := place{name: "a", title: "A"}, place{name: "b", title: "B"}, place{name: "c", title: "C"}
	chain := []link{{from: a, to: b}, {from: b, to: b}, {from: b, to: c}}
	require.Equal(t, []string{"A", "B", "C"}, placesAlong(chain))
	require.Equal(t, []string{"C", "B", "A"}, placesAlong([]link{chain[2], chain[1], chain[0]}))
	require.Equal(t, []string{"A", "B"}, placesAlong(chain[:1]))
	require.Empty(t, placesAlong(nil))
}

// Without flows the markets stand in their order and nothing is said of tonnes.
func TestLegsWithoutFlows(t *testing.T) {
	run := exampleCorridor()
	run.Tables = run.Tables[:3]
	list, _, err := readJourneys(run)
	require.NoError(t, err)
	require.Equal(t, "China – Europe containers", list[0].title)
	require.Contains(t, texts(mustWrite(t, "legs", run, SVG)), "–")
}

func TestLegsNeedMoreThanOneSegment(t *testing.T) {
	run := exampleCorridor()
	run.Tables = run.Tables[:3]
	routes := tables.Routes.Rival.Of(run.Tables[1])
	run.Tables[1] = run.Tables[1].Where(func(row int) bool { return routes[row] == "true" })
	chart, _ := Lookup("legs")
	require.False(t, chart.Possible(run))
	requireBlank(t, chart, run, "No route leads through the corridor.")
}
