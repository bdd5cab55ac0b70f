package plots

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func ExampleChart_difference() {
	chart, _ := Lookup("difference")
	figure, err := chart.Draw(exampleEnsemble())
	fmt.Println(chart.Title, figure != nil, err)
	// Output: What changes against the baseline true <nil>
}

// The chart says which scenarios are compared with which, and of one draw neither
// a seed nor how many futures.
func TestDifferenceNamesWhatItCompares(t *testing.T) {
	for _, c := range []struct {
		pairs     int
		scenarios []string
		says      string
	}{
		{exampleDraws, []string{"sea-first"}, "Scenario: sea-first. Baseline: reference. Seed 7. Scenario minus baseline, future by future: 2,000 pairs."},
		{exampleDraws, []string{"sea-first", "late"}, "Scenarios: sea-first, late. Baseline: reference. Seed 7. Scenario minus baseline, future by future: 2,000 pairs."},
		{1, []string{"sea-first"}, "Scenario: sea-first. Baseline: reference. Scenario minus baseline. Expected values."},
	} {
		p := examplePackage(exampleDifferences(c.pairs, c.scenarios...))
		seed := uint64(7)
		p.Seed, p.Title = &seed, "The title of the baseline"
		labels := texts(mustWrite(t, "difference", p, SVG))
		require.Contains(t, strings.Join(labels, " "), c.says)
		for _, name := range c.scenarios {
			require.Contains(t, labels, name+" · Throughput, Mt per year")
		}
		above := "Futures in which the scenario is above the baseline, %"
		require.Equal(t, c.pairs > 1, strings.Contains(strings.Join(labels, "|"), above))
		require.Equal(t, c.pairs > 1, strings.Contains(strings.Join(labels, "|"), "Median difference"))
	}
}
