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

func ExampleChart_additions() {
	run := examplePackage(exampleAnnual(), exampleProjects(3))
	chart, _ := Lookup("additions")
	figure, err := chart.Draw(run)
	fmt.Println(chart.Title, figure != nil, err)
	// Output: Capacity of the corridor and what adds to it true <nil>
}

func TestAdditionsNamesTheLargest(t *testing.T) {
	for _, n := range []int{1, 2, 4, 25} {
		labels := texts(mustWrite(t, "additions", examplePackage(exampleAnnual(), exampleProjects(n)), SVG))
		require.True(t, slices.ContainsFunc(labels, func(s string) bool {
			return strings.HasPrefix(s, "+4.0 Mt, December 2028 · Programme of berths")
		}), "%d projects: %q", n, labels)
	}
	labels := texts(mustWrite(t, "additions", examplePackage(exampleAnnual(), tables.New(tables.Projects)), SVG))
	require.Contains(t, labels, "The scenario has no projects.")
	require.Contains(t, labels, "+4.0", "the year's increment is written in its bar")
}

const ownSegmentsSaid = "A project adds capacity to its own segments; what the whole corridor gains depends on the others and on the mix of cargo."

// Where projects add more than the corridor gains, the chart says why.
func TestAdditionsSayWhyTheCorridorGainsLess(t *testing.T) {
	capacity := []float64{6, 6, 10}
	require.Empty(t, ownSegments(english, capacity, []addition{{mt: 4}, {mt: math.NaN()}}))
	require.Equal(t, ownSegmentsSaid, ownSegments(english, capacity, []addition{{mt: 4}, {mt: 5}}))
	require.False(t, falls(capacity))
	require.True(t, falls([]float64{6, math.NaN(), 7, 6.5}))
}
