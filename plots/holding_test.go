package plots

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/sim/tables"
)

func ExampleChart_holding() {
	chart, _ := Lookup("holding")
	figure, err := chart.Draw(exampleEnsemble())
	fmt.Println(chart.Title, figure != nil, err)
	// Output: Where cargo is held back, and in how many futures true <nil>
}

// heldBack has a share for each segment in the months of the first two of four
// years; another segment always limits the capacity and holds nothing back.
func heldBack(shares map[string][2]float64) *tables.Package {
	network, t := tables.New(tables.Network), tables.New(tables.Bottlenecks)
	network.Append("a", "ferries", "Rail ferries", "sea", "n1", "", 0.0, 0.0, "n2", "", 1.0, 0.0, 1.0, 1.0, 1.0, nil, nil, nil, nil, nil)
	for i := range 48 {
		t.Append("a", monthName(2030+i/12, i%12), "tankers", 100, 1.0, 0.9, 1.0, 0.0)
		for _, name := range []string{"berths", "ferries", "rail", "road"} {
			if s, ok := shares[name]; ok && i < 24 {
				t.Append("a", monthName(2030+i/12, i%12), name, 100, 0.0, 0.0, 0.1, s[i/12])
			}
		}
	}
	return examplePackage(network, t)
}

func TestHoldingRanksAndWritesShares(t *testing.T) {
	p := heldBack(map[string][2]float64{"berths": {0.1, 0.2}, "ferries": {0.6, 0.95}, "rail": {0, 0.02}, "road": {0.004, 0.004}})
	labels := texts(mustWrite(t, "holding", p, SVG))
	at := -1
	for _, want := range []string{"Rail ferries", "berths", "rail"} { // by share, titles from the network
		next := slices.Index(labels, want)
		require.Greater(t, next, at, "%s in %q", want, labels)
		at = next
	}
	require.NotContains(t, labels, "tankers", "limits the capacity but holds nothing back")
	require.NotContains(t, labels, "road", "below one future in a hundred")
	// The mean of the months of a year, in percent; a year without rows is one in
	// which it never happens.
	require.Subset(t, labels, []string{"60", "95", "10", "20", "2", "–"})
	require.Contains(t, strings.Join(labels, " "), "Several segments can hold cargo back at once. The one that limits the capacity of the whole corridor may be another. Segments shown, those that hold cargo back most often: 3 of 4.")
}

func TestHoldingShowsTheRarestAlone(t *testing.T) {
	labels := texts(mustWrite(t, "holding", heldBack(map[string][2]float64{"road": {0.004, 0}}), SVG))
	require.Subset(t, labels, []string{"road", "&lt; 1"})
}

func TestHoldingFitsOnlyWhereCargoIsHeldBack(t *testing.T) {
	holding, _ := Lookup("holding")
	bottlenecks, _ := Lookup("bottlenecks")
	p := heldBack(nil)
	require.False(t, holding.Possible(p))
	require.True(t, bottlenecks.Possible(p))
	requireBlank(t, holding, p, "No segment ever holds cargo back.")

	tables.Bottlenecks.Holding.Of(p.Table(tables.Bottlenecks))[2] = 1.2
	_, err := holding.Draw(p)
	require.EqualError(t, err, "bottlenecks.csv:4: holding is 1.2, expected a share from 0 to 1")
	column := tables.Bottlenecks.Holding.Of(p.Table(tables.Bottlenecks))
	for row := range column {
		column[row] = math.NaN()
	}
	requireBlank(t, holding, p, "Every value of holding in bottlenecks.csv is empty.")
}
