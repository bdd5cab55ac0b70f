package plots

import (
	"fmt"
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/sim/tables"
)

func ExampleChart_hindcast() {
	run := examplePackage(exampleHindcast(), exampleExperiments())
	chart, _ := Lookup("hindcast")
	figure, err := chart.Draw(run)
	fmt.Println(chart.Title, figure != nil, err)
	// Output: What the model would have said, against what happened true <nil>
}

func ExampleChart_errors() {
	chart, _ := Lookup("errors")
	figure, err := chart.Draw(examplePackage(exampleHindcast()))
	fmt.Println(figure.Title(), err)
	// Output: A year ahead the model is off by 13 % in the mean, the best plain rule by 41 % (Last value) <nil>
}

func ExampleChart_misses() {
	chart, _ := Lookup("misses")
	figure, err := chart.Draw(examplePackage(exampleHindcast(), exampleExperiments()))
	fmt.Println(figure.Title(), err)
	// Output: Told the rates, water and closures of the year, the model is off by 12 % in the mean instead of 13 % <nil>
}

// Each series has a chart with the error of the model over each year; what is about other
// questions is drawn by other charts.
func TestHindcastTellsErrors(t *testing.T) {
	labels := texts(mustWrite(t, "hindcast", examplePackage(exampleHindcast(), exampleExperiments()), SVG))
	// The model said 4.46 × 0.9 for 2025, 4.119 Mt came: 3 % too little; 71.8 × 0.9 of 77 thousand TEU.
	require.Contains(t, labels[0], "Throughput: for 2025 the model said 4.0\u00a0Mt a year ahead, and it was 4.1\u00a0Mt (−3 %)")
	require.Subset(t, labels, []string{"−3 %", "−16 %", "Containers, thousand TEU per year", "Official plan"})
	require.NotContains(t, labels, "Last value")
}

// Forecasters are compared over the forecasts that all of them made.
func TestErrors(t *testing.T) {
	past, err := readPast(examplePackage(exampleHindcast()))
	require.NoError(t, err)
	require.Len(t, past, 2)
	require.Len(t, past[0].years, 4, "2022 was not forecast")
	all := erringOf(english, past)
	require.Equal(t, []string{"All series", "Throughput", "Containers"}, []string{all[0].name, all[1].name, all[2].name})
	require.Equal(t, []int{6, 6, 6, 2}, all[0].n)
	// Of throughput the last value said 1.485, 2.764 and 4.484 for 2.764, 4.484 and 4.119.
	require.InDelta(t, 100*((2.764-1.485)/2.764+(4.484-2.764)/4.484+(4.484-4.119)/4.119)/3, all[1].means[1], 1e-9)
	require.Equal(t, byModel, all[1].best())
	require.Equal(t, -1, erring{means: []float64{5, math.NaN()}, n: []int{3, 0}}.best(), "alone there is no best")
	require.Equal(t, 1, erring{means: []float64{5, 4, 1}, n: []int{3, 3, 1}}.best(), "of as many forecasts")
}

// Each year of a series says what it missed, as a forecast and with more known.
func TestMisses(t *testing.T) {
	past, err := readPast(examplePackage(exampleHindcast()))
	require.NoError(t, err)
	all := missesOf(english, past)
	require.Len(t, all, 6)
	require.Equal(t, "Throughput", all[2].series)
	require.Equal(t, "2025", all[2].year)
	require.InDelta(t, errorPercent(4.46*0.9, 4.119), all[2].forecast, 1e-9)
	require.InDelta(t, errorPercent(4.46*1.04, 4.119), all[2].given, 1e-9)
	require.InDelta(t, errorPercent(4.46, 4.119), all[2].heldOut, 1e-9)
	require.True(t, math.IsNaN(all[0].heldOut), "2023 was fitted")
	kinds := tables.Hindcast.Kind.Of(exampleHindcast())
	forecasts := exampleHindcast().Where(func(row int) bool { return kinds[row] == tables.Forecast })
	chart, _ := Lookup("misses")
	require.False(t, chart.Possible(examplePackage(forecasts)), "forecasts alone do not say where misses come from")
	require.True(t, chart.Possible(examplePackage(forecasts, exampleExperiments())))
}

func TestErrorPercent(t *testing.T) {
	require.InDelta(t, 26.2443, errorPercent(5.2, 4.119), 1e-4)
	require.InDelta(t, -50, errorPercent(1, 2), 1e-12)
	require.True(t, math.IsNaN(errorPercent(1, 0)))
	require.True(t, math.IsNaN(errorPercent(math.NaN(), 2)))
}

func TestExperimentVerdicts(t *testing.T) {
	labels := texts(mustWrite(t, "misses", examplePackage(exampleHindcast(), exampleExperiments()), SVG))
	require.Subset(t, labels, []string{"−38 %, within the range", "−6 %, right direction, wrong size", "−4 %, wrong direction"})
}
