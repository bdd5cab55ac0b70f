package plots

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/plots/series"
)

func ExampleChart_utilisation() {
	run := examplePackage(exampleMonthly(), exampleSegments(10))
	chart, _ := Lookup("utilisation")
	figure, err := chart.Draw(run)
	fmt.Println(chart.Title, figure != nil, err)
	// Output: How full the corridor is true <nil>
}

func TestUtilisationChoosesLinesOrStrips(t *testing.T) {
	for n, strips := range map[int]bool{1: false, 2: false, 3: false, 4: true, 10: true} {
		labels := texts(mustWrite(t, "utilisation", examplePackage(exampleMonthly(), exampleSegments(n)), SVG))
		require.Equal(t, strips, contains(labels, "Segments, % of capacity"), "%d segments", n)
		require.Equal(t, n > 1, contains(labels, "aktau-kuryk-ports"), "%d segments", n)
	}
}

func contains(list []string, s string) bool {
	for _, l := range list {
		if l == s {
			return true
		}
	}
	return false
}

func TestBusiest(t *testing.T) {
	var list []series.ByMonth
	for i, v := range []float64{10, 90, 50, 70} {
		list = append(list, series.ByMonth{Name: fmt.Sprint(i), Values: []float64{v, v}})
	}
	var names []string
	for _, u := range busiest(list, 2) {
		names = append(names, u.Name)
	}
	require.Equal(t, []string{"1", "3"}, names)
	require.Len(t, busiest(list, 9), 4)
}
