package plots

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/plots/series"
	"corridor/sim/tables"
)

func ExampleChart_binding() {
	run := exampleCorridor()
	chart, _ := Lookup("binding")
	figure, err := chart.Draw(run)
	fmt.Println(chart.Title, figure != nil, err)
	// Output: Which segment holds cargo back, and when true <nil>
}

func TestBindingShowsTheTightOnesOnly(t *testing.T) {
	labels := texts(mustWrite(t, "binding", exampleCorridor(), SVG))
	require.Subset(t, labels, []string{"Aktau – Alat container feeders", "Aktau – Alat container feeders: cargo is held back in 137 of 144 months", "Kars – Istanbul line", "Months", "2035"})
	require.NotContains(t, labels, "Tashkent – Beyneu line")
}

func TestTightSegmentsOrder(t *testing.T) {
	segments, _ := exampleTraffic()
	first, last, err := series.MonthRange(segments)
	require.NoError(t, err)
	tight, all, err := tightSegments(segments, first, last)
	require.NoError(t, err)
	require.Equal(t, len(exampleLinks), all)
	for i := 1; i < len(tight); i++ {
		a, b := tight[i-1], tight[i]
		require.True(t, a.months > b.months || a.months == b.months && series.Mean(a.Values) >= series.Mean(b.Values), "%s before %s", a.Name, b.Name)
	}
}

// Where nothing is tight there is nothing to show, and no chart by default.
func TestBindingNeedsATightSegment(t *testing.T) {
	segments, _ := exampleTraffic()
	names := tables.Segments.Segment.Of(segments)
	run := examplePackage(segments.Where(func(row int) bool { return names[row] == "tashkent-beyneu" }))
	chart, _ := Lookup("binding")
	require.False(t, chart.Possible(run))
	requireBlank(t, chart, run, "No segment is ever 85 % full or holds cargo back.")
}
