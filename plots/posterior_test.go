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

func ExampleChart_posterior() {
	chart, _ := Lookup("posterior")
	figure, err := chart.Draw(exampleCalibration(3))
	fmt.Println(chart.Title, figure != nil, err)
	// Output: What the observations tell about each parameter true <nil>
}

// Rows go from what most was learnt about to what is not identified; a parameter that only
// moved counts by how far.
func TestPosteriorSortsByWhatWasLearnt(t *testing.T) {
	all, used, before, err := readLearnt(exampleCalibration(10))
	require.NoError(t, err)
	require.Equal(t, "2023–2025", used)
	require.Equal(t, "2023–2024", before)
	var names []string
	for _, l := range all {
		names = append(names, l.name)
	}
	require.Equal(t, []string{"dispatch", "boxes-china-europe-sensitivity", "other-boxes", "boxes-china-europe-share", "congestion", "ferry-pool", "oil-sensitivity", "catch-up", "grain-inertia", "feeder-speed"}, names)
	require.False(t, math.IsNaN(all[0].heldOut.p50))

	labels := texts(mustWrite(t, "posterior", exampleCalibration(10), SVG))
	require.Subset(t, labels, []string{"at its bound", "not identified", "71 %", "−44 %", "0.0021", "0.0084", "64,000"})
	require.Contains(t, strings.Join(labels, " "), "Of 10 parameters the observations of 2023–2025 identify 7; about the others they say nothing.")
}

// Without a sample there are no quartiles, and with one they are those of the fit for use.
func TestPosteriorQuartiles(t *testing.T) {
	t0 := tables.New(tables.Sample)
	for i := range 8 {
		t0.Append("reference", "2023–2025", i+1, "dispatch", float64(8-i))
		t0.Append("reference", "2023", i+1, "dispatch", 100.0)
	}
	of := func(list ...*tables.Table) belief {
		all, _, _, err := readLearnt(examplePackage(append(list, exampleParametersTable(3))...))
		require.NoError(t, err)
		return all[slices.IndexFunc(all, func(l learnt) bool { return l.name == "dispatch" })].posterior
	}
	with := of(t0)
	require.Equal(t, []float64{2, 6}, []float64{with.p25, with.p75})
	require.True(t, math.IsNaN(of().p25))
}

func TestPosteriorOfManyParametersOnASlide(t *testing.T) {
	c, _ := Lookup("posterior")
	figure, err := c.DrawAs(exampleCalibration(30), Options{Size: Slide})
	require.NoError(t, err)
	require.Regexp(t, `Parameters shown, those most was learnt about: [4-9] of 30\.`, saidBy(figure))
}
