package plots

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/sim/tables"
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
		{exampleDraws, []string{"sea-first"}, "Scenario: Ships, dredging and ports first. Baseline: The Middle Corridor as a network. Seed 7. Scenario minus baseline, future by future: 2,000 pairs."},
		{exampleDraws, []string{"sea-first", "late"}, "Scenarios: Ships, dredging and ports first; Everything two years late. Baseline: The Middle Corridor as a network. Seed 7. Scenario minus baseline, future by future: 2,000 pairs."},
		{1, []string{"sea-first"}, "Scenario: Ships, dredging and ports first. Baseline: The Middle Corridor as a network. Scenario minus baseline. Expected values."},
	} {
		p := examplePackage(exampleDifferences(c.pairs, c.scenarios...))
		seed := uint64(7)
		p.Seed, p.Title = &seed, "The title of the baseline"
		labels := texts(mustWrite(t, "difference", p, SVG))
		require.Contains(t, strings.Join(labels, " "), c.says)
		for _, name := range c.scenarios {
			require.Contains(t, strings.Join(labels, " "), titles[name], "beside its line")
		}
		above := "Futures in which the scenario is 1 % or more above the baseline, %"
		require.Equal(t, c.pairs > 1, strings.Contains(strings.Join(labels, "|"), above))
		require.Equal(t, c.pairs > 1, strings.Contains(strings.Join(labels, "|"), "Median difference"))
	}
}

// A difference of two percentages is one of points, in futures and between runs.
func TestDifferencesOfSharesAreInPoints(t *testing.T) {
	table := exampleDifferences(exampleDraws, "sea-first")
	for row := range table.Len() {
		tables.Differences.Metric.Of(table)[row] = "utilisation"
	}
	chart, _ := Lookup("difference")
	figure, err := chart.DrawAs(examplePackage(table), Options{Metric: "utilisation"})
	require.NoError(t, err)
	require.Contains(t, saidBy(figure), "Utilisation, percentage points")
	require.NotContains(t, saidBy(figure), "% of capacity")

	between := strings.Join(texts(compared(t, "difference", 2, Options{Metric: "utilisation"}, SVG)), " ")
	require.Contains(t, between, "Utilisation, percentage points")
}

// The chances are those of the side on which scenarios lie more often.
func TestDifferenceShowsTheSideThatIsMoreOften(t *testing.T) {
	of := func(higher, lower float64) change {
		one := func(v float64) chanceCurve {
			return chanceCurve{list: []int{2035}, value: []float64{v}, low: []float64{v}, high: []float64{v}}
		}
		return change{spread: spread{list: []int{2035}}, higher: one(higher), lower: one(lower)}
	}
	on := english
	for _, test := range []struct {
		changes []change
		want    string
	}{
		{[]change{of(5, 80)}, "Futures in which the scenario is 1 % or more below the baseline, %"},
		{[]change{of(80, 5), of(5, 60)}, "Futures in which the scenario is 1 % or more above the baseline, %"},
		{[]change{of(0, 0)}, "Futures in which the scenario is 1 % or more above the baseline, %"},
		{[]change{of(math.NaN(), math.NaN()), of(0, 2)}, "Futures in which the scenario is 1 % or more below the baseline, %"},
	} {
		require.Equal(t, test.want, apartPanel(on, test.changes).Unit)
	}
}

// The title is of the scenario that differs most.
func TestDifferenceIsOfTheScenarioThatDiffersMost(t *testing.T) {
	at := func(name string, v float64) change {
		return change{scenario: name, spread: spread{list: []int{2035}, p50: []float64{v}}}
	}
	require.Equal(t, "b", mostChanged([]change{at("a", 0.2), at("b", -0.7), at("c", math.NaN())}).scenario)
	require.Equal(t, "a", mostChanged([]change{at("a", math.NaN()), at("b", math.NaN())}).scenario)
}
